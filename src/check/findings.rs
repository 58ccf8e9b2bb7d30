//! What the checks found, and what the officer has let be.

use crate::edit::Edit;
use crate::model::{Dismissal, Minute, RecordKind, RecordRef, Status, Visit};

use super::{Check, Measure, Severity};

/// One occurrence of a mistake.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The id of the check.
    pub check: &'static str,
    pub severity: Severity,
    /// What it concerns: first the records it is about, then the people. Where "Go to" leads
    /// is the first of them; none: the visit as a whole.
    pub things: Vec<RecordRef>,
    /// How bad it is, in the check's own measure.
    pub measure: i64,
    pub message: String,
    pub fix: Option<Fix>,
    /// The officer's word that it may be.
    pub dismissed: Option<Dismissal>,
}

/// An edit that settles a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    pub label: String,
    pub edit: Edit,
}

impl Finding {
    /// The edit that lets the finding be, until it gets worse.
    pub fn dismiss(&self, reason: String, by: String, at: Option<Minute>) -> Edit {
        let check = self.check.to_owned();
        let (things, measure) = (self.thing_ids(), self.measure);
        Edit::Dismiss(Dismissal { check, things, measure, reason, by, at })
    }

    /// The edit that takes the dismissal back; `None` when there is none.
    pub fn revive(&self) -> Option<Edit> {
        let dismissal = self.dismissed.as_ref()?;
        let (check, things) = (dismissal.check.clone(), dismissal.things.clone());
        Some(Edit::Revive { check, things })
    }

    /// The things as a dismissal keeps them.
    pub fn thing_ids(&self) -> Vec<String> {
        self.things.iter().map(|thing| thing.id().to_owned()).collect()
    }

    /// Whether the dismissal speaks of this finding: the same records, nobody new among the
    /// people, and not worse.
    fn is_covered_by(&self, dismissal: &Dismissal, measure: Measure) -> bool {
        let is_person = |thing: &&RecordRef| thing.kind() == RecordKind::Person;
        let same = self.check == dismissal.check
            && !measure.is_worse(self.measure, dismissal.measure)
            && self.things.len() <= dismissal.things.len();
        let first_person = self.things.iter().position(|thing| is_person(&thing));
        let records = first_person.unwrap_or(self.things.len());
        let (Some(others), Some(people)) =
            (dismissal.things.get(..records), dismissal.things.get(records..))
        else {
            return false;
        };
        let same_records = self.things.iter().map(RecordRef::id).take(records).eq(others);
        // A finding about nobody in particular is another one than that about somebody.
        let same_sort = first_person.is_some() || people.is_empty();
        let mut now = self.things.iter().skip(records);
        same && same_records && same_sort && now.all(|p| people.iter().any(|id| id == p.id()))
    }
}

/// A count as the measure of a finding.
pub(super) fn measure(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Collects findings while the checks run.
#[derive(Debug)]
pub struct Findings<'a> {
    visit: &'a Visit,
    check: &'static Check,
    found: Vec<(Finding, Measure)>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(visit: &'a Visit) -> Self {
        const NONE: &Check = &super::overlap::CHECK;
        Self { visit, check: NONE, found: Vec::new() }
    }

    /// From now on findings are of this check.
    pub(super) fn of(&mut self, check: &'static Check) {
        self.check = check;
    }

    /// A finding of the check's own severity, to be pushed once it is complete.
    pub(super) fn finding(
        &self,
        things: impl IntoIterator<Item = RecordRef>,
        measure: i64,
        message: String,
    ) -> Finding {
        Finding {
            check: self.check.id,
            severity: self.check.severity,
            things: things.into_iter().collect(),
            measure,
            message,
            fix: None,
            dismissed: None,
        }
    }

    pub(super) fn push(&mut self, finding: Finding) {
        self.found.push((finding, self.check.measure));
    }

    /// A finding that needs nothing more.
    pub(super) fn report(
        &mut self,
        things: impl IntoIterator<Item = RecordRef>,
        measure: i64,
        message: String,
    ) {
        let finding = self.finding(things, measure, message);
        self.push(finding);
    }

    /// Marks what was dismissed and sorts. In a visit that is over nothing can be mended any
    /// more: what is found there is for the record.
    pub(super) fn sorted(self) -> Vec<Finding> {
        let over = matches!(self.visit.about.status, Status::Done | Status::Cancelled);
        let dismissals = &self.visit.dismissals;
        let mark = |(mut finding, measure): (Finding, Measure)| {
            let covering = |d: &&Dismissal| finding.is_covered_by(d, measure);
            finding.dismissed = dismissals.iter().rfind(covering).cloned();
            if over {
                finding.severity = Severity::Notice;
            }
            finding
        };
        let mut found: Vec<Finding> = self.found.into_iter().map(mark).collect();
        found.sort_by_key(|finding| (finding.dismissed.is_some(), finding.severity));
        found
    }
}

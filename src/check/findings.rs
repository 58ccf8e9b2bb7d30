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
    /// people, and not worse. One that names nobody speaks of everyone.
    fn is_covered_by(&self, dismissal: &Dismissal, measure: Measure) -> bool {
        let is_person = |thing: &RecordRef| thing.kind() == RecordKind::Person;
        let records = self.things.iter().position(is_person).unwrap_or(self.things.len());
        let (Some(others), Some(people)) =
            (dismissal.things.get(..records), dismissal.things.get(records..))
        else {
            return false;
        };
        let mut present = self.things.iter().skip(records).peekable();
        let same_people = match present.peek() {
            None => people.is_empty(),
            Some(_) => people.is_empty() || present.all(|p| people.iter().any(|id| id == p.id())),
        };
        self.check == dismissal.check
            && !measure.is_worse(self.measure, dismissal.measure)
            && self.things.iter().map(RecordRef::id).take(records).eq(others)
            && same_people
    }
}

/// A count as the measure of a finding.
pub(super) fn measure(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The bit of what is not known, beside those of the mistakes. It is kept in files.
const UNKNOWN: i64 = 1 << 30;

/// What one check found, before anything is known of dismissals.
pub(super) type Found = Vec<(Finding, Measure)>;

/// Collects what one check finds.
#[derive(Debug)]
pub struct Findings {
    check: &'static Check,
    found: Found,
}

impl Findings {
    pub(super) fn new(check: &'static Check) -> Self {
        Self { check, found: Vec::new() }
    }

    pub(super) fn found(self) -> Found {
        self.found
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

    /// What cannot be told, because something is not stated.
    pub(super) fn unknown(
        &mut self,
        things: impl IntoIterator<Item = RecordRef>,
        message: String,
        fix: Option<Fix>,
    ) {
        let measure = match self.check.measure {
            Measure::Amount => 0,
            Measure::Flags => UNKNOWN,
        };
        let finding = self.finding(things, measure, message);
        self.push(Finding { severity: Severity::Unknown, fix, ..finding });
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
}

/// Marks what was dismissed and sorts. In a visit that is over nothing can be mended any more:
/// what is found there is for the record, and what is not known is not asked for.
pub(super) fn sorted(
    visit: &Visit,
    found: impl IntoIterator<Item = (Finding, Measure)>,
) -> Vec<Finding> {
    let over = matches!(visit.about.status, Status::Done | Status::Cancelled);
    let mark = |(mut finding, measure): (Finding, Measure)| {
        let covering = |d: &&Dismissal| finding.is_covered_by(d, measure);
        finding.dismissed = visit.dismissals.iter().rfind(covering).cloned();
        if over {
            finding.severity = Severity::Notice;
        }
        finding
    };
    let is_asked =
        |(finding, _): &(Finding, Measure)| !over || finding.severity != Severity::Unknown;
    let mut found: Vec<Finding> = found.into_iter().filter(is_asked).map(mark).collect();
    found.sort_by_key(|finding| (finding.dismissed.is_some(), finding.severity));
    found
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{change, of, person_id, visit};
    use crate::edit::apply;
    use crate::model::{Status, Visit};

    fn dismissed(visit: &Visit) -> Visit {
        let edit = of(visit, "overlap").remove(0).dismiss("Agreed".into(), String::new(), None);
        apply(visit, edit).unwrap()
    }

    fn is_dismissed(visit: &Visit) -> bool {
        of(visit, "overlap").remove(0).dismissed.is_some()
    }

    const LINES: [&str; 2] = ["09:00-10:00 opening: luo host", "09:45-10:30 press: luo host"];

    #[test]
    fn a_dismissal_survives_edits_of_something_else_and_what_makes_it_better() {
        let mut visit = dismissed(&visit(&LINES));
        change(&mut visit, "press", |item| item.title = "Press conference".into());
        let guest = person_id(&mut visit, "oh");
        change(&mut visit, "press", |item| item.attendance.people.push(guest));
        assert!(is_dismissed(&visit));
        change(&mut visit, "press", |item| item.when = item.when.plus_mins(5));
        change(&mut visit, "press", |item| {
            item.attendance.people.retain(|id| id.as_str() != "luo");
        });
        assert!(is_dismissed(&visit));
    }

    #[test]
    fn a_dismissal_ends_when_it_gets_longer_or_touches_somebody_else() {
        let mut longer = dismissed(&visit(&LINES));
        change(&mut longer, "press", |item| item.when = item.when.plus_mins(-1));
        assert!(!is_dismissed(&longer));
        let mut more = dismissed(&visit(&LINES));
        let guest = person_id(&mut more, "oh");
        for item in ["opening", "press"] {
            change(&mut more, item, |item| {
                item.attendance.people.retain(|id| id.as_str() != "host");
                item.attendance.people.push(guest.clone());
            });
        }
        assert!(!is_dismissed(&more));
    }

    #[test]
    fn a_dismissal_can_be_taken_back() {
        let visit = dismissed(&visit(&LINES));
        let finding = of(&visit, "overlap").remove(0);
        assert_eq!(finding.dismissed.as_ref().map(|it| it.reason.as_str()), Some("Agreed"));
        let visit = apply(&visit, finding.revive().unwrap()).unwrap();
        assert!(!is_dismissed(&visit));
        assert_eq!(of(&visit, "overlap").remove(0).revive(), None);
    }

    #[test]
    fn in_a_visit_that_is_over_everything_is_for_the_record() {
        let mut visit = visit(&LINES);
        std::sync::Arc::make_mut(&mut visit.about).status = Status::Done;
        assert_eq!(of(&visit, "overlap")[0].severity, super::Severity::Notice);
    }
}

//! The checks of a visit that changes: only the rules whose inputs are others run again.

use std::sync::Arc;

use super::findings::{Found, sorted};
use super::{ALL, Beside, Check, Facts, Finding, Findings};
use crate::model::{RecordKind, Status, Visit};
use crate::words::interface_lang;

/// Remembers what each check found, and in what.
#[derive(Debug, Default)]
pub struct Checker {
    last: Option<Last>,
}

#[derive(Debug)]
struct Last {
    visit: Arc<Visit>,
    beside: Beside,
    lang: crate::model::Lang,
    /// What each check found, in the order of the register.
    found: Vec<Found>,
}

impl Checker {
    /// The findings of a visit, as [`super::run`] would tell them.
    pub fn check(&mut self, visit: &Arc<Visit>, beside: &Beside) -> Vec<Finding> {
        let lang = interface_lang();
        let facts = Facts::beside(visit, beside);
        let last = self.last.take().filter(|last| last.lang == lang && last.beside == *beside);
        let mut known = last.map(|last| (last.visit, last.found.into_iter()));
        let mut found = Vec::with_capacity(ALL.len());
        for check in ALL {
            let old = known.as_mut().and_then(|(was, found)| {
                let old = found.next()?;
                (!is_affected(check, was, visit)).then_some(old)
            });
            found.push(old.unwrap_or_else(|| of(check, visit, &facts)));
        }
        let all = sorted(visit, found.iter().flatten().cloned());
        let (visit, beside) = (Arc::clone(visit), beside.clone());
        self.last = Some(Last { visit, beside, lang, found });
        all
    }
}

/// What one check finds.
pub(super) fn of(check: &'static Check, visit: &Visit, facts: &Facts<'_>) -> Found {
    let over = matches!(visit.about.status, Status::Done | Status::Cancelled);
    if over && !check.looks_back {
        return Vec::new();
    }
    let mut findings = Findings::new(check);
    (check.run)(visit, facts, &mut findings);
    findings.found()
}

/// Whether anything that a check looks at is another.
fn is_affected(check: &Check, was: &Visit, is: &Visit) -> bool {
    !Arc::ptr_eq(&was.about, &is.about)
        || was.travel_times != is.travel_times
        || check.reads.iter().any(|kind| differs(*kind, was, is))
}

fn differs(kind: RecordKind, was: &Visit, is: &Visit) -> bool {
    fn other<T>(was: &[Arc<T>], is: &[Arc<T>]) -> bool {
        was.len() != is.len() || was.iter().zip(is).any(|(was, is)| !Arc::ptr_eq(was, is))
    }
    match kind {
        RecordKind::Delegation => other(&was.delegations, &is.delegations),
        RecordKind::Group => other(&was.groups, &is.groups),
        RecordKind::Person => other(&was.people, &is.people),
        RecordKind::Place => other(&was.places, &is.places),
        RecordKind::Item => other(&was.items, &is.items),
        RecordKind::Vehicle => other(&was.vehicles, &is.vehicles),
        RecordKind::Room => other(&was.rooms, &is.rooms),
        RecordKind::Note => other(&was.notes, &is.notes),
        RecordKind::Task => other(&was.tasks, &is.tasks),
        RecordKind::Gift => other(&was.gifts, &is.gifts),
        RecordKind::Agreement => other(&was.agreements, &is.agreements),
        RecordKind::FollowUp => other(&was.follow_ups, &is.follow_ups),
        RecordKind::Arrangement => other(&was.arrangements, &is.arrangements),
    }
}

//! Checks: small pure functions from a visit to findings, each with a sentence and, where there
//! is one, a fix. One file per rule, named after its id; [`ALL`] is the register.
//!
//! A check never fails on half-filled data, and what is not known is never passed off as fine.

mod alternatives;
mod beside;
mod buffer;
mod calendar;
mod checker;
mod contact;
mod counterpart;
mod diet;
mod diners_cap;
mod facts;
mod findings;
mod flags;
mod gifts;
mod greeters;
mod head_count;
mod history;
mod holiday;
mod hosts_limit;
mod interpreter;
mod jet_lag;
mod leave_line;
mod limits;
mod meal;
mod milestones;
mod names;
mod opening;
mod orientation;
mod overlap;
mod papers;
mod party;
mod press;
mod rain_plan;
mod room_ready;
mod seating;
mod shift;
mod signing_kit;
mod to_confirm;
mod tour_length;
mod tracks;
mod transfer;
mod vehicles;

#[cfg(test)]
mod testing;

use crate::model::record::choice;
use crate::model::{Limits, RecordKind, RecordRef, Visit};

pub use self::beside::{Beside, Past};
pub use self::checker::Checker;
pub use self::facts::Facts;
pub use self::findings::{Finding, Findings, Fix};
pub use self::limits::Limit;

choice! {
    /// How much a finding matters, the gravest first.
    pub enum Severity {
        Error,
        Warning,
        Notice,
        /// It cannot be told, because something is not stated: neither a mistake nor fine.
        Unknown,
    }

    /// Where a rule comes from.
    pub enum Source {
        /// It follows from the plan itself.
        Plan,
        /// Public protocol handbooks, as gathered in PROTOCOL section 6.
        Handbooks,
        /// Chinese manuals of protocol.
        ChineseManuals,
        /// Published laws and announcements on public holidays.
        HolidayLaws,
        /// Rules on gifts to officials.
        GiftRules,
    }
}

/// One kind of mistake.
#[derive(Debug)]
pub struct Check {
    /// Never reused, so that a dismissal in an old file keeps its meaning.
    pub id: &'static str,
    /// What its findings have, unless one says otherwise.
    pub severity: Severity,
    /// One line for lists of checks.
    pub summary: fn() -> String,
    /// Why it matters to an officer.
    pub why: fn() -> String,
    pub source: Source,
    /// What an office or a visit may set otherwise.
    pub limits: &'static [Limit],
    /// The lists it looks at, beside what the visit is about: another one, and it runs again.
    reads: &'static [RecordKind],
    /// Whether it tells anything once the visit is over.
    looks_back: bool,
    measure: Measure,
    run: fn(&Visit, &Facts<'_>, &mut Findings),
}

/// Who does what, when and where: the lists that most rules look at.
const PROGRAMME: &[RecordKind] = &[
    RecordKind::Delegation,
    RecordKind::Group,
    RecordKind::Person,
    RecordKind::Place,
    RecordKind::Item,
];

/// How the measures of two findings on the same things compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Measure {
    /// More is worse.
    Amount,
    /// A set of bits: one that was not there is worse.
    Flags,
}

impl Measure {
    fn is_worse(self, now: i64, before: i64) -> bool {
        match self {
            Self::Amount => now > before,
            Self::Flags => now & !before != 0,
        }
    }
}

/// Every check, in the order of lists.
pub const ALL: &[Check] = &[
    overlap::CHECK,
    transfer::CHECK,
    leave_line::CHECK,
    to_confirm::CHECK,
    rain_plan::CHECK,
    diet::CHECK,
    interpreter::CHECK,
    contact::CHECK,
    names::CHECK,
    hosts_limit::CHECK,
    buffer::CHECK,
    jet_lag::CHECK,
    meal::CHECK,
    orientation::CHECK,
    tour_length::CHECK,
    opening::CHECK,
    head_count::CHECK,
    greeters::CHECK,
    room_ready::CHECK,
    holiday::CHECK,
    alternatives::CHECK,
    gifts::CHECK,
    signing_kit::CHECK,
    press::CHECK,
    diners_cap::CHECK,
    counterpart::CHECK,
    seating::CHECK,
    flags::CHECK,
    papers::CHECK,
    vehicles::CHECK,
    history::CHECK,
    milestones::CHECK,
];

/// What the checks find: the gravest first, those that were dismissed at the end.
pub fn run(visit: &Visit, facts: &Facts<'_>) -> Vec<Finding> {
    findings::sorted(visit, checker::all(visit, facts, |_| None).into_iter().flatten())
}

/// The people and delegations of a visit whose past the checks ask for: the principal, those who
/// visit, and who gets a gift.
pub fn remembered(visit: &Visit) -> Vec<RecordRef> {
    let mut all = history::subjects(visit);
    let receivers = visit.gifts.iter().filter_map(|gift| gift.receiver.clone());
    for receiver in receivers.map(RecordRef::Person) {
        if !all.contains(&receiver) {
            all.push(receiver);
        }
    }
    all
}

/// How long loading takes where a journey does not state it, in minutes.
pub fn loading_mins(visit: &Visit, office: &Limits) -> i64 {
    let limit = &limits::LOADING;
    let stated = limit.of(&visit.about.limits).or_else(|| limit.of(office)).or(limit.usual);
    stated.map_or(0, i64::from)
}

/// What the checks find in a visit by itself.
pub fn findings(visit: &Visit) -> Vec<Finding> {
    run(visit, &Facts::new(visit))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_are_unique_and_every_check_says_why() {
        let ids: BTreeSet<&str> = ALL.iter().map(|check| check.id).collect();
        assert_eq!(ids.len(), ALL.len());
        for check in ALL {
            assert!(!(check.summary)().is_empty() && !(check.why)().is_empty(), "{}", check.id);
        }
    }

    #[test]
    fn an_empty_visit_makes_no_check_stumble() {
        let found = findings(&Visit::default());
        assert!(found.iter().all(|finding| finding.severity != Severity::Error), "{found:?}");
    }
}

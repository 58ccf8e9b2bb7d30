//! Checks: small pure functions from a visit to findings, each with a sentence and, where there
//! is one, a fix. One file per rule, named after its id; [`ALL`] is the register.
//!
//! A check never fails on half-filled data, and what is not known is never passed off as fine.

mod contact;
mod diet;
mod facts;
mod findings;
mod hosts_limit;
mod interpreter;
mod leave_line;
mod names;
mod overlap;
mod party;
mod rain_plan;
mod shift;
mod to_confirm;
mod transfer;

#[cfg(test)]
mod testing;

use crate::model::Visit;
use crate::model::record::choice;

pub use self::facts::Facts;
pub use self::findings::{Finding, Findings, Fix};

choice! {
    /// How much a finding matters, the gravest first.
    pub enum Severity { Error, Warning, Notice, }
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
    measure: Measure,
    run: fn(&Visit, &Facts<'_>, &mut Findings<'_>),
}

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
];

/// What the checks find: the gravest first, those that were dismissed at the end.
pub fn run(visit: &Visit, facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Findings::new(visit);
    for check in ALL {
        findings.of(check);
        (check.run)(visit, facts, &mut findings);
    }
    findings.sorted()
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

//! A full tour of a site takes its time.

use super::buffer::longer;
use super::facts::Facts;
use super::findings::Findings;
use super::{Check, Measure, PROGRAMME, Severity, Source, limits};
use crate::model::{ItemKind, Moment, Visit};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "tour-length",
    severity: Severity::Notice,
    summary: || say!("check-tour-length-summary"),
    why: || say!("check-tour-length-why"),
    source: Source::Handbooks,
    limits: &[limits::TOUR],
    reads: PROGRAMME,
    looks_back: false,
    measure: Measure::Amount,
    run,
};

fn run(_: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let usual = facts.limit(&limits::TOUR);
    for entry in facts.entries.iter().filter(|entry| entry.item.kind == ItemKind::Tour) {
        let item = facts.title(entry.item);
        let (Some(stretch), true) = (entry.stretch, entry.when.end().is_some()) else {
            let message = say!("check-tour-length-unknown", item = item);
            findings.unknown([entry.reference()], message, None);
            continue;
        };
        let mins = stretch.mins();
        if mins <= 0 || mins >= usual {
            continue;
        }
        let message = say!("check-tour-length", item = item, mins = mins, usual = usual);
        let mut finding = findings.finding([entry.reference()], usual - mins, message);
        // A word to the officer is no reason to move the rest of the day.
        let until = Moment(stretch.end.0 + usual - mins);
        let mut next = facts.starting_between(stretch.end, until);
        if !next.any(|other| other.present.meets(&entry.present)) {
            finding.fix = longer(facts, entry, usual - mins);
        }
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::Severity;
    use crate::check::testing::{change, fixed, found, of, visit};
    use crate::model::{ItemKind, Visit};

    fn tour(line: &str) -> Visit {
        let mut visit = visit(&[line]);
        change(&mut visit, "tour", |item| item.kind = ItemKind::Tour);
        visit
    }

    #[test]
    fn a_short_tour_is_found_and_can_last_longer() {
        let visit = tour("09:00-10:29 tour: oh");
        assert_eq!(
            found(&visit, "tour-length"),
            ["“tour” has 89 min; a full tour takes about 90 unhurried"]
        );
        let fixed = fixed(&visit, "tour-length", "Let “tour” last 29 July 09:00–10:30");
        assert!(found(&fixed, "tour-length").is_empty());
    }

    #[test]
    fn what_follows_at_once_is_not_moved_for_it() {
        let mut visit = visit(&["09:00-09:40 tour: oh", "10:00-11:00 talks: oh"]);
        change(&mut visit, "tour", |item| item.kind = ItemKind::Tour);
        assert!(of(&visit, "tour-length")[0].fix.is_none());
    }

    #[test]
    fn ninety_minutes_or_what_the_visit_calls_enough_is_fine() {
        assert!(found(&tour("09:00-10:30 tour: oh"), "tour-length").is_empty());
        let mut short = tour("09:00-09:40 tour: oh");
        Arc::make_mut(&mut short.about).limits.tour_mins = Some(40);
        assert!(found(&short, "tour-length").is_empty());
    }

    #[test]
    fn how_long_a_tour_without_an_end_takes_is_not_known() {
        assert_eq!(of(&tour("09:00 tour: oh"), "tour-length")[0].severity, Severity::Unknown);
    }
}

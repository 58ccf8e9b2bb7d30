//! Guests are briefed before they see the first site.

use super::facts::{Entry, Facts};
use super::findings::Findings;
use super::{Check, Measure, PROGRAMME, Severity, Source, shift};
use crate::model::{ItemKind, Visit};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "orientation",
    severity: Severity::Notice,
    summary: || say!("check-orientation-summary"),
    why: || say!("check-orientation-why"),
    source: Source::Handbooks,
    limits: &[],
    reads: PROGRAMME,
    looks_back: false,
    measure: Measure::Amount,
    run,
};

fn run(_: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let of_guests = |entry: &&Entry<'_>| entry.participants.meets(&facts.guests);
    let entries = || facts.entries.iter().filter(of_guests);
    let is_site = |entry: &&Entry<'_>| {
        matches!(entry.item.kind, ItemKind::Tour | ItemKind::CompanyVisit)
            && entry.when.day().is_some()
    };
    let is_briefing = |entry: &&Entry<'_>| entry.item.kind == ItemKind::Briefing;
    let Some(site) = entries().find(is_site) else { return };
    let mut briefings = entries().filter(is_briefing).peekable();
    if briefings.peek().is_none() {
        let message = say!("check-orientation-none", item = facts.title(site.item));
        return findings.report([site.reference()], 1, message);
    }
    // Who is at the site was briefed before it, or is left out of every briefing.
    let guests = site.participants.common(&facts.guests);
    let mut briefed = facts.nobody();
    let mut later: Option<&Entry<'_>> = None;
    for briefing in briefings {
        let is_before = match (briefing.when.day(), site.when.day()) {
            (Some(day), Some(site_day)) if day == site_day => {
                briefing.stretch.zip(site.stretch).is_none_or(|(a, b)| a.start < b.start)
            }
            (day, site_day) => day.is_some() && day < site_day,
        };
        if is_before {
            briefed.add(&briefing.participants);
        } else if later.is_none() && briefing.participants.meets(&guests) {
            later = Some(briefing);
        }
    }
    let Some(later) = later else { return };
    let unprepared = guests.common(&later.participants).without(&briefed);
    if unprepared.is_empty() {
        return;
    }
    let message = say!(
        "check-orientation",
        people = facts.names(&unprepared),
        count = unprepared.count(),
        site = facts.title(site.item),
        site_time = shift::time(site.when),
        briefing = facts.title(later.item),
        briefing_time = shift::time(later.when)
    );
    findings.report([site.reference(), later.reference()], 2, message);
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{change, found, visit};
    use crate::model::{ItemKind, Visit};

    fn with_kinds(lines: &[&str]) -> Visit {
        let mut visit = visit(lines);
        for item in visit.items.clone() {
            change(&mut visit, item.id.as_str(), |item| {
                item.kind = match item.id.as_str() {
                    "briefing" => ItemKind::Briefing,
                    "tour" => ItemKind::Tour,
                    _ => ItemKind::Meeting,
                };
            });
        }
        visit
    }

    #[test]
    fn a_site_before_the_briefing_is_found() {
        let visit = with_kinds(&["09:00-10:00 tour: oh luo", "10:00-11:00 briefing: oh luo"]);
        assert_eq!(
            found(&visit, "orientation"),
            ["oh sees “tour” (29 July 09:00–10:00) before “briefing” (29 July 10:00–11:00)"]
        );
    }

    #[test]
    fn briefed_first_or_briefed_apart_is_fine() {
        let first = with_kinds(&["09:00-10:00 briefing: oh", "10:00-11:00 tour: oh"]);
        assert!(found(&first, "orientation").is_empty());
        let apart = with_kinds(&["09:00-10:00 tour: oh", "09:00-10:00 briefing: delegate"]);
        assert!(found(&apart, "orientation").is_empty());
        assert!(found(&with_kinds(&["09:00-10:00 talks: oh"]), "orientation").is_empty());
    }

    #[test]
    fn a_site_without_any_briefing_is_worth_a_word() {
        let visit = with_kinds(&["09:00-10:00 tour: oh"]);
        assert_eq!(found(&visit, "orientation"), ["No briefing prepares the guests for “tour”"]);
    }
}

//! What is still open of an item: time, place, host, contact, and times the clock does not have.

use super::facts::{Entry, Facts, enumerate};
use super::findings::{Findings, Fix};
use super::{Check, Measure, PROGRAMME, Severity, Source};
use crate::edit::Edit;
use crate::model::{ClockChange, Item, ItemKind, ItemStatus, Status, Visit, clock_doubt};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "to-confirm",
    severity: Severity::Warning,
    summary: || say!("check-to-confirm-summary"),
    why: || say!("check-to-confirm-why"),
    source: Source::Handbooks,
    limits: &[],
    reads: PROGRAMME,
    looks_back: true,
    measure: Measure::Flags,
    run,
};

/// What can be open. The bits are kept in files: never renumbered.
const TIME: i64 = 1;
const PLACE: i64 = 2;
const HOST: i64 = 4;
const CONTACT: i64 = 8;
const STATUS: i64 = 16;
const CLOCK: i64 = 32;

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for entry in &facts.entries {
        let open = open(visit, entry);
        if open == 0 {
            continue;
        }
        let words: Vec<String> = [
            (TIME, say!("check-open-time")),
            (PLACE, say!("check-open-place")),
            (HOST, say!("check-open-host")),
            (CONTACT, say!("check-open-contact")),
            (STATUS, say!("check-open-status")),
            (CLOCK, say!("check-open-clock")),
        ]
        .into_iter()
        .filter_map(|(bit, word)| (open & bit != 0).then_some(word))
        .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let what = enumerate(&words, 0);
        let message = say!("check-to-confirm", item = facts.title(entry.item), what = what);
        let mut finding = findings.finding([entry.reference()], open, message);
        finding.fix = fix(facts, entry, open);
        findings.push(finding);
    }
}

fn open(visit: &Visit, entry: &Entry<'_>) -> i64 {
    let item = entry.item;
    let moves = item.kind.is_movement();
    let hosted = !moves && !matches!(item.kind, ItemKind::Rest | ItemKind::Free);
    let planned = matches!(visit.about.status, Status::Confirmed | Status::UnderWay);
    let clock = item.clock_change == ClockChange::NotAsked
        && [(entry.when.start(), visit.zone_of(item)), (entry.when.end(), visit.end_zone_of(item))]
            .into_iter()
            .any(|(at, zone)| at.is_some_and(|at| clock_doubt(at, zone).is_some()));
    let flags = [
        (TIME, entry.when.start().is_none()),
        (PLACE, entry.from.is_none() || entry.to.is_none()),
        (HOST, hosted && item.hosted_by.is_empty()),
        (CONTACT, item.responsible.is_none()),
        (STATUS, planned && item.status == ItemStatus::Tentative),
        (CLOCK, clock),
    ];
    flags.into_iter().filter(|(_, is_open)| *is_open).map(|(bit, _)| bit).sum()
}

/// The visit's own host and action officer, where nothing else is open.
fn fix(facts: &Facts<'_>, entry: &Entry<'_>, open: i64) -> Option<Fix> {
    if open & !(HOST | CONTACT) != 0 {
        return None;
    }
    let about = &facts.visit.about;
    let mut item = Item::clone(entry.item);
    let mut people = Vec::new();
    if open & HOST != 0 {
        let host = about.host.clone()?;
        people.push(facts.visit.person_label(&host));
        item.hosted_by.push(host);
    }
    if open & CONTACT != 0 {
        let contact = about.action_officer.as_ref().or(about.contact.as_ref())?.clone();
        people.push(facts.visit.person_label(&contact));
        item.responsible = Some(contact);
    }
    people.dedup();
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    let label = say!("check-fix-name", people = enumerate(&people, 0), item = facts.title(&item));
    Some(Fix { label, edit: Edit::set(item) })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::testing::{change, fixed, found, minute, person_id, visit};
    use crate::model::{ItemStatus, Status, Visit, When, Zone};

    fn complete() -> Visit {
        let mut visit = visit(&["09:00-10:00 tour @hall: oh luo"]);
        let luo = person_id(&mut visit, "luo");
        change(&mut visit, "tour", |item| {
            item.hosted_by = vec![luo.clone()];
            item.responsible = Some(luo);
        });
        visit
    }

    #[test]
    fn everything_that_is_open_stands_in_one_sentence() {
        assert_eq!(
            found(&visit(&["?? tour: oh"]), "to-confirm"),
            ["“tour”: time, place, host, contact to be confirmed"]
        );
    }

    #[test]
    fn a_complete_item_has_nothing_open_and_about_is_a_time() {
        let mut visit = complete();
        change(&mut visit, "tour", |item| item.when = When::About(minute("09:00")));
        assert!(found(&visit, "to-confirm").is_empty());
    }

    #[test]
    fn in_a_confirmed_visit_an_item_must_be_settled() {
        let mut visit = complete();
        Arc::make_mut(&mut visit.about).status = Status::Confirmed;
        assert_eq!(found(&visit, "to-confirm").len(), 1);
        change(&mut visit, "tour", |item| item.status = ItemStatus::Confirmed);
        assert!(found(&visit, "to-confirm").is_empty());
    }

    #[test]
    fn an_hour_that_comes_twice_is_for_the_officer_to_choose() {
        let mut visit = complete();
        let twice = |text| crate::model::Minute::parse(text).unwrap();
        change(&mut visit, "tour", |item| {
            item.zone = Zone::new("Europe/Berlin").unwrap();
            item.when = When::Range(twice("2024-10-27 02:30"), twice("2024-10-27 04:00"));
        });
        assert_eq!(found(&visit, "to-confirm").len(), 1);
        change(&mut visit, "tour", |item| item.clock_change = crate::model::ClockChange::Second);
        assert!(found(&visit, "to-confirm").is_empty());
    }

    #[test]
    fn the_visits_host_and_action_officer_fill_the_gap() {
        let mut visit = visit(&["09:00-10:00 tour @hall: oh luo host"]);
        let (luo, host) = (person_id(&mut visit, "luo"), person_id(&mut visit, "host"));
        let about = Arc::make_mut(&mut visit.about);
        (about.host, about.action_officer) = (Some(luo), Some(host));
        let fixed = fixed(&visit, "to-confirm", "Name luo, host for “tour”");
        assert!(found(&fixed, "to-confirm").is_empty());
    }

    #[test]
    fn a_dismissal_holds_until_something_else_is_open() {
        let mut visit = complete();
        change(&mut visit, "tour", |item| item.responsible = None);
        let finding = crate::check::testing::of(&visit, "to-confirm").remove(0);
        let edit = finding.dismiss("The desk knows".to_owned(), String::new(), None);
        let mut visit = crate::edit::apply(&visit, edit).unwrap();
        let dismissed = |visit: &Visit| {
            crate::check::testing::of(visit, "to-confirm").remove(0).dismissed.is_some()
        };
        assert!(dismissed(&visit));
        // An edit of something else does not revive it.
        change(&mut visit, "tour", |item| item.dress = "Dark suit".into());
        assert!(dismissed(&visit));
        // Another gap, although as many as before.
        let luo = person_id(&mut visit, "luo");
        change(&mut visit, "tour", |item| {
            item.responsible = Some(luo);
            item.hosted_by.clear();
        });
        assert!(!dismissed(&visit));
    }
}

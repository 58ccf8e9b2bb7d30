//! Everyone at a seated item has one seat, nobody sits who is not there, and the heads of both
//! sides sit where the convention has them.

use super::facts::{Facts, enumerate};
use super::findings::{Findings, Fix, measure};
use super::{Check, Measure, Severity, Source};
use crate::edit::Edit;
use crate::model::{
    Arrangement, ArrangementKind, ItemId, ItemKind, PersonId, RecordKind, RecordRef, Visit,
    WishKind,
};
use crate::protocol::honour::{Seating, slot_name};
use crate::words::{choice, interface_lang, say};

pub(super) const CHECK: Check = Check {
    id: "seating",
    severity: Severity::Warning,
    summary: || say!("check-seating-summary"),
    why: || say!("check-seating-why"),
    source: Source::Handbooks,
    limits: &[],
    reads: &[
        RecordKind::Arrangement,
        RecordKind::Item,
        RecordKind::Person,
        RecordKind::Delegation,
        RecordKind::Group,
        RecordKind::Agreement,
    ],
    looks_back: false,
    measure: Measure::Amount,
    run,
};

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for plan in visit.arrangements.iter().filter(|plan| seats_people(plan.kind)) {
        let is_on = |id: &ItemId| facts.entries.iter().any(|entry| entry.item.id == *id);
        if plan.item.as_ref().is_some_and(|id| !is_on(id)) {
            continue;
        }
        let seating = Seating::of(visit, plan);
        unseated(visit, plan, &seating, findings);
        absent(visit, plan, &seating, findings);
        heads(visit, plan, &seating, findings);
        wishes(visit, plan, &seating, findings);
        one_side(visit, plan, &seating, findings);
    }
    for entry in &facts.entries {
        let sits = matches!(entry.item.kind, ItemKind::Talks | ItemKind::Signing);
        let has_plan = visit
            .arrangements
            .iter()
            .any(|plan| seats_people(plan.kind) && plan.item.as_ref() == Some(&entry.item.id));
        if sits && !has_plan && !entry.participants.is_empty() {
            let message = say!("check-seating-none", item = facts.title(entry.item));
            findings.unknown([entry.reference()], message, None);
        }
    }
}

/// Whether people have seats in it that the whole item is to have.
fn seats_people(kind: ArrangementKind) -> bool {
    match kind {
        ArrangementKind::ConferenceTable
        | ArrangementKind::ConferenceTableEndOn
        | ArrangementKind::HeadTable
        | ArrangementKind::SofaMeeting
        | ArrangementKind::RoundTables
        | ArrangementKind::SigningTable
        | ArrangementKind::Podium
        | ArrangementKind::GroupPhoto
        | ArrangementKind::Car
        | ArrangementKind::Minibus
        | ArrangementKind::Rows => true,
        ArrangementKind::Flags | ArrangementKind::ReceivingLine | ArrangementKind::Speeches => {
            false
        }
    }
}

fn names(visit: &Visit, people: &[PersonId]) -> String {
    const NAMED: usize = 3;
    let names: Vec<String> = people.iter().map(|id| visit.person_label(id)).collect();
    let shown: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    enumerate(&shown, names.len().saturating_sub(NAMED))
}

fn things(plan: &Arrangement, people: &[PersonId]) -> Vec<RecordRef> {
    let people = people.iter().cloned().map(RecordRef::Person);
    std::iter::once(RecordRef::Arrangement(plan.id.clone())).chain(people).collect()
}

fn title(visit: &Visit, plan: &Arrangement) -> String {
    visit.label(&plan.id.clone().into())
}

fn unseated(visit: &Visit, plan: &Arrangement, seating: &Seating, findings: &mut Findings) {
    let people = &seating.unseated;
    if people.is_empty() {
        return;
    }
    let (plan_title, who) = (title(visit, plan), names(visit, people));
    let message = say!("check-seating-unseated", plan = plan_title, people = who);
    findings.report(things(plan, people), measure(people.len()), message);
}

/// Those for whom a place is kept by hand and who are not there any more.
fn absent(visit: &Visit, plan: &Arrangement, seating: &Seating, findings: &mut Findings) {
    let is_seated = |id: &PersonId| seating.slot_of(id).is_some();
    let kept = plan.placed.iter().filter_map(|placed| placed.person.as_ref());
    let gone: Vec<PersonId> = kept.filter(|id| !is_seated(id)).cloned().collect();
    if gone.is_empty() {
        return;
    }
    let (plan_title, who) = (title(visit, plan), names(visit, &gone));
    let message = say!("check-seating-absent", plan = plan_title, people = who);
    let mut finding = findings.finding(things(plan, &gone), measure(gone.len()), message);
    let mut freed = plan.clone();
    freed.placed.retain(|placed| !placed.person.as_ref().is_some_and(|id| gone.contains(id)));
    let label = say!("check-fix-seating-free", people = names(visit, &gone));
    finding.fix = Some(Fix { label, edit: Edit::set(freed) });
    findings.push(finding);
}

/// The heads of both sides whom somebody placed elsewhere by hand.
fn heads(visit: &Visit, plan: &Arrangement, seating: &Seating, findings: &mut Findings) {
    if plan.placed.is_empty() {
        return;
    }
    let by_rank = Seating::by_rank(visit, plan);
    for head in &seating.heads {
        let (Some(is), Some(honour)) = (seating.slot_of(head), by_rank.slot_of(head)) else {
            continue;
        };
        if is == honour {
            continue;
        }
        let (name, rule) = (visit.person_label(head), choice(seating.convention));
        let message = say!(
            "check-seating-head",
            plan = title(visit, plan),
            name = name.as_str(),
            is = slot_name(is, &interface_lang()),
            honour = slot_name(honour, &interface_lang()),
            rule = rule
        );
        let head = std::slice::from_ref(head);
        let mut finding = findings.finding(things(plan, head), 1, message);
        let mut back = plan.clone();
        back.placed
            .retain(|placed| placed.person.as_ref() != head.first() && placed.slot != honour);
        let label = say!("check-fix-seating-head", name = name.as_str());
        finding.fix = Some(Fix { label, edit: Edit::set(back) });
        findings.push(finding);
    }
}

/// A plan of two sides with people of one alone.
fn one_side(visit: &Visit, plan: &Arrangement, seating: &Seating, findings: &mut Findings) {
    let has_two_sides = match plan.kind {
        ArrangementKind::ConferenceTable
        | ArrangementKind::ConferenceTableEndOn
        | ArrangementKind::SofaMeeting
        | ArrangementKind::SigningTable => true,
        ArrangementKind::HeadTable
        | ArrangementKind::Podium
        | ArrangementKind::RoundTables
        | ArrangementKind::GroupPhoto
        | ArrangementKind::Car
        | ArrangementKind::Minibus
        | ArrangementKind::Flags
        | ArrangementKind::ReceivingLine
        | ArrangementKind::Speeches
        | ArrangementKind::Rows => false,
    };
    if has_two_sides && seating.heads.len() == 1 {
        let message = say!("check-seating-one-side", plan = title(visit, plan));
        let mut finding = findings.finding(things(plan, &[]), 1, message);
        finding.severity = Severity::Notice;
        findings.push(finding);
    }
}

fn wishes(visit: &Visit, plan: &Arrangement, seating: &Seating, findings: &mut Findings) {
    for wish in seating.broken(plan) {
        let (plan_title, people) = (title(visit, plan), names(visit, &wish.people));
        let reason = wish.reason.trim();
        let message = match wish.kind {
            WishKind::Apart => {
                say!("check-seating-apart", plan = plan_title, people = people, reason = reason)
            }
            WishKind::Together => {
                say!("check-seating-together", plan = plan_title, people = people, reason = reason)
            }
        };
        findings.report(things(plan, &wish.people), 1, message);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::check::testing::{change_person, fixed, found, of, person_id, visit};
    use crate::model::{ArrangementId, Placed, Rsvp, Wish};

    /// Talks of three guests and a host, with a plan.
    fn talks(change: impl FnOnce(&mut Arrangement)) -> Visit {
        let mut visit = visit(&["09:00-10:00 talks: oh kim lee luo"]);
        for (name, rank) in [("oh", 1), ("kim", 2), ("lee", 3), ("luo", 1)] {
            change_person(&mut visit, name, |person| person.rank = rank);
        }
        let mut plan = Arrangement {
            id: ArrangementId::new("table").unwrap(),
            item: ItemId::new("talks"),
            title: "table".into(),
            ..Arrangement::default()
        };
        change(&mut plan);
        visit.arrangements.push(Arc::new(plan));
        visit
    }

    fn placed(name: &str, slot: &str) -> Placed {
        let (person, slot) = (PersonId::new(name), slot.to_owned());
        Placed { person, slot, ..Placed::default() }
    }

    #[test]
    fn who_has_no_seat_is_found() {
        let car = talks(|plan| plan.kind = ArrangementKind::Car);
        assert!(found(&car, "seating").is_empty());
        let mut car = talks(|plan| plan.kind = ArrangementKind::Car);
        let more = person_id(&mut car, "park");
        crate::check::testing::change(&mut car, "talks", |item| item.attendance.people.push(more));
        assert_eq!(found(&car, "seating"), ["“table” has no seat for park"]);
    }

    #[test]
    fn a_place_that_is_kept_for_somebody_who_declined_is_found_and_freed() {
        let mut visit = talks(|plan| plan.placed = vec![placed("kim", "guests-r1")]);
        assert!(found(&visit, "seating").is_empty());
        change_person(&mut visit, "kim", |person| person.attendance = Rsvp::Declined);
        assert_eq!(found(&visit, "seating"), ["“table” keeps a place for kim, who is not there"]);
        let next = fixed(&visit, "seating", "Free the place of kim");
        assert!(next.arrangements[0].placed.is_empty());
    }

    #[test]
    fn a_guest_of_honour_on_another_seat_is_found_with_the_rule() {
        let visit =
            talks(|plan| plan.placed = vec![placed("oh", "guests-r1"), placed("kim", "guests-c")]);
        assert_eq!(
            found(&visit, "seating"),
            ["“table”: oh has guests, right 1; by rank it is guests, centre (international)"]
        );
        let next = fixed(&visit, "seating", "Give oh the place of honour");
        assert_eq!(next.arrangements[0].placed, []);
        // Others go where the officer says.
        let other = talks(|plan| plan.placed = vec![placed("lee", "guests-r1")]);
        assert!(found(&other, "seating").is_empty());
    }

    #[test]
    fn a_wish_that_cannot_be_met_is_found() {
        let wish = |people: [&str; 2]| Wish {
            people: people.iter().filter_map(|name| PersonId::new(name)).collect(),
            reason: "dispute".to_owned(),
            ..Wish::default()
        };
        let mut visit = talks(|plan| plan.wishes = vec![wish(["oh", "kim"])]);
        change_person(&mut visit, "lee", |person| person.attendance = Rsvp::Declined);
        assert_eq!(
            found(&visit, "seating"),
            ["“table”: oh, kim sit side by side and are to sit apart (dispute)"]
        );
    }

    #[test]
    fn a_table_of_two_sides_with_people_of_one_is_found() {
        let mut visit = talks(|_| ());
        change_person(&mut visit, "luo", |person| person.attendance = Rsvp::Declined);
        assert_eq!(found(&visit, "seating"), ["“table” has people of one side alone"]);
        let row = talks(|plan| plan.kind = ArrangementKind::HeadTable);
        assert!(found(&row, "seating").is_empty());
    }

    #[test]
    fn talks_without_a_plan_are_not_passed_off_as_fine() {
        let mut visit = talks(|_| ());
        crate::check::testing::change(&mut visit, "talks", |item| item.kind = ItemKind::Talks);
        assert!(found(&visit, "seating").is_empty());
        visit.arrangements.clear();
        assert_eq!(of(&visit, "seating")[0].severity, Severity::Unknown);
    }
}

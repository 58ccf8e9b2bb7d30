//! A past visit as the draft of the next one.

use std::sync::Arc;

use chrono::{Duration, NaiveDate};

use super::manage::FromPast;
use crate::edit::day::{afresh, without};
use crate::model::{
    About, Approval, EarlierVisit, GiftDirection, GiftStatus, Minute, Outcome, RecordKind, Rsvp,
    Status, Text, Visit,
};

/// The draft: dates moved, what happened forgotten, people and notes as wished.
/// Agreements and promises stay with the past, where the library finds them.
pub(super) fn renewed(past: &Visit, new: &FromPast) -> Visit {
    let first = past.about.first_day.or_else(|| past.days().first().copied());
    let shift = Shift(first.map_or(0, |first| (new.first_day - first).num_days()));
    let mut visit = past.clone();
    visit.about = Arc::new(about(past, new, shift));
    visit.agreements.clear();
    visit.follow_ups.clear();
    visit.issues.clear();
    visit.dismissals.clear();
    visit.gifts.retain(|gift| gift.direction == GiftDirection::ToGuests);
    for item in &mut visit.items {
        *item = Arc::new(afresh(item, shift.0));
    }
    renew_plans(&mut visit, shift);
    for person in visit.people.iter_mut().map(Arc::make_mut) {
        person.attendance = Rsvp::Expected;
        let link = EarlierVisit { visit: past.id.clone(), person: person.id.to_string() };
        if !past.id.is_empty() && !person.earlier_visits.contains(&link) {
            person.earlier_visits.push(link);
        }
    }
    if !new.keep.people {
        visit = without(visit, RecordKind::Person);
        visit.overrides.retain(|departure| departure.person.is_some());
    }
    if !new.keep.notes {
        visit = without(visit, RecordKind::Note);
    }
    visit
}

fn about(past: &Visit, new: &FromPast, shift: Shift) -> About {
    let old = &past.about;
    let title =
        if new.title.trim().is_empty() { old.title.clone() } else { Text::new(new.title.trim()) };
    About {
        title,
        status: Status::Draft,
        approval: Approval::NotAsked,
        first_day: Some(new.first_day),
        last_day: old.last_day.map(|day| shift.day(day)).or(Some(new.first_day)),
        confidential_until: shift.minute(old.confidential_until),
        source: String::new(),
        outcome: Outcome::default(),
        ..About::clone(old)
    }
}

fn renew_plans(visit: &mut Visit, shift: Shift) {
    for delegation in visit.delegations.iter_mut().map(Arc::make_mut) {
        delegation.notified_on = None;
        delegation.arrives = shift.minute(delegation.arrives);
        delegation.leaves = shift.minute(delegation.leaves);
    }
    for room in visit.rooms.iter_mut().map(Arc::make_mut) {
        room.from = shift.minute(room.from);
        room.to = shift.minute(room.to);
    }
    for note in visit.notes.iter_mut().map(Arc::make_mut) {
        note.due = note.due.map(|day| shift.day(day));
        note.done = false;
    }
    for task in visit.tasks.iter_mut().map(Arc::make_mut) {
        task.due = task.due.map(|day| shift.day(day));
        task.done = false;
    }
    for gift in visit.gifts.iter_mut().map(Arc::make_mut) {
        gift.status = GiftStatus::Idea;
        gift.ready_by = gift.ready_by.map(|day| shift.day(day));
    }
}

/// So many days later.
#[derive(Clone, Copy)]
struct Shift(i64);

impl Shift {
    fn day(self, day: NaiveDate) -> NaiveDate {
        let by = Duration::try_days(self.0).unwrap_or_default();
        day.checked_add_signed(by).unwrap_or(day)
    }

    fn minute(self, minute: Option<Minute>) -> Option<Minute> {
        minute.map(|minute| minute.on(self.day(minute.day())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Keep;
    use crate::model::{
        Agreement, AgreementId, Attendance, FollowUp, FollowUpId, Happened, Item, ItemId,
        ItemOutcome, ItemStatus, Note, NoteId, Person, PersonId, Step, StepId, VisitId, When,
    };

    fn minute(text: &str) -> Minute {
        Minute::parse(text).unwrap()
    }

    fn past() -> Visit {
        let person = PersonId::new("oh-se-hoon").unwrap();
        let item = Item {
            id: ItemId::new("tour").unwrap(),
            when: When::At(minute("2024-07-29 09:00")),
            status: ItemStatus::Confirmed,
            attendance: Attendance { people: vec![person.clone()], ..Attendance::default() },
            briefing: vec![NoteId::new("points").unwrap()],
            steps: vec![Step {
                id: StepId::new("photo").unwrap(),
                at: Some(minute("2024-07-29 09:30")),
                ..Step::default()
            }],
            outcome: ItemOutcome { happened: Happened::AsPlanned, ..ItemOutcome::default() },
            ..Item::default()
        };
        let about = About {
            title: Text::new("Seoul in Liangjiang"),
            status: Status::Done,
            first_day: Some("2024-07-29".parse().unwrap()),
            last_day: Some("2024-07-30".parse().unwrap()),
            ..About::default()
        };
        Visit {
            id: VisitId::new("seoul").unwrap(),
            about: Arc::new(about),
            people: vec![Arc::new(Person { id: person, ..Person::default() })],
            items: vec![Arc::new(item)],
            notes: vec![Arc::new(Note { id: NoteId::new("points").unwrap(), ..Note::default() })],
            agreements: vec![Arc::new(Agreement {
                id: AgreementId::new("cooperation").unwrap(),
                ..Agreement::default()
            })],
            follow_ups: vec![Arc::new(FollowUp {
                id: FollowUpId::new("talent").unwrap(),
                ..FollowUp::default()
            })],
            ..Visit::default()
        }
    }

    fn draft(keep: Keep) -> Visit {
        let first_day = "2027-05-18".parse().unwrap();
        renewed(&past(), &FromPast { title: "Seoul again".to_owned(), first_day, keep })
    }

    #[test]
    fn dates_move_and_what_happened_is_forgotten() {
        let visit = draft(Keep { people: true, notes: true });
        assert_eq!(visit.about.last_day, Some("2027-05-19".parse().unwrap()));
        assert_eq!(visit.about.status, Status::Draft);
        let item = &visit.items[0];
        assert_eq!(item.when, When::At(minute("2027-05-18 09:00")));
        assert_eq!(item.steps[0].at, Some(minute("2027-05-18 09:30")));
        assert_eq!(item.status, ItemStatus::Tentative);
        assert_eq!(item.outcome, ItemOutcome::default());
        assert!(visit.agreements.is_empty() && visit.follow_ups.is_empty());
    }

    #[test]
    fn people_who_come_along_are_linked_to_the_past_visit() {
        let visit = draft(Keep { people: true, notes: false });
        let link = EarlierVisit { visit: past().id, person: "oh-se-hoon".to_owned() };
        assert_eq!(visit.people[0].earlier_visits, [link]);
        assert!(visit.notes.is_empty() && visit.items[0].briefing.is_empty());
    }

    #[test]
    fn people_left_behind_leave_no_reference() {
        let visit = draft(Keep { people: false, notes: true });
        assert!(visit.people.is_empty() && visit.items[0].attendance.is_empty());
        assert_eq!(visit.notes.len(), 1);
        assert!(crate::model::integrity::problems(&visit).is_empty());
    }
}

//! What undo promises: any run of edits can be taken back step by step and done again.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Arc;

use proptest::prelude::*;
use retinue::diff::diff;
use retinue::edit::{Edit, Session, apply};
use retinue::model::{
    Item, ItemId, Minute, Person, PersonId, Record, RecordKind, RecordRef, Text, Visit, When,
    integrity,
};

/// What an officer does, by small numbers that pick the record and the value.
#[derive(Clone, Debug)]
enum Act {
    AddItem(u8),
    AddPerson(u8),
    Rename(u8, String),
    Reschedule(u8, u8),
    Host(u8, u8),
    Remove(u8),
    RemovePerson(u8),
    Move(u8, u8),
    Seal,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0..6_u8).prop_map(Act::AddItem),
        (0..4_u8).prop_map(Act::AddPerson),
        (0..6_u8, "[a-z吴오\"\\\\]{0,6}").prop_map(|(n, title)| Act::Rename(n, title)),
        (0..6_u8, 0..24_u8).prop_map(|(n, hour)| Act::Reschedule(n, hour)),
        (0..6_u8, 0..4_u8).prop_map(|(n, person)| Act::Host(n, person)),
        (0..6_u8).prop_map(Act::Remove),
        (0..4_u8).prop_map(Act::RemovePerson),
        (0..6_u8, 0..6_u8).prop_map(|(n, to)| Act::Move(n, to)),
        Just(Act::Seal),
    ]
}

fn item_id(n: u8) -> ItemId {
    ItemId::new(&format!("item-{n}")).unwrap()
}

fn person_id(n: u8) -> PersonId {
    PersonId::new(&format!("person-{n}")).unwrap()
}

/// The edit an act means in this visit; `None` where its record is not there.
fn edit_of(visit: &Visit, act: &Act) -> Option<Edit> {
    let changed = |n: u8, change: &dyn Fn(&mut Item)| {
        let mut item = Item::clone(visit.item(&item_id(n))?);
        change(&mut item);
        Some(Edit::set(item))
    };
    match act {
        Act::AddItem(n) => Some(Edit::add(Item { id: item_id(*n), ..Item::default() })),
        Act::AddPerson(n) => Some(Edit::add(Person { id: person_id(*n), ..Person::default() })),
        Act::Rename(n, title) => changed(*n, &|item| item.title = Text::new(title.as_str())),
        Act::Reschedule(n, hour) => {
            let at = Minute::parse(&format!("2024-07-29 {hour:02}:00"))?;
            changed(*n, &|item| item.when = When::At(at))
        }
        Act::Host(n, person) => changed(*n, &|item| item.hosted_by = vec![person_id(*person)]),
        Act::Remove(n) => Some(Edit::Remove(RecordRef::Item(item_id(*n)))),
        Act::RemovePerson(n) => Some(Edit::Remove(RecordRef::Person(person_id(*n)))),
        Act::Move(n, to) => {
            Some(Edit::Move { what: RecordRef::Item(item_id(*n)), to: usize::from(*to) })
        }
        Act::Seal => None,
    }
}

proptest! {
    #[test]
    fn any_run_of_edits_is_taken_back_and_done_again(acts in prop::collection::vec(act(), 0..60)) {
        let origin = Arc::new(Visit::default());
        let mut session = Session::opened(origin.clone());
        for act in &acts {
            if matches!(act, Act::Seal) {
                session.seal();
            }
            let before = session.visit().clone();
            if let Some(edit) = edit_of(session.visit(), act)
                && session.edit(edit).is_err()
            {
                prop_assert_eq!(&before, session.visit());
            }
        }
        let last = session.visit().clone();
        let states: Vec<Arc<Visit>> = session.steps().iter().map(|s| s.visit.clone()).collect();
        for state in states.iter().rev() {
            prop_assert_eq!(state, session.visit());
            prop_assert!(session.undo());
        }
        prop_assert!(!session.undo());
        prop_assert_eq!(&origin, session.visit());
        prop_assert!(!session.is_dirty());
        while session.redo() {}
        prop_assert_eq!(&last, session.visit());
    }

    #[test]
    fn two_visits_are_equal_exactly_when_nothing_changed_between_them(
        acts in prop::collection::vec(act(), 0..30),
    ) {
        let mut visit = Visit::default();
        for act in &acts {
            let Some(edit) = edit_of(&visit, act) else { continue };
            let Ok(next) = apply(&visit, edit) else { continue };
            let changes = diff(&visit, &next);
            prop_assert_eq!(changes.is_empty(), visit == next);
            prop_assert!(changes.iter().all(|change| !change.sentence().is_empty()));
            visit = next;
        }
    }

    #[test]
    fn no_edit_leaves_a_reference_to_what_is_gone(acts in prop::collection::vec(act(), 0..60)) {
        let mut visit = Visit::default();
        for act in &acts {
            if let Some(edit) = edit_of(&visit, act) {
                visit = apply(&visit, edit).unwrap_or(visit);
            }
            prop_assert_eq!(integrity::problems(&visit), []);
        }
    }
}

#[test]
fn every_kind_of_record_can_be_added_and_taken_back() {
    for kind in RecordKind::ALL {
        let origin = Arc::new(Visit::default());
        let record = Record::blank(*kind).with_id("one");
        let mut session = Session::opened(origin.clone());
        session.edit(Edit::Add { record, at: None }).unwrap();
        assert_eq!(session.visit().len(*kind), 1, "{kind:?}");
        assert!(session.undo());
        assert_eq!(session.visit(), &origin);
    }
}

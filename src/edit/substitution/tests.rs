//! The principal of a small visit is replaced by the deputy.

use super::*;
use crate::edit::apply;
use crate::model::{
    Act, Agreement, AgreementId, Arrangement, ArrangementId, Attendance, DelegationId, Gift,
    GiftId, Happened, ItemId, ItemOutcome, Journey, Note, NoteId, Party, Placed, Ride, Rider, Room,
    RoomId, Task, TaskId, integrity,
};

fn id(name: &str) -> PersonId {
    PersonId::new(name).unwrap()
}

fn item(name: &str, with: Item) -> Arc<Item> {
    Arc::new(Item { id: ItemId::new(name).unwrap(), ..with })
}

/// What the principal does, alone and with the others, ahead and behind.
fn items() -> Vec<Arc<Item>> {
    let whole = || Attendance {
        delegations: vec![DelegationId::new("guests").unwrap()],
        ..Attendance::default()
    };
    let rider = |name, locked| Rider { person: Some(id(name)), locked, ..Rider::default() };
    let ride = |riders| Ride { riders, ..Ride::default() };
    let journey = |mode, rides| Some(Journey { mode, rides, ..Journey::default() });
    let cars = vec![
        ride(vec![rider("principal", true)]),
        ride(vec![rider("deputy", false), rider("aide", false)]),
    ];
    let alone = Attendance { people: vec![id("principal")], ..Attendance::default() };
    let but_deputy = Attendance { except: vec![id("deputy")], ..whole() };
    let speech = vec![Act { people: vec![id("principal")], ..Act::default() }];
    let over = ItemOutcome { happened: Happened::AsPlanned, ..ItemOutcome::default() };
    vec![
        item("call", Item { attendance: alone.clone(), acts: speech, ..Item::default() }),
        item("tour", Item { attendance: but_deputy, ..Item::default() }),
        item(
            "ride",
            Item { attendance: whole(), journey: journey(Mode::Car, cars), ..Item::default() },
        ),
        item(
            "flight",
            Item {
                attendance: alone.clone(),
                journey: journey(Mode::Flight, Vec::new()),
                met_by: vec![id("principal")],
                ..Item::default()
            },
        ),
        item("past", Item { attendance: alone, outcome: over, ..Item::default() }),
    ]
}

fn visit() -> Visit {
    let person = |name, role| {
        let biography = format!("Life of {name}").as_str().into();
        Arc::new(Person { id: id(name), role, biography, ..Person::default() })
    };
    let seat = |name| Placed { person: Some(id(name)), slot: name.to_owned(), ..Placed::default() };
    let placed = vec![seat("principal"), seat("deputy"), seat("aide")];
    let mut visit = Visit {
        people: vec![
            person("principal", PartyRole::Head),
            person("deputy", PartyRole::Deputy),
            person("aide", PartyRole::Staff),
        ],
        delegations: vec![Arc::new(Delegation {
            id: DelegationId::new("guests").unwrap(),
            head: Some(id("principal")),
            deputy: Some(id("deputy")),
            members: vec![id("principal"), id("deputy"), id("aide")],
            ..Delegation::default()
        })],
        items: items(),
        rooms: vec![Arc::new(Room {
            id: RoomId::new("suite").unwrap(),
            people: vec![id("principal")],
            ..Room::default()
        })],
        notes: [("points", NoteKind::TalkingPoints), ("life", NoteKind::Biography)]
            .map(|(name, kind)| {
                let id = NoteId::new(name).unwrap();
                Arc::new(Note { id, kind, people: vec![self::id("principal")], ..Note::default() })
            })
            .to_vec(),
        tasks: vec![Arc::new(Task {
            id: TaskId::new("toast").unwrap(),
            owner: Some(id("principal")),
            ..Task::default()
        })],
        gifts: vec![Arc::new(Gift {
            id: GiftId::new("vase").unwrap(),
            presenter: Some(id("principal")),
            receiver: Some(id("principal")),
            ..Gift::default()
        })],
        agreements: vec![Arc::new(Agreement {
            id: AgreementId::new("memorandum").unwrap(),
            parties: vec![Party { signatory: Some(id("principal")), ..Party::default() }],
            ..Agreement::default()
        })],
        arrangements: vec![Arc::new(Arrangement {
            id: ArrangementId::new("table").unwrap(),
            item: ItemId::new("call"),
            placed,
            ..Arrangement::default()
        })],
        ..Visit::default()
    };
    let about = Arc::make_mut(&mut visit.about);
    about.principal = Some(id("principal"));
    about.guest_of_honour = Some(id("principal"));
    about.contact = Some(id("aide"));
    visit
}

fn replaced() -> (Visit, Visit) {
    let visit = visit();
    let edits = substitute(&visit, &id("principal"), &id("deputy")).unwrap();
    let after = apply(&visit, Edit::Together { label: "x".to_owned(), edits }).unwrap();
    assert_eq!(integrity::problems(&after), []);
    (visit, after)
}

fn attend(visit: &Visit, at: usize) -> Vec<&str> {
    visit.participants(&visit.items[at]).iter().map(|one| one.id.as_str()).collect()
}

#[test]
fn posts_programme_seats_cars_signature_presenter_and_notes_follow() {
    let (_, after) = replaced();
    let deputy = Some(id("deputy"));
    assert_eq!(after.about.principal, deputy);
    assert_eq!(after.about.guest_of_honour, deputy);
    assert_eq!(after.about.contact, Some(id("aide")));
    let party = &after.delegations[0];
    assert_eq!((&party.head, &party.deputy), (&deputy, &None));
    assert_eq!(after.people[0].attendance, Rsvp::Declined);
    assert_eq!(after.people[1].role, PartyRole::Head);
    // The call, with the speech; and the tour that the deputy was not to be at.
    assert_eq!((attend(&after, 0), attend(&after, 1)), (vec!["deputy"], vec!["deputy", "aide"]));
    assert_eq!(after.items[0].acts[0].people, [id("deputy")]);
    let rides = &after.items[2].journey.as_ref().unwrap().rides;
    let riders = |at: usize| rides[at].riders.iter().map(|r| r.person.clone()).collect::<Vec<_>>();
    assert_eq!((riders(0), riders(1)), (vec![deputy.clone()], vec![Some(id("aide"))]));
    assert!(rides[0].riders[0].locked);
    let placed = &after.arrangements[0].placed;
    assert_eq!((placed[0].slot.as_str(), &placed[0].person), ("principal", &deputy));
    assert_eq!(placed.len(), 2);
    assert_eq!(after.agreements[0].parties[0].signatory, deputy);
    assert_eq!(after.gifts[0].presenter, deputy);
    assert_eq!(after.notes[0].people, [id("deputy")]);
    assert_eq!(after.tasks[0].owner, deputy);
}

#[test]
fn life_gift_flight_and_past_stay_with_the_person_and_the_room_is_freed() {
    let (before, after) = replaced();
    assert_eq!(after.people[0].biography, before.people[0].biography);
    assert_eq!(after.people[1].biography, before.people[1].biography);
    assert_eq!(after.gifts[0].receiver, Some(id("principal")));
    assert_eq!(after.notes[1], before.notes[1]);
    assert_eq!(after.items[3].attendance, before.items[3].attendance);
    assert_eq!(after.items[3].met_by, [id("deputy")]);
    assert_eq!(after.items[4], before.items[4]);
    assert_eq!(after.rooms[0].people, []);
}

#[test]
fn nobody_stands_in_for_themselves_and_no_stranger_and_nobody_who_declined() {
    let mut visit = visit();
    let swap = |visit: &Visit, who: &str, by: &str| substitute(visit, &id(who), &id(by));
    assert_eq!(swap(&visit, "aide", "aide"), Err(SubstituteError::Same));
    assert!(matches!(swap(&visit, "aide", "x"), Err(SubstituteError::Nobody { .. })));
    Arc::make_mut(&mut visit.people[1]).attendance = Rsvp::Declined;
    assert!(matches!(swap(&visit, "principal", "deputy"), Err(SubstituteError::Declined { .. })));
}

#[test]
fn the_deputy_is_the_usual_one_for_the_head_and_the_head_for_the_rest() {
    let mut visit = visit();
    assert_eq!(usual_substitute(&visit, &id("principal")), Some(id("deputy")));
    assert_eq!(usual_substitute(&visit, &id("deputy")), Some(id("principal")));
    Arc::make_mut(&mut visit.people[1]).attendance = Rsvp::Declined;
    assert_eq!(usual_substitute(&visit, &id("aide")), Some(id("principal")));
    assert_eq!(usual_substitute(&visit, &id("principal")), None);
}

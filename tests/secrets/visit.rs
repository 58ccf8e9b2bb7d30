//! The visit: every list has an entry, every optional record is there.

use std::sync::Arc;

use retinue::model::*;

macro_rules! id {
    ($type:ident, $id:expr) => {
        $type::new($id).unwrap()
    };
}

/// A text in two languages; the secrets are put in later.
fn both() -> Text {
    Text::new("main").with(&Lang::zh(), "other")
}

fn at(time: &str) -> Minute {
    Minute::parse(&format!("2024-07-29 {time}")).unwrap()
}

fn day() -> chrono::NaiveDate {
    at("00:00").day()
}

fn person(id: &str) -> PersonId {
    id!(PersonId, id)
}

#[expect(clippy::unnecessary_wraps, reason = "the fields it is for are optional")]
fn place(id: &str) -> Option<PlaceId> {
    Some(id!(PlaceId, id))
}

pub(crate) fn full() -> Visit {
    Visit {
        id: id!(VisitId, "visit"),
        about: Arc::new(about()),
        delegations: delegations().into_iter().map(Arc::new).collect(),
        groups: vec![Arc::new(Group {
            id: id!(GroupId, "group"),
            members: vec![person("member")],
            ..Group::default()
        })],
        people: people().into_iter().map(Arc::new).collect(),
        places: ["venue", "rain", "from", "to", "meeting", "hidden", "staff-room", "plan-b"]
            .map(|id| Arc::new(a_place(id)))
            .to_vec(),
        travel_times: vec![TravelTime::default()],
        items: vec![
            Arc::new(item("public", Visibility::Public, "venue")),
            Arc::new(meal("guests", Visibility::Guests, "venue")),
            Arc::new(item("staff", Visibility::Staff, "staff-room")),
            Arc::new(meal("confidential", Visibility::Confidential, "hidden")),
        ],
        vehicles: vec![Arc::new(Vehicle {
            id: id!(VehicleId, "car"),
            driver: Some(person("driver")),
            ..Vehicle::default()
        })],
        rooms: vec![Arc::new(Room {
            id: id!(RoomId, "room"),
            people: vec![person("head")],
            ..Room::default()
        })],
        notes: vec![Arc::new(note("note", NoteVisibility::Staff))],
        tasks: vec![Arc::new(Task { id: id!(TaskId, "task"), ..Task::default() })],
        gifts: vec![
            Arc::new(gift("gift", "public")),
            Arc::new(gift("secret-gift", "confidential")),
        ],
        agreements: vec![Arc::new(agreement())],
        follow_ups: vec![Arc::new(FollowUp {
            id: id!(FollowUpId, "promise"),
            ..FollowUp::default()
        })],
        arrangements: vec![Arc::new(arrangement())],
        overrides: vec![Override { person: Some(person("head")), ..Override::default() }],
        issues: vec![Issue { holders: vec![person("head")], ..Issue::default() }],
        dismissals: vec![Dismissal { things: vec![String::new()], ..Dismissal::default() }],
    }
}

fn about() -> About {
    About {
        title: both(),
        subtitle: both(),
        place: both(),
        dress: both(),
        first_day: Some(day()),
        last_day: Some(day()),
        zone: Zone::new("Asia/Shanghai").unwrap(),
        language: Lang::en(),
        languages: vec![Lang::en(), Lang::zh()],
        principal: Some(person("head")),
        contact: Some(person("contact")),
        action_officer: Some(person("officer")),
        meeting_point: place("meeting"),
        confidential_until: Some(at("08:00")),
        lines_to_take: vec![LineToTake::default()],
        ranks: RankScheme {
            classes: vec![OfficeClass { name: both(), ..OfficeClass::default() }],
            ..RankScheme::default()
        },
        bodies: vec![Body { name: both(), ..Body::default() }],
        ..About::default()
    }
}

fn delegations() -> Vec<Delegation> {
    let members = |ids: &[&str]| ids.iter().map(|id| person(id)).collect();
    vec![
        Delegation {
            id: id!(DelegationId, "guests"),
            name: both(),
            side: Side::Guest,
            head: Some(person("head")),
            members: members(&["head", "member"]),
            ..Delegation::default()
        },
        Delegation {
            id: id!(DelegationId, "hosts"),
            side: Side::Host,
            head: Some(person("contact")),
            members: members(&["contact", "open-phone", "officer", "driver"]),
            ..Delegation::default()
        },
    ]
}

fn people() -> Vec<Person> {
    let ids = [
        "head",
        "member",
        "contact",
        "open-phone",
        "officer",
        "driver",
        "greeter",
        "press-contact",
        "plotter",
        "stranger",
    ];
    let role = |id| match id {
        "driver" => PartyRole::Driver,
        "greeter" => PartyRole::Greeter,
        _ => PartyRole::Member,
    };
    ids.map(|id| Person {
        id: person(id),
        name: both(),
        honorific: both(),
        role: role(id),
        phone_for_guests: id == "open-phone",
        languages: vec![Lang::ko()],
        offices: vec![Office {
            post: both(),
            body: both(),
            counts_at: vec![id!(ItemId, "public")],
            ..Office::default()
        }],
        earlier_visits: vec![EarlierVisit::default()],
        ..Person::default()
    })
    .to_vec()
}

fn a_place(id: &str) -> Place {
    Place {
        id: id!(PlaceId, id),
        name: both(),
        contact: Some(person("officer")),
        ..Place::default()
    }
}

/// The same as a meal: the kitchen reads who eats what.
fn meal(id: &str, visibility: Visibility, venue: &str) -> Item {
    Item { kind: ItemKind::Meal, ..item(id, visibility, venue) }
}

fn item(name: &str, visibility: Visibility, venue: &str) -> Item {
    let is_hidden = visibility == Visibility::Confidential;
    let someone = || vec![person(if is_hidden { "plotter" } else { "head" })];
    Item {
        id: id!(ItemId, name),
        title: both(),
        when: When::Range(at("09:00"), at("10:00")),
        visibility,
        place: place(venue),
        room: both(),
        rain_place: place(if is_hidden { "hidden" } else { "rain" }),
        attendance: Attendance {
            delegations: vec![id!(DelegationId, "guests")],
            groups: vec![id!(GroupId, "group")],
            people: someone(),
            except: vec![person("stranger")],
        },
        hosted_by: someone(),
        met_by: vec![person("greeter")],
        farewelled_by: someone(),
        escorts: someone(),
        responsible: Some(person("officer")),
        languages: vec![Lang::ko()],
        interpreters: someone(),
        note_takers: someone(),
        acts: vec![
            Act { kind: ActKind::Speech, people: someone(), details: both() },
            Act { kind: ActKind::Photo, people: someone(), ..Act::default() },
        ],
        press: Some(Press { contact: Some(person("press-contact")), ..Press::default() }),
        journey: Some(journey(is_hidden)),
        steps: vec![Step { who: someone(), what: both(), ..Step::default() }],
        alternatives: vec![Alternative {
            place: place(if is_hidden { "hidden" } else { "plan-b" }),
            ..Alternative::default()
        }],
        briefing: vec![id!(NoteId, "note")],
        outcome: ItemOutcome { said: vec![Statement::default()], ..ItemOutcome::default() },
        calendar: CalendarEntry { sent: vec![String::new()], ..CalendarEntry::default() },
        ..Item::default()
    }
}

fn journey(is_hidden: bool) -> Journey {
    let (from, to) = if is_hidden { ("hidden", "hidden") } else { ("from", "to") };
    Journey {
        from: place(from),
        to: place(to),
        mode: Mode::Flight,
        rides: vec![Ride {
            vehicle: Some(id!(VehicleId, "car")),
            riders: vec![Rider { person: Some(person("head")), ..Rider::default() }],
            ..Ride::default()
        }],
        lounge_access: vec![person("greeter")],
        ..Journey::default()
    }
}

fn note(id: &str, visibility: NoteVisibility) -> Note {
    Note {
        id: id!(NoteId, id),
        visibility,
        talking_points: vec![TalkingPoint::default()],
        items: vec![id!(ItemId, "public")],
        people: vec![person("head")],
        ..Note::default()
    }
}

fn gift(id: &str, item: &str) -> Gift {
    Gift {
        id: id!(GiftId, id),
        direction: GiftDirection::ToGuests,
        item: Some(id!(ItemId, item)),
        receiver: Some(person("head")),
        ..Gift::default()
    }
}

fn agreement() -> Agreement {
    Agreement {
        id: id!(AgreementId, "agreement"),
        parties: vec![Party::default()],
        witnesses: vec![person("head")],
        languages: vec![Lang::ko()],
        ..Agreement::default()
    }
}

fn arrangement() -> Arrangement {
    Arrangement {
        id: id!(ArrangementId, "table"),
        item: Some(id!(ItemId, "public")),
        placed: vec![Placed::default()],
        wishes: vec![Wish { people: vec![person("head")], ..Wish::default() }],
        overrides: vec![Override::default()],
        ..Arrangement::default()
    }
}

//! The worked examples of PROTOCOL section 5, and what holds for every number of people.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::model::{
    Agreement, AgreementId, ArrangementId, Attendance, Choice as _, Delegation, DelegationId,
    FlagOrder, InterpreterSeat, Item, ItemId, PartyRole, Person, Placed, Rsvp, Wish, WishKind,
};

pub(super) fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

/// `g1`, `g2`, … and `h1`, `h2`, … by rank, and who helps.
pub(super) fn visit(guests: usize, hosts: usize, helpers: &[&str]) -> Visit {
    let side = |letter: &str, count: usize| -> Vec<Person> {
        let one = |n: usize| Person {
            id: id(&format!("{letter}{n}")),
            rank: n as u16,
            ..Person::default()
        };
        (1..=count).map(one).collect()
    };
    let helper = |name: &&str| {
        let role = if name.ends_with('i') { PartyRole::Interpreter } else { PartyRole::NoteTaker };
        Person { id: id(name), role, rank: 90, ..Person::default() }
    };
    let people: Vec<Person> = side("g", guests)
        .into_iter()
        .chain(side("h", hosts))
        .chain(helpers.iter().map(helper))
        .collect();
    let of = |letter: char| -> Vec<PersonId> {
        let own = people.iter().filter(|person| person.id.as_str().starts_with(letter));
        own.map(|person| person.id.clone()).collect()
    };
    let delegation = |name: &str, side, letter| {
        Arc::new(Delegation {
            id: DelegationId::new(name).unwrap(),
            side,
            members: of(letter),
            country: if letter == 'g' { "KR".to_owned() } else { "CN".to_owned() },
            ..Delegation::default()
        })
    };
    let delegations =
        vec![delegation("guests", Side::Guest, 'g'), delegation("hosts", Side::Host, 'h')];
    let all = delegations.iter().map(|delegation| delegation.id.clone()).collect();
    let item = Item {
        id: ItemId::new("item").unwrap(),
        attendance: Attendance { delegations: all, ..Attendance::default() },
        ..Item::default()
    };
    let about = crate::model::About { country: "CN".to_owned(), ..Default::default() };
    Visit {
        about: Arc::new(about),
        people: people.into_iter().map(Arc::new).collect(),
        delegations,
        items: vec![Arc::new(item)],
        ..Visit::default()
    }
}

pub(super) fn arrangement(kind: ArrangementKind, convention: Convention) -> Arrangement {
    Arrangement {
        id: ArrangementId::new("plan").unwrap(),
        item: ItemId::new("item"),
        kind,
        convention: Some(convention),
        ..Arrangement::default()
    }
}

pub(super) fn of(visit: &Visit, arrangement: &Arrangement) -> Seating {
    let mut visit = visit.clone();
    visit.arrangements = vec![Arc::new(arrangement.clone())];
    Seating::of(&visit, arrangement)
}

/// Rows of names, `–` where nobody is.
fn rows(seating: &Seating) -> Vec<String> {
    let name = |seat: &Seat| match &seat.who {
        Some(Who::Person { id, .. }) => id.as_str().to_uppercase(),
        Some(Who::Flag(country)) => country.clone(),
        None => "–".to_owned(),
    };
    let row = |row: &Row| row.seats.iter().map(name).collect::<Vec<_>>().join(" ");
    seating.rows.iter().map(row).collect()
}

fn seated(visit: &Visit, kind: ArrangementKind, convention: Convention) -> Vec<String> {
    rows(&of(visit, &arrangement(kind, convention)))
}

use ArrangementKind as Kind;
use Convention::{ChineseDomestic, ChineseWithForeignGuests, International, Korean, UsBusiness};

#[test]
fn a_head_table_has_the_host_in_the_centre_and_the_first_guest_at_the_hosts_right() {
    let visit = visit(6, 1, &[]);
    assert_eq!(seated(&visit, Kind::HeadTable, International), ["G5 G3 G1 H1 G2 G4 G6"]);
    assert_eq!(seated(&visit, Kind::Podium, ChineseWithForeignGuests), ["G5 G3 G1 H1 G2 G4 G6"]);
}

#[test]
fn on_a_domestic_chinese_podium_the_left_is_higher() {
    let order = |count| seated(&visit(0, count, &[]), Kind::Podium, ChineseDomestic);
    assert_eq!(order(7), ["H7 H5 H3 H1 H2 H4 H6"]);
    assert_eq!(order(6), ["H5 H3 H1 H2 H4 H6"]);
    assert_eq!(seated(&visit(0, 7, &[]), Kind::GroupPhoto, ChineseDomestic), order(7));
}

#[test]
fn on_sofas_the_guest_of_honour_is_at_the_hosts_right_and_each_side_goes_on_outward() {
    let plain = visit(4, 4, &[]);
    let wanted = ["G4 G3 G2 G1 H1 H2 H3 H4"];
    assert_eq!(seated(&plain, Kind::SofaMeeting, ChineseWithForeignGuests), wanted);
    let helped = visit(1, 1, &["gi", "hi", "hn"]);
    let wanted = ["G1 H1", "GI", "HI HN"];
    assert_eq!(seated(&helped, Kind::SofaMeeting, International), wanted);
}

#[test]
fn at_a_conference_table_guests_face_the_door() {
    let wanted = ["G4 G2 G1 G3 G5", "H5 H3 H1 H2 H4"];
    assert_eq!(seated(&visit(5, 5, &[]), Kind::ConferenceTable, International), wanted);
    let domestic = ["G5 G3 G1 G2 G4", "H4 H2 H1 H3 H5"];
    assert_eq!(seated(&visit(5, 5, &[]), Kind::ConferenceTable, ChineseDomestic), domestic);
}

#[test]
fn interpreters_at_the_table_are_placed_first() {
    let visit = visit(5, 5, &["gi", "hi"]);
    let wanted = ["G5 G3 GI G1 G2 G4 –", "– H4 H2 H1 HI H3 H5"];
    assert_eq!(seated(&visit, Kind::ConferenceTable, ChineseWithForeignGuests), wanted);
    let mut plan = arrangement(Kind::ConferenceTable, International);
    assert_eq!(
        rows(&of(&visit, &plan)).last().unwrap(),
        "HI",
        "behind, where nothing else is said"
    );
    plan.interpreters = InterpreterSeat::HostRightGuestLeft;
    let wanted = ["G5 G3 G2 G1 GI G4 –", "– H4 H2 H1 HI H3 H5"];
    assert_eq!(rows(&of(&visit, &plan)), wanted);
}

#[test]
fn whom_the_table_has_no_seat_for_sits_behind() {
    let mut plan = arrangement(Kind::ConferenceTable, ChineseWithForeignGuests);
    plan.seats = 4;
    let wanted = ["G3 GI G1 G2", "H3 H1 H2 H4", "G4 G5", "H5"];
    let seated = rows(&of(&visit(5, 5, &["gi"]), &plan));
    assert_eq!(
        seated.iter().map(|row| row.replace("– ", "").replace(" –", "")).collect::<Vec<_>>(),
        wanted
    );
}

#[test]
fn round_tables_have_their_places_of_honour() {
    let at = |convention, hosts| {
        let mut plan = arrangement(Kind::RoundTables, convention);
        (plan.seats, plan.tables) = (10, 1);
        rows(&of(&visit(8, hosts, &[]), &plan))
    };
    // Clockwise from the host.
    let chinese = ["H1 G2 G6 G7 G3 H2 G4 G8 G5 G1"];
    assert_eq!(at(ChineseWithForeignGuests, 2), chinese);
    let american = ["H1 G3 G7 G6 G2 H2 G4 G8 G5 G1"];
    assert_eq!(at(UsBusiness, 2), american);
    assert_eq!(at(International, 1), ["H1 G2 G4 G6 G8 – G7 G5 G3 G1"]);
}

#[test]
fn the_host_signs_at_the_left_as_the_host_sees_it() {
    let mut visit = visit(5, 5, &["gn", "hn"]);
    let party = |signatory: &str, assistant: &str| crate::model::Party {
        signatory: Some(id(signatory)),
        assistant: Some(id(assistant)),
        ..Default::default()
    };
    visit.agreements = vec![Arc::new(Agreement {
        id: AgreementId::new("agreement").unwrap(),
        item: ItemId::new("item"),
        parties: vec![party("h5", "hn"), party("g5", "gn")],
        ..Agreement::default()
    })];
    let wanted = ["GN G5 H5 HN", "G4 G3 G2 G1 H1 H2 H3 H4"];
    assert_eq!(seated(&visit, Kind::SigningTable, ChineseWithForeignGuests), wanted);
}

#[test]
fn of_three_signing_parties_the_highest_is_in_the_middle() {
    let mut visit = visit(2, 1, &[]);
    let party = |signatory: &str| crate::model::Party {
        signatory: Some(id(signatory)),
        ..Default::default()
    };
    visit.agreements = vec![Arc::new(Agreement {
        id: AgreementId::new("agreement").unwrap(),
        item: ItemId::new("item"),
        parties: vec![party("g2"), party("h1"), party("g1")],
        ..Agreement::default()
    })];
    let front = seated(&visit, Kind::SigningTable, International).remove(0);
    let order = order(&visit, &crate::protocol::Purpose::Item(ItemId::new("item").unwrap()));
    let name = |at: usize| order[at].person.as_str().to_uppercase();
    assert_eq!(front, format!("{} {} {}", name(1), name(0), name(2)));
}

use crate::protocol::order;

#[test]
fn a_photo_has_the_host_in_the_centre_and_even_numbers_share_it() {
    assert_eq!(seated(&visit(4, 1, &[]), Kind::GroupPhoto, International), ["G3 G1 H1 G2 G4"]);
    assert_eq!(seated(&visit(3, 1, &[]), Kind::GroupPhoto, International), ["G2 G1 H1 G3"]);
}

#[test]
fn the_best_seat_of_a_car_depends_on_country_and_convention() {
    let riders = |count, convention, country: &str| {
        let mut visit = visit(count, 0, &[]);
        Arc::make_mut(&mut visit.about).country = country.to_owned();
        seated(&visit, Kind::Car, convention)
    };
    assert_eq!(riders(3, ChineseWithForeignGuests, "CN"), ["G3", "G2 – G1"]);
    assert_eq!(riders(4, ChineseWithForeignGuests, "CN"), ["G4", "G2 G3 G1"]);
    assert_eq!(riders(3, International, "DE"), ["–", "G2 G3 G1"]);
    assert_eq!(riders(4, Korean, "KR"), ["G3", "G2 G4 G1"]);
    assert_eq!(riders(2, International, "GB"), ["–", "G1 – G2"]);
}

#[test]
fn flags_have_a_switch_of_their_own() {
    let visit = visit(1, 1, &[]);
    assert_eq!(seated(&visit, Kind::Flags, ChineseWithForeignGuests), ["KR CN"]);
    assert_eq!(seated(&visit, Kind::Flags, Korean), ["CN KR"], "the host keeps the higher place");
}

#[test]
fn where_the_host_drives_the_seat_beside_is_the_first_and_never_empty() {
    let drive = |guests, country: &str| {
        let mut visit = visit(guests, 1, &[]);
        Arc::make_mut(&mut visit.about).country = country.to_owned();
        let plan = Arrangement { host_drives: true, ..arrangement(Kind::Car, International) };
        rows(&of(&visit, &plan))
    };
    assert_eq!(drive(1, "CN"), ["H1 G1", "– – –"]);
    assert_eq!(drive(3, "CN"), ["H1 G1", "G3 – G2"]);
    assert_eq!(drive(3, "GB"), ["G1 H1", "G2 – G3"], "traffic keeps to the left");
    let mut visit = visit(2, 0, &[]);
    Arc::make_mut(&mut visit.about).traffic = crate::model::Traffic::Left;
    assert_eq!(seated(&visit, Kind::Car, International), ["–", "G1 – G2"], "as stated");
}

#[test]
fn even_domestic_rows_have_two_variants() {
    let plan = |even| Arrangement { even, ..arrangement(Kind::Podium, ChineseDomestic) };
    let seats = |even| rows(&of(&visit(0, 6, &[]), &plan(even)));
    assert_eq!(seats(crate::model::EvenRow::SharedCentre), ["H5 H3 H1 H2 H4 H6"]);
    assert_eq!(seats(crate::model::EvenRow::FirstAtOwnLeft), ["H6 H4 H2 H1 H3 H5"]);
}

#[test]
fn in_an_alternating_photo_each_side_of_the_host_runs_guest_host_guest() {
    let plan = Arrangement { alternating: true, ..arrangement(Kind::GroupPhoto, International) };
    assert_eq!(rows(&of(&visit(4, 5, &[]), &plan)), ["H4 G3 H2 G1 H1 G2 H3 G4 H5"]);
}

#[test]
fn flags_are_of_the_countries_that_are_there_and_in_the_order_that_is_stated() {
    let mut visit = visit(1, 1, &[]);
    visit.delegations.push(Arc::new(Delegation {
        id: DelegationId::new("absent").unwrap(),
        country: "JP".to_owned(),
        ..Delegation::default()
    }));
    let plan = arrangement(Kind::Flags, International);
    assert_eq!(rows(&of(&visit, &plan)), ["KR CN"]);
    let host_first = Arrangement { flag_order: FlagOrder::HostFirst, ..plan };
    assert_eq!(rows(&of(&visit, &host_first)), ["CN KR"]);
}

#[test]
fn a_seat_names_the_override_that_moved_somebody() {
    let mut visit = visit(3, 1, &[]);
    visit.overrides = vec![crate::model::Override {
        person: Some(id("g3")),
        before: Some(id("g2")),
        reason: "former minister".to_owned(),
        ..Default::default()
    }];
    let seating = of(&visit, &arrangement(Kind::HeadTable, International));
    assert_eq!(rows(&seating), ["G2 G1 H1 G3"]);
    let why = |slot: &str| {
        let seat = seating.rows[0].seats.iter().find(|seat| seat.slot == slot).unwrap();
        let Some(Who::Person { id, why }) = &seat.who else { panic!() };
        seating.sentence(id, *why)
    };
    assert_eq!(
        why("head-l1"),
        "number 3 of all present, at the left of the centre (international); moved from number 3 \
         of the own side by the override “former minister”"
    );
    assert!(!why("head-r2").contains("override"), "who only made room was not moved");
}

fn wish(kind: WishKind, people: &[&str]) -> Wish {
    Wish { kind, people: people.iter().map(|name| id(name)).collect(), ..Wish::default() }
}

#[test]
fn who_is_to_sit_apart_or_together_does_so_with_the_least_change_by_rank() {
    let visit = visit(6, 1, &[]);
    let plan = |wishes| Arrangement { wishes, ..arrangement(Kind::HeadTable, International) };
    let seats = |wishes| {
        let plan = plan(wishes);
        let seating = of(&visit, &plan);
        (rows(&seating).join(""), seating.broken(&plan).len())
    };
    assert_eq!(seats(Vec::new()).0, "G5 G3 G1 H1 G2 G4 G6");
    let apart = seats(vec![wish(WishKind::Apart, &["g5", "g3"])]);
    assert_eq!(apart, ("G6 G3 G1 H1 G2 G4 G5".to_owned(), 0));
    let together = seats(vec![wish(WishKind::Together, &["g5", "g6"])]);
    assert_eq!(together, ("G4 G3 G1 H1 G2 G5 G6".to_owned(), 0));
    // The first guest does not leave the host's right hand for a wish.
    let first = seats(vec![wish(WishKind::Apart, &["h1", "g1"])]);
    assert_eq!(first, ("G5 G3 G1 H1 G2 G4 G6".to_owned(), 1));
}

#[test]
fn who_was_placed_by_hand_stays_and_who_declined_leaves() {
    let mut visit = visit(3, 1, &[]);
    let mut plan = arrangement(Kind::HeadTable, International);
    plan.placed =
        vec![Placed { person: Some(id("g3")), slot: "head-r1".to_owned(), locked: true, table: 1 }];
    assert_eq!(rows(&of(&visit, &plan)), ["G2 G3 H1 G1"]);
    Arc::make_mut(&mut visit.people[0]).attendance = Rsvp::Declined;
    assert_eq!(rows(&of(&visit, &plan)), ["G3 H1 G2"], "the free place is filled");
    Arc::make_mut(&mut visit.people[2]).attendance = Rsvp::Declined;
    assert_eq!(rows(&of(&visit, &plan)), ["G2 H1"]);
}

#[test]
fn a_host_with_four_heads_sits_between_the_first_two() {
    let wanted = ["G3 G1 H1 G2 G4"];
    assert_eq!(seated(&visit(4, 1, &[]), Kind::HeadTable, International), wanted);
}

#[test]
fn every_seat_is_explained() {
    let visit = visit(3, 3, &["gi", "hi"]);
    for kind in ArrangementKind::ALL {
        for convention in Convention::ALL {
            for row in of(&visit, &arrangement(*kind, *convention)).rows {
                for seat in row.seats {
                    if let Some(Who::Person { why, .. }) = seat.who {
                        assert!(!why.sentence(*convention).is_empty());
                    }
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn nobody_is_seated_twice_or_lost_and_the_order_of_the_lists_does_not_matter(
        guests in 0_usize..14,
        hosts in 0_usize..14,
        kind in 0..ArrangementKind::ALL.len(),
        convention in 0..Convention::ALL.len(),
        seats in 0_u16..9,
        tables in 0_u16..4,
        turn in 0_usize..20,
    ) {
        let (kind, convention) = (ArrangementKind::ALL[kind], Convention::ALL[convention]);
        let mut planned = visit(guests, hosts, &["gi", "hi", "hn"]);
        let plan = Arrangement { seats, tables, ..arrangement(kind, convention) };
        let seating = of(&planned, &plan);
        let mut seen = BTreeSet::new();
        for row in &seating.rows {
            for seat in &row.seats {
                if let Some(Who::Person { id, .. }) = &seat.who {
                    prop_assert!(seen.insert(id.clone()), "{} twice", id);
                }
            }
        }
        for id in &seating.unseated {
            prop_assert!(seen.insert(id.clone()), "{} unseated and seated", id);
        }
        let count = planned.people.len();
        planned.people.rotate_left(turn % count);
        for delegation in &mut planned.delegations {
            let members = &mut Arc::make_mut(delegation).members;
            members.reverse();
        }
        prop_assert_eq!(of(&planned, &plan), seating);
    }

    #[test]
    fn a_locked_seat_never_moves_whoever_else_comes_or_stays_away(
        guests in 2_usize..12,
        hosts in 1_usize..12,
        kind in 0..ArrangementKind::ALL.len(),
        convention in 0..Convention::ALL.len(),
        locked in 0_usize..24,
        gone in 0_usize..24,
    ) {
        let (kind, convention) = (ArrangementKind::ALL[kind], Convention::ALL[convention]);
        let mut planned = visit(guests, hosts, &["gi", "hi"]);
        let mut plan = arrangement(kind, convention);
        let before = of(&planned, &plan);
        let seats = before.seated().map(|(slot, id, _)| (slot.to_owned(), id.clone()));
        let seats: Vec<(String, PersonId)> = seats.collect();
        prop_assume!(!seats.is_empty());
        let (slot, person) = seats[locked % seats.len()].clone();
        let holder = Some(person.clone());
        plan.placed = vec![Placed { person: holder, slot: slot.clone(), locked: true, table: 1 }];
        let seating = of(&planned, &plan);
        prop_assert_eq!(seating.slot_of(&person), Some(slot.as_str()));
        let other = gone % planned.people.len();
        prop_assume!(planned.people[other].id != person);
        Arc::make_mut(&mut planned.people[other]).attendance = Rsvp::Declined;
        let after = of(&planned, &plan);
        // A smaller plan may not have the seat any more; where it has, its holder keeps it.
        let is_there = after.rows.iter().flat_map(|row| &row.seats).any(|seat| seat.slot == slot);
        if is_there {
            prop_assert_eq!(after.slot_of(&person), Some(slot.as_str()));
        }
    }

    #[test]
    fn a_domestic_chinese_podium_is_the_mirror_image(count in 0_usize..20) {
        let visit = visit(0, 2 * count + 1, &[]);
        let domestic = of(&visit, &arrangement(Kind::Podium, ChineseDomestic));
        let mut mirrored = of(&visit, &arrangement(Kind::Podium, International));
        mirrored.rows[0].seats.reverse();
        let names = |seating: &Seating| rows(seating);
        prop_assert_eq!(names(&domestic), names(&mirrored));
    }
}

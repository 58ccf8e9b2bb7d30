//! What an ask does and what it leaves alone.

use proptest::prelude::*;

use super::*;
use crate::model::{Attendance, Item, Minute, Person, PersonId, Place, PlaceId, When};

fn minute(mins: i64) -> Minute {
    Minute::parse("2024-07-29 08:00").unwrap().plus_mins(mins)
}

fn item(id: &str, start: i64, mins: i64, people: &[&str], fixed: bool) -> Arc<Item> {
    let people = people.iter().map(|id| PersonId::new(id).unwrap()).collect();
    Arc::new(Item {
        id: ItemId::new(id).unwrap(),
        title: id.into(),
        when: When::Range(minute(start), minute(start + mins)),
        attendance: Attendance { people, ..Attendance::default() },
        fixed,
        ..Item::default()
    })
}

fn visit(items: Vec<Arc<Item>>) -> Visit {
    let person = |id| Person { id: PersonId::new(id).unwrap(), ..Person::default() };
    let people = ["p1", "p2", "p3"].map(|id| Arc::new(person(id))).to_vec();
    Visit { people, items, ..Visit::default() }
}

fn starts(visit: &Visit) -> Vec<i64> {
    let start = |item: &Arc<Item>| item.when.start().unwrap().mins_since(minute(0));
    visit.items.iter().map(start).collect()
}

fn shift(id: &str, mins: i64) -> Ask {
    Ask::Shift { item: ItemId::new(id).unwrap(), mins }
}

fn late(id: &str, mins: u16) -> Ask {
    Ask::Late { item: ItemId::new(id).unwrap(), mins }
}

#[test]
fn what_follows_moves_and_other_tracks_stay() {
    let before = visit(vec![
        item("talks", 0, 60, &["p1"], false),
        item("tour", 0, 60, &["p2"], false),
        item("lunch", 120, 60, &["p1"], false),
    ]);
    let proposal = plan(&before, &shift("talks", 30)).unwrap();
    assert_eq!(starts(&proposal.after), [30, 0, 150]);
}

#[test]
fn a_venue_that_closes_is_told_and_what_could_be_left_out() {
    let mut before = visit(vec![
        item("talks", 0, 60, &["p1"], false),
        item("coffee", 60, 30, &["p1"], false),
        item("tour", 90, 60, &["p1"], false),
    ]);
    let hall = PlaceId::new("hall").unwrap();
    let opens = "08:00-10:40".to_owned();
    before.places = vec![Place { id: hall.clone(), opens, ..Place::default() }.into()];
    Arc::make_mut(&mut before.items[2]).place = Some(hall);
    let proposal = plan(&before, &late("talks", 20)).unwrap();
    let item = |id| ItemId::new(id).unwrap();
    assert_eq!(proposal.breaks, [Break::Closed { item: item("tour"), mins: 10 }]);
    assert_eq!(proposal.cuts, [Cut { item: item("coffee"), mins: 30 }]);
    // Ten minutes it can spare.
    assert!(plan(&before, &late("talks", 10)).unwrap().breaks.is_empty());
}

#[test]
fn a_gap_swallows_a_delay() {
    let before = visit(vec![
        item("talks", 0, 60, &["p1"], false),
        item("lunch", 70, 60, &["p1"], false),
        item("tour", 200, 60, &["p1"], false),
    ]);
    let proposal = plan(&before, &late("talks", 30)).unwrap();
    assert_eq!(starts(&proposal.after), [30, 90, 200]);
    let swallowed: Vec<i64> = proposal.absorbed.iter().map(|gap| gap.mins).collect();
    assert_eq!(swallowed, [10, 20]);
}

#[test]
fn a_fixed_item_that_is_hit_is_told() {
    let before =
        visit(vec![item("talks", 0, 60, &["p1"], false), item("flight", 70, 60, &["p1"], true)]);
    let proposal = plan(&before, &late("talks", 30)).unwrap();
    assert_eq!(starts(&proposal.after), [30, 70]);
    assert!(matches!(proposal.breaks.as_slice(), [Break::Fixed { mins: 20, .. }]));
    let near_miss = plan(&before, &late("talks", 10)).unwrap();
    assert_eq!(near_miss.breaks, []);
}

#[test]
fn a_fixed_item_that_is_hit_is_no_gap_that_swallows() {
    let before = visit(vec![
        item("talks", 0, 60, &["p1"], false),
        item("signing", 70, 20, &["p1"], true),
        item("photo", 95, 10, &["p1"], false),
    ]);
    let proposal = plan(&before, &late("talks", 30)).unwrap();
    assert_eq!(starts(&proposal.after), [30, 70, 95]);
    assert_eq!(proposal.absorbed, []);
    assert!(matches!(proposal.breaks.as_slice(), [Break::Fixed { mins: 20, .. }]));
}

#[test]
fn what_could_be_left_out_to_be_on_time_is_told() {
    let before = visit(vec![
        item("talks", 0, 60, &["p1"], false),
        item("photo", 60, 5, &["p1"], false),
        item("tour", 65, 30, &["p1"], false),
        item("other-tour", 60, 60, &["p2"], false),
        item("signing", 97, 20, &["p1"], true),
    ]);
    let proposal = plan(&before, &late("talks", 20)).unwrap();
    let cuts: Vec<&str> = proposal.cuts.iter().map(|cut| cut.item.as_str()).collect();
    assert_eq!(cuts, ["tour"], "the photo is too short, the other tour is of others");
    assert_eq!(plan(&before, &shift("other-tour", 5)).unwrap().cuts, []);
}

fn room(id: &str) -> Ask {
    Ask::MakeRoom { item: ItemId::new(id).unwrap() }
}

fn pack(id: &str, gap: u16, lengths: bool) -> Ask {
    Ask::Pack { item: ItemId::new(id).unwrap(), gap, lengths }
}

#[test]
fn room_is_made_for_an_item_only_as_far_as_it_must() {
    let before = visit(vec![
        item("new", 30, 60, &["p1"], false),
        item("talks", 60, 60, &["p1"], false),
        item("tour", 160, 30, &["p1"], false),
        item("other", 60, 60, &["p2"], false),
    ]);
    let proposal = plan(&before, &room("new")).unwrap();
    assert_eq!(starts(&proposal.after), [30, 90, 160, 60]);
    let again = plan(&proposal.after, &room("new"));
    assert!(matches!(again, Err(RescheduleError::Nothing)), "there is room already");
}

#[test]
fn packed_items_have_one_gap_up_to_what_is_fixed() {
    let before = visit(vec![
        item("talks", 0, 60, &["p1"], false),
        item("tour", 60, 30, &["p1"], false),
        item("photo", 180, 10, &["p1"], false),
        item("signing", 240, 20, &["p1"], true),
        item("lunch", 300, 60, &["p1"], false),
    ]);
    let proposal = plan(&before, &pack("talks", 15, false)).unwrap();
    assert_eq!(starts(&proposal.after), [0, 75, 120, 240, 300]);
    let again = plan(&proposal.after, &pack("talks", 15, false));
    assert!(matches!(again, Err(RescheduleError::Nothing)));
}

#[test]
fn what_goes_on_side_by_side_stays_so() {
    let before = visit(vec![
        item("talks", 0, 60, &["p1", "p2"], false),
        item("tour", 70, 30, &["p1"], false),
        item("round-table", 70, 30, &["p1", "p2"], false),
    ]);
    let proposal = plan(&before, &pack("talks", 30, false)).unwrap();
    assert_eq!(starts(&proposal.after), [0, 90, 90]);
    let proposal = plan(&before, &pack("talks", 30, true)).unwrap();
    assert_eq!(proposal.changes.len(), 1, "only the talks have something behind them");
}

#[test]
fn a_gap_is_made_by_lengths_where_the_beginnings_stay() {
    let before = visit(vec![
        item("talks", 0, 60, &["p1"], false),
        item("tour", 60, 30, &["p1"], false),
        item("lunch", 120, 60, &["p1"], false),
    ]);
    let proposal = plan(&before, &pack("talks", 10, true)).unwrap();
    assert_eq!(starts(&proposal.after), starts(&before));
    let length = |item: &Arc<Item>| item.when.end().unwrap().mins_since(item.when.start().unwrap());
    let lengths: Vec<i64> = proposal.after.items.iter().map(length).collect();
    assert_eq!(lengths, [50, 50, 60], "the last has nothing behind it");
}

#[test]
fn nobodys_items_change_places() {
    let before =
        visit(vec![item("talks", 0, 60, &["p1"], false), item("flight", 70, 60, &["p1"], true)]);
    assert!(matches!(plan(&before, &shift("talks", 80)), Err(RescheduleError::Order { .. })));
}

proptest! {
    #[test]
    fn shift_then_unshift_is_the_identity(
        entries in proptest::collection::vec(
            (0_i64..60, 1_i64..9, 1_usize..8, any::<bool>()), 1..9),
        from in 0_usize..9,
        mins in -120_i64..120,
    ) {
        let items = entries.iter().enumerate().map(|(n, (start, mins, mask, fixed))| {
            let people: Vec<&str> = ["p1", "p2", "p3"].into_iter().enumerate()
                .filter(|(bit, _)| mask & (1 << bit) != 0).map(|(_, id)| id).collect();
            item(&format!("item-{n}"), start * 10, mins * 10, &people, *fixed)
        });
        let before = visit(items.collect());
        let from = format!("item-{}", from % entries.len());
        if let Ok(there) = plan(&before, &shift(&from, mins)) {
            prop_assert_eq!(there.after.items.len(), before.items.len());
            for (old, new) in before.items.iter().zip(&there.after.items) {
                prop_assert!(!old.fixed || old == new);
            }
            let back = plan(&there.after, &shift(&from, -mins)).unwrap();
            prop_assert_eq!(&back.after.items, &before.items);
        }
    }
}

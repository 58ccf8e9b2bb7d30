//! Calendars taken into visits and sent out of them, as the command line does it and as other
//! programs write them.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod terminal;

use std::sync::Arc;

use proptest::prelude::*;
use retinue::edit::apply;
use retinue::exchange::ics::{self, Note, Options, Preview, Row, State};
use retinue::model::{
    About, Choice as _, ClockChange, Item, ItemId, ItemStatus, Lang, Minute, Moment, Place,
    PlaceId, Text, Visibility, Visit, VisitId, When, Zone, moment,
};
use retinue::projection::{Audience, Projection, Whose};
use terminal::{Desk, EXERCISE, FLAGSHIP};

fn zone(name: &str) -> Zone {
    Zone::new(name).unwrap()
}

fn at(text: &str) -> Minute {
    Minute::parse(text).unwrap()
}

/// A visit of one or more days in Chongqing.
fn visit(items: Vec<Item>) -> Visit {
    let day = |day| chrono::NaiveDate::from_ymd_opt(2024, 7, day);
    let about = About {
        first_day: day(29),
        last_day: day(30),
        zone: zone("Asia/Shanghai"),
        ..About::default()
    };
    Visit {
        id: VisitId::new("visit").unwrap(),
        about: Arc::new(about),
        items: items.into_iter().map(Arc::new).collect(),
        ..Visit::default()
    }
}

fn item(id: &str, when: When) -> Item {
    Item { id: ItemId::new(id).unwrap(), title: Text::new(id), when, ..Item::default() }
}

fn fixture(name: &str) -> Vec<u8> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ics");
    std::fs::read(folder.join(name)).unwrap()
}

fn preview(visit: &Visit, bytes: &[u8], zone: Option<&Zone>) -> Preview {
    Preview::new(visit, &ics::read(bytes, None).unwrap(), zone)
}

fn taken(visit: &Visit, bytes: &[u8]) -> Visit {
    let preview = preview(visit, bytes, None);
    apply(visit, preview.edit(&preview.usual()).unwrap()).unwrap()
}

fn row<'a>(preview: &'a Preview, title: &str) -> &'a Row {
    preview.rows.iter().find(|row| row.item.title.any() == title).unwrap()
}

fn sent(visit: &Visit, audience: Audience, options: Options) -> (Visit, String) {
    let edit = ics::sending(visit, &Whose::Everyone, audience, options.busy);
    let visit = edit.map_or(visit.clone(), |edit| apply(visit, edit).unwrap());
    let seen = Projection::new(&visit, audience, &Lang::en());
    let text = ics::calendar(&seen, options);
    (visit, text)
}

fn values<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let lines = text.split("\r\n").filter_map(|line| line.strip_prefix(name));
    lines.collect()
}

#[test]
fn zones_of_windows_are_known_and_a_zone_nobody_knows_is_asked_for() {
    let visit = visit(Vec::new());
    let seen = preview(&visit, &fixture("outlook.ics"), None);
    let briefing = row(&seen, "Briefing of the liaison team");
    let nine = When::Range(at("2024-07-29 09:00"), at("2024-07-29 10:00"));
    assert_eq!((briefing.item.when, briefing.item.zone.is_empty()), (nine, true));
    assert_eq!(briefing.item.staff_remarks, "Bring the badges\nand the list");
    assert_eq!(row(&seen, "Call with the office").item.zone, zone("Asia/Seoul"));
    let half_past = When::Range(at("2024-07-30 08:30"), at("2024-07-30 09:15"));
    assert_eq!(row(&seen, "Breakfast").item.when, half_past);

    let unknown = row(&seen, "Time nobody knows");
    assert_eq!(unknown.state, State::NeedsZone("Office of Nobody".into()));
    let every: std::collections::BTreeSet<usize> = (0..seen.rows.len()).collect();
    let all = apply(&visit, seen.edit(&every).unwrap()).unwrap();
    assert_eq!(all.items.len(), 3, "what has no time is not taken even when it is ticked");

    let seen = preview(&visit, &fixture("outlook.ics"), Some(&zone("Asia/Seoul")));
    let known = row(&seen, "Time nobody knows");
    assert_eq!((&known.state, &known.item.zone), (&State::New, &zone("Asia/Seoul")));
}

#[test]
fn the_place_of_an_entry_is_made_once_and_found_again() {
    let after = taken(&visit(Vec::new()), &fixture("outlook.ics"));
    assert_eq!(after.places.len(), 1);
    assert_eq!(after.places[0].name.main, "Hall 1, first floor");
    let again = preview(&after, &fixture("outlook.ics"), None);
    assert_eq!(again.count(|state| *state == State::Same), 3);
    assert_eq!(again.edit(&again.usual()), None);
}

#[test]
fn times_without_a_zone_are_those_of_the_visit_and_that_is_said() {
    let seen = preview(&visit(Vec::new()), &fixture("railway.ics"), None);
    let train = row(&seen, "Zug nach Köln für die Delegation, Gleis größer");
    assert_eq!(train.item.when.start(), Some(at("2024-07-29 06:30")));
    assert_eq!(train.notes, [Note::NoZone]);
}

#[test]
fn a_flight_has_two_zones_and_its_true_length() {
    let visit = visit(Vec::new());
    let seen = preview(&visit, &fixture("airline.ics"), None);
    let mins = |title: &str| {
        let item = &row(&seen, title).item;
        visit.stretch(item, item.when).unwrap().mins()
    };
    assert_eq!(mins("Flight to Chongqing"), 220);
    assert_eq!(mins("Over the date line"), 8 * 60 + 30);
    let utc = &row(&seen, "Flight in UTC").item;
    assert_eq!(utc.when, When::Range(at("2024-07-31 07:00"), at("2024-07-31 09:00")));
    assert_eq!(row(&seen, "Flight to Chongqing").item.status, ItemStatus::Confirmed);
}

#[test]
fn whole_days_and_the_encodings_of_east_asia_are_read() {
    let seen = preview(&visit(Vec::new()), &fixture("wide.ics"), None);
    let day = chrono::NaiveDate::from_ymd_opt(2024, 7, 29).unwrap();
    let days = row(&seen, "展览 전시");
    assert_eq!(
        (days.item.when, &days.notes),
        (When::Day(day), &vec![Note::Until(day.succ_opt().unwrap())])
    );
    let calendar = ics::read(&fixture("chinese.ics"), None).unwrap();
    assert_eq!(calendar.encoding, ("GBK", true));
    let seen = Preview::new(&visit(Vec::new()), &calendar, None);
    assert_eq!(seen.rows[0].item.title.any(), "两江新区管理委员会会见代表团");
}

#[test]
fn of_a_series_come_the_occurrences_of_the_days_as_they_were_moved() {
    let empty = visit(Vec::new());
    let seen = preview(&empty, &fixture("series.ics"), None);
    let starts: Vec<_> =
        seen.rows.iter().map(|row| row.item.when.start().unwrap().to_string()).collect();
    // The 30th is taken out and the 31st cancelled; the evening before counts.
    assert_eq!(starts, ["2024-07-28 08:30", "2024-07-29 07:30", "2024-07-29 09:00"]);
    assert_eq!(seen.rejected.len(), 1, "the cancelled occurrence is not in the visit");

    let visit = taken(&empty, &fixture("series.ics"));
    let again = preview(&visit, &fixture("series.ics"), None);
    assert_eq!(again.count(|state| *state == State::Same), 3);
    let text = String::from_utf8(fixture("series.ics")).unwrap();
    let without = text.replace(
        "EXDATE;TZID=Asia/Shanghai:20240730T083000",
        "EXDATE;TZID=Asia/Shanghai:20240728T083000",
    );
    let seen = preview(&visit, without.as_bytes(), None);
    let gone = seen.rows.iter().find(|row| row.item.is_cancelled()).unwrap();
    assert_eq!(gone.item.when.start(), Some(at("2024-07-28 08:30")));
}

#[test]
fn a_broken_entry_is_named_with_its_line_and_spoils_no_other() {
    let bytes = fixture("broken.ics");
    let seen = preview(&visit(Vec::new()), &bytes, None);
    assert_eq!(seen.count(|state| *state == State::New), 201);
    let said: Vec<String> = seen.rejected.iter().map(ics::Rejected::sentence).collect();
    let lines: Vec<&str> = std::str::from_utf8(&bytes).unwrap().lines().collect();
    for (title, reason) in [
        ("No such day", "“20241332T990000” is no time"),
        ("Half a time", "“20240729T9” is no time"),
        ("No start", "when it begins"),
        ("Backwards", "ends before it begins"),
        ("Negative", "ends before it begins"),
        ("Again", "already, line 9"),
        ("Without end", "does not end"),
        ("Cancelled elsewhere", "cancelled"),
    ] {
        let title = format!("“{title}”");
        let found = said.iter().find(|text| text.contains(&title));
        assert!(found.is_some_and(|text| text.contains(reason)), "{title}: {said:?}");
    }
    assert_eq!(said.len(), 8);
    for rejected in &seen.rejected {
        let line = lines[rejected.line - 1];
        assert!(line == "BEGIN:VEVENT" || line.starts_with("DTSTART"), "{line}");
    }
}

#[test]
fn what_is_no_calendar_or_too_much_is_refused() {
    assert!(ics::read(b"Name,Post\n", None).is_err());
    assert!(ics::read(&vec![b' '; 9 * 1024 * 1024], None).is_err());
}

#[test]
fn a_second_version_keeps_its_name_and_counts_up() {
    let first = visit(vec![item("tour", When::At(at("2024-07-29 09:00")))]);
    let (mut first, one) = sent(&first, Audience::Guest, Options::default());
    assert_eq!(values(&one, "SEQUENCE:"), ["0"]);
    let again = sent(&first, Audience::Guest, Options::default());
    assert_eq!(again.1, one, "nothing changed: the same bytes");
    let tour = Arc::make_mut(&mut first.items[0]);
    tour.title = Text::new("Tour of the hall");
    tour.when = When::At(at("2024-07-29 10:00"));
    let (_, two) = sent(&first, Audience::Guest, Options::default());
    assert_eq!(values(&two, "SEQUENCE:"), ["1"]);
    assert_eq!(values(&one, "UID:"), values(&two, "UID:"));
    assert!(values(&one, "DTSTAMP:") < values(&two, "DTSTAMP:"));
    // The first version does not come back over the second.
    let (second, _) = sent(&first, Audience::Guest, Options::default());
    let old = preview(&second, one.as_bytes(), None);
    assert_eq!((old.rows.len(), old.rejected.len()), (0, 1));
}

#[test]
fn an_entry_of_ours_that_somebody_moved_updates_its_item() {
    let place = Place {
        id: PlaceId::new("hall").unwrap(),
        name: Text::new("Exhibition hall"),
        address: Text::new("1 Hall Road"),
        ..Place::default()
    };
    let nine = When::AboutRange(at("2024-07-29 09:00"), at("2024-07-29 10:00"));
    let mut planned = visit(vec![Item { place: Some(place.id.clone()), ..item("tour", nine) }]);
    planned.places.push(Arc::new(place));
    let (planned, text) = sent(&planned, Audience::Guest, Options::default());
    let text = text.replace("T090000", "T093000").replace("Exhibition hall", "Garden");
    let seen = preview(&planned, text.as_bytes(), None);
    let moved = &seen.rows[0];
    assert!(matches!(moved.state, State::Changed(_)));
    assert!(!moved.changes().is_empty());
    let half_past = When::AboutRange(at("2024-07-29 09:30"), at("2024-07-29 10:00"));
    assert_eq!((moved.item.when, moved.item.title.any()), (half_past, "tour"));
    let after = apply(&planned, seen.edit(&seen.usual()).unwrap()).unwrap();
    assert_eq!((after.items.len(), after.places.len()), (1, 2));
}

#[test]
fn a_new_title_takes_the_place_of_the_main_one_and_leaves_the_translations() {
    let mut tour = item("tour", When::At(at("2024-07-29 09:00")));
    tour.title = Text::new("Tour").with(&Lang::zh(), "参观");
    let (planned, text) = sent(&visit(vec![tour]), Audience::Guest, Options::default());
    let text = text.replace("SUMMARY:Tour", "SUMMARY:Long tour");
    let seen = preview(&planned, text.as_bytes(), None);
    assert_eq!(seen.rows[0].item.title, Text::new("Long tour").with(&Lang::zh(), "参观"));
}

#[test]
fn what_a_reader_had_and_is_not_to_have_is_cancelled_without_a_word() {
    let first = visit(vec![item("secret-dinner", When::At(at("2024-07-29 19:00")))]);
    let (mut first, _) = sent(&first, Audience::Guest, Options::default());
    Arc::make_mut(&mut first.items[0]).visibility = Visibility::Staff;
    let (_, text) = sent(&first, Audience::Guest, Options::default());
    assert!(text.contains("STATUS:CANCELLED") && !text.contains("dinner"), "{text}");
    let (_, press) = sent(&first, Audience::Media, Options::default());
    assert!(!press.contains("VEVENT"), "who never had it hears nothing");
}

#[test]
fn confidential_items_are_busy_or_left_out() {
    let hidden = Item {
        visibility: Visibility::Confidential,
        ..item("quiet-word", When::At(at("2024-07-29 19:00")))
    };
    let planned = visit(vec![hidden]);
    let busy = Options { busy: true, ..Options::default() };
    let (_, text) = sent(&planned, Audience::Staff, busy);
    assert!(text.contains("SUMMARY:Busy") && !text.contains("quiet"), "{text}");
    assert!(!sent(&planned, Audience::Staff, Options::default()).1.contains("VEVENT"));
    assert!(!sent(&planned, Audience::Media, busy).1.contains("VEVENT"));
    let seen = preview(&planned, text.as_bytes(), None);
    assert_eq!(seen.rows[0].state, State::Same, "a time alone changes nothing");
}

#[test]
fn soft_times_say_so_and_what_has_no_day_is_left_out() {
    let nine = at("2024-07-29 09:00");
    let planned = visit(vec![
        item("about", When::About(nine)),
        item("later", When::NotBefore(nine)),
        item("day", When::Day(nine.day())),
        item("parked", When::Unscheduled),
    ]);
    let (_, text) = sent(&planned, Audience::Staff, Options::default());
    let mut titles = values(&text, "SUMMARY:");
    titles.sort_unstable();
    let wanted = ["about (about 09:00)", "day (time to be confirmed)", "later (not before 09:00)"];
    assert_eq!(titles, wanted);
    assert!(text.contains("DTSTART;VALUE=DATE:20240729"));
}

#[test]
fn the_second_of_two_equal_hours_is_told_apart() {
    let night = |id: &str, change| Item {
        zone: zone("Europe/Berlin"),
        clock_change: change,
        ..item(id, When::At(at("2024-10-27 02:30")))
    };
    let planned =
        visit(vec![night("first", ClockChange::First), night("second", ClockChange::Second)]);
    let (planned, text) = sent(&planned, Audience::Guest, Options::default());
    assert!(text.contains("DTSTART;TZID=Europe/Berlin:20241027T023000"));
    assert!(text.contains("DTSTART:20241027T013000Z"));
    let seen = preview(&planned, text.as_bytes(), None);
    assert_eq!(seen.count(|state| *state == State::Same), 2);
}

#[test]
fn the_samples_go_out_and_come_back_the_same() {
    let desk = Desk::new();
    for visit in [EXERCISE, FLAGSHIP] {
        for (audience, language) in [("guest", "en"), ("staff", "zh"), ("media", "ko")] {
            let args = ["export", "ics", visit, "--audience", audience, "--language", language];
            desk.says(&[&args[..], &["-o", "out.ics"]].concat());
            let said = desk.says(&["import", "ics", visit, "out.ics"]);
            assert!(said.starts_with("0 new, 0 changed,"), "{visit} {audience}: {said}");
        }
    }
}

#[test]
fn the_command_line_says_what_it_takes_and_what_it_cannot() {
    let desk = Desk::new();
    desk.put("in.ics", &String::from_utf8(fixture("outlook.ics")).unwrap());
    let before = desk.text(EXERCISE);
    let run = desk.run(&["import", "ics", EXERCISE, "in.ics", "--dry-run"]).success();
    let err = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    assert!(err.contains("Office of Nobody") && err.contains("--zone"), "{err}");
    assert_eq!(desk.text(EXERCISE), before);
    let said = desk.says(&["import", "ics", EXERCISE, "in.ics", "--zone", "Asia/Shanghai"]);
    assert!(said.contains("4 new"), "{said}");
    let (status, text) = desk.fails(&["export", "ics", EXERCISE, "--person", "nobody-here"]);
    assert!(status == 2 && text.contains("nobody-here"), "{text}");
}

/// Items at any time of two days, with and without an end, soft and firm, in three zones.
fn items() -> impl Strategy<Value = Vec<Item>> {
    let zones = ["", "Asia/Seoul", "America/St_Johns"];
    let one = (0..2_880_i64, 0..300_i64, 0..6_u8, 0..3_usize, 0..3_usize);
    prop::collection::vec(one, 1..25).prop_map(move |all| {
        let make = |(index, (start, length, form, zone, end_zone)): (
            usize,
            (i64, i64, u8, usize, usize),
        )| {
            let start = at("2024-07-29 00:00").plus_mins(start);
            // Long enough to end after it begins in every pair of zones.
            let end = start.plus_mins(length + 24 * 60);
            let when = match form {
                0 => When::At(start),
                1 => When::Range(start, end),
                2 => When::About(start),
                3 => When::AboutRange(start, end),
                4 => When::NotBefore(start),
                _ => When::Day(start.day()),
            };
            Item {
                zone: Zone::new(zones[zone]).unwrap_or_default(),
                end_zone: Zone::new(zones[end_zone]).unwrap_or_default(),
                status: ItemStatus::ALL[index % 2],
                ..item(&format!("item-{index}"), when)
            }
        };
        all.into_iter().enumerate().map(make).collect()
    })
}

proptest! {
    #[test]
    fn what_goes_out_comes_back_the_same(items in items()) {
        let (planned, text) = sent(&visit(items), Audience::Guest, Options::default());
        let seen = preview(&planned, text.as_bytes(), None);
        prop_assert_eq!(seen.count(|state| *state == State::Same), planned.items.len());
        prop_assert!(seen.rejected.is_empty());
    }

    #[test]
    fn the_order_in_the_calendar_is_that_on_the_screen(items in items()) {
        let planned = visit(items);
        let (_, text) = sent(&planned, Audience::Staff, Options::default());
        let shown = planned.days().into_iter().flat_map(|day| planned.items_on(Some(day)));
        let shown: Vec<_> = shown.map(|item| item.title.main.clone()).collect();
        let sent = values(&text, "SUMMARY:").into_iter();
        let sent: Vec<_> = sent.map(|title| title.split(" (").next().unwrap().to_owned()).collect();
        prop_assert_eq!(sent, shown);
    }

    #[test]
    fn an_item_that_comes_new_is_at_the_moment_it_was(items in items()) {
        let planned = visit(items);
        let (_, text) = sent(&planned, Audience::Guest, Options::default());
        let empty = visit(Vec::new());
        let seen = preview(&empty, text.as_bytes(), None);
        let starts = |visit: &Visit, items: &[Item]| -> Vec<Option<Moment>> {
            let start = |item: &Item| {
                item.when.start().map(|at| moment(at, visit.zone_of(item), item.clock_change))
            };
            let mut starts: Vec<_> = items.iter().map(start).collect();
            starts.sort();
            starts
        };
        let before: Vec<Item> = planned.items.iter().map(|item| Item::clone(item)).collect();
        let after: Vec<Item> = seen.rows.iter().map(|row| row.item.clone()).collect();
        prop_assert_eq!(starts(&planned, &before), starts(&empty, &after));
    }

    #[test]
    fn no_bytes_bring_the_reader_down(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        cut in 0..3_000_usize,
    ) {
        ics::read(&bytes, None).ok();
        let mut text = fixture("series.ics");
        let at = cut % text.len();
        text.splice(at..at, bytes);
        if let Ok(calendar) = ics::read(&text, None) {
            Preview::new(&visit(Vec::new()), &calendar, None);
        }
    }
}

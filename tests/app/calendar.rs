//! Calendars through the real widgets of the window.

use std::sync::Arc;

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retinue::model::{About, Item, ItemId, Minute, Text, Visit, VisitId, When, Zone};

use crate::desk::{self, Window, click_button, fill, press, settle, visit_of, wait};

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\
    BEGIN:VEVENT\r\nUID:one\r\nDTSTART;TZID=China Standard Time:20240729T110000\r\n\
    SUMMARY:Briefing\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:two\r\nDTSTART;TZID=China Standard Time:20240729T120000\r\n\
    SUMMARY:Luncheon\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:three\r\nDTSTART;TZID=Office of Nobody:20240729T130000\r\n\
    SUMMARY:Unclear\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:four\r\nSUMMARY:Timeless\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

fn open() -> (tempfile::TempDir, Window) {
    let about = About {
        first_day: chrono::NaiveDate::from_ymd_opt(2024, 7, 29),
        zone: Zone::new("Asia/Shanghai").unwrap(),
        ..About::default()
    };
    let tour = Item {
        id: ItemId::new("tour").unwrap(),
        title: Text::new("Tour"),
        when: When::At(Minute::parse("2024-07-29 09:00").unwrap()),
        ..Item::default()
    };
    let visit = Visit {
        id: VisitId::new("test-visit").unwrap(),
        about: Arc::new(about),
        items: vec![Arc::new(tour)],
        ..Visit::default()
    };
    let (home, mut window) = desk::window_on(&visit, "2024-07-20 10:00", [1440.0, 900.0]);
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    (home, window)
}

/// Opens the question for a calendar from the menu of the programme.
fn ask(window: &mut Window, action: &str) {
    click_button(window, "Calendar");
    click_button(window, action);
}

#[test]
fn nothing_of_a_calendar_is_taken_before_the_officer_says_so_and_then_as_one_step() {
    let (home, mut window) = open();
    let path = home.path().join("in.ics");
    retinue::store::write_text(&path, CALENDAR.as_bytes()).unwrap();
    ask(&mut window, "Import calendar…");
    fill(&mut window, "Path", &path.display().to_string());
    click_button(&mut window, "Import calendar…");
    wait(&mut window, "the calendar is read", |window| {
        window.query_by_label("What the calendar would do").is_some()
    });
    assert_eq!(visit_of(&window).items.len(), 1);
    // The entry without a beginning is named, that without a known zone waits.
    window.get_by_label_contains("Timeless");
    let unclear = "29 July 13:00 Unclear";
    assert!(window.get_by_role_and_label(Role::CheckBox, unclear).accesskit_node().is_disabled());

    fill(&mut window, "Zone for them, like Asia/Shanghai", "Asia/Seoul");
    wait(&mut window, "the zone is known", |window| {
        !window.get_by_role_and_label(Role::CheckBox, unclear).accesskit_node().is_disabled()
    });
    window.get_by_role_and_label(Role::CheckBox, "29 July 12:00 Luncheon").click();
    settle(&mut window);
    click_button(&mut window, "Take the ticked ones");
    let titles: Vec<_> =
        visit_of(&window).items.iter().map(|item| item.title.main.clone()).collect();
    assert_eq!(titles, ["Tour", "Briefing", "Unclear"]);

    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(visit_of(&window).items.len(), 1);
}

#[test]
fn a_calendar_is_written_and_the_visit_remembers_it() {
    let (home, mut window) = open();
    ask(&mut window, "Export calendar…");
    click_button(&mut window, "Export");
    wait(&mut window, "the calendar is sent", |window| {
        visit_of(window).items[0].calendar.sent == ["guest"]
    });
    let text = std::fs::read_to_string(home.path().join("visits/test-visit.ics")).unwrap();
    assert!(text.contains("SUMMARY:Tour\r\n"), "{text}");
}

//! People and briefing through the real widgets of the window.

use std::sync::Arc;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use retinue::app::command::Action;
use retinue::model::{Note, NoteId, Person, PersonId, TalkingPoint, Text, Visit, VisitId};

use crate::desk::{
    self, Window, act, click, click_button, click_containing, fill, settle, visit_of, wait,
};

/// The window with a visit open that holds these people and notes.
fn open(people: &[(&str, &str, &str)], notes: Vec<Note>) -> (tempfile::TempDir, Window) {
    let person = |(id, name, post): &(&str, &str, &str)| {
        let id = PersonId::new(id).unwrap();
        Arc::new(Person { id, name: Text::new(*name), post: Text::new(*post), ..Person::default() })
    };
    let visit = Visit {
        id: VisitId::new("test-visit").unwrap(),
        people: people.iter().map(person).collect(),
        notes: notes.into_iter().map(Arc::new).collect(),
        ..Visit::default()
    };
    desk::window_on(&visit, "2024-07-20 10:00", [1440.0, 900.0])
}

/// The names of the table from the top down.
fn names(window: &Window, among: &[&str]) -> Vec<String> {
    let mut shown: Vec<(f32, String)> = among
        .iter()
        .filter_map(|name| {
            let row = window
                .query_all_by_label(name)
                .min_by(|a, b| a.rect().left().total_cmp(&b.rect().left()))?;
            Some((row.rect().top(), (*name).to_owned()))
        })
        .collect();
    shown.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    shown.into_iter().map(|(_, name)| name).collect()
}

const PEOPLE: &[(&str, &str, &str)] = &[
    ("delegate-3", "Delegate 3", "Director"),
    ("delegate-1", "Delegate 1", "Mayor"),
    ("delegate-10", "Delegate 10", "Aide"),
];

#[test]
fn a_person_is_added_and_named_in_the_inspector() {
    let (_home, mut window) = open(&[], Vec::new());
    act(&mut window, Action::People);
    click(&mut window, "Add the first person");
    fill(&mut window, "Name", "Delegate 1");
    let visit = visit_of(&window);
    assert_eq!(visit.people.len(), 1);
    assert_eq!(visit.people.first().map(|person| person.name.main.as_str()), Some("Delegate 1"));
}

#[test]
fn the_table_sorts_by_a_heading_and_filters_by_words() {
    let all = ["Delegate 3", "Delegate 1", "Delegate 10"];
    let (_home, mut window) = open(PEOPLE, Vec::new());
    act(&mut window, Action::People);
    assert_eq!(names(&window, &all), all);
    click(&mut window, "Sort by Name");
    assert_eq!(names(&window, &all), ["Delegate 1", "Delegate 3", "Delegate 10"]);
    click(&mut window, "Sort by Name");
    assert_eq!(names(&window, &all), ["Delegate 10", "Delegate 3", "Delegate 1"]);
    fill(&mut window, "Filter people", "direct");
    assert_eq!(names(&window, &all), ["Delegate 3"]);
}

#[test]
fn several_people_are_marked_and_removed_as_one_step() {
    let (_home, mut window) = open(PEOPLE, Vec::new());
    act(&mut window, Action::People);
    click(&mut window, "Delegate 3");
    window.get_all_by_label("Delegate 10").next().unwrap().click_modifiers(Modifiers::SHIFT);
    settle(&mut window);
    click(&mut window, "Remove 3");
    assert!(visit_of(&window).people.is_empty());
    act(&mut window, Action::Undo);
    assert_eq!(visit_of(&window).people.len(), 3);
}

#[test]
fn arrows_move_through_the_rows() {
    let (_home, mut window) = open(PEOPLE, Vec::new());
    act(&mut window, Action::People);
    click(&mut window, "Delegate 3");
    window.key_press(Key::ArrowDown);
    settle(&mut window);
    let name = desk::field(&window, "Name");
    assert_eq!(name.value().as_deref(), Some("Delegate 1"));
}

#[test]
fn pasted_rows_are_previewed_and_taken_over_as_one_step() {
    let (_home, mut window) = open(PEOPLE, Vec::new());
    act(&mut window, Action::People);
    click_containing(&mut window, "Paste rows");
    let rows = "Name\tPosition\nDelegate 1\tMayor of the city\nDelegate 7\tInterpreter";
    fill(&mut window, "Rows of the spreadsheet", rows);
    click(&mut window, "Look at the rows…");
    wait(&mut window, "it comes", |window| window.query_by_label("Add 1 new").is_some());
    // Nobody is joined silently.
    assert!(window.query_by_label("Change 0 known").is_some());
    assert_eq!(visit_of(&window).people.len(), 3);
    click(&mut window, "It is Delegate 1");
    wait(&mut window, "it comes", |window| window.query_by_label("Change 1 known").is_some());
    click(&mut window, "Take over");
    wait(&mut window, "it comes", |window| visit_of(window).people.len() == 4);
    let after = visit_of(&window);
    let mayor = after.person(&PersonId::new("delegate-1").unwrap()).unwrap();
    assert_eq!(mayor.post.main, "Mayor of the city");
    act(&mut window, Action::Undo);
    assert_eq!(visit_of(&window).people.len(), 3);
}

#[test]
fn a_file_is_taken_in_with_its_columns_mapped_and_the_people_go_out_again() {
    let (home, mut window) = open(PEOPLE, Vec::new());
    let list = home.path().join("list.csv");
    let text = "Name;Funktion\r\nDelegate 8;Director\r\n";
    retinue::store::write_text(&list, text.as_bytes()).unwrap();
    act(&mut window, Action::People);
    click(&mut window, "Lists");
    click(&mut window, "Import people from a file…");
    fill(&mut window, "Path", &list.display().to_string());
    click_button(&mut window, "Import people from a file…");
    wait(&mut window, "it comes", |window| window.query_by_label("Add 1 new").is_some());
    click(&mut window, "“Funktion” means");
    // Further down in the list of fields than is in sight.
    window.get_by_label("post").click_accesskit();
    settle(&mut window);
    click(&mut window, "Take over");
    wait(&mut window, "it comes", |window| visit_of(window).people.len() == 4);
    assert_eq!(visit_of(&window).people[3].post.main, "Director");
    // The office taught it.
    assert!(home.path().join("visits").join(".columns.ron").exists());

    click(&mut window, "Lists");
    click(&mut window, "Export people to a list…");
    click_button(&mut window, "Export people to a list…");
    let written = home.path().join("visits").join("test-visit-people.xlsx");
    wait(&mut window, "it comes", |_| written.exists());
}

#[test]
fn two_who_are_one_are_found_laid_side_by_side_and_merged() {
    let people = [("oh-se-hoon", "Oh Se-hoon", ""), ("oh", "OH Sehoon", "Mayor of Seoul")];
    let (_home, mut window) = open(&people, Vec::new());
    act(&mut window, Action::People);
    click(&mut window, "Lists");
    click(&mut window, "Find people who may be one…");
    let pair = "Oh Se-hoon and OH Sehoon…";
    wait(&mut window, "it comes", |window| window.query_by_label(pair).is_some());
    click(&mut window, pair);
    click_button(&mut window, "Merge");
    let after = visit_of(&window);
    assert_eq!(after.people.len(), 1);
    // What the first lacked came from the second.
    let only = &after.people[0];
    assert_eq!(
        (only.name.main.as_str(), only.post.main.as_str()),
        ("Oh Se-hoon", "Mayor of Seoul")
    );
    act(&mut window, Action::Undo);
    assert_eq!(visit_of(&window).people.len(), 2);
}

fn note(points: usize) -> Note {
    let point = |n: usize| TalkingPoint {
        topic: Text::new(format!("Topic {n}")),
        ..TalkingPoint::default()
    };
    Note {
        id: NoteId::new("read-ahead").unwrap(),
        title: Text::new("For the luncheon"),
        talking_points: (1..=points).map(point).collect(),
        ..Note::default()
    }
}

#[test]
fn a_note_is_written_and_read_as_it_will_look() {
    let (_home, mut window) = open(&[], vec![note(0)]);
    act(&mut window, Action::Briefing);
    click(&mut window, "For the luncheon");
    fill(&mut window, "Text", "The **hall** first");
    assert_eq!(visit_of(&window).notes.first().unwrap().body.main, "The **hall** first");
    click(&mut window, "Read");
    assert!(window.query_by_label("Text").is_none());
    assert!(window.query_all_by_label_contains("hall").next().is_some());
    assert!(window.query_all_by_label_contains("**").next().is_none());
}

#[test]
fn the_seventh_talking_point_is_warned_of_and_the_sixth_is_not() {
    let (_home, mut window) = open(&[], vec![note(6)]);
    act(&mut window, Action::Briefing);
    click(&mut window, "For the luncheon");
    assert!(window.query_by_label_contains("too many").is_none());
    window.get_by_label("Add talking point").scroll_to_me();
    settle(&mut window);
    click(&mut window, "Add talking point");
    assert!(window.query_by_label_contains("7 talking points are too many").is_some());
}

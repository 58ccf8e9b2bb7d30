//! A delegation planned from nothing, gesture by gesture, as an officer does it on a Monday: two
//! lists of people, a day template, places, ways, a delay, saved and checked.

use std::path::Path;

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;
use retinue::app::command::{Action, Command, FileCommand};
use retinue::app::state::Folders;
use retinue::check::{Severity, findings};
use retinue::model::{ItemKind, PersonId, RecordKind, Side};
use retinue::store;

use crate::desk::{self, Window, act, click_button, click_containing, fill, visit_of};

const GUESTS: &str = "Name,Name (ko),Post,Body,Role,Country,Rank,Languages,Diet,Phone\n\
    Oh Se-hoon,오세훈,Mayor of Seoul,Seoul Metropolitan Government,head,KR,4,ko,none,\n\
    Seoul delegate 2,,Deputy mayor,Seoul Metropolitan Government,member,KR,5,ko,none,\n\
    Seoul interpreter,,Interpreter,Seoul Metropolitan Government,interpreter,KR,,ko zh,none,\n";
const HOSTS: &str = "Name,Name (zh),Post,Body,Role,Country,Rank,Languages,Diet,Phone\n\
    Luo Lin,罗蔺,Director,Liangjiang New Area,head,CN,5,zh,none,\n\
    Host 2,,Deputy director,Liangjiang New Area,member,CN,6,zh,none,\n\
    Host 3,,Action officer,Liangjiang New Area,staff,CN,9,zh,none,+86 000\n";

/// Clicks what has the name, wherever several have it the last that was drawn.
fn choose(window: &mut Window, field: &str, option: &str) {
    window.get_by_role_and_label(Role::ComboBox, field).click();
    desk::settle(window);
    window.get_all_by_label(option).last().unwrap().click();
    desk::settle(window);
}

/// The officer looks at the window; a folder named in the environment keeps the pictures.
fn look(window: &mut Window, name: &str) {
    if let Ok(folder) = std::env::var("RETINUE_LOOKS") {
        let picture = window.render().unwrap();
        picture.save(Path::new(&folder).join(format!("{name}.png"))).unwrap();
    }
}

/// A list of people becomes a delegation of a side.
fn import(window: &mut Window, home: &Path, name: &str, text: &str, side: &str) {
    let path = home.join(name);
    store::write_text(&path, text.as_bytes()).unwrap();
    window.state().state().view().act(Action::ImportPeople);
    desk::settle(window);
    fill(window, "Path", &path.display().to_string());
    desk::press(window, Modifiers::NONE, Key::Enter);
    desk::wait(window, "the list is read", |window| {
        window.query_by_role_and_label(Role::Button, "Take over").is_some()
    });
    click_button(window, side);
    look(window, name);
    click_button(window, "Take over");
}

fn select(window: &mut Window, title: &str) {
    let visit = visit_of(window);
    let item = visit.items.iter().find(|item| item.title.main == title).unwrap();
    let id = item.id.clone();
    window.state().state().view().select(id.into());
    desk::settle(window);
}

fn new_visit(window: &mut Window) {
    act(window, Action::NewVisit);
    fill(window, "Title", "Seoul in Liangjiang");
    fill(window, "First day", "2024-07-29");
    fill(window, "Last day", "2024-07-30");
    desk::press(window, Modifiers::NONE, Key::Enter);
    desk::wait(window, "the visit is made", |window| {
        visit_of(window).about.title.main == "Seoul in Liangjiang"
    });
}

fn say_who_is_in_charge_and_where(window: &mut Window) {
    act(window, Action::Overview);
    window.state().state().view().send(Command::Select(None));
    desk::settle(window);
    fill(window, "Country", "CN");
    choose(window, "Principal", "Oh Se-hoon");
    choose(window, "Guest of honour", "Oh Se-hoon");
    choose(window, "Host", "Luo Lin");
    choose(window, "Contact", "Host 3");
    for place in ["Hotel", "Life Science Town"] {
        click_button(window, "Add place");
        // The name has the focus already.
        let name = desk::field(window, "Name");
        assert!(name.is_focused(), "{place}");
        name.type_text(place);
        desk::settle(window);
    }
}

#[test]
fn a_delegation_is_planned_from_nothing() {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    let folders = Folders { data: at("data"), config: at("config"), cache: at("cache") };
    std::fs::create_dir_all(at("visits")).unwrap();
    let mut window = desk::window(folders, "2024-07-01 09:00", [1440.0, 1200.0], None);
    let open = FileCommand::OpenFolder(at("visits"));
    window.state().state().view().send(Command::File(open));
    desk::settle(&mut window);

    new_visit(&mut window);
    import(&mut window, home.path(), "guests.csv", GUESTS, "guests");
    import(&mut window, home.path(), "hosts.csv", HOSTS, "hosts");
    let visit = visit_of(&window);
    let sides: Vec<_> = visit.delegations.iter().map(|it| (it.side, it.head.clone())).collect();
    let head = |id| PersonId::new(id);
    assert_eq!(sides, [(Side::Guest, head("oh-se-hoon")), (Side::Host, head("luo-lin"))]);

    say_who_is_in_charge_and_where(&mut window);
    look(&mut window, "overview");
    let places: Vec<_> = visit_of(&window).places.iter().map(|it| it.name.main.clone()).collect();
    assert_eq!(places, ["Hotel", "Life Science Town"]);

    act(&mut window, Action::Programme);
    window.state().state().view().act(Action::LayDay);
    desk::settle(&mut window);
    window.get_by_role_and_label(Role::ComboBox, "Template").click();
    desk::settle(&mut window);
    click_containing(&mut window, "Working day");
    look(&mut window, "template");
    click_button(&mut window, "Show what follows");
    look(&mut window, "proposal");
    desk::press(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(visit_of(&window).items.len(), 14);

    // Where it is, and how one gets there: asked once, then known in both directions.
    select(&mut window, "Breakfast at the hotel");
    choose(&mut window, "Place", "Hotel");
    for title in ["Courtesy call", "Talks", "Group photo", "Tour of the site"] {
        select(&mut window, title);
        choose(&mut window, "Place", "Life Science Town");
    }
    select(&mut window, "Drive to the host");
    act(&mut window, Action::RemoveSelected);
    select(&mut window, "Courtesy call");
    act(&mut window, Action::AddWay);
    fill(&mut window, "Minutes, such as 20 or 20–30", "20–30");
    desk::press(&mut window, Modifiers::NONE, Key::Enter);
    let visit = visit_of(&window).clone();
    let way = visit.items.iter().find(|item| item.title.main == "Hotel to Life Science Town");
    let way = way.unwrap();
    assert_eq!(way.kind, ItemKind::Movement);
    assert_eq!(way.when.start(), retinue::model::Minute::parse("2024-07-29 08:25"));

    // The grid, and a delay that is seen before it is taken.
    window.state().state().view().act(Action::AsGroups);
    desk::settle(&mut window);
    select(&mut window, "Talks");
    act(&mut window, Action::RunningLate);
    look(&mut window, "late");
    desk::press(&mut window, Modifiers::NONE, Key::Enter);
    look(&mut window, "late-proposal");
    desk::press(&mut window, Modifiers::COMMAND, Key::Enter);
    let visit = visit_of(&window).clone();
    let start = |title: &str| {
        let item = visit.items.iter().find(|item| item.title.main == title).unwrap();
        item.when.start().unwrap().to_string()
    };
    assert_eq!(start("Group photo"), "2024-07-29 10:45");

    act(&mut window, Action::Save);
    desk::wait(&mut window, "it is saved", |window| !window.state().state().session().is_dirty());
    look(&mut window, "saved");
    let saved = store::load(&at("visits").join("seoul-in-liangjiang.ron")).unwrap();
    assert_eq!(saved, *visit);
    assert_eq!(visit.records(RecordKind::Person).len(), 6);
    let errors = findings(&visit).into_iter().filter(|it| it.severity == Severity::Error);
    let errors: Vec<_> = errors.map(|finding| finding.message).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

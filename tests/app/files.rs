//! The real window, driven through its widgets: what an officer does in a day.

use std::path::{Path, PathBuf};

use egui::{Key, Role};
use egui_kittest::kittest::Queryable as _;
use retinue::app::command::{Action, Command, FileCommand};
use retinue::app::state::{Folders, Settings};
use retinue::edit::Edit;
use retinue::model::Minute;
use retinue::store;

use crate::desk::{self, Window, act, click_containing, fill, settle};

/// A home of its own for each test.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn folders(&self) -> Folders {
        let at = |name| self.0.path().join(name);
        Folders { data: at("data"), config: at("config"), cache: at("cache") }
    }

    fn library(&self) -> PathBuf {
        self.folders().samples()
    }

    /// The window as it starts here.
    fn start(&self) -> Window {
        desk::window(self.folders(), "2024-07-20 10:00", [1440.0, 900.0], None)
    }

    /// The window with the sample library in it.
    fn start_with_samples(&self) -> Window {
        let mut window = self.start();
        click_containing(&mut window, &text("welcome-samples"));
        window
    }
}

/// A text of the catalogue.
fn text(id: &str) -> String {
    retinue::words::interface().get(id)
}

fn shows(window: &Window, label: &str) -> bool {
    window.query_all_by_label_contains(label).next().is_some()
}

fn title(window: &Window) -> String {
    window.state().state().session().visit().about.title.main.clone()
}

fn is_dirty(window: &Window) -> bool {
    window.state().state().is_dirty()
}

fn title_on_disk(path: &Path) -> String {
    store::open(path).unwrap().visit.about.title.main.clone()
}

/// The flagship visit open in its Overview.
fn flagship(home: &Home) -> (Window, PathBuf) {
    let mut window = home.start_with_samples();
    click_containing(&mut window, "Seoul in Liangjiang");
    act(&mut window, Action::Overview);
    (window, home.library().join("seoul-in-liangjiang.ron"))
}

#[test]
fn the_first_start_offers_the_samples_and_lists_them() {
    let home = Home::new();
    let window = home.start_with_samples();
    for sample in ["Seoul in Liangjiang", "San Francisco in Kiel", "Chengdu in Hamilton"] {
        assert!(shows(&window, sample), "{sample}");
    }
}

#[test]
fn a_new_visit_is_made_opened_and_found_again() {
    let home = Home::new();
    let mut window = home.start_with_samples();
    act(&mut window, Action::NewVisit);
    fill(&mut window, "Title", "Test visit");
    click_containing(&mut window, &text("new-create"));
    assert_eq!(title(&window), "Test visit");
    drop(window);
    let window = home.start();
    assert_eq!(title(&window), "Test visit");
}

#[test]
fn a_title_is_typed_undone_typed_again_and_saved() {
    let home = Home::new();
    let (mut window, path) = flagship(&home);
    fill(&mut window, "Title", "Another title");
    assert!(is_dirty(&window));
    act(&mut window, Action::Undo);
    assert_eq!(title(&window), "Seoul in Liangjiang");
    act(&mut window, Action::Redo);
    act(&mut window, Action::Save);
    assert!(!is_dirty(&window));
    assert_eq!(title_on_disk(&path), "Another title");
}

#[test]
fn another_visit_is_not_opened_over_unsaved_work() {
    let home = Home::new();
    let (mut window, path) = flagship(&home);
    fill(&mut window, "Title", "Another title");
    click_containing(&mut window, "San Francisco in Kiel");
    assert!(shows(&window, &text("unsaved-heading")));
    click_containing(&mut window, &text("unsaved-stay"));
    assert_eq!(title(&window), "Another title");
    click_containing(&mut window, "San Francisco in Kiel");
    click_containing(&mut window, &text("unsaved-discard"));
    assert_eq!(title(&window), "San Francisco in Kiel");
    assert_eq!(title_on_disk(&path), "Seoul in Liangjiang");
}

#[test]
fn quitting_with_unsaved_work_asks_first() {
    let home = Home::new();
    let (mut window, _) = flagship(&home);
    fill(&mut window, "Title", "Another title");
    act(&mut window, Action::Quit);
    assert!(shows(&window, &text("unsaved-quit")));
}

#[test]
fn work_of_a_run_that_was_killed_is_offered_again() {
    let home = Home::new();
    let (mut window, path) = flagship(&home);
    fill(&mut window, "Title", "Another title");
    // The harness steps a quarter of a second at a time; work is kept after a second and a half.
    window.run_steps(20);
    settle(&mut window);
    drop(window);
    assert_eq!(title_on_disk(&path), "Seoul in Liangjiang");
    let mut window = home.start();
    assert!(shows(&window, &text("recover-heading")));
    click_containing(&mut window, &text("recover-take"));
    assert_eq!(title(&window), "Another title");
    assert!(is_dirty(&window));
    act(&mut window, Action::Save);
    assert_eq!(title_on_disk(&path), "Another title");
}

#[test]
fn work_of_an_earlier_run_never_takes_the_place_of_work_begun_since() {
    let home = Home::new();
    let (mut window, path) = flagship(&home);
    let journal = store::Journal::new(home.folders().data.join("unsaved"));
    let visit = store::load(&path).unwrap();
    let at = Minute::parse("2024-07-19 10:00").unwrap();
    journal.keep(&path.with_file_name("other.ron"), &visit, at, "").unwrap();
    let entry = journal.entries().unwrap().remove(0);
    fill(&mut window, "Title", "Begun since");
    window.state().state().view().send(FileCommand::Recover(Box::new(entry)));
    settle(&mut window);
    assert!(shows(&window, &text("unsaved-heading")));
    assert_eq!(title(&window), "Begun since");
    click_containing(&mut window, &text("unsaved-discard"));
    assert_eq!(
        window.state().state().open_path(),
        Some(path.with_file_name("other.ron")).as_deref()
    );
}

#[test]
fn a_file_changed_underneath_is_never_written_over() {
    let home = Home::new();
    let (mut window, path) = flagship(&home);
    fill(&mut window, "Title", "Mine");
    let theirs = std::fs::read_to_string(&path).unwrap().replace("Seoul in Liangjiang", "Theirs");
    store::write_text(&path, theirs.as_bytes()).unwrap();
    act(&mut window, Action::Save);
    assert!(shows(&window, &text("changed-heading")));
    assert_eq!(title_on_disk(&path), "Theirs");
    click_containing(&mut window, &text("changed-keep-mine"));
    let other = path.with_file_name("mine.ron");
    fill(&mut window, "Path", &other.display().to_string());
    window.key_press(Key::Tab);
    click_last(&mut window, &text("action-save-as"));
    assert_eq!(title_on_disk(&other), "Mine");
    assert_eq!(title_on_disk(&path), "Theirs");
}

#[test]
fn a_save_that_failed_stays_until_it_is_dealt_with() {
    let home = Home::new();
    let (mut window, path) = flagship(&home);
    fill(&mut window, "Title", "Another title");
    // A file stands where the folder of kept versions belongs.
    let history = path.with_file_name(".history");
    store::write_text(&history, b"in the way").unwrap();
    act(&mut window, Action::Save);
    assert!(shows(&window, &text("not-saved-heading")));
    assert!(is_dirty(&window));
    std::fs::remove_file(&history).unwrap();
    click_containing(&mut window, &text("not-saved-retry"));
    assert!(!is_dirty(&window));
    assert_eq!(title_on_disk(&path), "Another title");
}

/// The last widget of that name: a button under a heading of the same words.
fn click_last(window: &mut Window, label: &str) {
    window.get_all_by_label_contains(label).last().unwrap().click();
    settle(window);
}

#[test]
fn the_search_finds_a_name_in_another_script() {
    let home = Home::new();
    let mut window = home.start_with_samples();
    fill(&mut window, &text("library-search"), "오세훈");
    assert!(shows(&window, "Seoul in Liangjiang"));
    assert!(!shows(&window, "San Francisco in Kiel"));
}

#[test]
fn a_paper_is_saved_as_a_pdf() {
    let home = Home::new();
    let (mut window, path) = flagship(&home);
    act(&mut window, Action::Papers);
    act(&mut window, Action::SavePdf);
    let pdf = path.with_file_name("programme.pdf");
    fill(&mut window, "Path", &pdf.display().to_string());
    click_last(&mut window, &text("action-save-pdf"));
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"));
}

/// The window of an office whose printer is that command.
#[cfg(unix)]
fn office_that_prints_with(home: &Home, printer: &[&str]) -> Window {
    let settings = Settings {
        printer: printer.iter().map(|word| (*word).to_owned()).collect(),
        ..Settings::default()
    };
    let config = home.folders().config;
    std::fs::create_dir_all(&config).unwrap();
    let text = ron::ser::to_string(&settings).unwrap();
    store::write_text(&config.join("settings.ron"), text.as_bytes()).unwrap();
    flagship(home).0
}

#[cfg(unix)]
#[test]
fn a_paper_is_printed_and_the_officer_told() {
    let home = Home::new();
    let tray = home.0.path().join("tray");
    std::fs::create_dir(&tray).unwrap();
    // A printer that lays the pages into a folder.
    let mut window = office_that_prints_with(&home, &["cp", "-t", tray.to_str().unwrap()]);
    act(&mut window, Action::Print);
    assert_eq!(window.state().state().notices(), [text("app-printed")]);
    let printed: Vec<_> = std::fs::read_dir(&tray).unwrap().collect();
    let [Ok(printed)] = printed.as_slice() else { panic!("{printed:?}") };
    assert!(std::fs::read(printed.path()).unwrap().starts_with(b"%PDF"));
}

#[cfg(unix)]
#[test]
fn a_printer_that_refuses_is_told_in_its_own_words_and_the_visit_is_as_it_was() {
    let home = Home::new();
    let tray = home.0.path().join("no-such-tray");
    let mut window = office_that_prints_with(&home, &["cp", "-t", tray.to_str().unwrap()]);
    let before = window.state().state().session().visit().clone();
    act(&mut window, Action::Papers);
    click_containing(&mut window, &text("action-print"));
    let notices = window.state().state().notices().join("\n");
    assert!(notices.contains("no-such-tray"), "{notices}");
    assert!(shows(&window, "no-such-tray"));
    assert_eq!(*window.state().state().session().visit(), before);
}

#[test]
fn what_was_asked_about_one_visit_never_changes_another() {
    let home = Home::new();
    let (mut window, path) = flagship(&home);
    act(&mut window, Action::AddPerson);
    click_containing(&mut window, "San Francisco in Kiel");
    click_containing(&mut window, &text("unsaved-discard"));
    let before = window.state().state().session().visit().clone();
    // The answer of a job that was begun while the flagship visit was in the window.
    let id = retinue::model::PersonId::new("luo-lin").unwrap();
    let edit = Command::Edit(Edit::Remove(id.into()));
    window.state().state().view().send(Command::About(path, Box::new(edit)));
    settle(&mut window);
    assert_eq!(*window.state().state().session().visit(), before);
    assert!(shows(&window, "seoul-in-liangjiang.ron” is not in the window"));
}

#[test]
fn the_palette_runs_what_is_typed() {
    let home = Home::new();
    let (mut window, _) = flagship(&home);
    act(&mut window, Action::Palette);
    fill(&mut window, &text("palette-hint"), "Older versions");
    window.key_press(Key::Enter);
    settle(&mut window);
    assert!(shows(&window, &text("history-empty")));
}

#[test]
fn a_file_gets_another_name_and_the_visit_in_the_window_goes_on_in_it() {
    let home = Home::new();
    let (mut window, path) = flagship(&home);
    from_palette(&mut window, &text("action-rename-file"));
    fill(&mut window, &text("library-file-name"), "Seoul 2024");
    answer(&mut window, &text("action-rename-file"));
    let renamed = path.with_file_name("Seoul 2024.ron");
    assert!(renamed.exists() && !path.exists());
    assert_eq!(window.state().state().open_path(), Some(renamed.as_path()));
}

#[test]
fn all_visits_together_are_looked_through_and_lead_to_the_visit() {
    let home = Home::new();
    let mut window = home.start_with_samples();
    from_palette(&mut window, &text("action-across"));
    fill(&mut window, &text("across-filter"), "luo qiang");
    assert!(shows(&window, "Chengdu in Hamilton"));
    answer(&mut window, &text("across-go"));
    assert_eq!(title(&window), "Chengdu in Hamilton");
}

#[test]
fn the_pages_of_a_paper_appear_and_what_is_not_translated_leads_to_where_it_is_written() {
    let home = Home::new();
    let (mut window, _) = flagship(&home);
    act(&mut window, Action::Papers);
    let pages = window.state().state().view().preview.pages().len();
    assert!(pages > 0, "the pages are there as pictures");
    assert!(shows(&window, &format!("page 1 of {pages}")));
    assert_eq!(shows(&window, "without a translation"), !missing(&window).is_empty());
    window.get_by_role_and_label(Role::ComboBox, "Language").click();
    settle(&mut window);
    window.get_by_label("한국어").click_accesskit();
    settle(&mut window);
    let untranslated = missing(&window);
    assert!(!untranslated.is_empty(), "the flagship lacks Korean texts");
    click_containing(&mut window, "without a translation");
    click_containing(&mut window, &untranslated[0]);
    let state = window.state().state();
    assert!(state.view().selection.is_some() || untranslated[0].is_empty());
}

#[test]
fn a_past_visit_is_the_pattern_of_a_new_one_with_every_date_moved() {
    let home = Home::new();
    let (mut window, path) = flagship(&home);
    let old = window.state().state().session().visit().clone();
    act(&mut window, Action::People);
    from_palette(&mut window, &text("action-new-from-this"));
    fill(&mut window, "Title", "Seoul in Liangjiang, again");
    fill(&mut window, "First day", "2027-05-18");
    click_containing(&mut window, &text("new-create"));
    let new = window.state().state().session().visit().clone();
    assert_eq!(title(&window), "Seoul in Liangjiang, again");
    assert_ne!(window.state().state().open_path(), Some(path.as_path()));
    assert_eq!((new.items.len(), new.people.len()), (old.items.len(), old.people.len()));
    assert!(new.days().iter().all(|day| day.to_string().as_str() >= "2027-05-18"));
    assert_eq!(title_on_disk(&path), old.about.title.main, "the past one stays as it is");
}

/// The texts of the paper that have no translation.
fn missing(window: &Window) -> Vec<String> {
    let missing = window.state().state().view().preview.missing().to_vec();
    missing.into_iter().filter(|one| one.record.is_some()).map(|one| one.shown).collect()
}

fn from_palette(window: &mut Window, words: &str) {
    act(window, Action::Palette);
    fill(window, &text("palette-hint"), words);
    window.key_press(Key::Enter);
    settle(window);
}

/// Presses the button of a question that is called as its heading.
fn answer(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click();
    settle(window);
}

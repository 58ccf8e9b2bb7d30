//! A library of visits as an officer uses it: create, clone, search, rename, copy, and what
//! happens to files that are broken or stand there twice.
#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may")]

use std::path::{Path, PathBuf};

use retinue::check;
use retinue::library::{
    Filter, FromPast, Group, Keep, Library, LibraryError, NewVisit, Officer, Query, Sort, samples,
};
use retinue::model::{Status, Text, Zone};
use retinue::progress::Progress;
use tempfile::TempDir;

struct Desk {
    folder: TempDir,
    caches: TempDir,
}

impl Desk {
    fn empty() -> Self {
        Self { folder: TempDir::new().unwrap(), caches: TempDir::new().unwrap() }
    }

    fn with_samples() -> Self {
        let desk = Self::empty();
        samples::install(desk.folder.path()).unwrap();
        desk
    }

    fn library(&self) -> Library {
        let library = Library::open(self.folder.path(), Some(self.caches.path())).unwrap();
        library.settle();
        library
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

fn new_visit(title: &str) -> NewVisit {
    NewVisit {
        title: title.to_owned(),
        first_day: Some("2027-05-18".parse().unwrap()),
        last_day: Some("2027-05-19".parse().unwrap()),
        zone: Zone::new("Asia/Shanghai").unwrap(),
        place: "两江新区".to_owned(),
        ..NewVisit::default()
    }
}

fn officer() -> Officer {
    Officer::default()
}

fn names(library: &Library, words: &str) -> Vec<String> {
    library.search(words).iter().map(|entry| name(entry.path())).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

#[test]
fn the_samples_are_copied_once_and_never_over_a_file() {
    let desk = Desk::empty();
    std::fs::write(desk.path("seoul-in-liangjiang.ron"), "mine").unwrap();
    let made = samples::install(desk.folder.path()).unwrap();
    assert_eq!(made.len(), samples::all().len() - 1);
    assert_eq!(std::fs::read_to_string(desk.path("seoul-in-liangjiang.ron")).unwrap(), "mine");
    assert!(samples::install(desk.folder.path()).unwrap().is_empty());
}

#[test]
fn the_planning_exercise_holds_two_mistakes_and_no_other() {
    let (_, text) = samples::all().into_iter().find(|(name, _)| name.contains("exercise")).unwrap();
    let visit = retinue::store::read(&text).unwrap().visit;
    let findings = check::findings(&visit);
    let open = findings.iter().filter(|finding| finding.dismissed.is_none());
    let grave: Vec<&str> = open
        .filter(|finding| finding.severity != check::Severity::Notice)
        .map(|finding| finding.check)
        .collect();
    // Where no library is asked, the past is not known.
    assert_eq!(grave, ["overlap", "transfer", "history"]);
    let dismissed = findings.iter().filter(|finding| finding.dismissed.is_some());
    assert_eq!(dismissed.map(|finding| finding.check).collect::<Vec<_>>(), ["names"]);
}

#[test]
fn the_real_visits_are_over_and_have_nothing_to_mend() {
    for (name, text) in samples::all().iter().filter(|(name, _)| !name.contains("exercise")) {
        let visit = retinue::store::read(text).unwrap().visit;
        let grave = |finding: &check::Finding| finding.severity != check::Severity::Notice;
        let findings = check::findings(&visit);
        assert!(!findings.iter().any(grave), "{name}: {findings:#?}");
    }
}

#[test]
fn every_word_in_every_script_is_found() {
    let desk = Desk::with_samples();
    let library = desk.library();
    assert!(library.entries().iter().all(|entry| entry.error().is_none()));
    let both = ["seoul-in-liangjiang-exercise.ron", "seoul-in-liangjiang.ron"];
    assert_eq!(names(&library, "오세훈"), both);
    assert_eq!(names(&library, "世勋"), both);
    assert_eq!(names(&library, "PalaTech"), both);
    assert_eq!(names(&library, "PALATECH　전시관"), both);
    assert_eq!(names(&library, "kampfer"), ["san-francisco-in-kiel.ron"]);
    assert_eq!(names(&library, "antonio BRAGA"), ["portugal-at-the-prbb.ron"]);
    assert_eq!(names(&library, "palatech kampfer"), [""; 0]);
    assert_eq!(library.search("  ").len(), library.entries().len());
}

#[test]
fn a_single_hanzi_finds_the_visit_and_the_place_in_it() {
    let desk = Desk::empty();
    let mut library = desk.library();
    let path = library.create(&new_visit("Rome 罗马"), &officer()).unwrap();
    library.create(&new_visit("Seoul 首尔"), &officer()).unwrap();
    assert_eq!(names(&library, "罗"), [name(&path)]);
    let hits = library.hits(&path, "罗").unwrap();
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0].place, "about.title");
    assert_eq!(hits[0].excerpt, "Rome 罗马");
}

#[test]
fn a_new_visit_has_an_id_and_a_file_of_its_own() {
    let desk = Desk::empty();
    let mut library = desk.library();
    let first = library.create(&new_visit("Seoul in Liangjiang"), &officer()).unwrap();
    let second = library.create(&new_visit("Seoul in Liangjiang"), &officer()).unwrap();
    assert_eq!(name(&first), "seoul-in-liangjiang.ron");
    assert_eq!(name(&second), "seoul-in-liangjiang-2.ron");
    assert!(library.conflicts().is_empty());
    let summary = library.entry(&second).unwrap().summary().unwrap().clone();
    assert_eq!(summary.id.as_str(), "seoul-in-liangjiang-2");
    assert_eq!(summary.first_day, Some("2027-05-18".parse().unwrap()));
    assert_eq!(summary.status, Status::Draft);
}

#[test]
fn a_visit_is_planned_after_a_past_one() {
    let desk = Desk::with_samples();
    let mut library = desk.library();
    let past = desk.path("seoul-in-liangjiang.ron");
    let before = std::fs::read(&past).unwrap();
    let new = FromPast {
        title: "Seoul in Liangjiang 2027".to_owned(),
        first_day: "2027-05-18".parse().unwrap(),
        keep: Keep { people: true, notes: false },
    };
    let path = library.from_past(&past, &new, &officer()).unwrap();
    let summary = library.entry(&path).unwrap().summary().unwrap().clone();
    assert_eq!(summary.first_day, Some(new.first_day));
    assert_eq!((summary.items, summary.people, summary.open_follow_ups), (4, 2, 0));
    assert_eq!(summary.principal, "Oh Se-hoon");
    assert_eq!(std::fs::read(&past).unwrap(), before);
}

#[test]
fn earlier_visits_and_open_promises_of_a_person_are_known() {
    let desk = Desk::with_samples();
    let mut library = desk.library();
    let path = library.create(&new_visit("Next year"), &officer()).unwrap();
    let this = library.entry(&path).unwrap().summary().unwrap().id.clone();
    // The same person, recorded in one script and another case only.
    let person = retinue::model::Person { name: Text::new("OH SE-HOON"), ..Default::default() };
    let earlier = library.earlier_visits(&person, &this);
    assert_eq!(earlier.len(), 2);
    let open: Vec<usize> = earlier.iter().map(|visit| visit.open.len()).collect();
    assert_eq!(open.iter().sum::<usize>(), 4);
    let nobody = retinue::model::Person { name: Text::new("Oh"), ..Default::default() };
    assert!(library.earlier_visits(&nobody, &this).is_empty());
    assert_eq!(library.open_promises().len(), 4);
}

#[test]
fn title_and_file_are_renamed_one_without_the_other() {
    let desk = Desk::with_samples();
    let mut library = desk.library();
    let path = desk.path("chengdu-in-hamilton.ron");
    library.retitle(&path, "Chengdu in the Waikato", &officer()).unwrap();
    let summary = library.entry(&path).unwrap().summary().unwrap().clone();
    assert_eq!(summary.title.main, "Chengdu in the Waikato");
    assert_eq!(summary.id.as_str(), "chengdu-in-hamilton");
    let moved = library.rename(&path, "Waikato 2017").unwrap();
    assert_eq!(name(&moved), "Waikato 2017.ron");
    assert!(library.entry(&path).is_none() && library.entry(&moved).is_some());
    // The version before the new title comes along.
    assert_eq!(retinue::store::versions(&moved).unwrap().len(), 1);
    let taken = library.rename(&moved, "seoul-in-liangjiang");
    assert!(matches!(taken, Err(LibraryError::NameTaken { .. })), "{taken:?}");
    assert!(moved.exists());
}

#[test]
fn a_copy_is_a_visit_of_its_own() {
    let desk = Desk::with_samples();
    let mut library = desk.library();
    let copy = library.duplicate(&desk.path("seoul-in-liangjiang.ron"), &officer()).unwrap();
    let summary = library.entry(&copy).unwrap().summary().unwrap().clone();
    assert_eq!(summary.title.main, "Seoul in Liangjiang (copy)");
    assert_eq!(summary.items, 4);
    assert!(library.conflicts().is_empty());
}

#[test]
fn files_that_hold_the_same_visit_are_a_conflict() {
    let desk = Desk::with_samples();
    let copy = desk.path("seoul-in-liangjiang (conflicted copy).ron");
    std::fs::copy(desk.path("seoul-in-liangjiang.ron"), &copy).unwrap();
    let conflicts = desk.library().conflicts();
    assert_eq!(conflicts.len(), 1);
    assert!(conflicts[0].iter().any(|entry| entry.path() == copy));
    assert_eq!(conflicts[0].len(), 2);
}

#[test]
fn a_broken_file_is_listed_with_its_error_and_left_alone() {
    let desk = Desk::with_samples();
    let path = desk.path("torn.ron");
    std::fs::write(&path, "Visit(format: 1, id: \"torn\", abou").unwrap();
    let library = desk.library();
    let entry = library.entry(&path).unwrap();
    assert!(!entry.error().unwrap().is_empty());
    assert_eq!(entry.group("2026-11-25".parse().unwrap()), Group::Broken);
    assert_eq!(names(&library, "torn"), ["torn.ron"]);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "Visit(format: 1, id: \"torn\", abou");
}

#[test]
fn the_next_start_reads_only_what_changed() {
    let desk = Desk::with_samples();
    let first = desk.library();
    // The same size and time: only the remembered entry can still know the title.
    let path = desk.path("seoul-in-liangjiang.ron");
    let metadata = std::fs::metadata(&path).unwrap();
    let size = usize::try_from(metadata.len()).unwrap();
    std::fs::write(&path, "x".repeat(size)).unwrap();
    let file = std::fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(metadata.modified().unwrap()).unwrap();
    drop(file);
    let second = desk.library();
    assert_eq!(first.entries(), second.entries());
    assert_eq!(names(&second, "오세훈"), names(&first, "오세훈"));
    // Another size is noticed, and so is a file that went away.
    std::fs::write(&path, "x").unwrap();
    std::fs::remove_file(desk.path("chengdu-in-hamilton.ron")).unwrap();
    let third = desk.library();
    assert!(third.entry(&path).unwrap().error().is_some());
    assert_eq!(third.entries().len(), first.entries().len() - 1);
}

#[test]
fn hidden_files_and_folders_are_not_visits() {
    let desk = Desk::with_samples();
    let history = desk.path(".history");
    std::fs::create_dir(&history).unwrap();
    std::fs::copy(desk.path("seoul-in-liangjiang.ron"), history.join("old.ron")).unwrap();
    std::fs::write(desk.path("notes.txt"), "no visit").unwrap();
    let inner = desk.path("2017");
    std::fs::create_dir(&inner).unwrap();
    std::fs::rename(desk.path("chengdu-in-hamilton.ron"), inner.join("chengdu.ron")).unwrap();
    let library = desk.library();
    assert_eq!(library.entries().len(), samples::all().len());
    assert!(library.entry(&inner.join("chengdu.ron")).is_some());
}

#[test]
fn the_list_is_filtered_and_sorted() {
    let desk = Desk::with_samples();
    let library = desk.library();
    let list = |query: &Query| -> Vec<String> {
        library.list(query).iter().map(|entry| name(entry.path())).collect()
    };
    let by_date = list(&Query::default());
    assert_eq!(by_date.first().unwrap(), "chile-in-auckland.ron");
    let latest = list(&Query { descending: true, ..Query::default() });
    assert!(latest.first().unwrap().starts_with("seoul-in-liangjiang"));
    let by_title = list(&Query { sort: Sort::Title, ..Query::default() });
    assert_eq!(by_title.first().unwrap(), "chengdu-in-hamilton.ron");
    let filter = |filter| list(&Query { filter, ..Query::default() });
    let in_2017 = filter(Filter { year: Some(2017), ..Filter::default() });
    assert_eq!(in_2017, ["chengdu-in-hamilton.ron", "san-francisco-in-kiel.ron"]);
    let with_china = filter(Filter { country: Some("CN".to_owned()), ..Filter::default() });
    assert_eq!(with_china.len(), 3);
    let drafts = filter(Filter { status: Some(Status::Draft), ..Filter::default() });
    assert_eq!(drafts, ["seoul-in-liangjiang-exercise.ron"]);
    let facets = library.facets();
    assert!(facets.years.contains(&2000) && facets.countries.contains("CL"));
    assert!(facets.bodies.contains("Seoul Metropolitan Government"));
}

#[test]
fn all_visits_together_know_who_was_where_and_what_is_still_promised() {
    let desk = Desk::with_samples();
    let library = desk.library();
    let across = library.across(&Progress::default()).unwrap();
    let seen: Vec<&str> = across
        .people
        .iter()
        .filter(|person| person.name.any() == "Oh Se-hoon")
        .map(|person| person.seen.title.any())
        .collect();
    assert_eq!(seen.len(), 2, "{seen:?}");
    assert!(!across.gifts.is_empty());
    assert_eq!(across.promises.len(), library.open_promises().len());
    let days: Vec<_> = across.people.iter().map(|person| person.seen.first_day).collect();
    assert!(days.is_sorted_by(|a, b| a >= b), "the latest visit first");

    let stopped = Progress::default();
    stopped.stop();
    assert!(matches!(library.across(&stopped), Err(LibraryError::Stopped)));
    let again = Library::open_watched(desk.folder.path(), None, &stopped);
    assert!(matches!(again, Err(LibraryError::Stopped)));
}

//! The journal of unsaved work, and the watch over an open file.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use retinue::model::Person;
use retinue::store::{self, Journal, Seen, Watch};

use super::faulty::{FAULTS, FaultyDisk};
use super::{existing, minute, request, visit};

#[test]
fn unsaved_work_is_listed_newest_first_until_it_is_discarded() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Journal::new(folder.path().join("journal"));
    assert!(journal.entries().unwrap().is_empty());
    let (one, two) = (Path::new("one.ron"), Path::new("two \"quoted\"\nlines.ron"));
    journal.keep(one, &visit("a"), minute("2024-07-20 09:00"), "").unwrap();
    journal.keep(two, &visit("b"), minute("2024-07-20 09:05"), "").unwrap();
    journal.keep(one, &visit("c"), minute("2024-07-20 09:01"), "abc").unwrap();
    let entries = journal.entries().unwrap();
    let shown: Vec<_> = entries
        .iter()
        .map(|entry| (entry.target.as_path(), entry.visit.about.title.main.as_str()))
        .collect();
    assert_eq!(shown, [(two, "b"), (one, "c")]);
    assert_eq!(entries[1].based_on, "abc");

    journal.discard(one).unwrap();
    journal.discard(one).unwrap();
    entries[0].discard().unwrap();
    assert!(journal.entries().unwrap().is_empty());
}

#[test]
fn whatever_fails_the_journal_holds_the_last_state_or_the_one_before() {
    for fault in FAULTS {
        for number in 1..20 {
            let folder = tempfile::tempdir().unwrap();
            let journal = Journal::new(folder.path());
            let target = Path::new("one.ron");
            journal.keep(target, &visit("old"), minute("2024-07-20 09:00"), "").unwrap();
            let disk = FaultyDisk::new(fault, number);
            let at = minute("2024-07-20 09:01");
            let kept = journal.keep_on(&disk, target, &visit("new"), at, "");
            let entries = journal.entries().unwrap();
            let titles: Vec<_> =
                entries.iter().map(|e| e.visit.about.title.main.as_str()).collect();
            let expected: &[&str] = if kept.is_ok() { &["new"] } else { &["old", "new"] };
            assert!(titles.len() == 1 && expected.contains(&titles[0]), "{fault:?} {number}");
        }
    }
}

#[test]
fn unsaved_work_that_is_unsound_is_still_shown_and_a_broken_journal_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Journal::new(folder.path());
    let mut unsound = visit("a");
    Arc::make_mut(&mut unsound).people = vec![Arc::new(Person::default())];
    journal.keep(Path::new("a.ron"), &unsound, minute("2024-07-20 09:00"), "").unwrap();
    let broken = folder.path().join("broken.journal");
    fs::write(&broken, "?").unwrap();
    assert_eq!(journal.entries().unwrap().len(), 1);
    assert_eq!(journal.unreadable().unwrap(), [broken]);
}

#[test]
fn our_own_writes_are_no_news_and_those_of_others_are() {
    let folder = tempfile::tempdir().unwrap();
    let (path, known) = existing(folder.path(), "old");
    let mut watch = Watch::new(store::open(&path).unwrap().hash);
    assert_eq!(watch.look(&path).unwrap(), Seen::Ours);

    watch.saving(&visit("new"));
    let saved = store::save(&request(&path, "new", known)).unwrap();
    assert_eq!(watch.look(&path).unwrap(), Seen::Ours);
    watch.saved(Some(saved.hash));
    assert_eq!(watch.look(&path).unwrap(), Seen::Ours);

    // A tool that puts our last version but one back is somebody else.
    let old = store::write(&visit("old")).unwrap();
    fs::write(&path, &old).unwrap();
    assert_eq!(watch.look(&path).unwrap(), Seen::Theirs(store::content_hash(old.as_bytes())));
    fs::remove_file(&path).unwrap();
    assert_eq!(watch.look(&path).unwrap(), Seen::Gone);
}

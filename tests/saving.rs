//! Saving: whatever fails, the file is the old version or the new one whole.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
#![expect(clippy::disallowed_methods, reason = "files of others are put there as they would")]

#[path = "saving/faulty.rs"]
mod faulty;
#[path = "saving/unsaved.rs"]
mod unsaved;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use retinue::model::{About, Minute, Person, PersonId, Text, Visit, VisitId};
use retinue::store::{self, Known, Owner, SaveError, SaveRequest, SaveStep, Saved};

use self::faulty::{FAULTS, Fault, FaultyDisk, LIVING};

fn minute(text: &str) -> Minute {
    Minute::parse(text).unwrap()
}

fn owner(nonce: &str) -> Owner {
    Owner {
        user: "officer".to_owned(),
        host: "desk".to_owned(),
        pid: LIVING,
        nonce: nonce.to_owned(),
        heard: minute("2024-07-20 09:00"),
    }
}

fn visit(title: &str) -> Arc<Visit> {
    let about = Arc::new(About { title: Text::new(title), ..About::default() });
    Arc::new(Visit { id: VisitId::new("a").unwrap(), about, ..Visit::default() })
}

fn request(path: &Path, title: &str, known: Known) -> SaveRequest {
    let now = minute("2024-07-20 17:00");
    SaveRequest { path: path.to_owned(), visit: visit(title), known, owner: owner("run-1"), now }
}

/// A file that holds a visit of that title, and what is known of it.
fn existing(folder: &Path, title: &str) -> (PathBuf, Known) {
    let path = folder.join("visit.ron");
    let saved = store::save(&request(&path, title, Known::New)).unwrap();
    (path, Known::Content(saved.hash))
}

fn title_of(path: &Path) -> String {
    store::open(path).unwrap().visit.about.title.main.clone()
}

fn save_again(path: &Path, title: &str) -> Saved {
    let hash = store::open(path).unwrap().hash;
    store::save(&request(path, title, Known::Content(hash))).unwrap()
}

fn files_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn temporary_in(folder: &Path) -> Vec<String> {
    let is_temporary =
        |name: &String| [".tmp", ".new", ".old"].iter().any(|ending| name.ends_with(ending));
    files_in(folder).into_iter().filter(is_temporary).collect()
}

fn kept_titles(path: &Path) -> Vec<String> {
    let versions = store::versions(path).unwrap();
    versions
        .iter()
        .map(|kept| store::read_version(kept).unwrap().visit.about.title.main.clone())
        .collect()
}

/// Runs `attempt` with the first operation failing, then the second, until none is left to fail.
fn at_every_operation(mut attempt: impl FnMut(&FaultyDisk, &str)) {
    for fault in FAULTS {
        let mut number = 1;
        loop {
            let disk = FaultyDisk::new(fault, number);
            attempt(&disk, &format!("{fault:?} at operation {number}"));
            if !disk.was_reached() {
                break;
            }
            number += 1;
        }
        assert!(number > 8, "{fault:?}: a save has more operations than {number}");
    }
}

#[test]
fn whatever_fails_while_replacing_the_file_is_old_or_new_and_no_temporary_is_left() {
    at_every_operation(|disk, case| {
        let folder = tempfile::tempdir().unwrap();
        let (path, known) = existing(folder.path(), "old");
        let result = store::save_on(disk, &request(&path, "new", known));

        let title = title_of(&path);
        assert!(title == "old" || title == "new", "{case}: {title}");
        if result.is_ok() {
            assert_eq!(title, "new", "{case}");
        }
        let kept = kept_titles(&path);
        assert!(title == "old" || kept.contains(&"old".to_owned()), "{case}: old is lost");
        if disk.fault == Fault::Killed {
            return;
        }
        assert_eq!(temporary_in(folder.path()), [""; 0], "{case}: {result:?}");
        assert_eq!(temporary_in(&folder.path().join(".history")), [""; 0], "{case}");

        // The next try of the same save ends well, whatever the first one reached.
        let again = store::save(&request(&path, "new", known));
        assert!(again.is_ok(), "{case}: {again:?}");
        assert_eq!(title_of(&path), "new", "{case}");
        assert_eq!(kept_titles(&path), ["old"], "{case}");
        assert_eq!(files_in(folder.path()), [".history", "visit.ron"], "{case}");
    });
}

#[test]
fn whatever_fails_while_making_a_file_it_is_whole_or_not_there() {
    at_every_operation(|disk, case| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("visit.ron");
        let result = store::save_on(disk, &request(&path, "new", Known::New));
        if path.exists() {
            assert_eq!(title_of(&path), "new", "{case}");
        } else {
            assert!(result.is_err(), "{case}");
        }
        if disk.fault != Fault::Killed {
            assert_eq!(temporary_in(folder.path()), [""; 0], "{case}: {result:?}");
        }
    });
}

#[test]
fn after_a_kill_at_any_operation_the_next_run_saves_and_tidies_up() {
    at_every_operation(|disk, case| {
        let folder = tempfile::tempdir().unwrap();
        let (path, known) = existing(folder.path(), "old");
        let mut killed = request(&path, "new", known);
        killed.owner.pid = LIVING + 1;
        store::save_on(disk, &killed).ok();

        let known = Known::Content(store::open(&path).unwrap().hash);
        let mut next = request(&path, "newer", known);
        next.owner.nonce = "run-2".to_owned();
        let saved = store::save_on(&FaultyDisk::sound(), &next);
        assert!(saved.is_ok(), "{case}: {saved:?}");
        assert_eq!(title_of(&path), "newer", "{case}");
        let left = temporary_in(folder.path());
        // Only the draft of a lock that never became one may stay: nobody knows of it.
        assert!(left.iter().all(|name| name.ends_with("lock.run-1.new")), "{case}: {left:?}");
    });
}

/// Saves "new" over "old" in a fresh folder, where the first operation of that name fails.
fn failing_at(
    operation: &str,
    fault: Fault,
    check: impl FnOnce(Result<Saved, SaveError>, &FaultyDisk, &Path),
) {
    let save = |disk: &FaultyDisk, folder: &Path| {
        let (path, known) = existing(folder, "old");
        (store::save_on(disk, &request(&path, "new", known)), path)
    };
    let (sound, folder) = (FaultyDisk::sound(), tempfile::tempdir().unwrap());
    save(&sound, folder.path()).0.unwrap();
    let at = sound.log.borrow().iter().position(|(name, _)| *name == operation).unwrap();
    let (faulty, folder) = (FaultyDisk::new(fault, at + 1), tempfile::tempdir().unwrap());
    let (result, path) = save(&faulty, folder.path());
    check(result, &faulty, &path);
}

#[test]
fn a_failed_sync_is_never_tried_again_on_the_same_file() {
    failing_at("sync", Fault::Refused, |result, disk, path| {
        let error = result.unwrap_err();
        assert!(matches!(error, SaveError::Io { step: SaveStep::Sync, .. }), "{error:?}");
        let syncs = disk.log.borrow().iter().filter(|(name, _)| *name == "sync").count();
        assert_eq!(syncs, 1);
        assert_eq!(title_of(path), "old");
    });
}

#[test]
fn a_folder_that_cannot_be_synced_is_a_warning() {
    failing_at("sync folder", Fault::Refused, |result, _, path| {
        assert_eq!(result.unwrap().warnings.len(), 1);
        assert_eq!(title_of(path), "new");
    });
}

#[test]
fn a_rename_that_was_made_and_reported_as_failed_is_a_save() {
    failing_at("replace", Fault::Late, |result, _, path| {
        assert!(result.is_ok());
        assert_eq!(title_of(path), "new");
    });
    failing_at("replace", Fault::Refused, |result, _, path| {
        let error = result.unwrap_err();
        assert!(matches!(error, SaveError::Io { step: SaveStep::Rename, .. }), "{error:?}");
        assert_eq!(title_of(path), "old");
    });
}

#[test]
fn a_file_system_without_second_names_keeps_old_versions_all_the_same() {
    failing_at("link", Fault::Refused, |result, _, path| {
        assert!(result.is_ok());
        assert_eq!(kept_titles(path), ["old"]);
    });
}

#[test]
fn a_file_that_somebody_else_changed_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let (path, known) = existing(folder.path(), "old");
    let theirs = store::write(&visit("oid")).unwrap();
    fs::write(&path, &theirs).unwrap(); // As long as ours, and perhaps of the same second.
    let error = store::save(&request(&path, "new", known)).unwrap_err();
    let expected = store::content_hash(theirs.as_bytes());
    let SaveError::ChangedUnderneath { theirs, .. } = error else { panic!("{error}") };
    assert_eq!(theirs, Some(expected));
    assert_eq!(title_of(&path), "oid");

    fs::remove_file(&path).unwrap();
    let error = store::save(&request(&path, "new", known)).unwrap_err();
    assert!(matches!(error, SaveError::ChangedUnderneath { theirs: None, .. }));
    assert_eq!(files_in(folder.path()), [""; 0]);
}

#[test]
fn a_file_only_touched_has_not_changed() {
    let folder = tempfile::tempdir().unwrap();
    let (path, known) = existing(folder.path(), "old");
    let same = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    fs::write(&path, same).unwrap();
    store::save(&request(&path, "new", known)).unwrap();
    assert_eq!(title_of(&path), "new");
}

#[test]
fn what_is_written_between_the_comparison_and_the_rename_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (path, known) = existing(folder.path(), "old");
    let (target, theirs) = (path.clone(), store::write(&visit("theirs")).unwrap());
    let disk = FaultyDisk::before("replace", move || fs::write(target, theirs).unwrap());
    store::save_on(&disk, &request(&path, "new", known)).unwrap();
    assert_eq!(title_of(&path), "new");
    assert_eq!(kept_titles(&path), ["theirs"]);
}

#[test]
fn a_new_file_never_takes_the_place_of_one_that_appears_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("visit.ron");
    let (target, theirs) = (path.clone(), store::write(&visit("theirs")).unwrap());
    // The lock is moved to its name first.
    let disk = FaultyDisk::before("sync", move || fs::write(target, theirs).unwrap());
    let error = store::save_on(&disk, &request(&path, "mine", Known::New)).unwrap_err();
    assert!(matches!(error, SaveError::Exists { .. }), "{error}");
    assert_eq!(title_of(&path), "theirs");
    assert_eq!(files_in(folder.path()), ["visit.ron"]);
}

#[test]
fn a_lock_that_is_lost_before_the_rename_stops_the_save() {
    let folder = tempfile::tempdir().unwrap();
    let (path, known) = existing(folder.path(), "old");
    let lock = folder.path().join(".visit.ron.lock");
    let disk = FaultyDisk::before("sync", move || {
        let other = Owner { pid: LIVING, ..owner("other") };
        fs::write(lock, ron::to_string(&other).unwrap()).unwrap();
    });
    let error = store::save_on(&disk, &request(&path, "new", known)).unwrap_err();
    assert!(matches!(error, SaveError::Io { step: SaveStep::Lock, .. }), "{error}");
    assert_eq!(title_of(&path), "old");
    // It is not ours to take away.
    assert!(folder.path().join(".visit.ron.lock").exists());
}

#[test]
fn a_lock_is_respected_while_its_holder_lives_and_taken_over_after() {
    let folder = tempfile::tempdir().unwrap();
    let (path, known) = existing(folder.path(), "old");
    let lock = folder.path().join(".visit.ron.lock");
    let other = Owner { host: "other-desk".to_owned(), ..owner("other") };
    let held = |holder: &Owner| {
        fs::write(&lock, ron::to_string(holder).unwrap()).unwrap();
        store::save_on(&FaultyDisk::sound(), &request(&path, "old", known))
    };
    let error = held(&other).unwrap_err();
    assert!(matches!(&error, SaveError::Locked { holder, .. } if holder.nonce == "other"));
    assert!(error.to_string().contains("other-desk"), "{error}");
    // Ten minutes of silence are not yet too many.
    assert!(held(&Owner { heard: minute("2024-07-20 08:50"), ..other.clone() }).is_err());

    assert!(held(&Owner { heard: minute("2024-07-20 08:49"), ..other.clone() }).is_ok());
    assert!(held(&Owner { heard: minute("2031-01-01 00:00"), ..other.clone() }).is_ok());
    // The same process number on another machine says nothing.
    assert!(held(&Owner { pid: LIVING + 1, ..other }).is_err());
    assert!(held(&Owner { pid: LIVING + 1, ..owner("other") }).is_ok());
    assert!(held(&owner("run-1")).is_ok());
    fs::write(&lock, "half a lo").unwrap();
    assert!(store::save(&request(&path, "old", known)).is_ok());
    assert_eq!(files_in(folder.path()), ["visit.ron"]);
}

#[test]
fn a_file_with_comments_is_kept_as_it_was_before_it_is_rewritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("visit.ron");
    let text = "// by hand\nVisit(format: 1, id: \"a\")\n";
    fs::write(&path, text).unwrap();
    let opened = store::open(&path).unwrap();
    assert!(!opened.canonical);
    let saved = store::save(&request(&path, "new", Known::NotCanonical(opened.hash))).unwrap();
    let copy = saved.kept_copy.unwrap();
    assert_eq!(fs::read_to_string(&copy).unwrap(), text);
    assert!(copy.to_string_lossy().contains("2024-07-20T1700"));
    for number in 0..60 {
        save_again(&path, &format!("version {number}"));
    }
    assert!(copy.exists());
}

#[test]
fn a_file_of_a_newer_version_is_never_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("visit.ron");
    for text in ["Visit(format: 2, id: \"a\")", "/* x */ Visit(id: \"a\", format: 2)"] {
        fs::write(&path, text).unwrap();
        let known = Known::Content(store::open(&path).unwrap().hash);
        let error = store::save(&request(&path, "new", known)).unwrap_err();
        assert!(matches!(error, SaveError::Newer { .. }), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
}

#[test]
fn an_unsound_visit_is_refused_before_anything_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let (path, known) = existing(folder.path(), "old");
    let mut unsound = request(&path, "new", known);
    let twice = Arc::new(Person { id: PersonId::new("b").unwrap(), ..Person::default() });
    Arc::make_mut(&mut unsound.visit).people = vec![twice.clone(), twice];
    let disk = FaultyDisk::sound();
    assert!(matches!(store::save_on(&disk, &unsound), Err(SaveError::Form { .. })));
    assert_eq!(disk.done.get(), 0);
}

#[cfg(unix)]
#[test]
fn the_mode_of_a_file_is_kept_and_a_new_one_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = existing(folder.path(), "old");
    let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(), 0o600);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).unwrap();
    save_again(&path, "new");
    assert_eq!(mode(), 0o664);
}

/// A colleague who may read the visit sees what changed since a paper went out.
#[cfg(unix)]
#[test]
fn what_a_paper_was_issued_from_is_kept_for_all_who_may_read_the_visit() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = tempfile::tempdir().unwrap();
    let (path, _) = existing(home.path(), "one");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).unwrap();
    let first = store::keep_issued(&path, "programme-en-1", &visit("one")).unwrap();
    let again = store::keep_issued(&path, "programme-en-1", &visit("two")).unwrap();
    assert_eq!(store::read_issued(&path, &first).unwrap(), *visit("one"));
    assert_eq!(store::read_issued(&path, &again).unwrap(), *visit("two"));
    let kept = home.path().join(".history").join(&first);
    assert_eq!(fs::metadata(kept).unwrap().permissions().mode() & 0o777, 0o664);
    for elsewhere in ["../visit.ron", "", "no-such.ron"] {
        assert!(store::read_issued(&path, elsewhere).is_err(), "{elsewhere}");
    }
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_stays_one_and_the_file_behind_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let (path, known) = existing(folder.path(), "old");
    let link = folder.path().join("link.ron");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    store::save(&request(&link, "new", known)).unwrap();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(title_of(&path), "new");
}

#[test]
fn old_versions_are_listed_newest_first_and_bounded() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = existing(folder.path(), "version 0");
    for number in 1..=60 {
        save_again(&path, &format!("version {number}"));
    }
    let versions = store::versions(&path).unwrap();
    assert_eq!(versions.len(), 50);
    assert_eq!(kept_titles(&path)[..2], ["version 59", "version 58"]);
    assert_eq!(versions[0].replaced, minute("2024-07-20 17:00"));
    assert_eq!(versions[0].size, fs::metadata(&versions[0].path).unwrap().len());
    // Those of another file are not among them.
    assert_eq!(store::versions(&folder.path().join("other.ron")).unwrap(), []);
}

#[test]
fn an_older_version_is_put_back_by_a_save_that_keeps_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = existing(folder.path(), "first");
    let saved = save_again(&path, "second");
    let old = store::read_version(&store::versions(&path).unwrap()[0]).unwrap();
    let mut back = request(&path, "", Known::Content(saved.hash));
    back.visit = old.visit;
    store::save(&back).unwrap();
    assert_eq!(title_of(&path), "first");
    assert_eq!(kept_titles(&path), ["second", "first"]);
}

#[test]
fn saving_what_is_there_already_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (path, known) = existing(folder.path(), "same");
    let disk = FaultyDisk::sound();
    store::save_on(&disk, &request(&path, "same", known)).unwrap();
    assert!(!disk.log.borrow().iter().any(|(name, _)| *name == "replace" || *name == "sync"));
    assert_eq!(store::versions(&path).unwrap(), []);
}

//! The file of a visit: what is read, what is written, what is refused.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
#![expect(clippy::disallowed_methods, reason = "files of others are put there as they would")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;
use retinue::model::{self, Delegation, Item, Person, PersonId, Text, Visit};
use retinue::store;

#[test]
fn every_sample_reads_and_a_second_writing_gives_the_same_bytes() {
    for entry in std::fs::read_dir("assets/library").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "ron") {
            continue;
        }
        let loaded = store::read(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let written = store::write(&loaded.visit).unwrap();
        let again = store::read(&written).unwrap();
        assert_eq!(again.visit, loaded.visit);
        assert!(again.canonical && store::write(&again.visit).unwrap() == written);
        assert!(!written.contains("Some("), "{}", path.display());
    }
}

/// Every kind of record with its fields.
const RECORDS: &[(&str, &[&str])] = &[
    ("Visit", Visit::FIELDS),
    ("About", model::About::FIELDS),
    ("Act", model::Act::FIELDS),
    ("Agreement", model::Agreement::FIELDS),
    ("Alternative", model::Alternative::FIELDS),
    ("Arrangement", model::Arrangement::FIELDS),
    ("Attendance", model::Attendance::FIELDS),
    ("Body", model::Body::FIELDS),
    ("CalendarEntry", model::CalendarEntry::FIELDS),
    ("Crop", model::Crop::FIELDS),
    ("Delegation", Delegation::FIELDS),
    ("Dismissal", model::Dismissal::FIELDS),
    ("EarlierVisit", model::EarlierVisit::FIELDS),
    ("FollowUp", model::FollowUp::FIELDS),
    ("Gift", model::Gift::FIELDS),
    ("Group", model::Group::FIELDS),
    ("Issue", model::Issue::FIELDS),
    ("Item", Item::FIELDS),
    ("ItemOutcome", model::ItemOutcome::FIELDS),
    ("Journey", model::Journey::FIELDS),
    ("Limits", model::Limits::FIELDS),
    ("LineToTake", model::LineToTake::FIELDS),
    ("Note", model::Note::FIELDS),
    ("Office", model::Office::FIELDS),
    ("OfficeClass", model::OfficeClass::FIELDS),
    ("Outcome", model::Outcome::FIELDS),
    ("Override", model::Override::FIELDS),
    ("Party", model::Party::FIELDS),
    ("Person", Person::FIELDS),
    ("Place", model::Place::FIELDS),
    ("Placed", model::Placed::FIELDS),
    ("Press", model::Press::FIELDS),
    ("RankScheme", model::RankScheme::FIELDS),
    ("Ride", model::Ride::FIELDS),
    ("Rider", model::Rider::FIELDS),
    ("Room", model::Room::FIELDS),
    ("Span", model::Span::FIELDS),
    ("Statement", model::Statement::FIELDS),
    ("Step", model::Step::FIELDS),
    ("TalkingPoint", model::TalkingPoint::FIELDS),
    ("Task", model::Task::FIELDS),
    ("TravelTime", model::TravelTime::FIELDS),
    ("Vehicle", model::Vehicle::FIELDS),
    ("Wish", model::Wish::FIELDS),
];

fn fixture(name: &str) -> String {
    std::fs::read_to_string(Path::new("tests/files").join(name)).unwrap()
}

/// The fields that stand in a canonical text, by record. Goes by its indentation alone.
fn fields_in(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut open: Vec<(String, usize)> = Vec::new();
    for line in text.lines() {
        let content = line.trim_start();
        let indent = line.len() - content.len();
        if let (Some((record, at)), Some((field, _))) = (open.last(), content.split_once(':'))
            && indent == at + 4
        {
            found.entry(record.clone()).or_default().insert(field.to_owned());
        }
        if let Some(name) = content.strip_suffix('(') {
            let name = name.rsplit_once(' ').map_or(name, |(_, name)| name);
            open.push((name.to_owned(), indent));
        } else if matches!(content, ")" | "),") {
            open.pop();
        }
    }
    found
}

#[test]
fn the_golden_file_holds_every_field_of_every_record_and_is_written_as_it_is() {
    let text = fixture("every-field.ron");
    let loaded = store::read(&text).unwrap();
    assert_eq!(store::write(&loaded.visit).unwrap(), text);
    let found = fields_in(&text);
    for (record, fields) in RECORDS {
        let none = BTreeSet::new();
        let found = found.get(*record).unwrap_or(&none);
        let missing: Vec<_> = fields.iter().filter(|field| !found.contains(**field)).collect();
        assert!(missing.is_empty(), "{record} lacks {missing:?} in every-field.ron");
    }
    let known: BTreeSet<&str> = RECORDS.iter().map(|(record, _)| *record).collect();
    let unknown: Vec<_> = found.keys().filter(|record| !known.contains(record.as_str())).collect();
    assert!(unknown.is_empty(), "RECORDS lacks {unknown:?}");
}

#[test]
fn format_1_still_opens() {
    let loaded = store::read(&fixture("format-1.ron")).unwrap();
    assert!(!loaded.newer);
    assert_eq!(loaded.visit.id.as_str(), "format-1");
    assert_eq!(loaded.visit.people.len(), 2);
    assert_eq!(loaded.visit.about.zone.as_str(), "Asia/Shanghai");
    // The file was written by hand: comments, `Some`, no order of fields.
    assert!(!loaded.canonical);
}

/// The one error of a text, with the start of the message that says where.
fn refused(text: &str, starts: &str, says: &str) {
    let error = store::read(text).unwrap_err().to_string();
    assert!(error.starts_with(starts) && error.contains(says), "{error}");
}

#[test]
fn an_error_names_line_column_field_and_what_was_expected() {
    let within = |inner: &str| format!("Visit(\n    format: 1,\n    {inner}\n)");
    let person = |inner: &str| within(&format!("people: [Person(id: \"a\", {inner})],"));
    refused(&person("rank: \"x\""), "line 3:36, field “people[1].rank”", "a number");
    refused(&person("role: Boss"), "line 3:36, field “people[1].role”", "NoteTaker");
    refused(&person("idd: 1"), "line 3:30, field “people[1].idd”", "family_name");
    refused(&person("in_post_since: \"2024-02-31\""), "line 3:", "range");
    refused(&within("about: About(zone: \"Mars\"),"), "line 3:", "about.zone");
    refused(&within("about: About(title: 5),"), "line 3:", "about.title");
    refused(&within("items: [Item(id: \"A b\")],"), "line 3:", "items[1].id");
    refused(&within("items: \"none\","), "line 3:", "a list is expected");
}

#[test]
fn ids_that_stand_twice_or_lead_nowhere_are_listed_with_their_lines() {
    let text = "Visit(format: 1,\npeople: [Person(id: \"a\"),\nPerson(id: \"a\")],\n\
                delegations: [Delegation(id: \"d\", head: \"nobody\")])";
    let error = store::read(text).unwrap_err().to_string();
    assert!(error.contains("line 3:12") && error.contains("line 4:41"), "{error}");
    assert!(error.contains("delegations.head") && error.contains("nobody"), "{error}");
    // The same id at records of two kinds is fine.
    let fine = "Visit(format: 1, people: [Person(id: \"a\")], groups: [Group(id: \"a\")])";
    assert!(store::read(fine).is_ok());
}

#[test]
fn hostile_texts_give_one_clear_error_each() {
    refused("", "the file is empty", "");
    refused(" \r\n\t", "the file is empty", "");
    refused("Visit()", "the file does not say its format", "format: 1");
    refused("hello", "line 1:1", "Visit is expected");
    refused("{\"format\": 1}", "line 1:", "Visit");
    refused("Visit(format: 1, id: \"a\0\")", "line 1:24, field “id”", "U+0000");
    refused("Visit(format: 1, // \u{202E}\n)", "line 1:21", "U+202E");
    refused("Visit(format: 1, id: \"\\u{202E}\")", "line 1:", "id");
    refused("Visit(format: 1, about: About(source: \"\\u{202E}\"))", "about.source", "U+202E");
    refused("Visit(format: 1,", "line 1:", "");
    refused("Visit(format: 1) Visit(format: 1)", "line 1:", "behind the end");
    refused(&format!("Visit(format: 1, people: {}", "[".repeat(100_000)), "line 1:", "");
    refused(&format!("Visit(x: {}", "(".repeat(100_000)), "line 1:", "deep");
    refused(&"/*".repeat(100_000), "line 1:", "");
    let long = "a".repeat(model::integrity::MAX_TEXT + 1);
    refused(
        &format!("Visit(format: 1, about: About(source: \"{long}\"))"),
        "about.source",
        "longer",
    );
    let many = "\"en\",".repeat(model::integrity::MAX_LIST + 1);
    refused(&format!("Visit(format: 1, about: About(languages: [{many}]))"), "about.languages", "");
    assert!(matches!(
        store::read(&" ".repeat(store::MAX_FILE as usize + 1)),
        Err(store::ReadError::TooLarge { .. })
    ));
}

#[test]
fn hostile_files_are_refused_and_never_touched() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |name: &str, bytes: &[u8], says: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let error = store::open(&path).unwrap_err().to_string();
        assert!(error.contains(says) && error.ends_with(&path.display().to_string()), "{error}");
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    };
    refused("empty.ron", b"", "empty");
    refused("picture.ron", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "line 1:1");
    refused("latin.ron", b"Visit(format: 1,\n  id: \"caf\xE9\")", "line 2:11");
    refused("utf16.ron", b"\xFF\xFEV\0i\0s\0i\0t\0", "line 1:1");
    assert!(store::open(&folder.path().join("missing.ron")).is_err());
    assert!(store::open(folder.path()).is_err());

    let sparse = folder.path().join("sparse.ron");
    let mut file = std::fs::File::create(&sparse).unwrap();
    file.write_all(b"Visit(format: 1)").unwrap();
    file.set_len(100 * 1024 * 1024).unwrap();
    let error = store::open(&sparse).unwrap_err().to_string();
    assert!(error.contains("larger than 8 MB"), "{error}");
}

#[test]
fn a_newer_file_is_opened_read_only_without_what_is_unknown() {
    let text = "Visit(\n    format: 2,\n    id: \"a\",\n    moon: Moon(phase: [1, 2]),\n    \
                people: [Person(id: \"b\", soul: r#\"a \"),( b\"#, rank: 2)],\n)\n";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("newer.ron");
    std::fs::write(&path, text).unwrap();
    let opened = store::open(&path).unwrap();
    assert!(opened.read_only && !opened.canonical);
    assert_eq!(opened.left_out, ["moon", "people[1].soul"]);
    assert_eq!(opened.visit.people[0].rank, 2);
    refused("Visit(format: 2, people: 7)", "the file was made by a newer version", "line 1:26");
}

#[test]
fn what_editors_add_is_taken_off_and_noticed() {
    let text = fixture("every-field.ron");
    let loaded = store::read(&text).unwrap();
    assert!(loaded.canonical);
    let windows = format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    let commented = format!("// mine\n{text}/* and mine */");
    let marked = text.replace("capacity: 80", "capacity: Some(80)");
    for edited in [windows, commented, marked] {
        let edited = store::read(&edited).unwrap();
        assert!(!edited.canonical);
        assert_eq!(edited.visit, loaded.visit);
    }
}

/// Texts that have broken file formats: quotes, RON's own marks, scripts in several parts.
fn nasty() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("\""),
        Just("\\"),
        Just("#"),
        Just("\"#"),
        Just("r#\""),
        Just("##"),
        Just("'"),
        Just("\n"),
        Just("\n    id: \"x\","),
        Just("\t"),
        Just("),"),
        Just("["),
        Just("{"),
        Just("//"),
        Just("/*"),
        Just("None"),
        Just("r#None"),
        Just("Some("),
        Just("O'Brien"),
        Just("e\u{301}"),
        Just("ไทยแลนด์"),
        Just("ที่นี่"),
        Just("👩🏽\u{200D}🚀"),
        Just("\u{1112}\u{1161}\u{11AB}"),
        Just("한"),
        Just("\u{845B}\u{E0100}"),
        Just("\u{2028}"),
        Just("\u{A0}"),
        Just("שלום"),
        Just("\u{200F}"),
        Just(" "),
        Just("a"),
        Just("\\u{41}"),
        Just("\\n"),
        Just("©"),
    ];
    prop_oneof![
        proptest::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat()),
        any::<String>().prop_map(|text| model::integrity::clean(&text)),
    ]
}

fn text_in_languages() -> impl Strategy<Value = Text> {
    (nasty(), nasty(), nasty()).prop_map(|(main, zh, ko)| {
        Text::new(main).with(&model::Lang::zh(), zh).with(&model::Lang::ko(), ko)
    })
}

proptest! {
    #[test]
    fn every_text_of_every_record_comes_back(texts in proptest::collection::vec(nasty(), 8..40)) {
        let mut visit = store::read(&fixture("every-field.ron")).unwrap().visit;
        let mut texts = texts.iter().cycle();
        model::Walk::walk_texts(&mut visit, &mut |text| {
            // A translation that is empty is none, so such a text stays as it is.
            let new = texts.next().unwrap();
            if !new.is_empty() {
                new.clone_into(text);
            }
        });
        let written = store::write(&visit).unwrap();
        store::read_back(&written, &visit).unwrap();
        let back = store::read(&written).unwrap();
        prop_assert!(back.canonical);
        prop_assert_eq!(&back.visit, &visit);
    }

    #[test]
    fn one_changed_field_changes_its_own_lines_alone(title in text_in_languages()) {
        let old = store::read(&fixture("every-field.ron")).unwrap().visit;
        let mut new = old.clone();
        Arc::make_mut(&mut new.items[0]).title = title;
        let (old, new) = (store::write(&old).unwrap(), store::write(&new).unwrap());
        let (old, new): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
        let same = |(a, b): &(&&str, &&str)| a == b;
        let before = old.iter().zip(&new).take_while(same).count();
        let behind = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
        let title = old.iter().position(|line| line.trim() == "title: \"Tour\",").unwrap();
        // All above and all below stand as they stood.
        prop_assert!(before >= title, "{before} < {title}");
        prop_assert!(before + behind >= old.len() - 1, "{before} + {behind} < {}", old.len());
    }

    #[test]
    fn no_text_at_all_makes_reading_fail_hard(text in any::<String>(), at in 0_usize..4_000) {
        store::read(&text).ok();
        let golden = fixture("every-field.ron");
        let at = golden.char_indices().nth(at).map_or(golden.len(), |(at, _)| at);
        store::read(&golden[..at]).ok();
        store::read(&format!("{}{text}{}", &golden[..at], &golden[at..])).ok();
    }
}

#[test]
fn people_in_the_users_order_stay_in_it() {
    let person = |id| Arc::new(Person { id: PersonId::new(id).unwrap(), ..Person::default() });
    let visit = Visit { people: vec![person("z"), person("a"), person("m")], ..Visit::default() };
    let back = store::read(&store::write(&visit).unwrap()).unwrap().visit;
    let ids: Vec<_> = back.people.iter().map(|person| person.id.as_str()).collect();
    assert_eq!(ids, ["z", "a", "m"]);
}

//! The command line as its users meet it: arguments, output, errors, status.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod terminal;

use std::path::{Path, PathBuf};

use terminal::{Desk, EXERCISE, FLAGSHIP, stdout};

fn text_of(pdf: &Path) -> String {
    pdf_extract::extract_text(pdf).unwrap()
}

#[test]
fn print_makes_the_programme_of_the_flagship_visit() {
    let desk = Desk::new();
    let written = desk.says(&["print", FLAGSHIP]);
    assert_eq!(written, "seoul-in-liangjiang-programme.pdf\n");
    let text = text_of(&desk.path(written.trim()));
    for expected in ["Oh Se-hoon", "Luo Lin", "PalaTech"] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

#[test]
fn print_gives_each_reader_their_own_version_in_the_file_that_is_named() {
    let desk = Desk::new();
    let version = |audience: &str| {
        let file = format!("{audience}.pdf");
        desk.says(&["print", EXERCISE, "--audience", audience, "--size", "letter", "-o", &file]);
        text_of(&desk.path(&file))
    };
    let (guest, staff, media) = (version("guest"), version("staff"), version("media"));
    let mistake = "Deliberate mistake";
    assert!(staff.contains(mistake));
    assert!(!guest.contains(mistake) && !media.contains(mistake));
    assert!(guest.contains("Welcome banquet") && !media.contains("Welcome banquet"));
}

#[test]
fn print_gives_one_person_their_own_programme_and_a_folder_with_all_papers() {
    let desk = Desk::new();
    let written = desk.says(&["print", EXERCISE, "--person", "seoul-delegate-9"]);
    assert!(written.contains("programme-seoul-delegate-9.pdf"), "{written}");
    let text = text_of(&desk.path(written.trim()));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    assert!(text.contains("programme of seoul delegate 9"), "{text}");
    assert!(text.contains("round table of enterprises"), "{text}");
    assert!(!text.contains("laboratories (officials)"), "{text}");
    for own in ["you ride in minibus 2", "your place, signing table", "room: 9"] {
        assert!(text.contains(own), "{own} in {text}");
    }
    assert_eq!(desk.fails(&["print", EXERCISE, "--person", "no-such"]).0, 2);

    let list = ["print", EXERCISE, "--paper", "room-list", "--person", "oh-se-hoon"];
    assert_eq!(desk.fails(&list).0, 2);

    let all = desk.says(&["print", EXERCISE, "--all", "-o", "papers"]);
    let papers = desk.says(&["papers"]);
    assert_eq!(all.lines().count(), papers.lines().count());
    for file in all.lines() {
        assert!(!text_of(&desk.path(file)).trim().is_empty(), "{file}");
    }
    let each = desk.says(&["print", EXERCISE, "--each", "-o", "each"]);
    assert_eq!(each.lines().count(), 14);
}

#[test]
fn a_paper_is_issued_again_with_its_changes_marked() {
    let desk = Desk::new();
    let issue = ["issue", EXERCISE, "--to", "oh-se-hoon"];
    let first = desk.says(&issue);
    assert!(first.contains("programme-v1.pdf"), "{first}");
    assert!(text_of(&desk.path(first.trim())).contains("Version 1"));
    let told = desk.says(&["changes", EXERCISE]);
    assert!(told.contains("version 1") && told.contains("Oh Se-hoon"), "{told}");
    assert_eq!(told.lines().count(), 2, "nothing has changed yet: {told}");

    desk.says(&["shift", EXERCISE, "--item", "banquet", "--mins", "15", "--write"]);
    let told = desk.says(&["changes", EXERCISE]);
    assert!(told.contains("Welcome banquet"), "{told}");
    let second = desk.says(&["issue", EXERCISE, "--reason", "banquet later"]);
    let text = text_of(&desk.path(second.trim()));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Version 2") && text.contains("replaces version 1"), "{text}");
    assert!(text.contains("marks what changed"), "{text}");
    let visit = retinue::store::read(&desk.text(EXERCISE)).unwrap().visit;
    assert_eq!(visit.issues.len(), 2);
    let since_first = desk.says(&["changes", EXERCISE, "--since", "1"]);
    assert!(since_first.contains("Welcome banquet"), "{since_first}");
    assert_eq!(desk.fails(&["changes", EXERCISE, "--since", "7"]).0, 2);
    assert_eq!(desk.fails(&["issue", EXERCISE, "--to", "no-such"]).0, 2);
    assert_eq!(desk.fails(&["issue", EXERCISE, "--paper", "no-such"]).0, 2);
}

#[test]
fn an_issued_paper_tells_what_no_font_shows_and_that_nothing_could_be_compared() {
    let desk = Desk::new();
    let about = "about: About(\n        subtitle: \"Plan \u{10FFFD}\",";
    desk.put(EXERCISE, &desk.text(EXERCISE).replacen("about: About(", about, 1));
    let told = |run: assert_cmd::assert::Assert| {
        String::from_utf8(run.success().get_output().stderr.clone()).unwrap()
    };
    let first = told(desk.run(&["issue", EXERCISE]));
    assert!(first.contains("U+10FFFD") && !first.contains("marked"), "{first}");
    std::fs::remove_dir_all(desk.path(".history")).unwrap();
    let second = told(desk.run(&["issue", EXERCISE]));
    assert!(second.contains("no changes are marked"), "{second}");
}

#[test]
fn a_visit_of_a_newer_version_issues_nothing() {
    let desk = Desk::new();
    desk.put("newer.ron", "Visit(format: 2, id: \"a\")");
    desk.fails(&["issue", "newer.ron"]);
    assert!(!desk.path(".history").exists() && !desk.path("newer-programme-v1.pdf").exists());
}

#[test]
fn print_can_write_to_standard_output() {
    let desk = Desk::new();
    let printed = desk.run(&["print", FLAGSHIP, "-o", "-"]).success();
    assert!(printed.get_output().stdout.starts_with(b"%PDF-"));
}

#[test]
fn a_paper_that_does_not_exist_or_is_for_somebody_else_is_bad_use() {
    let desk = Desk::new();
    let (status, message) = desk.fails(&["print", FLAGSHIP, "--paper", "menu"]);
    assert_eq!(status, 2);
    assert!(message.contains("“menu”") && message.contains("minute-sheet"), "{message}");
    let minutes = ["print", FLAGSHIP, "--paper", "minute-sheet", "--audience", "guest"];
    assert_eq!(desk.fails(&minutes).0, 2);
    assert!(!desk.path("seoul-in-liangjiang-minute-sheet.pdf").exists());
}

#[test]
fn show_writes_the_programme_as_text_in_the_language_asked_for() {
    let desk = Desk::new();
    assert!(desk.says(&["show", FLAGSHIP]).contains("Tour of the exhibition hall"));
    assert!(desk.says(&["show", FLAGSHIP, "--language", "zh"]).contains("参观展厅"));
}

#[test]
fn check_finds_the_two_mistakes_of_the_exercise_and_fails() {
    let desk = Desk::new();
    let checked = desk.run(&["check", EXERCISE]).code(1);
    let text = stdout(&checked);
    let errors: Vec<&str> = text.lines().filter(|line| line.starts_with("error")).collect();
    assert_eq!(errors.len(), 2, "{text}");
    assert!(errors[0].contains("[overlap] Host 6 is expected at"), "{text}");
    assert!(errors[1].contains("[transfer] “Life Science Town to the airport”"), "{text}");
    assert!(text.contains("2 errors"), "{text}");
}

#[test]
fn check_writes_json_for_programs() {
    let desk = Desk::new();
    let checked = desk.run(&["check", EXERCISE, "--format", "json"]).code(1);
    let report: serde_json::Value = serde_json::from_str(&stdout(&checked)).unwrap();
    assert_eq!(report["visit"], "seoul-in-liangjiang-exercise");
    let first = &report["findings"][0];
    assert_eq!((&first["check"], &first["severity"]), (&"overlap".into(), &"error".into()));
    assert_eq!(first["things"][2]["id"], "host-6");
}

#[test]
fn a_visit_that_is_over_has_no_errors_left_to_mend() {
    let desk = Desk::new();
    let text = desk.says(&["check", FLAGSHIP]);
    assert!(text.contains("notice [to-confirm] “Tour of the exhibition hall”: time"), "{text}");
}

#[test]
fn an_error_in_a_file_names_file_line_column_and_field_on_standard_error() {
    let desk = Desk::new();
    let odd = desk.text(FLAGSHIP).replace("when: Day(\"2024-07-29\")", "when: Dawn");
    desk.put("odd.ron", &odd);
    let line = odd.lines().position(|line| line.contains("Dawn")).unwrap() + 1;
    let place = format!("line {line}:");
    for command in ["check", "show", "print", "fmt"] {
        let (status, message) = desk.fails(&[command, "odd.ron"]);
        assert_eq!(status, 1, "{command}");
        for part in ["odd.ron", &place, ".when”", "“Dawn”"] {
            assert!(message.contains(part), "{command}: {part} in {message}");
        }
    }
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let (status, message) = Desk::new().fails(&["show", "nowhere.ron"]);
    assert_eq!(status, 1);
    assert!(message.contains("nowhere.ron"), "{message}");
}

#[test]
fn bad_use_has_a_status_of_its_own() {
    let desk = Desk::new();
    for args in [
        &["prnt"][..],
        &["prnt", FLAGSHIP],
        &["print"],
        &["print", FLAGSHIP, "--size", "a5"],
        &["print", FLAGSHIP, "--language", "zh_CN"],
        &["search"],
        &["new", "Visit", "--zone", "Asia/Nowhere"],
        &["new", " "],
        &["new", "Visit", "--from", "2026-05-02", "--to", "2026-05-01"],
        &["history", FLAGSHIP, "--restore", "1"],
    ] {
        let (status, message) = desk.fails(args);
        assert_eq!(status, 2, "{args:?}: {message}");
        assert!(!message.is_empty(), "{args:?}");
    }
    assert!(desk.says(&["--help"]).contains("print"));
}

#[test]
fn list_names_every_visit_of_a_folder_and_what_is_broken() {
    let desk = Desk::new();
    desk.put("broken.ron", "Visit(");
    let text = desk.says(&["list", "."]);
    for (file, _) in retinue::library::samples::all() {
        assert!(text.contains(&file), "{file} in {text}");
    }
    assert!(text.contains("broken.ron: "), "{text}");
}

#[test]
fn search_finds_visits_by_words_in_any_script() {
    let desk = Desk::new();
    for words in ["오세훈", "palatech", "吴世勋"] {
        let text = desk.says(&["search", words, "--library", "."]);
        assert!(text.contains(FLAGSHIP), "{words}: {text}");
        assert!(!text.contains("chengdu-in-hamilton.ron"), "{words}: {text}");
    }
    let nothing = desk.run(&["search", "Atlantis", "--library", "."]).success();
    assert_eq!(stdout(&nothing), "");
}

#[test]
fn new_makes_a_visit_that_can_be_shown_and_checked() {
    let desk = Desk::new();
    let args = ["new", "Seoul in Busan", "--from", "2026-05-02", "--zone", "Asia/Seoul"];
    let file = desk.says(&args);
    let file = file.trim();
    assert!(file.starts_with(&desk.path("data").display().to_string()), "{file}");
    assert!(desk.says(&["show", file]).contains("Seoul in Busan"));
    assert!(desk.says(&["check", file]).contains("contact"));
    assert!(desk.says(&["list"]).contains("Seoul in Busan"));
    // The same title again is another visit.
    assert_ne!(desk.says(&args).trim(), file);
}

#[test]
fn fmt_brings_a_file_into_canonical_form_and_keeps_what_was_written() {
    let desk = Desk::new();
    let written = desk.text(FLAGSHIP).replace("Visit(\n", "Visit(\n    // Seen by the desk.\n");
    desk.put("mine.ron", &written);
    desk.run(&["fmt", "--check", "mine.ron"]).code(1);
    assert_eq!(desk.text("mine.ron"), written);
    assert!(desk.says(&["fmt", "mine.ron"]).contains("mine.ron"));
    assert_eq!(desk.text("mine.ron"), desk.text(FLAGSHIP));
    assert_eq!(desk.says(&["fmt", "--check", "mine.ron"]), "");
    let kept = std::fs::read_dir(desk.path(".history")).unwrap();
    let kept: Vec<PathBuf> = kept.map(|file| file.unwrap().path()).collect();
    assert!(kept.iter().any(|path| std::fs::read_to_string(path).unwrap() == written));
}

#[test]
fn history_lists_what_changed_and_goes_back() {
    let desk = Desk::new();
    let first = desk.text(FLAGSHIP);
    let changed = first.replace("status: Done", "status:  Cancelled");
    assert_ne!(changed, first);
    desk.put(FLAGSHIP, &first.replace("status: Done", "status:  Done"));
    desk.says(&["fmt", FLAGSHIP]);
    desk.put(FLAGSHIP, &changed);
    desk.says(&["fmt", FLAGSHIP]);
    let text = desk.says(&["history", FLAGSHIP]);
    assert!(text.starts_with("1  until "), "{text}");
    desk.says(&["history", FLAGSHIP, "--restore", "2"]);
    assert_eq!(desk.text(FLAGSHIP), first);
}

#[test]
fn without_a_display_one_line_names_the_command_line_way() {
    let (status, message) = Desk::new().fails(&[]);
    assert_eq!(status, 1);
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(message.contains("retinue print"), "{message}");
}

#[test]
fn output_that_nobody_reads_is_no_failure() {
    struct Closed;

    impl std::io::Write for Closed {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::BrokenPipe.into())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    let desk = Desk::new();
    let file = desk.path(EXERCISE).display().to_string();
    for format in ["text", "json"] {
        let args = ["retinue", "check", &file, "--format", format].map(std::ffi::OsString::from);
        let mut err = Vec::new();
        let machine = retinue::cli::Machine::this();
        assert_eq!(retinue::cli::run(args, &machine, &mut Closed, &mut err), 0);
        assert_eq!(String::from_utf8(err).unwrap(), "");
    }
}

#[test]
fn what_is_not_known_stands_in_a_line_for_each_rule_until_all_is_asked_for() {
    let desk = Desk::new();
    let text = stdout(&desk.run(&["check", EXERCISE]).code(1));
    assert!(
        text.contains("? [history] Earlier visits, gifts and open promises are known: 1"),
        "{text}"
    );
    assert!(text.contains("; 1 not known; 1 dismissed"), "{text}");
    let text = stdout(&desk.run(&["check", EXERCISE, "--all"]).code(1));
    assert!(text.contains("not known [history] Earlier visits of the principal"), "{text}");
    let dismissed = "dismissed [names] Luo Lin: no name in 中文";
    assert!(text.contains(dismissed) && text.contains("the office will supply it"), "{text}");
    let json = stdout(&desk.run(&["check", EXERCISE, "--format", "json"]).code(1));
    assert!(json.contains("\"severity\": \"unknown\""), "{json}");
}

#[test]
fn a_library_tells_who_came_before_and_which_limits_the_office_has() {
    let desk = Desk::new();
    let later = desk.text(EXERCISE).replace("2024-07-", "2025-07-");
    let later = later.replace("id: \"seoul-in-liangjiang-exercise\"", "id: \"a-year-later\"");
    desk.put("later.ron", &later);
    let alone = stdout(&desk.run(&["check", "later.ron"]).code(1));
    assert!(!alone.contains("Still open from earlier visits"), "{alone}");
    assert!(alone.contains("[tour-length]"), "{alone}");
    desk.put(".limits.ron", "Limits(tour_mins: 45)");
    let known = stdout(&desk.run(&["check", "later.ron", "--library", "."]).code(1));
    assert!(known.contains("[history] Still open from earlier visits of Oh Se-hoon"), "{known}");
    assert!(known.contains("[history] Earlier visits of Oh Se-hoon: "), "{known}");
    assert!(!known.contains("Earlier visits of Delegation of Seoul"), "told once: {known}");
    assert!(!known.contains("[tour-length]"), "{known}");
    desk.put(".limits.ron", "Limits(tour_mins: fast)");
    let (status, message) = desk.fails(&["check", "later.ron", "--library", "."]);
    assert!(status == 1 && message.contains(".limits.ron"), "{message}");
}

#[test]
fn every_rule_is_listed_with_its_severity_its_limits_and_its_source() {
    let text = Desk::new().says(&["check", "--rules"]);
    for check in retinue::check::ALL {
        assert!(text.contains(&format!("[{}] ", check.id)), "{}", check.id);
        assert!(check.limits.iter().all(|limit| text.contains(limit.field)), "{}", check.id);
    }
    assert!(text.contains("time difference, in hours (jet_lag_hours) — Usual: 3"), "{text}");
    assert_eq!(text.matches("Source: ").count(), retinue::check::ALL.len());
}

#[test]
fn substitute_and_attend_tell_what_changes_and_write_when_asked() {
    let desk = Desk::new();
    let before = desk.text(EXERCISE);
    let told = desk.says(&["substitute", EXERCISE, "oh-se-hoon", "seoul-delegate-2"]);
    for line in [
        "visit: guest of honour from “Oh Se-hoon” to “Seoul delegate 2”",
        "“Airport to hotel”: journey no longer “Oh Se-hoon”",
        "“Oh Se-hoon”: attendance from “Confirmed” to “Declined”",
        "“room 1”: people no longer “Oh Se-hoon”",
        "“Gift of Seoul to Liangjiang”: presenter from “Oh Se-hoon” to “Seoul delegate 2”",
    ] {
        assert!(told.lines().any(|told| told == line), "{line} is not in\n{told}");
    }
    assert_eq!(desk.text(EXERCISE), before);
    let (status, error) = desk.fails(&["substitute", EXERCISE, "oh-se-hoon", "nobody"]);
    assert!(status == 2 && error.contains("nobody"), "{error}");

    let told = desk.says(&["attend", EXERCISE, "seoul-delegate-3", "declined", "--write"]);
    assert!(told.contains("“room 3”: people no longer “Seoul delegate 3”"), "{told}");
    let (status, _) = desk.fails(&["substitute", EXERCISE, "oh-se-hoon", "seoul-delegate-3"]);
    assert_eq!(status, 1);
    desk.says(&["substitute", EXERCISE, "oh-se-hoon", "seoul-delegate-2", "--write"]);
    let order = desk.says(&["order", EXERCISE, "--explain"]);
    assert!(order.contains("1  Seoul delegate 2 — guest of honour"), "{order}");
}

#[test]
fn rain_and_choose_tell_what_changes_and_refuse_what_is_not_there() {
    let desk = Desk::new();
    let before = desk.text(EXERCISE);
    let (status, error) = desk.fails(&["rain", EXERCISE, "--day", "2031-01-01"]);
    assert!(status == 1 && error.contains("Nothing would change"), "{error}");
    let (status, error) =
        desk.fails(&["choose", EXERCISE, "--item", "no-such", "--alternative", "A"]);
    assert!(status == 2 && error.contains("no-such"), "{error}");
    assert_eq!(desk.text(EXERCISE), before);
    let visit = retinue::store::read(&before).unwrap().visit;
    let days = visit.days();
    let day = days.iter().find(|day| visit.rain_plan(**day) == Some(false)).unwrap().to_string();
    let told = desk.says(&["rain", EXERCISE, "--day", &day, "--write"]);
    assert!(!told.is_empty() && desk.text(EXERCISE).contains("rain_plan_on: true"), "{told}");
    desk.says(&["rain", EXERCISE, "--day", &day, "--off", "--write"]);
    assert_eq!(desk.text(EXERCISE), before);
}

#[test]
fn day_templates_are_listed_kept_and_laid() {
    let desk = Desk::new();
    let before = desk.text(EXERCISE);
    let listed = desk.says(&["days", "list", "--library", "."]);
    assert!(listed.contains("working-day: Working day (14)"), "{listed}");
    let lay = ["days", "lay", EXERCISE, "--template"];
    let told = desk.says(&[&lay[..], &["working-day", "--day", "2024-07-30"]].concat());
    assert!(told.contains("Working lunch") && told.contains("overlaps"), "{told}");
    assert_eq!(desk.text(EXERCISE), before);
    desk.says(&[&lay[..], &["signing", "--day", "2024-07-31", "--write"]].concat());
    assert!(desk.text(EXERCISE).contains("2024-07-31 10:00"));
    let (status, error) = desk.fails(&[&lay[..], &["no-such", "--day", "2024-07-30"]].concat());
    assert!(status == 2 && error.contains("no-such"), "{error}");

    let keep = ["days", "keep", EXERCISE, "--name", "Seoul day", "--day"];
    desk.says(&[&keep[..], &["2024-07-29"]].concat());
    assert!(desk.text(".days/Seoul day.ron").contains("exhibition"));
    assert_eq!(desk.fails(&[&keep[..], &["2031-01-01"]].concat()).0, 2);
    assert!(desk.says(&["days", "list", "--library", "."]).contains("Seoul day: Seoul day"));
}

#[test]
fn what_follows_is_packed_with_a_gap_and_room_is_made_only_where_it_is_wanted() {
    let desk = Desk::new();
    let before = desk.text(EXERCISE);
    let (status, told) = desk.fails(&["make-room", EXERCISE, "--item", "lunch"]);
    assert!(status == 1 && told.contains("Nothing would change"), "{told}");
    let told = desk.says(&["pack", EXERCISE, "--item", "lunch", "--gap", "15"]);
    let briefing = "“Briefing on the life and health industry in Liangjiang”: time from \
                    “29 July 14:25–15:00” to “29 July 14:10–14:45”";
    assert!(told.contains(briefing), "{told}");
    let told = desk.says(&["pack", EXERCISE, "--item", "lunch", "--gap", "15", "--lengths"]);
    assert!(told.contains("to “29 July 14:25–14:45”"), "{told}");
    assert_eq!(desk.text(EXERCISE), before);
    desk.says(&["pack", EXERCISE, "--item", "lunch", "--gap", "15", "--write"]);
    assert_ne!(desk.text(EXERCISE), before);
}

#[test]
fn every_seat_of_the_arrangements_is_told_with_its_reason() {
    let desk = Desk::new();
    let told = desk.says(&["seats", EXERCISE, "--item", "talks"]);
    let seats: Vec<&str> = told.lines().filter(|line| line.contains("guests-")).collect();
    let centre = seats.iter().find(|line| line.contains("guests-c")).unwrap();
    assert!(centre.contains("Oh Se-hoon") && centre.contains("number 1 of the guests"), "{told}");
    assert!(told.contains("interpreter beside the head"), "{told}");
    assert!(!told.contains("Group photo"), "{told}");
    let json = desk.says(&["seats", EXERCISE, "--format", "json"]);
    let all: serde_json::Value = serde_json::from_str(&json).unwrap();
    let plans = all.as_array().unwrap();
    assert_eq!(
        plans.len(),
        retinue::store::read(&desk.text(EXERCISE)).unwrap().visit.arrangements.len()
    );
    assert!(plans.iter().all(|plan| plan["unseated"].as_array().unwrap().is_empty()), "{json}");
    let (status, error) = desk.fails(&["seats", EXERCISE, "--item", "no-such"]);
    assert!(status == 2 && error.contains("no-such"), "{error}");
}

#[test]
fn a_plan_is_seated_by_rank_again_but_for_what_is_locked() {
    let desk = Desk::new();
    let text = desk.text(EXERCISE);
    let at = text.find("id: \"talks-table\"").unwrap();
    let seats = at + text[at..].find("seats:").unwrap();
    let placed = |person: &str, slot: &str, locked: bool| {
        format!("Placed(person: \"{person}\", table: 1, slot: \"{slot}\", locked: {locked}),")
    };
    let by_hand = format!(
        "placed: [{}{}], ",
        placed("seoul-delegate-2", "guests-c", true),
        placed("seoul-delegate-3", "guests-l2", false)
    );
    desk.put(EXERCISE, &format!("{}{by_hand}{}", &text[..seats], &text[seats..]));
    let told = desk.says(&["reseat", EXERCISE, "--arrangement", "talks-table", "--write"]);
    assert!(told.contains("Seoul delegate 3 from guests, left 2 to"), "{told}");
    let told = desk.says(&["seats", EXERCISE, "--item", "talks"]);
    assert!(told.contains("guests-c           Seoul delegate 2 — placed by hand"), "{told}");
    let (status, error) = desk.fails(&["reseat", EXERCISE, "--arrangement", "no-such"]);
    assert!(status == 2 && error.contains("no-such"), "{error}");
}

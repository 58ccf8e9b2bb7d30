//! People taken into visits and out of them, as the command line does it.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod terminal;

use terminal::{Desk, EXERCISE, FLAGSHIP};

const LIST: &str =
    "Name,Funktion,Ernährung,Shoe size\nDelegate 21,Director,halal,42\n오세훈,Mayor,,\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("list.csv", LIST);
    desk
}

fn import<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["import", "people", FLAGSHIP, "list.csv"], more].concat()
}

#[test]
fn a_list_is_taken_in_and_who_is_like_somebody_waits() {
    let desk = desk();
    let before = desk.text(FLAGSHIP);
    let said = desk.says(&import(&["--dry-run"]));
    assert!(
        said.contains("+ 2 Delegate 21") && said.contains("? 3 오세훈: like Oh Se-hoon"),
        "{said}"
    );
    assert_eq!(desk.text(FLAGSHIP), before);

    desk.says(&import(&["--column", "Funktion=post", "--column", "Ernährung=diet"]));
    let after = desk.text(FLAGSHIP);
    assert!(after.contains("\"Delegate 21\"") && after.contains("diet: Halal"), "{after}");
    assert_eq!(after.matches("오세훈").count(), before.matches("오세훈").count());
}

#[test]
fn what_a_heading_means_is_remembered_by_the_office() {
    let desk = desk();
    desk.says(&import(&["--column", "Funktion=post", "--column", "Ernährung=diet"]));
    let again = desk.run(&import(&["--dry-run"])).success();
    let told = String::from_utf8(again.get_output().stderr.clone()).unwrap();
    assert!(told.contains("Shoe size") && !told.contains("Funktion"), "{told}");
}

#[test]
fn a_like_row_is_joined_on_the_officers_word_alone() {
    let desk = desk();
    let said = desk.says(&import(&["--alike", "join", "--column", "Funktion=post"]));
    assert!(said.contains("1 new"), "{said}");
    assert!(!desk.says(&import(&["--alike", "new", "--dry-run"])).contains('?'));
}

#[test]
fn the_absent_of_a_delegation_decline_when_asked() {
    let desk = desk();
    let guests = desk.text(EXERCISE);
    let id = guests.split("delegations: [").nth(1).unwrap().split('"').nth(1).unwrap().to_owned();
    let args = ["import", "people", EXERCISE, "list.csv", "--delegation", &id, "--absent-decline"];
    let said = desk.says(&args);
    assert!(said.contains("\n- ") || said.starts_with("- "), "{said}");
    assert!(desk.text(EXERCISE).contains("attendance: Declined"));
    let (status, told) =
        desk.fails(&["import", "people", EXERCISE, "list.csv", "--delegation", "x"]);
    assert!(status == 2 && told.contains(&id), "{told}");
}

#[test]
fn what_is_no_list_is_one_error_and_changes_nothing() {
    let desk = desk();
    let before = desk.text(FLAGSHIP);
    for (name, bytes) in [("empty.csv", ""), ("broken.xlsx", "PK\u{3}\u{4}nothing")] {
        desk.put(name, bytes);
        let (status, told) = desk.fails(&["import", "people", FLAGSHIP, name]);
        assert_eq!((status, told.lines().count()), (1, 1), "{told}");
    }
    assert_eq!(desk.fails(&import(&["--column", "Name"])).0, 2);
    assert_eq!(desk.fails(&import(&["--column", "Name=shoe"])).0, 2);
    assert_eq!(desk.fails(&["import", "people", FLAGSHIP, "nowhere.csv"]).0, 1);
    assert_eq!(desk.text(FLAGSHIP), before);
}

#[test]
fn the_people_go_out_as_csv_and_workbook_and_come_back_the_same() {
    let desk = desk();
    assert_eq!(
        desk.says(&["export", "people", EXERCISE]),
        "seoul-in-liangjiang-exercise-people.csv\n"
    );
    desk.says(&["export", "people", EXERCISE, "-o", "people.xlsx"]);
    for file in ["seoul-in-liangjiang-exercise-people.csv", "people.xlsx"] {
        let said = desk.says(&["import", "people", EXERCISE, file, "--dry-run"]);
        assert!(said.starts_with("0 new, 0 changed,"), "{said}");
    }
    let to_terminal = desk.says(&["export", "people", FLAGSHIP, "-o", "-"]);
    assert!(to_terminal.contains("Oh Se-hoon"));
}

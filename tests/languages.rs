//! The window in the officer's own language. The language is the program's, not a window's, so
//! one test alone changes it.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[expect(dead_code, reason = "this test uses a share of it")]
#[path = "app/desk.rs"]
mod desk;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use retinue::app::command::Command;
use retinue::app::tabs::{Tab, tab_of};
use retinue::model::{Lang, RecordKind, Visit};

use self::desk::{Window, click, press, settle, type_on, visit_of, wait};

fn says(window: &Window, words: &[&str]) {
    for word in words {
        assert!(window.query_all_by_label_contains(word).next().is_some(), "{word}");
    }
}

/// Every tab, and the editor of the first record of each kind. A character that no font has stops
/// the test, and so do two fields of one name beside each other: egui marks them with such a one.
fn look_everywhere(window: &mut Window, visit: &Visit) {
    for tab in Tab::ALL {
        window.state().state().view().send(Command::ShowTab(tab));
        settle(window);
    }
    for kind in RecordKind::ALL {
        let Some(first) = visit.records(*kind).first().map(|record| record.reference()) else {
            continue;
        };
        window.state().state().view().send(Command::ShowTab(tab_of(&first)));
        window.state().state().view().send(Command::Select(Some(first)));
        settle(window);
    }
}

/// A visit planned in a Korean window is written in Korean, and its papers begin so.
fn plan_in_korean(window: &mut Window) {
    window.state().state().view().send(Command::ShowTab(Tab::Papers));
    settle(window);
    press(window, Modifiers::COMMAND, Key::N);
    type_on(window, "제목", "새 대표단");
    click(window, "만들기");
    wait(window, "the new visit opens", |window| visit_of(window).about.title.main == "새 대표단");
    assert_eq!(visit_of(window).about.language, Lang::ko());
    assert_eq!(window.state().state().view().preview.options.lang, Lang::ko());
}

#[test]
fn the_window_speaks_the_language_that_was_chosen_at_once() {
    let samples = retinue::library::samples::all();
    let (_, text) = samples.into_iter().find(|(name, _)| name.contains("exercise")).unwrap();
    let visit: Visit = retinue::store::read(&text).unwrap().visit;
    let (home, mut window) = desk::window_on(&visit, "2024-07-20 10:00", [1440.0, 900.0]);
    says(&window, &["Overview", "Programme", "Save"]);
    for (menu, language, words, date) in [
        ("Menu", "窗口使用中文", ["概况", "日程", "保存"], "2024年7月29日"),
        ("菜单", "창을 한국어로", ["개요", "일정", "저장"], "2024년 7월 29일"),
    ] {
        click(&mut window, menu);
        click(&mut window, language);
        says(&window, &words);
        says(&window, &[date]);
        assert!(window.query_by_label("Overview").is_none(), "{language}");
        look_everywhere(&mut window, &visit);
        window.state().state().view().send(Command::ShowTab(Tab::Overview));
        settle(&mut window);
    }
    let settings = std::fs::read_to_string(home.path().join("config/settings.ron")).unwrap();
    assert!(settings.contains("\"ko\""), "{settings}");
    assert_eq!(window.state().state().view().preview.options.lang, Lang::en());
    plan_in_korean(&mut window);
    click(&mut window, "메뉴");
    click(&mut window, "Window in English");
    says(&window, &["Overview"]);
}

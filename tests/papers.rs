//! What the officer relies on in a printed paper.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;
use retinue::model::{About, Item, ItemId, Lang, Minute, Text, Visit, When};
use retinue::paper::data::{Line, PaperData, Row};
use retinue::paper::typeset::{Conformance, Document, Templates, typeset, uncovered};
use retinue::paper::{ALL, Options, PageSize};
use retinue::projection::Projection;

fn sample(name: &str) -> Visit {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/library").join(name);
    Visit::clone(&retinue::store::open(&path).unwrap().visit)
}

fn data(visit: &Visit, paper: &str, lang: &Lang) -> (PaperData, &'static str) {
    let paper = retinue::paper::find(paper).unwrap();
    let seen = Projection::new(visit, paper.audience, lang);
    (paper.data(&seen, &Options::default()).unwrap(), paper.template)
}

fn set(visit: &Visit, paper: &str, lang: &Lang, size: PageSize) -> Document {
    let (data, template) = data(visit, paper, lang);
    typeset(&data, template, size, &Templates::default()).unwrap()
}

fn text_of(pdf: &[u8]) -> String {
    pdf_extract::extract_text_from_mem(pdf).unwrap()
}

#[test]
fn every_paper_of_every_sample_is_accessible_and_archival_in_every_language() {
    for name in ["seoul-in-liangjiang.ron", "seoul-in-liangjiang-exercise.ron"] {
        let visit = sample(name);
        for paper in ALL {
            for lang in [Lang::en(), Lang::zh(), Lang::ko()] {
                let pdf = set(&visit, paper.id, &lang, PageSize::A4).pdf().unwrap();
                assert_eq!(
                    pdf.conformance,
                    Conformance::AccessibleAndArchival,
                    "{name} {} {lang}: {:?}",
                    paper.id,
                    pdf.not_met
                );
                if let Ok(folder) = std::env::var("RETINUE_PAPERS") {
                    let file = format!(
                        "{folder}/{}-{}-{lang}.pdf",
                        name.trim_end_matches(".ron"),
                        paper.id
                    );
                    retinue::store::write_text(Path::new(&file), &pdf.bytes).unwrap();
                }
            }
        }
    }
}

#[test]
fn the_flagship_programme_names_people_in_every_script() {
    let visit = sample("seoul-in-liangjiang.ron");
    let text = text_of(&set(&visit, "programme", &Lang::en(), PageSize::A4).pdf().unwrap().bytes);
    for expected in ["Oh Se-hoon", "오세훈", "吴世勋", "Luo Lin", "PalaTech", "29 July 2024"]
    {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

#[test]
fn the_same_visit_gives_the_same_bytes() {
    let visit = sample("seoul-in-liangjiang-exercise.ron");
    let make = || set(&visit, "minute-sheet", &Lang::en(), PageSize::A4).pdf().unwrap().bytes;
    assert_eq!(make(), make());
}

#[test]
fn letter_and_a4_have_their_own_sizes() {
    let visit = sample("seoul-in-liangjiang.ron");
    let size = |size| set(&visit, "programme", &Lang::en(), size).page_size(0).unwrap();
    let (width, height) = size(PageSize::A4);
    assert!((width - 595.28).abs() < 0.1 && (height - 841.89).abs() < 0.1);
    let (width, height) = size(PageSize::Letter);
    assert!((width - 612.0).abs() < 0.1 && (height - 792.0).abs() < 0.1);
}

#[test]
fn a_day_that_goes_on_says_so_at_the_head_of_the_next_page() {
    let visit = sample("seoul-in-liangjiang-exercise.ron");
    let document = set(&visit, "minute-sheet", &Lang::en(), PageSize::A4);
    assert!(document.pages() > 1);
    let text = text_of(&document.pdf().unwrap().bytes);
    assert!(text.contains("continued"), "{text}");
}

#[test]
fn a_row_stands_whole_on_one_page_and_each_page_names_its_day() {
    let visit = sample("seoul-in-liangjiang.ron");
    let (mut data, template) = data(&visit, "programme", &Lang::en());
    let PaperData::Programme(sheet) = &mut data else { panic!("a programme") };
    let line = |text: String| Line { text, ..Line::default() };
    let row = |n: usize| Row {
        title: format!("first{n}."),
        lines: (0..7).map(|_| line("between".into())).chain([line(format!("last{n}."))]).collect(),
        ..Row::default()
    };
    sheet.days[0].rows = (0..40).map(row).collect();
    let document = typeset(&data, template, PageSize::A4, &Templates::default()).unwrap();
    let pdf = document.pdf().unwrap().bytes;
    let pages = pdf_extract::extract_text_from_mem_by_pages(&pdf).unwrap();
    assert!(pages.len() > 3);
    for n in 0..40 {
        let (first, last) = (format!("first{n}."), format!("last{n}."));
        let on = |text: &str| pages.iter().position(|page| page.contains(text));
        assert!(on(&first).is_some());
        assert_eq!(on(&first), on(&last), "row {n}");
    }
    for (n, page) in pages.iter().enumerate() {
        assert_eq!(page.contains("Monday 29 July, continued"), n > 0, "page {}: {page}", n + 1);
        assert!(page.contains(&format!("Page {} of {}", n + 1, pages.len())), "{page}");
    }
}

#[test]
fn korean_breaks_between_words() {
    let (mut data, template) = data(&sample("seoul-in-liangjiang.ron"), "programme", &Lang::ko());
    let PaperData::Programme(sheet) = &mut data else { panic!("a programme") };
    let word = "나라말씀이";
    sheet.days[0].rows = vec![Row { title: [word; 30].join(" "), ..Row::default() }];
    let document = typeset(&data, template, PageSize::A4, &Templates::default()).unwrap();
    let text = text_of(&document.pdf().unwrap().bytes);
    let whole = text.split_whitespace().filter(|piece| *piece == word).count();
    assert_eq!(whole, 30, "{text}");
}

#[test]
fn a_chinese_name_in_a_list_stands_on_one_line() {
    let (mut data, template) = data(&sample("seoul-in-liangjiang.ron"), "programme", &Lang::zh());
    let PaperData::Programme(sheet) = &mut data else { panic!("a programme") };
    sheet.days[0].rows = vec![Row { title: "赵钱孙、".repeat(30), ..Row::default() }];
    let document = typeset(&data, template, PageSize::A4, &Templates::default()).unwrap();
    let text = text_of(&document.pdf().unwrap().bytes);
    let lines: Vec<String> =
        text.lines().filter(|line| line.contains('钱')).map(|line| line.replace(' ', "")).collect();
    assert!(lines.len() > 2, "{text}");
    for line in lines {
        assert_eq!(line.replace("赵钱孙、", ""), "", "{text}");
    }
}

#[test]
fn what_all_of_a_side_belong_to_is_said_once() {
    let (data, _) = data(&sample("seoul-in-liangjiang-exercise.ron"), "programme", &Lang::en());
    let PaperData::Programme(sheet) = data else { panic!("a programme") };
    let [guests, hosts] = sheet.people.as_slice() else { panic!("two sides") };
    assert_eq!(guests.delegation, "Delegation of Seoul, Seoul Metropolitan Government");
    assert_eq!(guests.people[0].post, "Mayor of Seoul");
    assert!(
        guests.people.iter().any(|other| other.post.ends_with("Enterprise A of Seoul Bio Hub"))
    );
    assert_eq!(hosts.delegation, "Hosts of Liangjiang New Area");
    assert_eq!(hosts.people[0].post, "Party Secretary of Liangjiang");
}

#[test]
fn a_remark_of_the_minute_sheet_begins_with_a_capital_and_driver_is_no_title() {
    let (data, _) = data(&sample("seoul-in-liangjiang-exercise.ron"), "minute-sheet", &Lang::en());
    let PaperData::MinuteSheet(sheet) = data else { panic!("a minute sheet") };
    let rows = sheet.days.iter().flat_map(|day| &day.rows);
    let cells: Vec<String> =
        rows.flat_map(|row| row.vehicles.iter().chain(&row.remarks)).cloned().collect();
    let all = cells.join("\n");
    assert!(all.contains(", driving: Driver 1,"), "{all}");
    assert!(all.contains("On site: Host 8"), "{all}");
}

#[test]
fn the_press_sees_that_a_call_time_is_not_known_yet() {
    let mut visit = sample("seoul-in-liangjiang-exercise.ron");
    for item in &mut visit.items {
        if let Some(press) = &mut Arc::make_mut(item).press {
            press.call_time = None;
        }
    }
    let (data, _) = data(&visit, "media-programme", &Lang::en());
    let PaperData::MediaProgramme(sheet) = data else { panic!("a media programme") };
    let rows: Vec<_> = sheet.days.iter().flat_map(|day| &day.rows).collect();
    let calls: Vec<&str> = rows.iter().map(|row| row.call_time.as_str()).collect();
    assert_eq!(calls, ["In place by ……"; 4]);
}

#[test]
fn the_file_says_its_language_its_date_and_the_standards_it_meets() {
    let visit = sample("seoul-in-liangjiang.ron");
    for lang in [Lang::en(), Lang::zh(), Lang::ko()] {
        let pdf = set(&visit, "programme", &lang, PageSize::A4).pdf().unwrap().bytes;
        assert!(pdf.starts_with(b"%PDF-1.7"));
        let file = String::from_utf8_lossy(&pdf);
        let title = visit.about.title.in_lang(&lang);
        let language = format!("<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li>");
        let date = "<xmp:CreateDate>2024-07-29";
        for said in [title, &language, date, "pdfaid:part>2", "pdfuaid:part>1"] {
            assert!(file.contains(said), "{said} in {lang}");
        }
    }
}

#[test]
fn a_character_without_a_font_is_listed_with_what_holds_it() {
    let mut visit = sample("seoul-in-liangjiang.ron");
    let about = Arc::make_mut(&mut visit.about);
    about.subtitle = "Plan \u{10FFFD}".into();
    let (data, _) = data(&visit, "programme", &Lang::en());
    let missing = uncovered(&data);
    assert_eq!(missing.keys().copied().collect::<Vec<_>>(), ['\u{10FFFD}']);
    assert_eq!(missing[&'\u{10FFFD}'], ["Plan \u{10FFFD}"]);
}

#[test]
fn a_broken_template_of_the_office_gives_its_error_and_the_built_in_page() {
    let folder = tempfile::tempdir().unwrap();
    let broken = b"#let x = 1\n#no-such-thing\n";
    retinue::store::write_text(&folder.path().join("programme.typ"), broken).unwrap();
    let visit = sample("seoul-in-liangjiang.ron");
    let (data, template) = data(&visit, "programme", &Lang::en());
    let templates = Templates { folder: Some(folder.path().to_owned()) };
    let document = typeset(&data, template, PageSize::A4, &templates).unwrap();
    assert!(document.pages() > 0);
    let [note] = document.notes.as_slice() else { panic!("{:?}", document.notes) };
    assert!(note.contains("programme.typ") && note.contains("line 2"), "{note}");
}

#[test]
fn a_page_becomes_pixels_of_its_size() {
    let visit = sample("seoul-in-liangjiang.ron");
    let document = set(&visit, "programme", &Lang::en(), PageSize::Letter);
    let picture = document.picture(0, 1.0).unwrap();
    assert_eq!((picture.width, picture.height), (612, 792));
    assert_eq!(picture.rgba.len(), 612 * 792 * 4);
    assert!(document.picture(99, 1.0).is_err());
}

#[test]
fn a_seating_plan_numbers_the_same_people_in_drawing_and_list() {
    let visit = sample("seoul-in-liangjiang-exercise.ron");
    let (data, _) = data(&visit, "seating-plans", &Lang::en());
    let PaperData::SeatingPlans(plans) = data else { panic!("seating plans") };
    assert_eq!(plans.plans.len(), visit.arrangements.len());
    for plan in &plans.plans {
        let listed = plan.rows.iter().flat_map(|row| &row.seats);
        let mut listed: Vec<_> = listed.map(|it| (it.number, it.name.as_str())).collect();
        let drawn = plan.places.iter().filter(|place| !place.name.is_empty());
        let mut drawn: Vec<_> = drawn.map(|it| (it.number, it.name.as_str())).collect();
        listed.sort_unstable();
        drawn.sort_unstable();
        assert!(!drawn.is_empty() && drawn == listed, "{}", plan.title);
        assert!(plan.rule.contains("Chinese"), "{}", plan.rule);
        assert!(plan.places.iter().all(|it| it.x > 0 && it.x < plan.width));
    }
    let text =
        text_of(&set(&visit, "seating-plans", &Lang::en(), PageSize::A4).pdf().unwrap().bytes);
    for expected in ["Signing table", "Luo Lin", "Oh Se-hoon"] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

#[test]
fn the_lists_hold_what_their_readers_work_with() {
    let visit = sample("seoul-in-liangjiang-exercise.ron");
    for (paper, expected) in [
        ("arrivals", ["Incheon International Airport", "+86 23 0000 0009"]),
        ("vehicle-list", ["Minibus 1", "+86 23 0000 0022"]),
        ("room-list", ["Mr Oh Se-hoon", "suite"]),
        ("task-list", ["Ask the guest side for the flight numbers", "+86 23 0000 0008"]),
        ("gift-list", ["Gift of Liangjiang to the Mayor", "Protocol office"]),
        ("door-list", ["Mr Oh Se-hoon", "오세훈"]),
        ("diet-list", ["Seoul delegate 2", "No lard either"]),
        ("signing-script", ["The assistants swap the originals", "Host 4"]),
    ] {
        let (data, _) = data(&visit, paper, &Lang::en());
        let PaperData::List(list) = data else { panic!("{paper} is a list") };
        let cells: Vec<&String> =
            list.groups.iter().flat_map(|it| it.rows.iter().flatten()).collect();
        for text in expected {
            assert!(cells.iter().any(|cell| cell.contains(text)), "{text} in {paper}: {cells:?}");
        }
        let columns = list.columns.len();
        assert!(list.groups.iter().all(|it| it.rows.iter().all(|row| row.len() == columns)));
    }
    let empty = Visit::default();
    for paper in ALL.iter().filter(|paper| paper.template == "list.typ") {
        let (data, _) = data(&empty, paper.id, &Lang::en());
        let PaperData::List(list) = data else { panic!("{} is a list", paper.id) };
        assert!(list.groups.is_empty() && !list.none.is_empty(), "{}", paper.id);
        set(&empty, paper.id, &Lang::en(), PageSize::Letter);
    }
}

/// Items of three days with and without times, across midnight, in any order of the list. Each
/// title is a word that stands nowhere else.
fn items() -> impl Strategy<Value = Vec<Item>> {
    let when = (0..3_i64, 0..24 * 12_i64, 5..180_i64, 0..6_u8).prop_map(|(day, at, mins, form)| {
        let start = Minute::parse("2024-07-29 00:00").unwrap().plus_mins(day * 24 * 60 + at * 5);
        match form {
            0 => When::Day(start.day()),
            1 => When::At(start),
            2 => When::About(start),
            3 => When::NotBefore(start),
            _ => When::Range(start, start.plus_mins(mins)),
        }
    });
    prop::collection::vec(when, 1..12).prop_map(|all| {
        let item = |(n, when): (usize, When)| Item {
            id: ItemId::new(&format!("item-{n}")).unwrap(),
            title: Text::new(format!("Zq{n:02}x")),
            when,
            ..Item::default()
        };
        all.into_iter().enumerate().map(item).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_on_paper_is_that_on_the_screen(items in items()) {
        let day = |day| chrono::NaiveDate::from_ymd_opt(2024, 7, day);
        let about = About { first_day: day(29), last_day: day(31), ..About::default() };
        let items = items.into_iter().map(Arc::new).collect();
        let planned = Visit { about: Arc::new(about), items, ..Visit::default() };
        let shown = planned.days().into_iter().flat_map(|day| planned.items_on(Some(day)));
        let shown: Vec<String> = shown.map(|item| item.title.main.clone()).collect();
        for paper in ["programme", "minute-sheet"] {
            let pdf = set(&planned, paper, &Lang::en(), PageSize::A4).pdf().unwrap();
            let text = text_of(&pdf.bytes);
            let mut printed: Vec<(usize, String)> = shown
                .iter()
                .map(|title| (text.find(title.as_str()).unwrap_or(usize::MAX), title.clone()))
                .collect();
            prop_assert!(printed.iter().all(|(at, _)| *at < usize::MAX), "{}: {}", paper, text);
            printed.sort();
            let printed: Vec<String> = printed.into_iter().map(|(_, title)| title).collect();
            prop_assert_eq!(&printed, &shown, "{}", paper);
        }
    }
}

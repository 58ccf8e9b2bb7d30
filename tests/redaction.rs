//! What a reader may not see is not in their paper: every text of every record is a secret of its
//! own, and the table in `secrets/table.rs` says who may read it.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod secrets;

use retinue::exchange::ics;
use retinue::model::{Choice as _, Lang};
use retinue::paper::typeset::{Templates, typeset};
use retinue::paper::{self, Options, Paper};
use retinue::projection::{Audience, Projection, Whose};

use self::secrets::Planted;

fn projection(planted: &Planted, audience: Audience) -> Projection {
    Projection::in_languages(&planted.visit, audience, &Lang::en(), Some(&Lang::zh()))
}

#[test]
fn the_data_of_each_paper_hold_what_its_reader_may_see_and_nothing_else() {
    let planted = Planted::new();
    let mut wrong = Vec::new();
    for paper in paper::ALL {
        let seen = projection(&planted, paper.audience);
        let data = paper.data(&seen, &Options::default()).unwrap();
        let data = serde_json::to_string(&data).unwrap();
        wrong.extend(planted.wrong_on_paper(&data, paper).into_iter().map(|it| (paper.id, it)));
    }
    assert_eq!(wrong, []);
}

#[test]
fn the_text_form_holds_the_same_as_the_paper() {
    let planted = Planted::new();
    for audience in Audience::ALL {
        let text = paper::text(&projection(&planted, *audience));
        assert_eq!(
            planted.wrong_on_paper(&text, Paper::of(*audience).unwrap()),
            [""; 0],
            "{audience:?}"
        );
    }
}

#[test]
fn a_projection_holds_nothing_that_its_reader_may_not_see() {
    let planted = Planted::new();
    for audience in Audience::ALL {
        let seen = format!("{:?}", projection(&planted, *audience));
        assert_eq!(planted.wrong_in_projection(&seen, *audience), [""; 0], "{audience:?}");
    }
}

#[test]
fn a_calendar_holds_nothing_that_its_reader_may_not_see() {
    let planted = Planted::new();
    for audience in Audience::ALL {
        for (attendees, busy) in [(false, false), (true, true)] {
            let options = ics::Options { attendees, busy };
            let text = ics::calendar(&projection(&planted, *audience), options);
            let text = text.replace("\r\n ", "");
            let wrong = planted.wrong_in_projection(&text, *audience);
            let leaks: Vec<_> = wrong.iter().filter(|wrong| wrong.starts_with("leaks")).collect();
            assert!(leaks.is_empty(), "{audience:?}: {leaks:?}");
            for id in ["public", "guests", "staff"] {
                let lacks = format!("lacks Item:{id}.title");
                assert!(!wrong.contains(&lacks), "{audience:?}: {lacks}");
            }
        }
    }
}

#[test]
fn a_programme_of_ones_own_adds_ones_own_car_seat_and_room_and_nothing_else() {
    const OWN: [&str; 3] =
        ["leaks Vehicle:car.label", "leaks Room:room.number", "leaks Arrangement:table.title"];
    let planted = Planted::new();
    for audience in Audience::ALL {
        for person in &planted.visit.people {
            let whose = Whose::Person(person.id.clone());
            let seen = Projection::of(&planted.visit, &whose, *audience, &Lang::en());
            let wrong = planted.wrong_in_projection(&format!("{seen:?}"), *audience);
            let leaks = wrong.iter().map(String::as_str).filter(|it| it.starts_with("leaks"));
            let is_own = |leak: &&str| *audience != Audience::Media && OWN.contains(leak);
            // Their own name is theirs.
            let name = format!("leaks Person:{}.", person.id);
            let leaks: Vec<_> = leaks.filter(|it| !is_own(it) && !it.starts_with(&name)).collect();
            assert!(leaks.is_empty(), "{audience:?} {}: {leaks:?}", person.id);
        }
    }
}

#[test]
fn every_language_keeps_the_same_secrets() {
    let planted = Planted::new();
    for audience in Audience::ALL {
        let seen = Projection::in_languages(&planted.visit, *audience, &Lang::zh(), None);
        let data = Paper::of(*audience).unwrap().data(&seen, &Options::default()).unwrap();
        let data = serde_json::to_string(&data).unwrap();
        assert_eq!(
            planted.wrong_on_paper(&data, Paper::of(*audience).unwrap()),
            [""; 0],
            "{audience:?}"
        );
    }
}

#[test]
fn the_table_speaks_only_of_texts_there_are() {
    assert_eq!(Planted::new().dead_rows(), [""; 0]);
}

#[test]
fn the_pages_of_each_pdf_hold_the_secrets_of_no_other_reader() {
    let planted = Planted::new();
    let mut wrong = Vec::new();
    for paper in paper::ALL {
        let data = paper.data(&projection(&planted, paper.audience), &Options::default()).unwrap();
        let size = paper::PageSize::A4;
        let document = typeset(&data, paper.template, size, &Templates::default()).unwrap();
        let text = pdf_extract::extract_text_from_mem(&document.pdf().unwrap().bytes).unwrap();
        // A word that the page breaks is still the word; the papers set some in capitals.
        let text: String = text.split_whitespace().collect::<String>().to_lowercase();
        wrong.extend(planted.wrong_on_paper(&text, paper).into_iter().map(|it| (paper.id, it)));
    }
    assert_eq!(wrong, []);
}

//! Cropping a photo through the real widgets: by mouse and by keys, with undo.

use std::sync::Arc;

use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;
use retinue::app::command::Action;
use retinue::model::{Crop, Person, PersonId, Visit, VisitId};

use crate::desk::{self, Window, settle};

const PART: &str = "The part that is shown";

/// The window with the photo of a delegate open to be cropped.
fn open() -> (tempfile::TempDir, Window) {
    let person = Person {
        id: PersonId::new("delegate-1").unwrap(),
        name: "Delegate 1".into(),
        photo: "photos/delegate-1.png".to_owned(),
        ..Person::default()
    };
    let visit = Visit {
        id: VisitId::new("test-visit").unwrap(),
        people: vec![Arc::new(person)],
        ..Visit::default()
    };
    let (home, mut window) = desk::window_on(&visit, "2024-07-20 10:00", [1440.0, 900.0]);
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbaImage::new(40, 40).write_to(&mut png, image::ImageFormat::Png).unwrap();
    let photos = home.path().join("visits").join("photos");
    std::fs::create_dir_all(&photos).unwrap();
    retinue::store::write_text(&photos.join("delegate-1.png"), png.get_ref()).unwrap();
    desk::act(&mut window, Action::People);
    click(&mut window, "Delegate 1");
    desk::wait(&mut window, "the photo comes", |window| {
        window.query_by_label("Photo of Delegate 1").is_some()
    });
    click(&mut window, "Crop…");
    (home, window)
}

fn click(window: &mut Window, label: &str) {
    window.get_all_by_label(label).next().unwrap().click();
    settle(window);
}

fn crop(window: &Window) -> Option<Crop> {
    window.state().state().session().visit().people[0].photo_crop.clone()
}

#[test]
fn the_mouse_draws_the_part_and_undo_shows_the_whole_again() {
    let (_home, mut window) = open();
    let rect = window.get_by_label(PART).rect();
    let (from, to) = (rect.right_bottom() - vec2(3.0, 3.0), rect.center());
    window.drag_at(from);
    window.run_steps(4);
    for part in 1..=4 {
        window.hover_at(from.lerp(to, part as f32 / 4.0));
        window.run_steps(4);
    }
    window.drop_at(to);
    window.run_steps(4);
    click(&mut window, "Crop");
    let drawn = crop(&window).unwrap();
    assert_eq!((drawn.left, drawn.top), (0, 0));
    assert!((480..530).contains(&drawn.width) && (480..530).contains(&drawn.height), "{drawn:?}");
    desk::act(&mut window, Action::Undo);
    assert_eq!(crop(&window), None);
}

#[test]
fn the_arrows_carry_the_part_and_with_shift_resize_it() {
    let (_home, mut window) = open();
    window.get_by_label(PART).focus();
    window.run_steps(4);
    for _ in 0..20 {
        window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowLeft);
        window.run_steps(2);
    }
    window.key_press(Key::ArrowRight);
    window.run_steps(4);
    click(&mut window, "Crop");
    assert_eq!(crop(&window), Some(Crop { left: 10, top: 0, width: 800, height: 1000 }));
    click(&mut window, "Crop…");
    click(&mut window, "Whole photo");
    assert_eq!(crop(&window), None);
}

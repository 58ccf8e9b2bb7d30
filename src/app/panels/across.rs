//! Across visits: everyone who was in one, every gift, every promise still open; each leads to
//! its visit.

use std::sync::Arc;

use egui::{Label, RichText, ScrollArea, Ui};

use crate::app::command::{Command, FileCommand, Modal, Shelf};
use crate::app::kit;
use crate::app::theme::{self, GAP, ROW, SMALL};
use crate::app::view::View;
use crate::library::Across;
use crate::library::fold::fold;
use crate::model::{Lang, Text};
use crate::words::{self, dates, interface_lang, say};

const SHELVES: [Shelf; 3] = [Shelf::People, Shelf::Gifts, Shelf::Promises];

fn shelf_text(shelf: Shelf) -> String {
    match shelf {
        Shelf::People => say!("across-people"),
        Shelf::Gifts => say!("across-gifts"),
        Shelf::Promises => say!("across-promises"),
    }
}

/// A line of the list: what, where, and the file it leads to.
struct Line<'a> {
    what: String,
    place: String,
    path: &'a std::path::Path,
}

pub(super) fn across_ui(
    ui: &mut Ui,
    view: &View<'_>,
    across: &Arc<Across>,
    shelf: Shelf,
    words: &str,
) {
    kit::heading(ui, &say!("action-across"));
    let ask = |shelf, words: &str| {
        let (across, words) = (across.clone(), words.to_owned());
        Command::Ask(Modal::Across { across, shelf, words })
    };
    ui.horizontal(|ui| {
        for one in SHELVES {
            if ui.selectable_label(one == shelf, shelf_text(one)).clicked() {
                view.send(ask(one, words));
            }
        }
    });
    if let Some(words) = kit::text_field(ui, &say!("across-filter"), words) {
        view.send(ask(shelf, &words));
    }
    let lines = lines(across, shelf, words);
    ui.add_space(GAP);
    if lines.is_empty() {
        kit::small(ui, &say!("library-no-match"));
    }
    let height = (ui.ctx().content_rect().height() - 320.0).clamp(120.0, 420.0);
    ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .show_rows(ui, ROW, lines.len(), |ui, range| {
            for line in lines.get(range).unwrap_or_default() {
                line_ui(ui, view, line);
            }
        });
    ui.add_space(2.0 * GAP);
    if ui.button(say!("across-close")).clicked() {
        view.send(Command::CloseModal);
    }
}

fn line_ui(ui: &mut Ui, view: &View<'_>, line: &Line<'_>) {
    let soft = theme::palette(ui).soft;
    ui.horizontal(|ui| {
        ui.set_height(ROW);
        let open = say!("across-open", title = line.place.as_str());
        if ui.small_button(say!("across-go")).on_hover_text(&open).clicked() {
            view.send(Command::CloseModal);
            view.send(FileCommand::Open(line.path.to_owned()));
        }
        ui.add(Label::new(&line.what).truncate());
        ui.add(Label::new(RichText::new(&line.place).size(SMALL).color(soft)).truncate());
    });
}

fn lines<'a>(across: &'a Across, shelf: Shelf, words: &str) -> Vec<Line<'a>> {
    let lang = interface_lang();
    let wanted: Vec<String> = words.split_whitespace().map(fold).collect();
    let fits = |texts: &[&str]| {
        let all = fold(&texts.join(" "));
        wanted.iter().all(|word| all.contains(word.as_str()))
    };
    let line = |what: Vec<String>, title: &Text, day, path| Line {
        what: joined(what),
        place: place(title, day, &lang),
        path,
    };
    match shelf {
        Shelf::People => {
            let people = across.people.iter().filter(|person| {
                let texts: Vec<&str> =
                    person.name.all().chain(person.post.all()).chain(person.body.all()).collect();
                fits(&texts)
            });
            let said = |text: &Text| text.in_lang(&lang).to_owned();
            people
                .map(|person| {
                    let what = vec![said(&person.name), said(&person.post), said(&person.body)];
                    let seen = &person.seen;
                    line(what, &seen.title, seen.first_day, seen.path.as_path())
                })
                .collect()
        }
        Shelf::Gifts => {
            let gifts = across.gifts.iter().filter(|gift| {
                fits(&[gift.what.any(), gift.giver.as_str(), gift.receiver.as_str()])
            });
            gifts
                .map(|gift| {
                    let between = [gift.giver.as_str(), gift.receiver.as_str()];
                    let between = between.into_iter().filter(|name| !name.is_empty());
                    let what = vec![
                        gift.what.in_lang(&lang).to_owned(),
                        words::choice(gift.direction),
                        between.collect::<Vec<_>>().join(" → "),
                        gift.value.clone(),
                    ];
                    let seen = &gift.seen;
                    line(what, &seen.title, seen.first_day, seen.path.as_path())
                })
                .collect()
        }
        Shelf::Promises => {
            let promises = across.promises.iter().filter(|promise| {
                let texts: Vec<&str> = promise.follow_up.what.all().collect();
                fits(&texts)
            });
            promises
                .map(|promise| {
                    let due = promise.follow_up.due.map(|day| dates::date(day, &lang));
                    let due = due.map(|date| say!("briefing-due", date = date));
                    let what = promise.follow_up.what.in_lang(&lang).to_owned();
                    let what = vec![what, due.unwrap_or_default()];
                    line(what, &promise.title, None, promise.path.as_path())
                })
                .collect()
        }
    }
}

fn place(title: &Text, day: Option<chrono::NaiveDate>, lang: &Lang) -> String {
    let day = day.map(|day| dates::date(day, lang)).unwrap_or_default();
    joined(vec![title.in_lang(lang).to_owned(), day])
}

fn joined(parts: Vec<String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

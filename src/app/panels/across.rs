//! Across visits: everyone who was in one, every gift, every promise still open; each leads to
//! its visit.

use std::sync::Arc;

use egui::{Label, RichText, ScrollArea, Ui};

use crate::app::command::{Command, FileCommand, Modal, Shelf};
use crate::app::kit;
use crate::app::theme::{self, GAP, ROW, SMALL};
use crate::app::view::View;
use crate::library::Across;
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

/// What was found last, and of what and for what.
#[derive(Clone)]
struct Found {
    across: Arc<Across>,
    shelf: Shelf,
    words: String,
    positions: Arc<Vec<usize>>,
}

/// The positions on the shelf of what has every word, looked for only when the question is another.
fn found(ui: &Ui, across: &Arc<Across>, shelf: Shelf, words: &str) -> Arc<Vec<usize>> {
    let id = egui::Id::unique("across-found");
    let known: Option<Found> = ui.data(|data| data.get_temp(id));
    let same = |known: &Found| {
        Arc::ptr_eq(&known.across, across) && known.shelf == shelf && known.words == words
    };
    if let Some(known) = known.filter(same) {
        return known.positions;
    }
    let positions = Arc::new(match shelf {
        Shelf::People => across.find_people(words),
        Shelf::Gifts => across.find_gifts(words),
        Shelf::Promises => across.find_promises(words),
    });
    let (across, words) = (across.clone(), words.to_owned());
    let found = Found { across, shelf, words, positions: positions.clone() };
    ui.data_mut(|data| data.insert_temp(id, found));
    positions
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
    let found = found(ui, across, shelf, words);
    ui.add_space(GAP);
    if found.is_empty() {
        kit::small(ui, &say!("library-no-match"));
    }
    let height = (ui.ctx().content_rect().height() - 320.0).clamp(120.0, 420.0);
    ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .show_rows(ui, ROW, found.len(), |ui, range| {
            for position in found.get(range).unwrap_or_default() {
                if let Some(line) = line(across, shelf, *position) {
                    line_ui(ui, view, &line);
                }
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

fn line(across: &Across, shelf: Shelf, position: usize) -> Option<Line<'_>> {
    let lang = interface_lang();
    let said = |text: &Text| text.in_lang(&lang).to_owned();
    let line = |what: Vec<String>, title: &Text, day, path| Line {
        what: joined(what),
        place: place(title, day, &lang),
        path,
    };
    Some(match shelf {
        Shelf::People => {
            let person = across.people.get(position)?;
            let what = vec![said(&person.name), said(&person.post), said(&person.body)];
            line(what, &person.seen.title, person.seen.first_day, &person.seen.path)
        }
        Shelf::Gifts => {
            let gift = across.gifts.get(position)?;
            let between = [gift.giver.as_str(), gift.receiver.as_str()];
            let between = between.into_iter().filter(|name| !name.is_empty());
            let between = between.collect::<Vec<_>>().join(" → ");
            let direction = words::choice(gift.direction);
            let what = vec![said(&gift.what), direction, between, gift.value.clone()];
            line(what, &gift.seen.title, gift.seen.first_day, &gift.seen.path)
        }
        Shelf::Promises => {
            let promise = across.promises.get(position)?;
            let due = promise.follow_up.due.map(|day| dates::date(day, &lang));
            let due = due.map(|date| say!("briefing-due", date = date)).unwrap_or_default();
            line(vec![said(&promise.follow_up.what), due], &promise.title, None, &promise.path)
        }
    })
}

fn place(title: &Text, day: Option<chrono::NaiveDate>, lang: &Lang) -> String {
    let day = day.map(|day| dates::date(day, lang)).unwrap_or_default();
    joined(vec![title.in_lang(lang).to_owned(), day])
}

fn joined(parts: Vec<String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

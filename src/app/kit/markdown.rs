//! A text in Markdown, written or read.

use std::sync::{Arc, Mutex};

use egui::Ui;
use egui_commonmark::{CommonMarkCache, CommonMarkViewer};

use super::form::Lens;
use super::{Form, segments, small};
use crate::app::theme::GAP;
use crate::model::Text;
use crate::words::say;

/// How a text is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Mode {
    #[default]
    Write,
    Read,
}

/// What the reader keeps between frames.
#[derive(Clone, Default)]
struct Cache(Arc<Mutex<CommonMarkCache>>);

/// A text of a record in Markdown: its source, or as it reads.
pub fn markdown_field<R: Clone + PartialEq>(
    ui: &mut Ui,
    form: &mut Form<'_, R>,
    field: &'static str,
    rows: usize,
    lens: Lens<R, Text>,
) {
    let id = egui::Id::unique(("markdown-mode", field));
    let mode: Mode = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    ui.add_space(GAP);
    let modes = [(Mode::Write, say!("briefing-write")), (Mode::Read, say!("briefing-read"))];
    if let Some(mode) = segments(ui, mode, &modes) {
        ui.data_mut(|data| data.insert_temp(id, mode));
    }
    match mode {
        Mode::Write => form.text_lines(ui, field, rows, lens),
        Mode::Read => read_ui(ui, lens(&mut form.record().clone())),
    }
}

/// The text as it reads, the main language first.
fn read_ui(ui: &mut Ui, body: &Text) {
    if body.is_empty() {
        small(ui, &say!("briefing-nothing-written"));
        return;
    }
    let main = Some(body.main.as_str()).filter(|main| !main.is_empty()).map(|main| (None, main));
    let others = body.others().map(|(lang, text)| (Some(lang), text));
    for (lang, text) in main.into_iter().chain(others) {
        if let Some(lang) = lang {
            ui.separator();
            small(ui, lang.as_str());
        }
        ui.push_id(lang.map(|lang| lang.as_str().to_owned()), |ui| rendered_ui(ui, text));
    }
}

/// Markdown as it reads.
pub(super) fn rendered_ui(ui: &mut Ui, text: &str) {
    let id = egui::Id::unique("markdown-cache");
    let cache = ui.data_mut(|data| data.get_temp_mut_or_default::<Cache>(id).clone());
    let Ok(mut cache) = cache.0.lock() else { return };
    CommonMarkViewer::new().show(ui, &mut cache, &without_images(text));
}

/// The same text with pictures as links: nothing is fetched because a note was opened.
fn without_images(text: &str) -> String {
    text.replace("![", "[")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_becomes_a_link_and_the_rest_stays() {
        let text = "See ![map](https://example.org/map.png) and [plan](plan.md)! [x]";
        let shown = without_images(text);
        assert_eq!(shown, "See [map](https://example.org/map.png) and [plan](plan.md)! [x]");
    }
}

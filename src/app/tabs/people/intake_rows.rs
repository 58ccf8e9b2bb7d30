//! The rows of a list on its way in: each with a sign and a colour for what becomes of it; those
//! that wait for the officer's word come first.

use egui::{Color32, Label, RichText, ScrollArea, Ui};

use crate::app::intake::Intake;
use crate::app::theme::{self, ROW};
use crate::app::view::View;
use crate::exchange::people::{Decision, Rejected, Row, State};
use crate::model::PersonId;
use crate::words::say;

/// One line of the preview.
enum Entry<'a> {
    Row(&'a Row),
    Absent(&'a PersonId),
    Rejected(&'a Rejected),
}

/// The lines in a list of that height; whether the officer decided about one.
pub(super) fn rows_ui(ui: &mut Ui, view: &View<'_>, intake: &mut Intake, height: f32) -> bool {
    let preview = intake.preview.clone();
    let of = |is: fn(&State) -> bool| preview.rows.iter().filter(move |row| is(&row.state));
    let entries: Vec<Entry<'_>> = of(|state| *state == State::Undecided)
        .map(Entry::Row)
        .chain(preview.rejected.iter().map(Entry::Rejected))
        .chain(of(|state| *state == State::New).map(Entry::Row))
        .chain(of(|state| matches!(state, State::Changed(_))).map(Entry::Row))
        .chain(preview.absent.iter().map(Entry::Absent))
        .collect();
    let mut decided = None;
    ScrollArea::vertical()
        .id_salt("intake-rows")
        .max_height(height)
        .min_scrolled_height(height)
        .show_rows(ui, ROW, entries.len(), |ui, range| {
            ui.set_min_width(ui.available_width());
            for entry in entries.get(range).unwrap_or_default() {
                ui.horizontal(|ui| {
                    ui.set_height(ROW);
                    if let Some(answer) = entry_ui(ui, view, entry) {
                        decided = Some(answer);
                    }
                });
            }
        });
    match decided {
        Some((line, decision)) => {
            intake.decisions.insert(line, decision);
            true
        }
        None => false,
    }
}

fn entry_ui(ui: &mut Ui, view: &View<'_>, entry: &Entry<'_>) -> Option<(usize, Decision)> {
    let palette = theme::palette(ui);
    match entry {
        Entry::Absent(id) => {
            let name = view.visit().person_label(id);
            line_ui(ui, "−", palette.soft, &say!("people-intake-is-absent", name = name));
            None
        }
        Entry::Rejected(rejected) => {
            line_ui(ui, "!", palette.error, &rejected.sentence());
            None
        }
        Entry::Row(row) => row_ui(ui, view, row),
    }
}

fn row_ui(ui: &mut Ui, view: &View<'_>, row: &Row) -> Option<(usize, Decision)> {
    let palette = theme::palette(ui);
    let lang = view.lang();
    let post = row.person.post.in_lang(&lang);
    let name = row.person.label(&lang);
    let name =
        if post.is_empty() || post == name { name.to_owned() } else { format!("{name}, {post}") };
    match &row.state {
        State::New => {
            line_ui(ui, "+", palette.good, &name);
            None
        }
        State::Changed(_) => {
            let changes: Vec<String> =
                row.changes().iter().map(|change| change.sentence()).collect();
            let text = if changes.is_empty() {
                say!("people-intake-photo", name = name)
            } else {
                changes.join("; ")
            };
            line_ui(ui, "~", palette.accent, &text);
            None
        }
        State::Same => None,
        State::Undecided => undecided_ui(ui, view, row, &name),
    }
}

/// Is it somebody known, or somebody else of a like name?
fn undecided_ui(ui: &mut Ui, view: &View<'_>, row: &Row, name: &str) -> Option<(usize, Decision)> {
    let palette = theme::palette(ui);
    sign_ui(ui, "?", palette.warning);
    ui.add(Label::new(name).truncate());
    let mut decision = None;
    for (id, _) in row.like.iter().take(2) {
        let known = view.visit().person_label(id);
        if ui.button(say!("people-intake-is", known = known)).clicked() {
            decision = Some(Decision::Join(id.clone()));
        }
    }
    if ui.button(say!("people-intake-is-new")).clicked() {
        decision = Some(Decision::New);
    }
    decision.map(|decision| (row.line, decision))
}

fn line_ui(ui: &mut Ui, sign: &str, colour: Color32, text: &str) {
    sign_ui(ui, sign, colour);
    ui.add(Label::new(text).truncate());
}

fn sign_ui(ui: &mut Ui, sign: &str, colour: Color32) {
    let text = RichText::new(sign).font(theme::semibold(theme::HEADING)).color(colour);
    ui.add_sized([16.0, ROW], Label::new(text));
}

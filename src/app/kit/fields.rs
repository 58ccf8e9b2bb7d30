//! Fields for text, choices, numbers and switches.

use egui::text::{CCursor, CCursorRange};
use egui::{ComboBox, RichText, TextEdit, Ui};

use super::small;
use crate::app::theme;
use crate::model::{Choice, Lang, Text};
use crate::words;

/// A labelled line of text. `Some` when the officer changed it this frame.
pub fn text_field(ui: &mut Ui, label: &str, value: &str) -> Option<String> {
    edit(ui, label, value, |draft| TextEdit::singleline(draft))
}

/// A labelled text of several lines.
pub fn multiline(ui: &mut Ui, label: &str, value: &str, rows: usize) -> Option<String> {
    edit(ui, label, value, |draft| TextEdit::multiline(draft).desired_rows(rows))
}

fn edit(
    ui: &mut Ui,
    label: &str,
    value: &str,
    widget: impl FnOnce(&mut String) -> TextEdit<'_>,
) -> Option<String> {
    let mut draft = value.to_owned();
    let name = field_label(ui, label);
    let width = ui.available_width();
    let response =
        ui.push_id(label, |ui| ui.add(widget(&mut draft).desired_width(width)).labelled_by(name));
    take_focus(ui, &response.inner, &draft);
    response.inner.changed().then_some(draft)
}

/// Gives the next text field that is drawn the focus.
pub fn focus_next(ctx: &egui::Context) {
    ctx.data_mut(|data| data.insert_temp(wanted(), true));
    ctx.request_repaint();
}

/// Whether Enter was pressed in the field of a question. On a button it is the button's own.
pub fn field_ended(ui: &Ui) -> bool {
    let on_button = ui.memory(|memory| memory.focused().is_some()) && !ui.ctx().text_edit_focused();
    !on_button && ui.input(|input| input.key_pressed(egui::Key::Enter))
}

/// The same in the first frame of a question of that name.
pub fn focus_when_new(ui: &Ui, question: &str) {
    let (id, now) = (egui::Id::unique(("kit-question", question)), ui.ctx().cumulative_frame_nr());
    let seen: Option<u64> = ui.data(|data| data.get_temp(id));
    ui.data_mut(|data| data.insert_temp(id, now));
    if seen.is_none_or(|seen| seen + 1 < now) {
        focus_next(ui.ctx());
    }
}

fn wanted() -> egui::Id {
    egui::Id::unique("kit-focus-next")
}

fn take_focus(ui: &Ui, field: &egui::Response, text: &str) {
    if ui.data(|data| data.get_temp::<bool>(wanted())).is_some() {
        ui.data_mut(|data| data.remove::<bool>(wanted()));
        field.request_focus();
        // What is typed next takes the place of what stands there.
        let mut state = TextEdit::load_state(ui.ctx(), field.id).unwrap_or_default();
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
        state.cursor.set_char_range(Some(all));
        TextEdit::store_state(ui.ctx(), field.id, state);
    }
}

/// The label above a field.
pub(super) fn field_label(ui: &mut Ui, label: &str) -> egui::Id {
    ui.add_space(theme::GAP);
    small(ui, &capitalised(label)).id
}

/// With a capital letter in front, as labels stand alone.
fn capitalised(label: &str) -> String {
    let mut chars = label.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A text with a line for each language it is wanted in; the main one first.
pub fn text_in_languages(ui: &mut Ui, label: &str, value: &Text, langs: &[Lang]) -> Option<Text> {
    let mut changed = None;
    if let Some(main) = text_field(ui, label, &value.main) {
        let mut text = value.clone();
        text.main = main;
        changed = Some(text);
    }
    for lang in other_languages(value, langs) {
        let draft = value.translation(&lang).unwrap_or_default();
        if let Some(new) = language_line(ui, label, &lang, draft) {
            let mut text = value.clone();
            text.set(&lang, new);
            changed = Some(text);
        }
    }
    changed
}

/// One line of a text in another language, its tag in front.
fn language_line(ui: &mut Ui, label: &str, lang: &Lang, value: &str) -> Option<String> {
    let mut draft = value.to_owned();
    ui.horizontal(|ui| {
        let soft = theme::palette(ui).soft;
        ui.add_sized(
            [22.0, 18.0],
            egui::Label::new(RichText::new(lang.as_str()).size(theme::SMALL).color(soft)),
        );
        let width = ui.available_width();
        let name = format!("{label} ({lang})");
        let id = ui.make_persistent_id((label, lang.as_str()));
        let response = ui.add(TextEdit::singleline(&mut draft).id(id).desired_width(width));
        response
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, name.as_str()));
        response.changed().then_some(draft)
    })
    .inner
}

fn other_languages(value: &Text, langs: &[Lang]) -> Vec<Lang> {
    let mut all: Vec<Lang> = langs.iter().skip(1).cloned().collect();
    for (lang, _) in value.others() {
        if !all.contains(lang) {
            all.push(lang.clone());
        }
    }
    all
}

/// A choice between the values of a type.
pub fn choice_field<C: Choice>(ui: &mut Ui, label: &str, value: C) -> Option<C> {
    let options: Vec<(C, String)> =
        C::ALL.iter().map(|choice| (*choice, words::choice(*choice))).collect();
    pick_field(ui, label, &value, &options)
}

/// A choice between given values and their names.
pub fn pick_field<T: Clone + PartialEq>(
    ui: &mut Ui,
    label: &str,
    value: &T,
    options: &[(T, String)],
) -> Option<T> {
    let name = field_label(ui, label);
    let shown = options.iter().find(|(option, _)| option == value).map(|(_, name)| name.as_str());
    let mut picked = None;
    let width = ui.available_width().min(320.0);
    let response = ComboBox::from_id_salt(label)
        .width(width)
        .truncate()
        .selected_text(shown.unwrap_or("–").to_owned())
        .show_ui(ui, |ui| {
            for (option, name) in options {
                if ui.selectable_label(option == value, name).clicked() && option != value {
                    picked = Some(option.clone());
                }
            }
        });
    response.response.labelled_by(name);
    picked
}

/// A switch. `Some` with the new position when the officer flipped it.
pub fn switch(ui: &mut Ui, label: &str, value: bool) -> Option<bool> {
    let mut draft = value;
    ui.checkbox(&mut draft, capitalised(label)).changed().then_some(draft)
}

/// Languages by their tags, `zh, ko`.
pub fn languages_field(ui: &mut Ui, label: &str, value: &[Lang]) -> Option<Vec<Lang>> {
    let shown = value.iter().map(Lang::as_str).collect::<Vec<_>>().join(", ");
    let tags = |text: &str| {
        let tags = text.split([',', '，', ' ', ';']).map(str::trim).filter(|tag| !tag.is_empty());
        tags.map(Lang::new).collect::<Option<Vec<Lang>>>()
    };
    super::times::parsed_field(ui, label, &shown, "zh, ko", tags).filter(|new| new != value)
}

/// A whole number, or none. What cannot be read as one is kept in the field and not sent.
pub fn number_field(ui: &mut Ui, label: &str, value: Option<u32>) -> Option<Option<u32>> {
    let shown = value.map(|value| value.to_string()).unwrap_or_default();
    super::times::parsed_field(ui, label, &shown, "", |text| {
        if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) }
    })
}

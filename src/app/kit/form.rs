//! The fields of one record, under the names that the file gives them: what the officer changes
//! goes into a draft, and [`Form::finish`] gives it back where it differs.

use chrono::NaiveDate;
use egui::Ui;

use super::{
    choice_field, date_field, minute_field, multiline, number_field, parsed_field, people_list,
    person_picker, record_list, record_picker, switch, text_field, text_in_languages,
};
use crate::exchange::people::languages;
use crate::model::{
    Choice, ItemId, Lang, Minute, PersonId, PlaceId, RecordKind, RecordRef, Text, Visit,
};
use crate::words;

/// What a field is called above its widget: the catalogue's name with a capital.
pub fn label(field: &str) -> String {
    capital(&words::field(field))
}

/// The same for a field of one kind of record.
pub fn label_of(kind: RecordKind, field: &str) -> String {
    capital(&words::field_of(kind, field))
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Where a field lies in its record.
pub(super) type Lens<R, T> = fn(&mut R) -> &mut T;

/// A record being edited for one frame.
#[derive(Debug)]
pub struct Form<'a, R> {
    visit: &'a Visit,
    /// Whose names its fields bear, where they have others than fields elsewhere.
    kind: Option<RecordKind>,
    langs: Vec<Lang>,
    draft: R,
    changed: bool,
}

impl<'a, R: Clone> Form<'a, R> {
    pub fn new(visit: &'a Visit, record: &R) -> Self {
        let main = visit.language();
        let mut langs = visit.about.languages.clone();
        langs.retain(|lang| *lang != main);
        langs.insert(0, main);
        Self { visit, kind: None, langs, draft: record.clone(), changed: false }
    }

    /// The fields bear the names they have in that kind of record.
    #[must_use]
    pub fn of(self, kind: RecordKind) -> Self {
        Self { kind: Some(kind), ..self }
    }

    fn label(&self, field: &str) -> String {
        self.kind.map_or_else(|| label(field), |kind| label_of(kind, field))
    }

    /// The record as it stands.
    pub fn record(&self) -> &R {
        &self.draft
    }

    /// Changes the draft by something other than a field.
    pub fn change(&mut self, change: impl FnOnce(&mut R)) {
        change(&mut self.draft);
        self.changed = true;
    }

    /// The record where it was changed this frame.
    pub fn finish(self) -> Option<R> {
        self.changed.then_some(self.draft)
    }

    /// A field drawn by `widget`, which returns the new value.
    pub fn field<T>(
        &mut self,
        lens: impl FnOnce(&mut R) -> &mut T,
        widget: impl FnOnce(&T, &Visit, &[Lang]) -> Option<T>,
    ) {
        let slot = lens(&mut self.draft);
        if let Some(new) = widget(slot, self.visit, &self.langs) {
            *slot = new;
            self.changed = true;
        }
    }

    pub fn text(&mut self, ui: &mut Ui, field: &str, lens: Lens<R, String>) {
        self.field(lens, |value, _, _| text_field(ui, &label(field), value));
    }

    pub fn lines(&mut self, ui: &mut Ui, field: &str, lens: Lens<R, String>) {
        self.field(lens, |value, _, _| multiline(ui, &label(field), value, 3));
    }

    pub fn texts(&mut self, ui: &mut Ui, field: &str, lens: Lens<R, Text>) {
        let label = self.label(field);
        self.field(lens, |value, _, langs| text_in_languages(ui, &label, value, langs));
    }

    /// A text of several lines in each language it is wanted in.
    pub fn text_lines(&mut self, ui: &mut Ui, field: &str, rows: usize, lens: Lens<R, Text>) {
        let label = self.label(field);
        self.field(lens, |value, _, langs| lines_in_languages(ui, &label, value, langs, rows));
    }

    pub fn choice<C: Choice>(&mut self, ui: &mut Ui, field: &str, lens: Lens<R, C>) {
        self.field(lens, |value, _, _| choice_field(ui, &label(field), *value));
    }

    pub fn date(&mut self, ui: &mut Ui, field: &str, lens: Lens<R, Option<NaiveDate>>) {
        self.field(lens, |value, _, _| date_field(ui, &label(field), *value));
    }

    pub fn minute(&mut self, ui: &mut Ui, field: &str, lens: Lens<R, Option<Minute>>) {
        self.field(lens, |value, _, _| minute_field(ui, &label(field), *value));
    }

    pub fn switch(&mut self, ui: &mut Ui, field: &str, lens: Lens<R, bool>) {
        self.field(lens, |value, _, _| switch(ui, &label(field), *value));
    }

    /// A number that need not be stated.
    pub fn number(&mut self, ui: &mut Ui, field: &str, lens: Lens<R, Option<u16>>) {
        self.field(lens, |value, _, _| {
            let new = number_field(ui, &label(field), value.map(u32::from))?;
            Some(new.map(|new| u16::try_from(new).unwrap_or(u16::MAX)))
        });
    }

    /// A number whose absence is 0.
    pub fn count(&mut self, ui: &mut Ui, field: &str, lens: Lens<R, u16>) {
        self.field(lens, |value, _, _| {
            let shown = Some(u32::from(*value)).filter(|value| *value > 0);
            let new = number_field(ui, &label(field), shown)?;
            Some(new.map_or(0, |new| u16::try_from(new).unwrap_or(u16::MAX)))
        });
    }

    pub fn person(&mut self, ui: &mut Ui, field: &str, lens: Lens<R, Option<PersonId>>) {
        self.field(lens, |value, visit, _| person_picker(ui, &label(field), visit, value.as_ref()));
    }

    pub fn people(&mut self, ui: &mut Ui, field: &str, lens: Lens<R, Vec<PersonId>>) {
        self.field(lens, |value, visit, _| people_list(ui, &label(field), visit, value));
    }

    pub fn item(&mut self, ui: &mut Ui, field: &str, lens: Lens<R, Option<ItemId>>) {
        self.field(lens, |value, visit, _| {
            let now = value.clone().map(RecordRef::Item);
            let new = record_picker(ui, &label(field), visit, RecordKind::Item, now)?;
            Some(new.and_then(item_id))
        });
    }

    pub fn items(&mut self, ui: &mut Ui, field: &str, lens: Lens<R, Vec<ItemId>>) {
        self.field(lens, |value, visit, _| {
            let now: Vec<RecordRef> = value.iter().cloned().map(RecordRef::Item).collect();
            let new = record_list(ui, &label(field), visit, RecordKind::Item, &now)?;
            Some(new.into_iter().filter_map(item_id).collect())
        });
    }

    pub fn place(&mut self, ui: &mut Ui, field: &str, lens: Lens<R, Option<PlaceId>>) {
        self.field(lens, |value, visit, _| {
            let now = value.clone().map(RecordRef::Place);
            let new = record_picker(ui, &label(field), visit, RecordKind::Place, now)?;
            Some(new.and_then(|record| match record {
                RecordRef::Place(id) => Some(id),
                _ => None,
            }))
        });
    }

    /// Tags of languages with commas between them.
    pub fn languages(&mut self, ui: &mut Ui, field: &str, lens: Lens<R, Vec<Lang>>) {
        self.field(lens, |value, _, _| {
            let tags: Vec<&str> = value.iter().map(Lang::as_str).collect();
            let read = |text: &str| languages(text);
            let new = parsed_field(ui, &label(field), &tags.join(", "), "en, zh, ko", read)?;
            (new != *value).then_some(new)
        });
    }
}

fn item_id(record: RecordRef) -> Option<ItemId> {
    match record {
        RecordRef::Item(id) => Some(id),
        _ => None,
    }
}

/// A text of several lines with a field for each language it is wanted in.
pub fn lines_in_languages(
    ui: &mut Ui,
    label: &str,
    value: &Text,
    langs: &[Lang],
    rows: usize,
) -> Option<Text> {
    let mut text = value.clone();
    if let Some(main) = multiline(ui, label, &value.main, rows) {
        text.main = main;
    }
    let written = value.others().map(|(lang, _)| lang);
    let mut others: Vec<&Lang> = langs.iter().skip(1).collect();
    others.extend(written.filter(|lang| !langs.contains(lang)));
    for lang in others {
        let name = format!("{label} ({lang})");
        let shown = value.translation(lang).unwrap_or_default();
        if let Some(new) = multiline(ui, &name, shown, rows.min(3)) {
            text.set(lang, new);
        }
    }
    (text != *value).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_the_fields_name_with_a_capital() {
        assert_eq!(label("family_name"), "Family name");
    }

    #[test]
    fn a_form_gives_its_record_back_only_when_something_changed() {
        let visit = Visit::default();
        let mut form = Form::new(&visit, &1_u32);
        form.field(|slot| slot, |_, _, _| None);
        assert_eq!(form.finish(), None);
        let mut form = Form::new(&visit, &1_u32);
        form.field(|slot| slot, |old, _, _| Some(old + 1));
        assert_eq!(form.finish(), Some(2));
    }
}

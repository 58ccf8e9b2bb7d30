//! Fields that the tabs of this folder share: lists of parts, languages, clock times.

use chrono::Days;
use egui::{Frame, Margin, Stroke, Ui};
use egui_material_icons::icons::{ICON_ARROW_DOWNWARD, ICON_ARROW_UPWARD, ICON_DELETE};

use crate::app::kit;
use crate::app::theme;
use crate::app::view::View;
use crate::model::{Lang, Minute, PlaceId, Record, RecordKind, RecordRef, Visit, When, Zone};
use crate::words::say;

/// Sends a copy of a record with one field changed, where there is a new value.
pub(in crate::app::tabs) fn put<R: Clone + Into<Record>, T>(
    view: &View<'_>,
    record: &R,
    new: Option<T>,
    change: impl FnOnce(&mut R, T),
) {
    if let Some(new) = new {
        let mut changed = record.clone();
        change(&mut changed, new);
        view.set(changed);
    }
}

/// What an officer did to a list of parts.
enum Step {
    Up(usize),
    Down(usize),
    Out(usize),
}

/// Parts of a record in their order: each with its fields, ways up, down and out, and a button
/// for a new one. `Some` with the new list when it changed.
pub(in crate::app::tabs) fn parts_ui<T: Clone>(
    ui: &mut Ui,
    name: &str,
    parts: &[T],
    fresh: impl FnOnce() -> T,
    mut part_ui: impl FnMut(&mut Ui, &T) -> Option<T>,
) -> Option<Vec<T>> {
    let (mut changed, mut step) = (None, None);
    for (position, part) in parts.iter().enumerate() {
        ui.push_id((name, position), |ui| {
            let line = Stroke::new(1.0, theme::palette(ui).line);
            let frame = Frame::new().stroke(line).corner_radius(6);
            frame.inner_margin(Margin::symmetric(8, 6)).show(ui, |ui| {
                step = part_head_ui(ui, name, position).or(step.take());
                if let Some(new) = part_ui(ui, part) {
                    let mut all = parts.to_vec();
                    all.splice(position..=position, [new]);
                    changed = Some(all);
                }
            });
        });
        ui.add_space(theme::GAP);
    }
    if ui.button(say!("parts-add", name = name)).clicked() {
        let mut all = parts.to_vec();
        all.push(fresh());
        changed = Some(all);
    }
    step.and_then(|step| stepped(parts, &step)).or(changed)
}

fn part_head_ui(ui: &mut Ui, name: &str, position: usize) -> Option<Step> {
    ui.horizontal(|ui| {
        let n = position + 1;
        kit::small(ui, &say!("parts-number", name = name, n = n));
        let up = say!("parts-up", name = name, n = n);
        let down = say!("parts-down", name = name, n = n);
        let out = say!("parts-out", name = name, n = n);
        if kit::icon_button(ui, ICON_ARROW_UPWARD, &up).clicked() {
            return Some(Step::Up(position));
        }
        if kit::icon_button(ui, ICON_ARROW_DOWNWARD, &down).clicked() {
            return Some(Step::Down(position));
        }
        kit::icon_button(ui, ICON_DELETE, &out).clicked().then_some(Step::Out(position))
    })
    .inner
}

/// The list after the step; `None` at its ends.
fn stepped<T: Clone>(parts: &[T], step: &Step) -> Option<Vec<T>> {
    let mut all = parts.to_vec();
    match *step {
        Step::Up(at) => {
            let before = at.checked_sub(1)?;
            all.swap(at, before);
        }
        Step::Down(at) if at + 1 < all.len() => all.swap(at, at + 1),
        Step::Down(_) => return None,
        Step::Out(at) => {
            all.remove(at);
        }
    }
    Some(all)
}

/// One place, or none.
pub(in crate::app::tabs) fn place_picker(
    ui: &mut Ui,
    label: &str,
    visit: &Visit,
    value: Option<&PlaceId>,
) -> Option<Option<PlaceId>> {
    let value = value.cloned().map(RecordRef::Place);
    kit::record_picker(ui, label, visit, RecordKind::Place, value).map(|picked| match picked {
        Some(RecordRef::Place(id)) => Some(id),
        _ => None,
    })
}

/// Languages as tags: `en, zh, ko`.
pub(in crate::app::tabs) fn languages_field(
    ui: &mut Ui,
    label: &str,
    value: &[Lang],
) -> Option<Vec<Lang>> {
    let shown = value.iter().map(Lang::as_str).collect::<Vec<_>>().join(", ");
    let new = kit::parsed_field(ui, label, &shown, "en, zh, ko", read_languages);
    new.filter(|new| new != value)
}

fn read_languages(text: &str) -> Option<Vec<Lang>> {
    let tags = text.split([',', ' ', '，', '、']).filter(|tag| !tag.is_empty());
    tags.map(Lang::new).collect()
}

/// A zone, or none: the visit's own.
pub(in crate::app::tabs) fn zone_field(ui: &mut Ui, label: &str, value: &Zone) -> Option<Zone> {
    let new = kit::parsed_field(ui, label, value.as_str(), "Asia/Shanghai", |text| match text {
        "" => Some(Zone::default()),
        text => Zone::new(text),
    });
    new.filter(|new| new != value)
}

/// A clock time within an item, typed as `9:05`; one before the item's start is after midnight.
pub(in crate::app::tabs) fn clock_field(
    ui: &mut Ui,
    label: &str,
    value: Option<Minute>,
    when: When,
) -> Option<Option<Minute>> {
    let Some(day) = when.day().or(value.map(Minute::day)) else {
        return kit::minute_field(ui, label, value);
    };
    let shown = value.map(|at| at.time().format("%H:%M").to_string()).unwrap_or_default();
    let new = kit::parsed_field(ui, label, &shown, "9:05", |text| match text {
        "" => Some(None),
        text => match kit::read_time(text, day) {
            Some(When::At(at)) => Some(Some(within(when, at))),
            _ => None,
        },
    });
    new.filter(|new| *new != value)
}

fn within(when: When, at: Minute) -> Minute {
    let past_midnight = when.end().is_some_and(|end| end.day() > at.day());
    let before = when.start().is_some_and(|start| at < start);
    let next = at.day().checked_add_days(Days::new(1));
    next.filter(|_| past_midnight && before).map_or(at, |next| at.on(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_goes_up_down_and_out_and_stays_at_the_ends() {
        let list = ["a", "b", "c"];
        assert_eq!(stepped(&list, &Step::Up(1)).unwrap(), ["b", "a", "c"]);
        assert_eq!(stepped(&list, &Step::Down(1)).unwrap(), ["a", "c", "b"]);
        assert_eq!(stepped(&list, &Step::Out(0)).unwrap(), ["b", "c"]);
        assert_eq!(stepped(&list, &Step::Up(0)), None);
        assert_eq!(stepped(&list, &Step::Down(2)), None);
    }

    #[test]
    fn a_clock_time_before_the_start_is_after_midnight_only_where_the_item_goes_on() {
        let at = |text| Minute::parse(text).unwrap();
        let night = When::Range(at("2024-07-29 22:00"), at("2024-07-30 01:00"));
        assert_eq!(within(night, at("2024-07-29 00:30")), at("2024-07-30 00:30"));
        assert_eq!(within(night, at("2024-07-29 22:30")), at("2024-07-29 22:30"));
        let day = When::Range(at("2024-07-29 14:00"), at("2024-07-29 15:00"));
        assert_eq!(within(day, at("2024-07-29 13:30")), at("2024-07-29 13:30"));
    }

    #[test]
    fn languages_are_read_with_commas_of_either_script() {
        let tags = |text| read_languages(text).map(|langs: Vec<Lang>| langs.len());
        assert_eq!(tags("en, zh，ko"), Some(3));
        assert_eq!(tags(""), Some(0));
        assert_eq!(tags("english language"), None);
    }
}

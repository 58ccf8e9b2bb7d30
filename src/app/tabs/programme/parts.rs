//! The parts of an item that are lists: sub-lines, special acts, vehicles, alternatives.

use egui::Ui;
use egui_material_icons::icons::{ICON_ARROW_DOWNWARD, ICON_ARROW_UPWARD, ICON_DELETE};

use crate::app::kit;
use crate::app::proposals::ProposalCommand;
use crate::app::view::View;
use crate::edit::reschedule::Ask;
use crate::model::{
    Act, Alternative, Item, Journey, PlaceId, Press, RecordKind, RecordRef, Ride, Rider, Step,
    StepId, VehicleId, Visit, id,
};
use crate::protocol::cars;
use crate::words::{field, say};

/// One place, or none.
pub(super) fn place_picker(
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

/// A list whose entries are drawn by `entry`, each with a way to take it away, and a way to add
/// one. Returns the changed list.
fn list_ui<T: Clone>(
    ui: &mut Ui,
    name: &str,
    list: &[T],
    blank: impl FnOnce() -> T,
    mut entry: impl FnMut(&mut Ui, &T) -> Option<T>,
) -> Option<Vec<T>> {
    let mut changed = None;
    for (position, value) in list.iter().enumerate() {
        ui.push_id((name, position), |ui| {
            ui.separator();
            if let Some(new) = entry(ui, value) {
                let mut all = list.to_vec();
                if let Some(old) = all.get_mut(position) {
                    *old = new;
                }
                changed = Some(all);
            }
            if let Some(new) = order_ui(ui, name, list, position) {
                changed = Some(new);
            }
        });
    }
    if ui.button(say!("part-add", part = name)).clicked() {
        let mut all = list.to_vec();
        all.push(blank());
        changed = Some(all);
    }
    changed
}

/// The ways to carry an entry up or down, and to take it away.
fn order_ui<T: Clone>(ui: &mut Ui, name: &str, list: &[T], position: usize) -> Option<Vec<T>> {
    let number = position + 1;
    let mut changed = None;
    ui.horizontal(|ui| {
        let mut carry = |ui: &mut Ui, icon, label: String, other: Option<usize>| {
            ui.add_enabled_ui(other.is_some(), |ui| {
                if kit::icon_button(ui, icon, &label).clicked()
                    && let Some(other) = other
                {
                    let mut all = list.to_vec();
                    all.swap(position, other);
                    changed = Some(all);
                }
            });
        };
        let up = position.checked_sub(1);
        carry(ui, ICON_ARROW_UPWARD, say!("part-up", part = name, n = number), up);
        let down = Some(number).filter(|next| *next < list.len());
        carry(ui, ICON_ARROW_DOWNWARD, say!("part-down", part = name, n = number), down);
        let remove = say!("part-remove", part = name, n = number);
        if kit::icon_button(ui, ICON_DELETE, &remove).clicked() {
            let mut rest = list.to_vec();
            rest.remove(position);
            changed = Some(rest);
        }
    });
    changed
}

pub(super) fn steps_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let visit = view.visit();
    let langs = &visit.about.languages;
    let blank = || {
        let taken = |slug: &str| item.steps.iter().any(|step| step.id.as_str() == slug);
        let id = StepId::new(&id::fresh_slug("step", "step", taken)).unwrap_or_default();
        Step { id, at: item.when.start(), ..Step::default() }
    };
    let steps = list_ui(ui, &field("steps"), &item.steps, blank, |ui, step| {
        let mut new = step.clone();
        if let Some(at) = kit::clock_field(ui, &field("at"), step.at, item.when.day()) {
            new.at = at;
        }
        if let Some(what) = kit::text_in_languages(ui, &field("what"), &step.what, langs) {
            new.what = what;
        }
        if let Some(who) = kit::people_list(ui, &field("who"), visit, &step.who) {
            new.who = who;
        }
        if let Some(place) = kit::text_in_languages(ui, &field("place"), &step.place, langs) {
            new.place = place;
        }
        if let Some(internal) = kit::switch(ui, &field("internal"), step.internal) {
            new.internal = internal;
        }
        if let Some(text) = kit::text_field(ui, &field("staff_remarks"), &step.staff_remarks) {
            new.staff_remarks = text;
        }
        (new != *step).then_some(new)
    });
    if let Some(steps) = steps {
        view.set(Item { steps, ..item.clone() });
    }
}

pub(super) fn acts_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let visit = view.visit();
    let acts = list_ui(ui, &field("acts"), &item.acts, Act::default, |ui, act| {
        let mut new = act.clone();
        if let Some(kind) = kit::choice_field(ui, &field("kind"), act.kind) {
            new.kind = kind;
        }
        if let Some(people) = kit::people_list(ui, &field("people"), visit, &act.people) {
            new.people = people;
        }
        if let Some(text) = kit::text_in_languages(ui, &field("details"), &act.details, &[]) {
            new.details = text;
        }
        (new != *act).then_some(new)
    });
    if let Some(acts) = acts {
        view.set(Item { acts, ..item.clone() });
    }
}

pub(super) fn press_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let wanted = item.press.is_some();
    if let Some(wanted) = kit::switch(ui, &say!("item-press-admitted"), wanted) {
        view.set(Item { press: wanted.then(Press::default), ..item.clone() });
    }
    let Some(press) = &item.press else { return };
    let langs = &view.visit().about.languages;
    let mut new = press.clone();
    let day = item.when.day();
    if let Some(at) = kit::clock_field(ui, &field("call_time"), press.call_time, day) {
        new.call_time = at;
    }
    if let Some(text) = kit::text_in_languages(ui, &field("call_place"), &press.call_place, langs) {
        new.call_place = text;
    }
    if let Some(text) = kit::text_in_languages(ui, &field("may_film"), &press.may_film, langs) {
        new.may_film = text;
    }
    if let Some(contact) =
        kit::person_picker(ui, &field("contact"), view.visit(), press.contact.as_ref())
    {
        new.contact = contact;
    }
    if new != *press {
        view.set(Item { press: Some(new), ..item.clone() });
    }
}

pub(super) fn journey_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let moves = item.journey.is_some();
    if let Some(moves) = kit::switch(ui, &say!("item-is-journey"), moves) {
        view.set(Item { journey: moves.then(Journey::default), ..item.clone() });
    }
    let Some(journey) = &item.journey else { return };
    let visit = view.visit();
    let mut new = journey.clone();
    if let Some(mode) = kit::choice_field(ui, &field("mode"), journey.mode) {
        new.mode = mode;
    }
    if let Some(number) = kit::text_field(ui, &field("number"), &journey.number) {
        new.number = number;
    }
    if let Some(from) = place_picker(ui, &field("from"), visit, journey.from.as_ref()) {
        new.from = from;
    }
    if let Some(to) = place_picker(ui, &field("to"), visit, journey.to.as_ref()) {
        new.to = to;
    }
    if let Some(travel) = kit::span_field(ui, &field("travel"), journey.travel.as_ref()) {
        new.travel = travel;
    }
    let loading = Some(u32::from(journey.loading_mins)).filter(|mins| *mins > 0);
    if let Some(mins) = kit::number_field(ui, &field("loading_mins"), loading) {
        new.loading_mins = mins.and_then(|mins| u16::try_from(mins).ok()).unwrap_or_default();
    }
    if let Some(text) = kit::text_field(ui, &field("customs"), &journey.customs) {
        new.customs = text;
    }
    if let Some(text) = kit::text_in_languages(ui, &field("lounge"), &journey.lounge, &[]) {
        new.lounge = text;
    }
    if let Some(people) =
        kit::people_list(ui, &field("lounge_access"), visit, &journey.lounge_access)
    {
        new.lounge_access = people;
    }
    if let Some(text) = kit::text_field(ui, &field("luggage"), &journey.luggage) {
        new.luggage = text;
    }
    if !journey.rides.is_empty() && ui.button(say!("cars-fill")).clicked() {
        view.seal_after(cars::fill(visit, &item.id));
    }
    let rides = list_ui(ui, &field("rides"), &journey.rides, Ride::default, |ui, ride| {
        ride_ui(ui, visit, ride)
    });
    new.rides = rides.unwrap_or(new.rides);
    if new != *journey {
        view.set(Item { journey: Some(new), ..item.clone() });
    }
}

fn ride_ui(ui: &mut Ui, visit: &Visit, ride: &Ride) -> Option<Ride> {
    let mut new = ride.clone();
    let vehicle = ride.vehicle.clone().map(RecordRef::Vehicle);
    if let Some(picked) =
        kit::record_picker(ui, &field("vehicle"), visit, RecordKind::Vehicle, vehicle)
    {
        new.vehicle = picked.and_then(|picked| VehicleId::new(picked.id()));
    }
    let riders: Vec<_> = ride.riders.iter().filter_map(|rider| rider.person.clone()).collect();
    if let Some(people) = kit::people_list(ui, &field("riders"), visit, &riders) {
        let rider = |id| {
            let known = ride.riders.iter().find(|rider| rider.person.as_ref() == Some(&id));
            known.cloned().unwrap_or_else(|| Rider { person: Some(id), ..Rider::default() })
        };
        new.riders = people.into_iter().map(rider).collect();
    }
    for rider in &mut new.riders {
        let Some(person) = &rider.person else { continue };
        let label = say!("item-seat-of", name = visit.person_label(person));
        if let Some(seat) = kit::choice_field(ui, &label, rider.seat) {
            rider.seat = seat;
        }
        if let Some(locked) = kit::switch(ui, &say!("item-seat-kept"), rider.locked) {
            rider.locked = locked;
        }
    }
    if let Some(liaison) = kit::person_picker(ui, &field("liaison"), visit, ride.liaison.as_ref()) {
        new.liaison = liaison;
    }
    if let Some(text) = kit::text_field(ui, &field("remarks"), &ride.remarks) {
        new.remarks = text;
    }
    (new != *ride).then_some(new)
}

pub(super) fn alternatives_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let visit = view.visit();
    let blank = || {
        let letter = char::from(b'A'.saturating_add(item.alternatives.len().min(25) as u8));
        Alternative { label: letter.to_string(), when: item.when, ..Alternative::default() }
    };
    let name = field("alternatives");
    let all = list_ui(ui, &name, &item.alternatives, blank, |ui, alternative| {
        let mut new = alternative.clone();
        if let Some(label) = kit::text_field(ui, &field("label"), &alternative.label) {
            new.label = label;
        }
        if let Some(title) =
            kit::text_in_languages(ui, &field("title"), &alternative.title, &visit.about.languages)
        {
            new.title = title;
        }
        if let Some(when) = kit::when_field(ui, alternative.when, &visit.days()) {
            new.when = when;
        }
        if let Some(place) = place_picker(ui, &field("place"), visit, alternative.place.as_ref()) {
            new.place = place;
        }
        if let Some(text) = kit::text_field(ui, &field("remarks"), &alternative.remarks) {
            new.remarks = text;
        }
        (new != *alternative).then_some(new)
    });
    if let Some(alternatives) = all {
        view.set(Item { alternatives, ..item.clone() });
    }
    if item.alternatives.is_empty() {
        return;
    }
    let mut options = vec![(String::new(), say!("item-itself"))];
    options.extend(item.alternatives.iter().map(|a| (a.label.clone(), a.label.clone())));
    if let Some(chosen) = kit::pick_field(ui, &field("chosen"), &item.chosen, &options) {
        view.send(ProposalCommand::Ask(Ask::Choose { item: item.id.clone(), label: chosen }));
    }
}

//! The minute sheet of the staff: one line a step, who acts, who drives, who answers for it.

use super::data::{Firmness, LineKind, MinuteRow, RowKind, Sheet, Time};
use super::sheet::sheet;
use super::wording::Wording;
use super::{Options, Paper, media, programme};
use crate::model::{ItemStatus, Lang};
use crate::projection::{
    DietCount, GiftView, ItemView, PersonView, Projection, RideView, StaffView, StepView,
};
use crate::words::{choice_in, say_in};

pub(super) fn data(paper: &Paper, projection: &Projection, options: &Options) -> Sheet<MinuteRow> {
    sheet(paper, projection, options, |wording, item| {
        let steps = item.steps.iter().map(|step| step_row(wording, item, step));
        let changed = options.changed.contains(&item.id);
        std::iter::once(row(wording, item))
            .chain(steps)
            .map(|row| MinuteRow { changed, ..row })
            .collect()
    })
}

fn row(wording: &Wording<'_>, item: &ItemView) -> MinuteRow {
    let lang = wording.lang;
    let mut met_by = Vec::new();
    if !item.met_by.is_empty() {
        met_by.push(wording.people(&item.met_by));
    }
    if !item.farewelled_by.is_empty() {
        let people = wording.people(&item.farewelled_by);
        met_by.push(say_in!(lang, "paper-farewelled-by", people = people));
    }
    let staff = item.staff.as_ref();
    let mut lines = programme::lines(wording, item);
    lines.extend(press(wording, item).map(|text| Wording::line(LineKind::Press, text)));
    lines.extend(
        staff
            .into_iter()
            .flat_map(|staff| languages(wording, staff))
            .map(|text| Wording::line(LineKind::Language, text)),
    );
    let count = item.head_count.map(|n| say_in!(lang, "paper-head-count", count = n.to_string()));
    MinuteRow {
        id: item.id.to_string(),
        time: wording.time(item),
        kind: Wording::row_kind(item),
        actor: wording.list([wording.who(&item.who), count.unwrap_or_default()]),
        act: item.title.text.clone(),
        lines,
        vehicles: staff.map(|staff| vehicles(wording, staff)).unwrap_or_default(),
        met_by,
        responsible: staff.map(|staff| responsible(wording, staff)).unwrap_or_default(),
        remarks: staff.map(|staff| remarks(wording, item, staff)).unwrap_or_default(),
        tentative: item.status == ItemStatus::Tentative,
        cancelled: item.status == ItemStatus::Cancelled,
        ..MinuteRow::default()
    }
}

fn step_row(wording: &Wording<'_>, item: &ItemView, step: &StepView) -> MinuteRow {
    let text =
        step.at.map(|at| programme::step_time(wording, at, item.when.start())).unwrap_or_default();
    let place = Some(step.place.clone()).filter(|place| !place.is_empty());
    MinuteRow {
        id: item.id.to_string(),
        time: Time { text, firmness: Firmness::Exact, note: String::new() },
        kind: RowKind::Event,
        is_step: true,
        internal: step.internal,
        actor: wording.people(&step.who),
        act: step.what.clone(),
        lines: place.map(|text| Wording::line(LineKind::Place, text)).into_iter().collect(),
        remarks: Some(step.staff_remarks.clone()).filter(|r| !r.is_empty()).into_iter().collect(),
        cancelled: item.status == ItemStatus::Cancelled,
        ..MinuteRow::default()
    }
}

fn press(wording: &Wording<'_>, item: &ItemView) -> Option<String> {
    let press = item.press.as_ref()?;
    let contact = press.contact.as_ref().map(|person| wording.with_phone(person));
    let call = media::call_time(wording, press.call_time);
    let rest = [press.call_place.clone(), press.may_film.clone(), contact.unwrap_or_default()];
    Some(wording.list(std::iter::once(call).chain(rest)))
}

fn languages(wording: &Wording<'_>, staff: &StaffView) -> Vec<String> {
    let lang = wording.lang;
    let mut lines = Vec::new();
    if !staff.languages.is_empty() {
        let languages = wording.list(staff.languages.iter().map(own_name));
        lines.push(say_in!(lang, "paper-languages", languages = languages));
    }
    let phones = |people: &[_]| wording.list(people.iter().map(|p| wording.with_phone(p)));
    if !staff.interpreters.is_empty() {
        lines.push(say_in!(lang, "paper-interpreter", people = phones(&staff.interpreters)));
    }
    if !staff.note_takers.is_empty() {
        lines.push(say_in!(lang, "paper-note-taker", people = phones(&staff.note_takers)));
    }
    lines
}

/// A language by its own name, else its tag.
fn own_name(lang: &Lang) -> String {
    match lang.primary() {
        "en" => say_in!(lang, "language-en"),
        "zh" => say_in!(lang, "language-zh"),
        "ko" => say_in!(lang, "language-ko"),
        _ => lang.to_string(),
    }
}

fn responsible(wording: &Wording<'_>, staff: &StaffView) -> Vec<String> {
    let mut lines: Vec<String> =
        staff.responsible.iter().map(|person| wording.with_phone(person)).collect();
    if !staff.escorts.is_empty() {
        let people = wording.list(staff.escorts.iter().map(|person| wording.with_phone(person)));
        lines.push(say_in!(wording.lang, "paper-escorted-by", people = people));
    }
    lines
}

fn vehicles(wording: &Wording<'_>, staff: &StaffView) -> Vec<String> {
    staff.rides.iter().map(|ride| ride_line(wording, ride)).collect()
}

fn ride_line(wording: &Wording<'_>, ride: &RideView) -> String {
    let lang = wording.lang;
    let vehicle = wording.list([ride.vehicle.clone(), ride.plate.clone()]);
    let vehicle = if vehicle.is_empty() { wording.to_confirm() } else { vehicle };
    let driver = ride.driver.as_ref().map(|person| {
        let driver = wording.with_phone(person);
        say_in!(lang, "paper-driver", driver = driver)
    });
    let liaison = ride.liaison.as_ref().map(|person| {
        let person = wording.with_phone(person);
        say_in!(lang, "paper-on-board", person = person)
    });
    let is_liaison = |person: &&PersonView| ride.liaison.as_ref() == Some(*person);
    let riders = ride.riders.iter().filter(|person| !is_liaison(person));
    let names = riders.map(|person| wording.name(person));
    let rest = [liaison, driver, Some(ride.remarks.clone())].into_iter().flatten();
    let riders = wording.list(names.chain(rest));
    if riders.is_empty() {
        return vehicle;
    }
    say_in!(lang, "paper-ride", vehicle = vehicle, riders = riders)
}

fn remarks(wording: &Wording<'_>, item: &ItemView, staff: &StaffView) -> Vec<String> {
    let lang = wording.lang;
    let address = item.place.as_ref().map(|place| place.address.clone());
    let is_known = |person: &&PersonView| staff.responsible.as_ref() != Some(*person);
    let contact = staff.place_contact.as_ref().filter(is_known).map(|person| {
        let contact = wording.with_phone(person);
        say_in!(lang, "paper-place-contact", contact = contact)
    });
    let place = wording.list([address.unwrap_or_default(), staff.place_phone.clone()]);
    let contact = contact.unwrap_or_default();
    let mut remarks = vec![staff.remarks.clone(), place, contact, staff.access.clone()];
    if staff.loading_mins > 0 {
        remarks.push(say_in!(lang, "paper-loading", mins = staff.loading_mins.to_string()));
    }
    remarks.extend([staff.customs.clone(), staff.luggage.clone()]);
    if !staff.lounge_access.is_empty() {
        let people = wording.people(&staff.lounge_access);
        remarks.push(say_in!(lang, "paper-lounge-access", people = people));
    }
    if !staff.diets.is_empty() {
        let diets = wording.list(staff.diets.iter().map(|count| diet(lang, *count)));
        remarks.push(say_in!(lang, "paper-diets", diets = diets));
    }
    remarks.extend(staff.gifts.iter().map(|gift| gift_line(wording, gift)));
    remarks.retain(|line| !line.is_empty());
    remarks
}

fn diet(lang: &Lang, count: DietCount) -> String {
    let (name, count) = (choice_in(count.diet, lang), count.count.to_string());
    say_in!(lang, "paper-diet-count", diet = name, count = count)
}

fn gift_line(wording: &Wording<'_>, gift: &GiftView) -> String {
    let what = gift.what.as_str();
    match &gift.receiver {
        Some(person) => {
            let receiver = wording.name(person);
            say_in!(wording.lang, "paper-gift-to", receiver = receiver, what = what)
        }
        None => say_in!(wording.lang, "paper-gift", what = what),
    }
}

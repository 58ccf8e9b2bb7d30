//! An item beside the entry that says what it is now: what differs, in what the entry can say.

use super::series::Single;
use super::stamp::Local;
use super::write::{location, summary};
use crate::model::{CalendarEntry, Item, Lang, Place, Text, Visit, When, moment};
use crate::words::LANGUAGES;

/// From when to when an entry lasts, in the visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lasting {
    Day(chrono::NaiveDate),
    From(Local, Option<Local>),
}

/// Takes the time of an entry over where it is another moment than the item's own.
pub(super) fn retime(visit: &Visit, item: &mut Item, new: &Lasting) {
    let old = planned(item);
    let next = match new {
        Lasting::Day(day) if old == When::Day(*day) => return,
        Lasting::Day(day) => When::Day(*day),
        Lasting::From(start, end) => {
            if is_then(visit, item, old, start, end.as_ref()) {
                return;
            }
            set_zones(visit, item, start, end.as_ref());
            when(old, start, end.as_ref())
        }
    };
    let chosen = item.chosen.clone();
    match item.alternatives.iter_mut().find(|one| !chosen.is_empty() && one.label == chosen) {
        Some(one) if one.when != When::Unscheduled => one.when = next,
        Some(_) | None => item.when = next,
    }
}

/// When it takes place: as the chosen alternative has it.
fn planned(item: &Item) -> When {
    let chosen = item.chosen_alternative().map(|one| one.when);
    chosen.filter(|when| *when != When::Unscheduled).unwrap_or(item.when)
}

fn is_then(visit: &Visit, item: &Item, old: When, start: &Local, end: Option<&Local>) -> bool {
    let change = item.clock_change;
    let begins = old.start().map(|at| moment(at, visit.zone_of(item), change));
    let ends = old.end().map(|at| moment(at, visit.end_zone_of(item), change));
    begins == Some(start.moment()) && ends == end.map(Local::moment)
}

fn set_zones(visit: &Visit, item: &mut Item, start: &Local, end: Option<&Local>) {
    let own = Some(&start.zone).filter(|zone| **zone != visit.about.zone);
    item.zone = own.cloned().unwrap_or_default();
    let other = end.map(|end| &end.zone).filter(|zone| **zone != start.zone);
    item.end_zone = other.cloned().unwrap_or_default();
    item.clock_change = start.change;
}

/// The new time, as sure as the old one was.
pub(super) fn when(old: When, start: &Local, end: Option<&Local>) -> When {
    match (old, end.map(|end| end.at)) {
        (When::About(_) | When::AboutRange(..), None) => When::About(start.at),
        (When::About(_) | When::AboutRange(..), Some(end)) => When::AboutRange(start.at, end),
        (When::NotBefore(_), None) => When::NotBefore(start.at),
        (
            When::Unscheduled | When::Day(_) | When::At(_) | When::Range(..) | When::NotBefore(_),
            Some(end),
        ) => When::Range(start.at, end),
        (When::Unscheduled | When::Day(_) | When::At(_) | When::Range(..), None) => {
            When::At(start.at)
        }
    }
}

/// Takes the title over unless it is one that the item is known by.
pub(super) fn retitle(visit: &Visit, item: &mut Item, title: &str) {
    let title = title.trim();
    if title.is_empty() || is_called(visit, item, title) {
        return;
    }
    let lang = visit.language();
    let chosen = item.chosen.clone();
    let one = item.alternatives.iter_mut().find(|one| !chosen.is_empty() && one.label == chosen);
    match one.filter(|one| !one.title.is_empty()) {
        Some(one) => one.title = Text::new(title),
        None if item.title.translation(&lang).is_some() => {
            item.title.set(&lang, title.to_owned());
        }
        None => title.clone_into(&mut item.title.main),
    }
}

fn is_called(visit: &Visit, item: &Item, title: &str) -> bool {
    let when = planned(item);
    let others = item.alternatives.iter().flat_map(|one| one.title.all());
    let names: Vec<&str> = item.title.all().chain(others).collect();
    let catalogues = LANGUAGES.iter().filter_map(|lang| Lang::new(lang));
    let langs = std::iter::once(visit.language()).chain(catalogues);
    let known = |lang: &Lang| {
        names.iter().any(|name| same(name, title) || same(&summary(name, when, lang), title))
    };
    langs.into_iter().any(|lang| known(&lang))
}

fn same(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    words(one) == words(other)
}

/// Where an entry takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Where {
    /// Where the item is already, or nowhere.
    Same,
    Known(crate::model::PlaceId),
    New(String),
}

/// The place an entry names, seen from an item.
pub(super) fn place(visit: &Visit, item: &Item, text: &str) -> Where {
    if text.is_empty() {
        return Where::Same;
    }
    let chosen = item.chosen_alternative().and_then(|one| one.place.as_ref());
    let here = chosen.or(item.venue()).and_then(|id| visit.place(id));
    let rooms: Vec<&str> = item.room.all().collect();
    if here.is_some_and(|place| is_at(place, &rooms, text)) {
        return Where::Same;
    }
    if here.is_none() && rooms.iter().any(|room| same(room, text)) {
        return Where::Same;
    }
    match visit.places.iter().find(|place| is_at(place, &[], text)) {
        Some(place) => Where::Known(place.id.clone()),
        None => Where::New(text.to_owned()),
    }
}

fn is_at(place: &Place, rooms: &[&str], text: &str) -> bool {
    let none = std::iter::once("");
    let rooms: Vec<&str> =
        none.clone().chain(rooms.iter().copied()).chain(place.room.all()).collect();
    let addresses: Vec<&str> = none.chain(place.address.all()).collect();
    place.name.all().any(|name| {
        rooms
            .iter()
            .any(|room| addresses.iter().any(|address| same(&location(name, room, address), text)))
    })
}

/// What calendars know an item by: two when it came from elsewhere.
pub(super) fn names(visit: &Visit, item: &Item) -> Vec<(String, String)> {
    let own = crate::projection::uid(&visit.id, &item.id, &CalendarEntry::default());
    let entry = &item.calendar;
    let foreign = (entry.uid.clone(), entry.instance.clone());
    let own = (own, String::new());
    if entry.uid.is_empty() { vec![own] } else { vec![own, foreign] }
}

/// What an entry is known by; without a name of its own, by its content.
pub(super) fn name(single: &Single) -> (String, String) {
    let event = &single.event;
    if event.uid.is_empty() {
        let content = format!("{}\n{}", event.start.civil, event.title);
        let hash = blake3::hash(content.as_bytes()).to_hex();
        return (hash.get(..32).unwrap_or(&hash).to_owned(), single.instance.clone());
    }
    (event.uid.clone(), single.instance.clone())
}

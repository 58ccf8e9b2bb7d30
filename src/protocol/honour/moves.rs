//! Who has another seat in one visit than in another, and seats in words.

use std::collections::BTreeMap;

use super::Seating;
use crate::model::{ArrangementId, Lang, PersonId, Visit};
use crate::words::{interface_lang, say, say_in};

/// Somebody with another seat than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub arrangement: ArrangementId,
    pub person: PersonId,
    /// `None`: had none.
    pub from: Option<String>,
    /// `None`: has none any more.
    pub to: Option<String>,
}

/// Who has another seat afterwards, by arrangement and there in the order of the seats before.
/// Arrangements that only one of the visits has are no moves.
pub fn moves(before: &Visit, after: &Visit) -> Vec<Moved> {
    let mut all = Vec::new();
    for arrangement in &after.arrangements {
        let old = before.arrangements.iter().find(|old| old.id == arrangement.id);
        let Some(old) = old else { continue };
        let (was, is) = (seats(&Seating::of(before, old)), seats(&Seating::of(after, arrangement)));
        let people = was.keys().chain(is.keys().filter(|id| !was.contains_key(*id)));
        for person in people {
            let (from, to) = (was.get(person), is.get(person));
            if from != to {
                all.push(Moved {
                    arrangement: arrangement.id.clone(),
                    person: person.clone(),
                    from: from.cloned(),
                    to: to.cloned(),
                });
            }
        }
    }
    all
}

fn seats(seating: &Seating) -> BTreeMap<PersonId, String> {
    seating.seated().map(|(slot, id, _)| (id.clone(), slot.to_owned())).collect()
}

impl Moved {
    /// "Talks: Host 4 from hosts, 2nd at the left to hosts, 1st at the left".
    pub fn sentence(&self, visit: &Visit) -> String {
        let plan = visit.label(&self.arrangement.clone().into());
        let name = visit.person_label(&self.person);
        let lang = interface_lang();
        match (&self.from, &self.to) {
            (Some(from), Some(to)) => {
                let (from, to) = (slot_name(from, &lang), slot_name(to, &lang));
                say!("honour-moved", plan = plan, name = name, from = from, to = to)
            }
            (Some(from), None) => {
                say!("honour-left-seat", plan = plan, name = name, from = slot_name(from, &lang))
            }
            (None, Some(to)) => {
                say!("honour-took-seat", plan = plan, name = name, to = slot_name(to, &lang))
            }
            (None, None) => String::new(),
        }
    }
}

/// A slot in the words of a language: "guests, 2nd at the right", "table 1, seat 4".
pub fn slot_name(slot: &str, lang: &Lang) -> String {
    match slot {
        "guest-signs" => return say_in!(lang, "honour-slot-guest-signs"),
        "host-signs" => return say_in!(lang, "honour-slot-host-signs"),
        "guest-assistant" => return say_in!(lang, "honour-slot-guest-assistant"),
        "host-assistant" => return say_in!(lang, "honour-slot-host-assistant"),
        "front" => return say_in!(lang, "honour-slot-beside-driver"),
        "driver" => return say_in!(lang, "honour-slot-driver"),
        "rear-right" => return say_in!(lang, "honour-slot-rear-right"),
        "rear-left" => return say_in!(lang, "honour-slot-rear-left"),
        "rear-middle" => return say_in!(lang, "honour-slot-rear-middle"),
        _ => {}
    }
    let Some((prefix, place)) = slot.rsplit_once('-') else { return slot.to_owned() };
    let number = |text: &str| text.parse::<i64>().ok();
    if let Some((table, seat)) = prefix.strip_prefix("table-").and_then(number).zip(number(place)) {
        return say_in!(lang, "honour-slot-table", table = table, seat = seat);
    }
    let row = row_name(prefix, lang);
    let of = |hand: char| place.strip_prefix(hand).and_then(number);
    if place == "c" {
        say_in!(lang, "honour-slot-centre", row = row)
    } else if let Some(away) = of('r') {
        say_in!(lang, "honour-slot-right", row = row, away = away)
    } else if let Some(away) = of('l') {
        say_in!(lang, "honour-slot-left", row = row, away = away)
    } else if let Some(number) = number(place) {
        say_in!(lang, "honour-slot-number", row = row, number = number)
    } else {
        slot.to_owned()
    }
}

/// What the first part of a slot stands for.
fn row_name(prefix: &str, lang: &Lang) -> String {
    match prefix {
        "guests" => say_in!(lang, "honour-row-guests"),
        "hosts" => say_in!(lang, "honour-row-hosts"),
        "head" => say_in!(lang, "honour-row-head"),
        "front" => say_in!(lang, "honour-row-front"),
        "back" => say_in!(lang, "honour-row-back"),
        "line" => say_in!(lang, "honour-row-line"),
        "flag" => say_in!(lang, "honour-row-flags"),
        "signs" => say_in!(lang, "honour-slots-signs"),
        "guests-back" | "guests-behind" | "guests-second" | "guests-notes" => {
            say_in!(lang, "honour-slots-guests-behind")
        }
        "hosts-back" | "hosts-behind" | "hosts-second" | "hosts-notes" => {
            say_in!(lang, "honour-slots-hosts-behind")
        }
        _ => match prefix.strip_prefix("row-").and_then(|number| number.parse::<i64>().ok()) {
            Some(number) => say_in!(lang, "honour-slots-row", number = number),
            None => prefix.to_owned(),
        },
    }
}

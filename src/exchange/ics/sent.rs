//! What calendars outside have been told of the items: remembered in the visit by one edit, so
//! that the next version sent carries the same name and a higher number.

use std::sync::Arc;

use crate::edit::Edit;
use crate::model::{Item, Place, Record, Visit};
use crate::projection::{Audience, Whose, is_busy};
use crate::words::say;

/// What of an item and its place shows in a calendar: another digest is another version.
pub(super) fn digest(visit: &Visit, item: &Item) -> String {
    let place = item.venue().and_then(|id| visit.place(id));
    let place = place.map(|place| Place { access: String::new(), ..Place::clone(place) });
    let item = Item {
        calendar: crate::model::CalendarEntry::default(),
        outcome: crate::model::ItemOutcome::default(),
        cost: String::new(),
        briefing: Vec::new(),
        ..item.clone()
    };
    let people = visit.participants(&item);
    let people: Vec<_> = people.iter().map(|person| (&person.name, &person.email)).collect();
    let shown = serde_json::to_vec(&(item, place, people, &visit.about.zone)).unwrap_or_default();
    let hash = blake3::hash(&shown).to_hex();
    hash.get(..16).unwrap_or(&hash).to_owned()
}

/// What has to be remembered when the items are sent to an audience; `None`: nothing new.
pub fn sending(visit: &Visit, whose: &Whose, audience: Audience, busy: bool) -> Option<Edit> {
    let mut edits = Vec::new();
    for item in &visit.items {
        let has_it = item.calendar.sent.iter().any(|sent| sent == audience.id());
        let gets_it = audience.may_know(item) || busy && is_busy(item, audience);
        let is_planned = item.when.day().is_some() && whose.concerns(visit, item);
        if !is_planned || !(has_it || gets_it) {
            continue;
        }
        let next = sent(visit, item, audience);
        if next.calendar != item.calendar {
            edits.push(Edit::Set(Record::from(next)));
        }
    }
    let label = say!("calendar-sent-step");
    (!edits.is_empty()).then_some(Edit::Together { label, edits })
}

fn sent(visit: &Visit, item: &Arc<Item>, audience: Audience) -> Item {
    let mut next = Item::clone(item);
    let digest = digest(visit, item);
    let known = &mut next.calendar;
    if !known.digest.is_empty() && known.digest != digest {
        known.sequence = known.sequence.saturating_add(1);
    }
    known.digest = digest;
    if !known.sent.iter().any(|sent| sent == audience.id()) {
        known.sent.push(audience.id().to_owned());
    }
    next
}

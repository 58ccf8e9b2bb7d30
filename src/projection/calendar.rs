//! What a calendar needs to know an item again, and the items of which a reader's calendar may
//! hold the time alone.

use std::sync::Arc;

use super::Audience;
use super::people::PersonView;
use super::reader::{Reader, Said};
use crate::model::{
    CalendarEntry, ClockChange, GroupId, Item, ItemId, Lang, PersonId, Visibility, Visit, VisitId,
    When, Zone,
};

/// Whose programme it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    #[default]
    Everyone,
    /// Of a named part of the delegation.
    Group(GroupId),
    Person(PersonId),
}

/// How calendars know an item that the reader may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarView {
    pub uid: String,
    pub sequence: u32,
    /// The zone of the start; empty when neither item nor visit states one.
    pub zone: Zone,
    pub end_zone: Zone,
    /// Who takes part, by name.
    pub attendees: Vec<PersonView>,
}

/// An item of which the reader may know the time alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shadow {
    pub uid: String,
    pub sequence: u32,
    pub when: When,
    pub zone: Zone,
    pub end_zone: Zone,
    pub clock_change: ClockChange,
    pub kind: ShadowKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShadowKind {
    /// Confidential.
    Busy,
    /// The reader has it in their calendar, and is not to have it any more.
    Withdrawn,
}

/// The name of an item in every calendar: that of the calendar it came from, else made from the
/// ids, which never change; nothing of the title can be read from it.
pub fn uid(visit: &VisitId, item: &ItemId, entry: &CalendarEntry) -> String {
    if !entry.uid.is_empty() && entry.instance.is_empty() {
        return entry.uid.clone();
    }
    let hash = blake3::hash(format!("{visit}\n{item}").as_bytes()).to_hex();
    format!("{}@retinue", hash.get(..32).unwrap_or(&hash))
}

impl Whose {
    /// Whether an item is part of their programme.
    pub fn concerns(&self, visit: &Visit, item: &Item) -> bool {
        match self {
            Self::Everyone => true,
            Self::Group(id) => visit.group(id).is_some_and(|group| {
                let present = visit.participants(item);
                item.attendance.groups.contains(id)
                    || present.iter().any(|person| group.members.contains(&person.id))
            }),
            Self::Person(id) => {
                let named = [&item.hosted_by, &item.met_by, &item.farewelled_by];
                visit.present_at(item).iter().any(|person| person.id == *id)
                    || named.into_iter().any(|people| people.contains(id))
                    || item.responsible.as_ref() == Some(id)
            }
        }
    }

    /// What a paper of theirs calls them.
    pub(super) fn name(&self, visit: &Visit, lang: &Lang, second: Option<&Lang>) -> Option<Said> {
        let name = match self {
            Self::Everyone => return None,
            Self::Group(id) => &visit.group(id)?.name,
            Self::Person(id) => {
                let person = visit.person(id)?;
                if person.name.is_empty() { &person.post } else { &person.name }
            }
        };
        let text = name.in_lang(lang).to_owned();
        let second = second.and_then(|second| name.translation(second)).unwrap_or_default();
        Some(Said { second: second.to_owned(), text })
    }

    /// The visit with their programme alone.
    pub(super) fn of(&self, visit: &Visit) -> Visit {
        let items = visit.items.iter().filter(|item| self.concerns(visit, item));
        Visit { items: items.cloned().collect(), ..visit.clone() }
    }
}

/// Whether a calendar shows that somebody is busy without saying with what.
pub fn is_busy(item: &Item, audience: Audience) -> bool {
    item.visibility == Visibility::Confidential
        && !item.is_cancelled()
        && audience != Audience::Media
}

impl Reader<'_> {
    pub(super) fn calendar(&mut self, item: &Arc<Item>) -> CalendarView {
        let visit = self.visit;
        let attendees = match self.audience {
            Audience::Guest | Audience::Staff => {
                let ids = visit.participants(item);
                let ids: Vec<PersonId> = ids.iter().map(|person| person.id.clone()).collect();
                self.people(&ids)
            }
            Audience::Media => Vec::new(),
        };
        CalendarView {
            uid: uid(&visit.id, &item.id, &item.calendar),
            sequence: item.calendar.sequence,
            zone: visit.zone_of(item).clone(),
            end_zone: visit.end_zone_of(item).clone(),
            attendees,
        }
    }

    /// The items that the reader knows by their time alone, in the order of the list.
    pub(super) fn shadows(&self) -> Vec<Shadow> {
        let visit = self.visit;
        let hidden = visit.items.iter().filter(|item| !self.audience.may_know(item));
        let shadow = |item: &Arc<Item>| {
            let has_it = item.calendar.sent.iter().any(|sent| sent == self.audience.id());
            let kind = if is_busy(item, self.audience) {
                ShadowKind::Busy
            } else if has_it {
                ShadowKind::Withdrawn
            } else {
                return None;
            };
            item.when.day()?;
            // Who is told the time alone is not told where the item came from.
            let known_as = match kind {
                ShadowKind::Busy => uid(&visit.id, &item.id, &CalendarEntry::default()),
                ShadowKind::Withdrawn => uid(&visit.id, &item.id, &item.calendar),
            };
            Some(Shadow {
                uid: known_as,
                sequence: item.calendar.sequence,
                when: item.when,
                zone: visit.zone_of(item).clone(),
                end_zone: visit.end_zone_of(item).clone(),
                clock_change: item.clock_change,
                kind,
            })
        };
        hidden.filter_map(shadow).collect()
    }
}

//! Places of honour: who sits or stands where in an arrangement, and why (PROTOCOL section 5).
//!
//! The order comes from [`order()`](super::order()); what the officer placed by hand stays.

pub mod by_hand;
mod drawing;
mod fill;
mod layout;
mod moves;
mod party;
mod pen;
#[cfg(test)]
mod tests;
mod wishes;

use std::collections::{BTreeMap, HashMap, HashSet};

pub use self::drawing::{Drawing, Edge, Faces, Furniture, FurnitureKind, Place};
pub use self::fill::Hand;
pub(super) use self::layout::car_order;
use self::layout::{Layout, layout};
pub use self::moves::{Moved, moves, slot_name};
use self::party::Party;
use crate::model::{
    Arrangement, ArrangementKind, Convention, Delegation, FlagOrder, Lang, PersonId, Side, Visit,
};
use crate::words::{choice, say, say_in};

/// An arrangement with everybody in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seating {
    /// The arrangement's own, else the visit's.
    pub convention: Convention,
    pub rows: Vec<Row>,
    /// For whom there is no place.
    pub unseated: Vec<PersonId>,
    /// The first of the guests and of the hosts, as far as there are any.
    pub heads: Vec<PersonId>,
    /// Whom an override moved among their side: from which place, from 0, and for what reason.
    pub moved: BTreeMap<PersonId, (usize, String)>,
}

/// Seats beside each other from viewer-left to viewer-right, of a table clockwise from its host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub kind: RowKind,
    pub seats: Vec<Seat>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    Guests,
    Hosts,
    Head,
    Behind,
    Front,
    Back,
    Table(u16),
    Line,
    Flags,
}

/// A place and who has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The same for the same place of the same kind of arrangement: `guests-r1`.
    pub slot: String,
    pub who: Option<Who>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    Person {
        id: PersonId,
        why: Reason,
    },
    /// The flag of a country, by its ISO code.
    Flag(String),
}

/// Among whom a rank counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Of the own side, whichever that is.
    Own,
    Guests,
    Hosts,
    All,
}

/// Why somebody has a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// `at`: the place in the order, from 0; `hand`: beside whom sits in the centre.
    Ranked {
        rank: Rank,
        at: usize,
        hand: Option<Hand>,
    },
    /// The same, moved so that a wish is met.
    Wish {
        rank: Rank,
        at: usize,
    },
    Host,
    CoHost,
    Interpreter,
    Behind,
    Signatory,
    Assistant,
    Drives,
    /// By the officer's word.
    Placed,
}

impl Seating {
    /// Who is where in an arrangement of the visit.
    pub fn of(visit: &Visit, arrangement: &Arrangement) -> Self {
        let convention = arrangement.convention.unwrap_or(visit.about.convention);
        if arrangement.kind == ArrangementKind::Flags {
            let rows = vec![flags(visit, arrangement, convention)];
            return Self { convention, rows, ..Self::empty(convention) };
        }
        let party = Party::of(visit, arrangement);
        let Layout { rows, queues } = layout(visit, arrangement, convention, &party);
        let mut who = placed(arrangement, &party, &rows);
        let mut seated: HashSet<PersonId> = who.values().map(|(id, _)| id.clone()).collect();
        let ranks = Ranks::of(&party);
        // Whom the officer left without a place has none, though they are there.
        let aside = arrangement.placed.iter().filter(|placed| placed.slot.is_empty());
        let aside = aside.filter_map(|placed| placed.person.clone());
        let mut unseated: Vec<PersonId> = aside.filter(|id| party.has(id)).collect();
        seated.extend(unseated.iter().cloned());
        for (people, slots) in queues {
            let free: Vec<_> =
                slots.into_iter().filter(|(slot, _)| !who.contains_key(slot)).collect();
            let mut free = free.into_iter();
            for id in people {
                if !seated.insert(id.clone()) {
                    continue;
                }
                match free.next() {
                    Some((slot, why)) => {
                        let why = why.of(&ranks, &id);
                        who.insert(slot, (id, why));
                    }
                    None => unseated.push(id),
                }
            }
        }
        let seat = |slot: String| {
            let who = who.remove(&slot).map(|(id, why)| Who::Person { id, why });
            Seat { slot, who }
        };
        let mut seat = seat;
        let rows = rows
            .into_iter()
            .map(|(kind, slots)| Row { kind, seats: slots.into_iter().map(&mut seat).collect() })
            .collect();
        let heads = [party.guests.first(), party.hosts.first()];
        let heads: Vec<PersonId> = heads.into_iter().flatten().cloned().collect();
        let mut seating = Self { convention, rows, unseated, heads, moved: party.moved };
        seating.mend(arrangement);
        seating
    }

    /// The same without what was placed by hand.
    pub fn by_rank(visit: &Visit, arrangement: &Arrangement) -> Self {
        Self::of(visit, &Arrangement { placed: Vec::new(), ..arrangement.clone() })
    }

    /// Without seats.
    pub fn empty(convention: Convention) -> Self {
        let (rows, unseated) = (Vec::new(), Vec::new());
        Self { convention, rows, unseated, heads: Vec::new(), moved: BTreeMap::new() }
    }

    /// Every seat with somebody on it.
    pub fn seated(&self) -> impl Iterator<Item = (&str, &PersonId, Reason)> {
        let seats = self.rows.iter().flat_map(|row| &row.seats);
        seats.filter_map(|seat| match &seat.who {
            Some(Who::Person { id, why }) => Some((seat.slot.as_str(), id, *why)),
            Some(Who::Flag(_)) | None => None,
        })
    }

    /// The slot somebody has.
    pub fn slot_of(&self, person: &PersonId) -> Option<&str> {
        self.seated().find(|(_, id, _)| *id == person).map(|(slot, ..)| slot)
    }

    /// Why somebody has their seat, in one sentence.
    pub fn sentence(&self, id: &PersonId, why: Reason) -> String {
        let why = why.sentence(self.convention);
        let Some((from, reason)) = self.moved.get(id) else { return why };
        let (from, reason) = (from + 1, reason.trim());
        if reason.is_empty() {
            say!("honour-why-moved-bare", why = why, from = from)
        } else {
            say!("honour-why-moved", why = why, from = from, reason = reason)
        }
    }
}

/// What the officer placed by hand, as far as those people and places are there.
fn placed(
    arrangement: &Arrangement,
    party: &Party,
    rows: &[(RowKind, Vec<String>)],
) -> BTreeMap<String, (PersonId, Reason)> {
    let mut who: BTreeMap<String, (PersonId, Reason)> = BTreeMap::new();
    for placed in &arrangement.placed {
        let Some(id) = &placed.person else { continue };
        let comes = party.has(id);
        let is_there = rows.iter().any(|(_, slots)| slots.contains(&placed.slot));
        let is_new = !who.values().any(|(other, _)| other == id);
        if comes && is_there && is_new {
            who.entry(placed.slot.clone()).or_insert((id.clone(), Reason::Placed));
        }
    }
    who
}

/// Flags have a switch of their own: Korean hosts keep the higher place for their own flag, others
/// give it to the guests'. One for each country of who is there.
fn flags(visit: &Visit, arrangement: &Arrangement, convention: Convention) -> Row {
    let present = party::item(visit, arrangement).map(|item| visit.participants(item));
    let is_there = |delegation: &Delegation| {
        present.as_ref().is_none_or(|present| {
            delegation.people().any(|id| present.iter().any(|person| person.id == *id))
        })
    };
    let mut guests: Vec<String> = Vec::new();
    for delegation in visit.delegations.iter().filter(|it| it.side == Side::Guest && is_there(it)) {
        if !delegation.country.is_empty() && !guests.contains(&delegation.country) {
            guests.push(delegation.country.clone());
        }
    }
    let host = Some(visit.about.country.clone()).filter(|host| !host.is_empty());
    guests.retain(|country| Some(country) != host.as_ref());
    let host_first = match arrangement.flag_order {
        FlagOrder::AsConvention => convention == Convention::Korean,
        FlagOrder::HostFirst => true,
        FlagOrder::GuestsFirst => false,
    };
    let all: Vec<String> = if host_first {
        host.into_iter().chain(guests).collect()
    } else {
        guests.into_iter().chain(host).collect()
    };
    let seat = |(at, country): (usize, String)| Seat {
        slot: format!("flag-{}", at + 1),
        who: Some(Who::Flag(country)),
    };
    Row { kind: RowKind::Flags, seats: all.into_iter().enumerate().map(seat).collect() }
}

/// The place of everyone among their own side.
struct Ranks<'a>(HashMap<&'a PersonId, (Rank, usize)>);

impl<'a> Ranks<'a> {
    fn of(party: &'a Party) -> Self {
        let guests = party.guests.iter().enumerate().map(|(at, id)| (id, (Rank::Guests, at)));
        let hosts = party.hosts.iter().enumerate().map(|(at, id)| (id, (Rank::Hosts, at)));
        Self(guests.chain(hosts).collect())
    }
}

impl Rank {
    /// Among whom it counts, in words.
    fn name(self) -> String {
        match self {
            Self::Guests => say!("honour-among-guests"),
            Self::Hosts => say!("honour-among-hosts"),
            Self::All | Self::Own => say!("honour-among-all"),
        }
    }
}

impl Row {
    /// What the row is called in a language; one behind a side says which.
    pub fn name(&self, lang: &Lang) -> String {
        let slot = self.seats.first().map(|seat| seat.slot.as_str()).unwrap_or_default();
        match self.kind {
            RowKind::Behind if slot.starts_with("guests") => {
                say_in!(lang, "honour-slots-guests-behind")
            }
            RowKind::Behind if slot.starts_with("hosts") => {
                say_in!(lang, "honour-slots-hosts-behind")
            }
            kind => kind.name(lang),
        }
    }
}

impl RowKind {
    /// What a row is called in a language.
    fn name(self, lang: &Lang) -> String {
        match self {
            Self::Guests => say_in!(lang, "honour-row-guests"),
            Self::Hosts => say_in!(lang, "honour-row-hosts"),
            Self::Head => say_in!(lang, "honour-row-head"),
            Self::Behind => say_in!(lang, "honour-row-behind"),
            Self::Front => say_in!(lang, "honour-row-front"),
            Self::Back => say_in!(lang, "honour-row-back"),
            Self::Table(number) => say_in!(lang, "honour-row-table", number = i64::from(number)),
            Self::Line => say_in!(lang, "honour-row-line"),
            Self::Flags => say_in!(lang, "honour-row-flags"),
        }
    }
}

impl Reason {
    /// The reason with the side and the rank of this person.
    fn of(self, ranks: &Ranks<'_>, id: &PersonId) -> Self {
        match (self, ranks.0.get(id)) {
            (Self::Ranked { rank: Rank::Own, hand, .. }, Some((rank, at))) => {
                Self::Ranked { rank: *rank, at: *at, hand }
            }
            (other, _) => other,
        }
    }

    /// The reason in one sentence.
    pub(crate) fn sentence(self, convention: Convention) -> String {
        let rule = choice(convention);
        match self {
            Self::Ranked { rank, at, hand } => {
                let (place, among) = (at + 1, rank.name());
                match hand {
                    None => say!("honour-why", place = place, among = among, rule = rule),
                    Some(hand) => {
                        let hand = match hand {
                            Hand::Right => say!("honour-right"),
                            Hand::Left => say!("honour-left"),
                        };
                        say!(
                            "honour-why-hand",
                            place = place,
                            among = among,
                            hand = hand,
                            rule = rule
                        )
                    }
                }
            }
            Self::Wish { rank, at } => {
                let (place, among) = (at + 1, rank.name());
                say!("honour-wish", place = place, among = among, rule = rule)
            }
            Self::Host => say!("honour-host"),
            Self::CoHost => say!("honour-co-host"),
            Self::Interpreter => say!("honour-interpreter", rule = rule),
            Self::Behind => say!("honour-behind"),
            Self::Signatory => say!("honour-signatory"),
            Self::Assistant => say!("honour-assistant"),
            Self::Drives => say!("honour-drives"),
            Self::Placed => say!("honour-placed"),
        }
    }
}

//! The order of precedence: keys in turn, the first that differs decides; a written override
//! beats them all (PROTOCOL section 4).

mod key;

use std::sync::Arc;

use self::key::{Decided, Facts, Key};
use super::ranks::item_of;
use super::why::Why;
use crate::model::{ArrangementId, ItemId, Override, PartyRole, Person, PersonId, Visit};

/// What an order is for. Each has its own people and overrides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    Visit,
    Item(ItemId),
    Arrangement(ArrangementId),
}

/// Somebody in an order, and what put them behind the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    pub person: PersonId,
    pub why: Why,
}

/// Everyone the purpose concerns, of both sides, the first first. Those of one side in it are the
/// order of that side. Who declined is in no order.
pub fn order(visit: &Visit, purpose: &Purpose) -> Vec<Ranked> {
    let mut order = computed(visit, purpose);
    for change in overrides(visit, purpose) {
        carry(&mut order, change);
    }
    order
}

/// The same by the keys alone, whatever was overridden.
pub(super) fn computed(visit: &Visit, purpose: &Purpose) -> Vec<Ranked> {
    let facts = Facts::of(visit, purpose);
    let people = people(visit, purpose, &facts);
    let head = local_head(visit, &people);
    let mut keyed: Vec<(Key<'_>, &PersonId)> =
        people.iter().map(|person| (Key::of(&facts, person, head), &person.id)).collect();
    keyed.sort_by(|(a, _), (b, _)| a.compare(b).0);
    let mut order: Vec<Ranked> = Vec::with_capacity(keyed.len());
    let mut before: Option<&Key<'_>> = None;
    for (key, person) in &keyed {
        let decided = before.map_or(Decided::Opening, |before| before.compare(key).1);
        order.push(Ranked { person: (*person).clone(), why: key.why(decided) });
        before = Some(key);
    }
    order
}

fn people<'a>(visit: &'a Visit, purpose: &Purpose, facts: &Facts<'a>) -> Vec<&'a Arc<Person>> {
    let all = match item_of(visit, purpose) {
        Some(item) => visit.present_at(item),
        None => visit.people.iter().collect(),
    };
    let has_a_place = |person: &&Arc<Person>| {
        !person.has_declined()
            && !matches!(person.role, PartyRole::Driver | PartyRole::Security)
            && facts.has_party(&person.id)
    };
    all.into_iter().filter(has_a_place).collect()
}

/// Who goes first in their own area, where the visit says so and they are there.
fn local_head<'a>(visit: &'a Visit, people: &[&Arc<Person>]) -> Option<&'a PersonId> {
    let host = visit.about.host.as_ref().filter(|_| visit.about.local_head_first)?;
    people.iter().any(|person| person.id == *host).then_some(host)
}

/// The overrides that hold for the purpose, the wider first.
fn overrides<'a>(visit: &'a Visit, purpose: &Purpose) -> Vec<&'a Override> {
    let arrangement = match purpose {
        Purpose::Arrangement(id) => visit.arrangements.iter().find(|known| known.id == *id),
        Purpose::Visit | Purpose::Item(_) => None,
    };
    let item = match purpose {
        Purpose::Item(id) => Some(id),
        Purpose::Visit | Purpose::Arrangement(_) => {
            arrangement.and_then(|known| known.item.as_ref())
        }
    };
    let whole = visit.overrides.iter().filter(|change| change.item.is_none());
    let of_item = visit
        .overrides
        .iter()
        .filter(|change| change.item.is_some() && change.item.as_ref() == item);
    let of_arrangement = arrangement.into_iter().flat_map(|known| &known.overrides);
    whole.chain(of_item).chain(of_arrangement).collect()
}

/// Carries a person right before another, or to the end. One that names nobody of the order
/// changes nothing.
fn carry(order: &mut Vec<Ranked>, change: &Override) {
    let position = |order: &[Ranked], id: &Option<PersonId>| {
        order.iter().position(|ranked| Some(&ranked.person) == id.as_ref())
    };
    let Some(from) = position(order, &change.person) else { return };
    if change.before.is_some() && position(order, &change.before).is_none()
        || change.before == change.person
    {
        return;
    }
    let mut moved = order.remove(from);
    let to = position(order, &change.before).unwrap_or(order.len());
    moved.why = Why::Override { before: change.before.clone(), reason: change.reason.clone() };
    order.insert(to, moved);
}

#[cfg(test)]
mod tests;

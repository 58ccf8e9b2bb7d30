//! Carrying somebody to another place of an order, with a reason, and taking that back.

use std::sync::Arc;

use super::precedence::{Purpose, Ranked};
use crate::edit::Edit;
use crate::model::{Arrangement, Override, PersonId, RecordRef, Visit};
use crate::words::{dates, interface_lang, say};

/// Who somebody stands before when carried to `to`, a position among the others of the list.
/// `None` inside: at its end. `None`: nothing moves.
pub fn before_at(list: &[Ranked], person: &PersonId, to: usize) -> Option<Option<PersonId>> {
    let from = list.iter().position(|ranked| ranked.person == *person)?;
    if from == to {
        return None;
    }
    let mut others = list.iter().filter(|ranked| ranked.person != *person);
    Some(others.nth(to).map(|ranked| ranked.person.clone()))
}

/// Places a person right before another, or last, for a purpose alone. What was said before of
/// the same person for it is replaced.
pub fn carry(
    visit: &Visit,
    purpose: &Purpose,
    person: &PersonId,
    before: Option<&PersonId>,
    reason: &str,
) -> Option<Edit> {
    let mut all = overrides(visit, purpose)?;
    all.retain(|old| !is_of(old, purpose, person));
    all.push(Override {
        person: Some(person.clone()),
        before: before.cloned(),
        item: item(purpose),
        reason: reason.trim().to_owned(),
    });
    let label = say!("order-step-carry", name = visit.person_label(person));
    set(visit, purpose, all, label)
}

/// Takes a person back to the computed place; `None` where nothing was said of them.
pub fn release(visit: &Visit, purpose: &Purpose, person: &PersonId) -> Option<Edit> {
    let mut all = overrides(visit, purpose)?;
    let count = all.len();
    all.retain(|old| !is_of(old, purpose, person));
    let label = say!("order-step-release", name = visit.person_label(person));
    if all.len() == count { None } else { set(visit, purpose, all, label) }
}

/// Whether the purpose itself says where a person stands. A wider one may, too.
pub fn is_carried(visit: &Visit, purpose: &Purpose, person: &PersonId) -> bool {
    let all = overrides(visit, purpose).unwrap_or_default();
    all.iter().any(|change| is_of(change, purpose, person))
}

fn arrangement<'a>(visit: &'a Visit, purpose: &Purpose) -> Option<&'a Arc<Arrangement>> {
    let Purpose::Arrangement(id) = purpose else { return None };
    visit.arrangements.iter().find(|known| known.id == *id)
}

/// The list that the overrides of a purpose stand in.
fn overrides(visit: &Visit, purpose: &Purpose) -> Option<Vec<Override>> {
    match purpose {
        Purpose::Visit | Purpose::Item(_) => Some(visit.overrides.clone()),
        Purpose::Arrangement(_) => Some(arrangement(visit, purpose)?.overrides.clone()),
    }
}

fn item(purpose: &Purpose) -> Option<crate::model::ItemId> {
    match purpose {
        Purpose::Item(id) => Some(id.clone()),
        Purpose::Visit | Purpose::Arrangement(_) => None,
    }
}

fn is_of(change: &Override, purpose: &Purpose, person: &PersonId) -> bool {
    let same_list = matches!(purpose, Purpose::Arrangement(_)) || change.item == item(purpose);
    same_list && change.person.as_ref() == Some(person)
}

fn set(visit: &Visit, purpose: &Purpose, all: Vec<Override>, label: String) -> Option<Edit> {
    let edit = match purpose {
        Purpose::Visit | Purpose::Item(_) => Edit::Overrides(all),
        Purpose::Arrangement(_) => {
            let plan = arrangement(visit, purpose)?;
            Edit::set(Arrangement { overrides: all, ..Arrangement::clone(plan) })
        }
    };
    Some(Edit::Together { label, edits: vec![edit] })
}

/// The purposes of a visit: the whole, each item, each arrangement.
pub fn purposes(visit: &Visit) -> Vec<(Purpose, String)> {
    let items = visit.items.iter().filter(|item| !item.attendance.is_empty()).map(|item| {
        let label = visit.label(&RecordRef::Item(item.id.clone()));
        let day = item.when.day().map(|day| dates::month_day(day, &interface_lang()));
        let parts: Vec<String> = day.into_iter().chain([label]).collect();
        (Purpose::Item(item.id.clone()), parts.join(" · "))
    });
    let plans = visit.arrangements.iter().map(|plan| {
        let label = visit.label(&RecordRef::Arrangement(plan.id.clone()));
        (Purpose::Arrangement(plan.id.clone()), say!("order-of-arrangement", name = label))
    });
    std::iter::once((Purpose::Visit, say!("order-of-visit"))).chain(items).chain(plans).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::model::{ArrangementId, Delegation, DelegationId, Person};
    use crate::protocol::order;

    fn id(name: &str) -> PersonId {
        PersonId::new(name).unwrap()
    }

    fn visit() -> Visit {
        let names = ["a", "b", "c"];
        let people = (1..).zip(names).map(|(rank, name)| {
            Arc::new(Person { id: id(name), name: name.into(), rank, ..Person::default() })
        });
        let party = Delegation {
            id: DelegationId::new("guests").unwrap(),
            members: names.map(id).to_vec(),
            ..Delegation::default()
        };
        let plan = ArrangementId::new("table").unwrap();
        Visit {
            people: people.collect(),
            delegations: vec![Arc::new(party)],
            arrangements: vec![Arc::new(Arrangement { id: plan, ..Arrangement::default() })],
            ..Visit::default()
        }
    }

    fn names(visit: &Visit, purpose: &Purpose) -> String {
        order(visit, purpose).iter().map(|ranked| ranked.person.as_str()).collect()
    }

    #[test]
    fn a_place_by_hand_holds_for_its_purpose_until_it_is_taken_back() {
        let table = Purpose::Arrangement(ArrangementId::new("table").unwrap());
        let visit = visit();
        let list = order(&visit, &table);
        let before = before_at(&list, &id("c"), 0).unwrap();
        assert_eq!(before, Some(id("a")));
        let edit = carry(&visit, &table, &id("c"), before.as_ref(), " eldest ").unwrap();
        let next = apply(&visit, edit).unwrap();
        assert_eq!(
            (names(&next, &table), names(&next, &Purpose::Visit)),
            ("cab".into(), "abc".into())
        );
        assert_eq!(next.arrangements[0].overrides[0].reason, "eldest");
        assert!(
            is_carried(&next, &table, &id("c")) && !is_carried(&next, &Purpose::Visit, &id("c"))
        );
        // Carried again, the last word counts.
        let edit = carry(&next, &table, &id("c"), Some(&id("b")), "equal").unwrap();
        let next = apply(&next, edit).unwrap();
        assert_eq!(names(&next, &table), "acb");
        assert_eq!(next.arrangements[0].overrides.len(), 1);
        let next = apply(&next, release(&next, &table, &id("c")).unwrap()).unwrap();
        assert_eq!(names(&next, &table), "abc");
        assert_eq!(release(&next, &table, &id("c")), None);
    }

    #[test]
    fn who_stands_where_they_are_carried_to_does_not_move() {
        let list = order(&visit(), &Purpose::Visit);
        assert_eq!(before_at(&list, &id("b"), 1), None);
        assert_eq!(before_at(&list, &id("b"), 2), Some(None));
        assert_eq!(before_at(&list, &id("nobody"), 0), None);
    }
}

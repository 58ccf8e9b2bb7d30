//! Visits in a line each for the tests of the checks.

use std::sync::Arc;

use super::{Finding, findings};
use crate::edit::apply;
use crate::model::{
    About, Delegation, DelegationId, Item, ItemId, ItemKind, Minute, Person, PersonId, PlaceId,
    Rsvp, Side, Text, Visit, When, Zone,
};

pub(super) const DAY: &str = "2024-07-29";

pub(super) fn minute(time: &str) -> Minute {
    Minute::parse(&format!("{DAY} {time}")).unwrap()
}

/// A visit of that day in Shanghai, one item a line:
/// `09:00-10:00 opening fixed meal @hall: luo oh`. Who is named is in it: `luo`, `host…` and
/// `driver…` on the host side, the others guests, `absent` declined.
pub(super) fn visit(lines: &[&str]) -> Visit {
    let mut visit = Visit::default();
    let day = Some(minute("00:00").day());
    let zone = Zone::new("Asia/Shanghai").unwrap();
    visit.about = Arc::new(About { zone, first_day: day, last_day: day, ..About::default() });
    let side = |id: &str, side| Delegation {
        id: DelegationId::new(id).unwrap(),
        side,
        ..Delegation::default()
    };
    visit.delegations =
        vec![Arc::new(side("guests", Side::Guest)), Arc::new(side("hosts", Side::Host))];
    for line in lines {
        let item = item(&mut visit, line);
        visit.items.push(Arc::new(item));
    }
    visit
}

fn item(visit: &mut Visit, line: &str) -> Item {
    let (head, people) = line.split_once(": ").unwrap_or((line, ""));
    let mut words = head.split_whitespace();
    let when = match words.next().unwrap().split_once('-') {
        Some((from, to)) => When::Range(minute(from), minute(to)),
        None if head.starts_with("??") => When::Day(minute("00:00").day()),
        None => When::At(minute(&head[..5])),
    };
    let title = words.next().unwrap();
    let mut item =
        Item { id: ItemId::new(title).unwrap(), title: Text::new(title), when, ..Item::default() };
    for word in words {
        match word.split_at(1) {
            ("@", place) => item.place = Some(place_id(visit, place)),
            _ if word == "fixed" => item.fixed = true,
            _ if word == "meal" => item.kind = ItemKind::Meal,
            _ if word == "movement" => item.kind = ItemKind::Movement,
            _ => panic!("what is “{word}”?"),
        }
    }
    item.attendance.people = people.split_whitespace().map(|id| person_id(visit, id)).collect();
    item
}

pub(super) fn place_id(visit: &mut Visit, name: &str) -> PlaceId {
    let id = PlaceId::new(name).unwrap();
    if visit.place(&id).is_none() {
        let place =
            crate::model::Place { id: id.clone(), name: Text::new(name), ..Default::default() };
        visit.places.push(Arc::new(place));
    }
    id
}

pub(super) fn person_id(visit: &mut Visit, name: &str) -> PersonId {
    let id = PersonId::new(name).unwrap();
    if visit.person(&id).is_none() {
        let mut person = Person { id: id.clone(), name: Text::new(name), ..Person::default() };
        if name == "absent" {
            person.attendance = Rsvp::Declined;
        }
        visit.people.push(Arc::new(person));
        let hosting = ["luo", "host", "driver"].iter().any(|start| name.starts_with(start));
        let side = &mut visit.delegations[usize::from(hosting)];
        Arc::make_mut(side).members.push(id.clone());
    }
    id
}

/// Changes an item of the visit.
pub(super) fn change(visit: &mut Visit, item: &str, change: impl FnOnce(&mut Item)) {
    let item = visit.items.iter_mut().find(|other| other.id.as_str() == item).unwrap();
    change(Arc::make_mut(item));
}

/// Changes a person of the visit.
pub(super) fn change_person(visit: &mut Visit, id: &str, change: impl FnOnce(&mut Person)) {
    let person = visit.people.iter_mut().find(|other| other.id.as_str() == id).unwrap();
    change(Arc::make_mut(person));
}

pub(super) fn of(visit: &Visit, check: &str) -> Vec<Finding> {
    findings(visit).into_iter().filter(|finding| finding.check == check).collect()
}

/// The sentences of one check.
pub(super) fn found(visit: &Visit, check: &str) -> Vec<String> {
    of(visit, check).into_iter().map(|finding| finding.message).collect()
}

/// The visit after the fix of that name, which must settle the finding it belongs to.
pub(super) fn fixed(visit: &Visit, check: &str, label: &str) -> Visit {
    let findings = of(visit, check);
    let labels: Vec<_> = findings.iter().filter_map(|f| Some(&f.fix.as_ref()?.label)).collect();
    let finding = findings.iter().find(|f| f.fix.as_ref().is_some_and(|fix| fix.label == label));
    let finding = finding.unwrap_or_else(|| panic!("no fix “{label}” among {labels:?}"));
    let next = apply(visit, finding.fix.clone().unwrap().edit).unwrap();
    assert!(!of(&next, check).iter().any(|left| left.things == finding.things));
    next
}

/// From one time to another on that day.
pub(super) fn range(from: &str, to: &str) -> When {
    When::Range(minute(from), minute(to))
}

/// What the library tells.
pub(super) fn beside(past: Vec<super::Past>) -> super::Beside {
    super::Beside { past: Some(past), ..super::Beside::default() }
}

/// What one check finds with what is known beside the visit.
pub(super) fn of_beside(visit: &Visit, beside: &super::Beside, check: &str) -> Vec<Finding> {
    let found = super::run(visit, &super::Facts::beside(visit, beside));
    found.into_iter().filter(|finding| finding.check == check).collect()
}

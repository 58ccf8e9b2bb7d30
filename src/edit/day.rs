//! A day by itself, as a template for others, and laid on top of a day of a visit.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Edit, EditError, apply};
use crate::model::{
    About, Attendance, CalendarEntry, ClockChange, Delegation, DelegationId, Group, Item, ItemId,
    ItemOutcome, ItemStatus, Place, PlaceId, RecordKind, Side, Text, TravelTime, Visit,
};

/// The item so many days later, as if nothing of it had been agreed or had happened.
pub fn afresh(item: &Item, days: i64) -> Item {
    let mins = days.saturating_mul(24 * 60);
    let mut item = Item {
        when: item.when.plus_days(days),
        status: ItemStatus::Tentative,
        clock_change: ClockChange::NotAsked,
        rain_plan_on: false,
        chosen: String::new(),
        outcome: ItemOutcome::default(),
        calendar: CalendarEntry::default(),
        ..item.clone()
    };
    for step in &mut item.steps {
        step.at = step.at.map(|at| at.plus_mins(mins));
    }
    if let Some(press) = &mut item.press {
        press.call_time = press.call_time.map(|at| at.plus_mins(mins));
    }
    for alternative in &mut item.alternatives {
        alternative.when = alternative.when.plus_days(days);
    }
    item
}

/// The visit without any record of a kind, and without references to one.
pub fn without(mut visit: Visit, kind: RecordKind) -> Visit {
    for record in visit.records(kind) {
        // Each is in the visit, so that taking it away is never refused.
        if let Ok(next) = apply(&visit, Edit::Remove(record.reference())) {
            visit = next;
        }
    }
    visit
}

/// One day of a visit for use in others: what happens when and where, for which side; without
/// people, vehicles and notes, which are the visit's own.
pub fn template(visit: &Visit, day: NaiveDate, title: &str) -> Visit {
    let items =
        visit.items.iter().filter(|item| item.when.day() == Some(day) && !item.is_cancelled());
    let bare = |item: &Arc<Item>| {
        let mut item = afresh(item, 0);
        item.briefing.clear();
        item.staff_remarks.clear();
        item.cost.clear();
        item.head_count = None;
        if let Some(journey) = &mut item.journey {
            journey.rides.clear();
            journey.number.clear();
        }
        Arc::new(item)
    };
    let mut items: Vec<Arc<Item>> = items.map(bare).collect();
    let used = |id: &PlaceId| items.iter().any(|item| places_of(item).any(|place| place == id));
    let places = visit.places.iter().filter(|place| used(&place.id)).cloned().collect();
    let is_used = |id: &Option<PlaceId>| id.as_ref().is_some_and(used);
    let ways = visit.travel_times.iter().filter(|way| is_used(&way.from) && is_used(&way.to));
    let travel_times = ways.cloned().collect();
    let delegation = |one: &Arc<Delegation>| {
        let (id, side) = (one.id.clone(), one.side);
        Arc::new(Delegation { id, side, name: one.name.clone(), ..Delegation::default() })
    };
    let group = |one: &Arc<Group>| {
        Arc::new(Group { id: one.id.clone(), name: one.name.clone(), ..Group::default() })
    };
    let old = &visit.about;
    for item in &mut items {
        sides_of_people(visit, &mut Arc::make_mut(item).attendance);
    }
    let about = About {
        title: title.into(),
        first_day: Some(day),
        last_day: Some(day),
        zone: old.zone.clone(),
        language: old.language.clone(),
        languages: old.languages.clone(),
        ..About::default()
    };
    let day = Visit {
        about: Arc::new(about),
        delegations: visit.delegations.iter().map(delegation).collect(),
        groups: visit.groups.iter().map(group).collect(),
        people: visit.people.clone(),
        places,
        travel_times,
        items,
        ..Visit::default()
    };
    without(day, RecordKind::Person)
}

/// People of the visit stand for their delegations: others will come the next time.
fn sides_of_people(visit: &Visit, attendance: &mut Attendance) {
    for person in std::mem::take(&mut attendance.people) {
        let delegation = visit.delegation_of(&person).map(|delegation| delegation.id.clone());
        let known = |id: &DelegationId| attendance.delegations.contains(id);
        if let Some(id) = delegation.filter(|id| attendance.groups.is_empty() && !known(id)) {
            attendance.delegations.push(id);
        }
    }
    attendance.except.clear();
}

/// The edits that add the day of a template to a day of the visit; what is planned there stays.
/// Its delegations are the visit's of the same side, its groups and places those of the same
/// name; a place of another name is added.
///
/// # Errors
/// When a record of the template cannot be added.
pub(super) fn lay(visit: &Visit, from: &Visit, day: NaiveDate) -> Result<Vec<Edit>, EditError> {
    let first = from.about.first_day.or_else(|| from.days().first().copied()).unwrap_or(day);
    let days = (day - first).num_days();
    let mut laying = Laying { next: visit.clone(), edits: Vec::new(), places: BTreeMap::new() };
    for place in &from.places {
        laying.place(visit, place)?;
    }
    laying.ways(from)?;
    for item in &from.items {
        let mut item = afresh(item, days);
        for place in places_mut(&mut item) {
            *place = place.as_ref().and_then(|id| laying.places.get(id).cloned());
        }
        item.attendance = theirs(visit, from, &item.attendance);
        let title = item.title.any().to_owned();
        let id = laying.next.fresh_id(RecordKind::Item, &title);
        item.id = ItemId::new(&id).unwrap_or_default();
        laying.add(Edit::add(item))?;
    }
    Ok(laying.edits)
}

struct Laying {
    next: Visit,
    edits: Vec<Edit>,
    /// The visit's places for those of the template.
    places: BTreeMap<PlaceId, PlaceId>,
}

impl Laying {
    fn add(&mut self, edit: Edit) -> Result<(), EditError> {
        self.next = apply(&self.next, edit.clone())?;
        self.edits.push(edit);
        Ok(())
    }

    fn place(&mut self, visit: &Visit, place: &Place) -> Result<(), EditError> {
        let same = visit.places.iter().find(|known| same_name(&known.name, &place.name));
        if let Some(known) = same {
            self.places.insert(place.id.clone(), known.id.clone());
            return Ok(());
        }
        let id = self.next.fresh_id(RecordKind::Place, place.name.any());
        let id = PlaceId::new(&id).unwrap_or_default();
        self.places.insert(place.id.clone(), id.clone());
        let rain_venue = place.rain_venue.as_ref().and_then(|id| self.places.get(id)).cloned();
        self.add(Edit::add(Place { id, rain_venue, ..place.clone() }))
    }

    /// The ways between places of the template that the visit does not know yet.
    fn ways(&mut self, from: &Visit) -> Result<(), EditError> {
        let mut ways = self.next.travel_times.clone();
        for way in &from.travel_times {
            let ours = |id: &Option<PlaceId>| self.places.get(id.as_ref()?).cloned();
            let (Some(from), Some(to)) = (ours(&way.from), ours(&way.to)) else { continue };
            if self.next.travel_time(&from, &to).is_none() {
                ways.push(TravelTime { from: Some(from), to: Some(to), ..way.clone() });
            }
        }
        if ways == self.next.travel_times { Ok(()) } else { self.add(Edit::TravelTimes(ways)) }
    }
}

/// Who of the visit takes part, for whom of the template did.
fn theirs(visit: &Visit, from: &Visit, attendance: &Attendance) -> Attendance {
    let groups = attendance.groups.iter().filter_map(|id| from.group(id));
    let groups: Vec<_> = groups
        .filter_map(|group| visit.groups.iter().find(|own| same_name(&own.name, &group.name)))
        .map(|group| group.id.clone())
        .collect();
    let parties = attendance.delegations.iter().filter_map(|id| from.delegation(id));
    let mut sides: Vec<Side> = parties.map(|party| party.side).collect();
    if groups.len() < attendance.groups.len() {
        // A group that the visit does not have is of the guests.
        sides.push(Side::Guest);
    }
    let ours = visit.delegations.iter().filter(|party| sides.contains(&party.side));
    let delegations = ours.map(|party| party.id.clone()).collect();
    Attendance { delegations, groups, ..Attendance::default() }
}

/// Whether two names are the same in any language.
fn same_name(one: &Text, other: &Text) -> bool {
    one.all().any(|one| !one.trim().is_empty() && other.all().any(|other| one == other))
}

fn places_of(item: &Item) -> impl Iterator<Item = &PlaceId> {
    let journey = item.journey.iter().flat_map(|journey| [&journey.from, &journey.to]);
    let others = item.alternatives.iter().map(|other| &other.place);
    [&item.place, &item.rain_place].into_iter().chain(journey).chain(others).flatten()
}

fn places_mut(item: &mut Item) -> impl Iterator<Item = &mut Option<PlaceId>> {
    let journey = item.journey.iter_mut().flat_map(|way| [&mut way.from, &mut way.to]);
    let others = item.alternatives.iter_mut().map(|other| &mut other.place);
    [&mut item.place, &mut item.rain_place].into_iter().chain(journey).chain(others)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Journey, Minute, Person, PersonId, Record, Span, When};

    fn minute(text: &str) -> Minute {
        Minute::parse(text).unwrap()
    }

    fn place(id: &str, name: &str) -> Arc<Place> {
        Arc::new(Place { id: PlaceId::new(id).unwrap(), name: name.into(), ..Place::default() })
    }

    fn party(id: &str, side: Side) -> Arc<Delegation> {
        Arc::new(Delegation { id: DelegationId::new(id).unwrap(), side, ..Delegation::default() })
    }

    /// A day with a way to the hall and a tour there, in which a host takes part by name.
    fn past() -> Visit {
        let [hotel, hall] = ["hotel", "hall"].map(|id| PlaceId::new(id).unwrap());
        let host = PersonId::new("luo-lin").unwrap();
        let journey =
            Journey { from: Some(hotel.clone()), to: Some(hall.clone()), ..Journey::default() };
        let at = |from: &str, to: &str| {
            When::Range(minute(&format!("2024-07-29 {from}")), minute(&format!("2024-07-29 {to}")))
        };
        let everyone = Attendance {
            delegations: vec![DelegationId::new("seoul").unwrap()],
            people: vec![host.clone()],
            ..Attendance::default()
        };
        let way = Item {
            id: ItemId::new("way").unwrap(),
            title: "Way".into(),
            when: at("09:00", "09:20"),
            journey: Some(journey),
            ..Item::default()
        };
        let tour = Item {
            id: ItemId::new("tour").unwrap(),
            title: "Tour".into(),
            when: at("09:20", "10:50"),
            status: ItemStatus::Confirmed,
            place: Some(hall.clone()),
            attendance: everyone,
            responsible: Some(host.clone()),
            ..Item::default()
        };
        let hosts = Delegation {
            members: vec![host.clone()],
            ..Delegation::clone(&party("liangjiang", Side::Host))
        };
        let way_between = TravelTime {
            from: Some(hotel),
            to: Some(hall),
            mins: Span::new(15, 20),
            ..Default::default()
        };
        Visit {
            delegations: vec![party("seoul", Side::Guest), hosts.into()],
            people: vec![Person { id: host, ..Person::default() }.into()],
            places: vec![place("hotel", "Hotel"), place("hall", "Hall"), place("port", "Port")],
            travel_times: vec![way_between],
            items: vec![way.into(), tour.into()],
            ..Visit::default()
        }
    }

    #[test]
    fn a_template_is_the_day_without_its_people() {
        let day = template(&past(), minute("2024-07-29 00:00").day(), "Tour day");
        assert_eq!(crate::model::integrity::problems(&day), []);
        assert!(day.people.is_empty() && day.items.len() == 2);
        assert_eq!(day.places.len(), 2, "only those it needs");
        let tour = &day.items[1];
        assert_eq!((tour.status, &tour.responsible), (ItemStatus::Tentative, &None));
        let sides: Vec<_> = tour.attendance.delegations.iter().map(ToString::to_string).collect();
        assert_eq!(sides, ["seoul", "liangjiang"], "a host by name stands for the hosts");
    }

    #[test]
    fn a_day_is_laid_on_top_of_what_is_planned() {
        let day = minute("2027-05-18 00:00").day();
        let from = template(&past(), minute("2024-07-29 00:00").day(), "Tour day");
        let planned = Item {
            id: ItemId::new("tour").unwrap(),
            title: "Own tour".into(),
            when: When::Day(day),
            ..Item::default()
        };
        let visit = Visit {
            delegations: vec![party("busan", Side::Guest), party("hosts", Side::Host)],
            places: vec![place("grand-hall", "Hall")],
            items: vec![planned.into()],
            ..Visit::default()
        };
        let edits = lay(&visit, &from, day).unwrap();
        let next = apply(&visit, Edit::Together { label: "x".into(), edits }).unwrap();

        assert_eq!(crate::model::integrity::problems(&next), []);
        let ids: Vec<_> = next.items.iter().map(|item| item.id.to_string()).collect();
        assert_eq!(ids, ["tour", "way", "tour-2"]);
        let tour = &next.items[2];
        assert_eq!(tour.when.start(), Some(minute("2027-05-18 09:20")));
        assert_eq!(tour.place.as_ref().map(PlaceId::as_str), Some("grand-hall"));
        let sides: Vec<_> = tour.attendance.delegations.iter().map(ToString::to_string).collect();
        assert_eq!(sides, ["busan", "hosts"]);
        let names: Vec<_> = next.places.iter().map(|place| place.name.main.as_str()).collect();
        assert_eq!(names, ["Hall", "Hotel"]);
        let [hotel, hall] = ["hotel", "grand-hall"].map(|id| PlaceId::new(id).unwrap());
        assert_eq!(next.travel_time(&hotel, &hall), Some(Span::new(15, 20)));
        // A second time the places are known.
        let again = lay(&next, &from, day).unwrap();
        let is_item = |edit: &Edit| matches!(edit, Edit::Add { record: Record::Item(_), .. });
        assert!(again.iter().all(is_item));
    }
}

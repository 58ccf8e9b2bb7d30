//! Questions a visit answers about itself: the same for checks, screen and papers.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{
    Attendance, Delegation, DelegationId, Group, GroupId, Item, ItemId, Lang, Minute, OwnWays,
    Person, PersonId, Place, PlaceId, Record, RecordKind, RecordRef, Side, Span, Vehicle,
    VehicleId, Visit, When, Zone,
};

/// How long an item without a stated end is taken to last where a length is needed, in minutes.
const USUAL_LENGTH_MINS: i64 = 30;

fn find<'a, T, I: PartialEq>(
    list: &'a [Arc<T>],
    id: &I,
    id_of: impl Fn(&T) -> &I,
) -> Option<&'a Arc<T>> {
    list.iter().find(|record| id_of(record) == id)
}

impl Visit {
    pub fn person(&self, id: &PersonId) -> Option<&Arc<Person>> {
        find(&self.people, id, |person| &person.id)
    }

    pub fn item(&self, id: &ItemId) -> Option<&Arc<Item>> {
        find(&self.items, id, |item| &item.id)
    }

    pub fn place(&self, id: &PlaceId) -> Option<&Arc<Place>> {
        find(&self.places, id, |place| &place.id)
    }

    pub fn delegation(&self, id: &DelegationId) -> Option<&Arc<Delegation>> {
        find(&self.delegations, id, |delegation| &delegation.id)
    }

    pub fn group(&self, id: &GroupId) -> Option<&Arc<Group>> {
        find(&self.groups, id, |group| &group.id)
    }

    pub fn vehicle(&self, id: &VehicleId) -> Option<&Arc<Vehicle>> {
        find(&self.vehicles, id, |vehicle| &vehicle.id)
    }

    /// The language of plain texts; English where none is stated.
    pub fn language(&self) -> Lang {
        if self.about.language.is_empty() { Lang::en() } else { self.about.language.clone() }
    }

    /// What a person is called; the id where the person is no more.
    pub fn person_label(&self, id: &PersonId) -> String {
        self.person(id).map_or(id.as_str(), |person| person.label(&self.language())).to_owned()
    }

    /// The delegation a person belongs to, as member, head, deputy or liaison.
    pub fn delegation_of(&self, person: &PersonId) -> Option<&Arc<Delegation>> {
        self.delegations.iter().find(|delegation| delegation.people().any(|id| id == person))
    }

    /// The side a person is on; `None` when no delegation has them.
    pub fn side_of(&self, person: &PersonId) -> Option<Side> {
        self.delegation_of(person).map(|delegation| delegation.side)
    }

    /// Everyone who takes part in an item, once each, in the order of the visit's people: who is
    /// named and at the visit then. Interpreters and other staff of the item are not among them.
    pub fn participants<'a>(&'a self, item: &Item) -> Vec<&'a Arc<Person>> {
        let absent = OwnWays::of(self).absent(self, item);
        let mut people = self.named(&item.attendance);
        people.retain(|person| !absent.contains(&person.id));
        people
    }

    /// Everyone an attendance names, once each, in the order of the visit's people; the declined
    /// are left out.
    pub fn named<'a>(&'a self, attendance: &Attendance) -> Vec<&'a Arc<Person>> {
        let mut ids: BTreeSet<&PersonId> = attendance.people.iter().collect();
        for delegation in attendance.delegations.iter().filter_map(|id| self.delegation(id)) {
            ids.extend(delegation.people());
        }
        for group in attendance.groups.iter().filter_map(|id| self.group(id)) {
            ids.extend(&group.members);
        }
        let coming = |person: &&Arc<Person>| {
            ids.contains(&person.id)
                && !attendance.except.contains(&person.id)
                && !person.has_declined()
        };
        self.people.iter().filter(coming).collect()
    }

    /// Everyone who must be at the item: who takes part, and who works there.
    pub fn present_at<'a>(&'a self, item: &Item) -> Vec<&'a Arc<Person>> {
        let mut present = self.participants(item);
        for id in item.attending_staff() {
            let Some(person) = self.person(id) else { continue };
            if !person.has_declined() && !present.iter().any(|other| other.id == *id) {
                present.push(person);
            }
        }
        present
    }

    /// The zone an item begins in; empty when neither it nor the visit states one.
    pub fn zone_of<'a>(&'a self, item: &'a Item) -> &'a Zone {
        if item.zone.is_empty() { &self.about.zone } else { &item.zone }
    }

    /// Whether the rain plan of a day is on: of every item that has one and takes place. `None`
    /// when no item has one.
    pub fn rain_plan(&self, day: NaiveDate) -> Option<bool> {
        let mut planned = self.items.iter().filter(|item| {
            item.when.day() == Some(day) && item.rain_place.is_some() && !item.is_cancelled()
        });
        let first = planned.next()?;
        Some(first.rain_plan_on && planned.all(|item| item.rain_plan_on))
    }

    /// The days of the visit: from its first to its last, and those of its items.
    pub fn days(&self) -> Vec<NaiveDate> {
        /// A wrong date must not make a million days.
        const MOST_DAYS: usize = 366;
        let mut days: BTreeSet<NaiveDate> =
            self.items.iter().filter_map(|item| item.when.day()).collect();
        if let (Some(first), Some(last)) = (self.about.first_day, self.about.last_day) {
            days.extend(first.iter_days().take_while(|day| *day <= last).take(MOST_DAYS));
        }
        days.extend(self.about.first_day);
        days.into_iter().collect()
    }

    /// The items of one day (`None`: not scheduled) in the order of reading: by time; an item
    /// without a time stays where its neighbours in the list put it.
    pub fn items_on(&self, day: Option<NaiveDate>) -> Vec<&Arc<Item>> {
        let items = self.items.iter().filter(|item| item.when.day() == day);
        let mut sorted: Vec<(Option<Minute>, &Arc<Item>)> = Vec::new();
        let (timed, untimed): (Vec<_>, Vec<_>) =
            items.enumerate().partition(|(_, item)| item.when.start().is_some());
        let mut timed = timed;
        timed.sort_by_key(|(_, item)| item.when.start());
        sorted.extend(timed.iter().map(|(_, item)| (item.when.start(), *item)));
        for (position, item) in untimed {
            // Behind the item that stands before it in the list, wherever that one went.
            let before = self
                .items
                .iter()
                .filter(|other| other.when.day() == day)
                .take(position)
                .last()
                .and_then(|other| sorted.iter().position(|(_, placed)| placed.id == other.id));
            sorted.insert(before.map_or(0, |before| before + 1), (None, item));
        }
        sorted.into_iter().map(|(_, item)| item).collect()
    }

    /// How long it takes from one place to another, as kept for the pair in either direction.
    pub fn travel_time(&self, from: &PlaceId, to: &PlaceId) -> Option<Span> {
        let is = |a: &Option<PlaceId>, b: &PlaceId| a.as_ref() == Some(b);
        let exact = self.travel_times.iter().find(|t| is(&t.from, from) && is(&t.to, to));
        let back = || self.travel_times.iter().find(|t| is(&t.from, to) && is(&t.to, from));
        exact.or_else(back).map(|time| time.mins.clone())
    }

    /// The title of a record as lists and sentences show it.
    pub fn label(&self, reference: &RecordRef) -> String {
        self.record(reference)
            .map(|record| self.record_label(&record))
            .filter(|label| !label.is_empty())
            .unwrap_or_else(|| reference.id().to_owned())
    }

    /// The title of a record that need not be in the visit.
    pub fn record_label(&self, record: &Record) -> String {
        let lang = self.language();
        let text = match record {
            Record::Delegation(delegation) => delegation.name.in_lang(&lang),
            Record::Group(group) => group.name.in_lang(&lang),
            Record::Person(person) => person.label(&lang),
            Record::Place(place) => place.name.in_lang(&lang),
            Record::Item(item) => item.title.in_lang(&lang),
            Record::Vehicle(vehicle) => vehicle.label.in_lang(&lang),
            Record::Room(room) => &room.number,
            Record::Note(note) => note.title.in_lang(&lang),
            Record::Task(task) => task.what.in_lang(&lang),
            Record::Gift(gift) => gift.what.in_lang(&lang),
            Record::Agreement(agreement) => agreement.title.in_lang(&lang),
            Record::FollowUp(follow_up) => follow_up.what.in_lang(&lang),
            Record::Arrangement(arrangement) => arrangement.title.in_lang(&lang),
        };
        text.to_owned()
    }

    /// An id for a new record, made from its title and free in the whole list of its kind.
    pub fn fresh_id(&self, kind: RecordKind, title: &str) -> String {
        let fallback = kind.name().to_ascii_lowercase();
        super::id::fresh_slug(title, &fallback, |slug| {
            kind.reference(slug).is_some_and(|reference| self.position(&reference).is_some())
        })
    }
}

impl Delegation {
    /// Head, deputy, members and liaison, each once.
    pub fn people(&self) -> impl Iterator<Item = &PersonId> {
        let leaders = self.head.iter().chain(&self.deputy);
        let rest = self.members.iter().chain(&self.liaison);
        let rest =
            rest.filter(|id| self.head.as_ref() != Some(id) && self.deputy.as_ref() != Some(id));
        let mut seen = BTreeSet::new();
        leaders.chain(rest).filter(move |id| seen.insert((*id).clone()))
    }
}

impl When {
    /// The end, or where none is stated the start and a usual length.
    pub fn assumed_end(self) -> Option<Minute> {
        match self {
            Self::At(start) => Some(start),
            other => other
                .end()
                .or_else(|| other.start().map(|start| start.plus_mins(USUAL_LENGTH_MINS))),
        }
    }

    /// Whether two times share a moment: half-open intervals, equal starts count.
    /// Times that are not known share none.
    pub fn overlaps(self, other: Self) -> bool {
        let (Some(start), Some(other_start)) = (self.start(), other.start()) else { return false };
        let (Some(end), Some(other_end)) = (self.assumed_end(), other.assumed_end()) else {
            return false;
        };
        start == other_start || (start < other_end && other_start < end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    fn item(id: &str, when: When) -> Arc<Item> {
        Arc::new(Item {
            id: ItemId::new(id).unwrap(),
            title: Text::new(id),
            when,
            ..Item::default()
        })
    }

    fn minute(time: &str) -> Minute {
        Minute::parse(&format!("2024-07-29 {time}")).unwrap()
    }

    fn order(items: Vec<Arc<Item>>) -> Vec<String> {
        let visit = Visit { items, ..Visit::default() };
        let day = minute("00:00").day();
        visit.items_on(Some(day)).iter().map(|item| item.id.to_string()).collect()
    }

    #[test]
    fn an_item_without_a_time_stays_behind_its_neighbour_in_the_list() {
        let day = minute("00:00").day();
        let items = vec![
            item("late", When::At(minute("15:00"))),
            item("after-late", When::Day(day)),
            item("early", When::At(minute("09:00"))),
            item("after-early", When::Day(day)),
            item("after-that", When::Day(day)),
        ];
        assert_eq!(order(items), ["early", "after-early", "after-that", "late", "after-late"]);
    }

    #[test]
    fn an_item_without_a_time_at_the_head_of_the_list_stays_first() {
        let day = minute("00:00").day();
        let items = vec![item("first", When::Day(day)), item("timed", When::At(minute("09:00")))];
        assert_eq!(order(items), ["first", "timed"]);
    }

    #[test]
    fn back_to_back_does_not_overlap_and_equal_starts_do() {
        let range = |from, to| When::Range(minute(from), minute(to));
        assert!(!range("09:00", "10:00").overlaps(range("10:00", "11:00")));
        assert!(range("09:00", "10:00").overlaps(range("09:59", "11:00")));
        assert!(When::At(minute("09:00")).overlaps(When::At(minute("09:00"))));
        assert!(!When::Day(minute("09:00").day()).overlaps(range("09:00", "10:00")));
    }
}

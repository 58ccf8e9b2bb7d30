//! What the checks want to know of a visit, worked out once per run.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use super::beside::{self, Beside};
use super::limits::{self, Limit};
use super::party::Party;
use super::tracks::{self, Track};
use crate::model::id::fresh_slug;
use crate::model::{
    Attendance, DelegationId, GroupId, Item, ItemId, Mode, Moment, OwnWays, Person, PersonId,
    Place, PlaceId, RecordRef, Side, Span, Stretch, Visit, When,
};
use crate::words::say;

/// How many people a sentence names before it only counts the rest.
const NAMED: usize = 3;

/// A visit's answers to the questions of the checks.
#[derive(Debug)]
pub struct Facts<'a> {
    pub(super) visit: &'a Visit,
    people: HashMap<&'a PersonId, usize>,
    places: HashMap<&'a PlaceId, &'a Arc<Place>>,
    items: HashSet<&'a str>,
    travel: HashMap<(&'a PlaceId, &'a PlaceId), Span>,
    longest_way: i64,
    delegations: HashMap<&'a DelegationId, Party>,
    groups: HashMap<&'a GroupId, Party>,
    /// Everyone the visit receives; also those no delegation has.
    pub(super) guests: Party,
    /// The items that are on, in the order of reading.
    pub(super) entries: Vec<Entry<'a>>,
    /// Positions in `entries` of those with a time, earliest first.
    pub(super) timed: Vec<usize>,
    pub(super) beside: &'a Beside,
    tracks: OnceLock<Vec<Track>>,
}

/// An item that is on, as it is planned now: a chosen alternative counts.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) item: &'a Arc<Item>,
    pub(super) when: When,
    pub(super) stretch: Option<Stretch>,
    /// Where it begins.
    pub(super) from: Option<&'a PlaceId>,
    /// Where it ends.
    pub(super) to: Option<&'a PlaceId>,
    /// Who takes part.
    pub(super) participants: Party,
    /// Who must be there: who takes part and who works there.
    pub(super) present: Party,
}

impl Entry<'_> {
    pub(super) fn reference(&self) -> RecordRef {
        RecordRef::Item(self.item.id.clone())
    }

    /// Whether the item's own time is the one that counts, so that an edit of it helps.
    pub(super) fn is_own(&self) -> bool {
        self.item.chosen_alternative().is_none()
    }

    /// Whether it goes by a timetable, so that no travel time need be known.
    pub(super) fn has_timetable(&self) -> bool {
        let mode = self.item.journey.as_ref().map(|journey| journey.mode);
        matches!(mode, Some(Mode::Flight | Mode::Train | Mode::Ship))
    }
}

impl<'a> Facts<'a> {
    /// Of a visit by itself.
    pub fn new(visit: &'a Visit) -> Self {
        Self::beside(visit, &beside::NOTHING)
    }

    /// Of a visit and what is known beside it.
    pub fn beside(visit: &'a Visit, beside: &'a Beside) -> Self {
        let people = visit.people.iter().enumerate().map(|(i, person)| (&person.id, i)).collect();
        let places = visit.places.iter().map(|place| (&place.id, place)).collect();
        let mut facts = Self {
            visit,
            people,
            places,
            items: visit.items.iter().map(|item| item.id.as_str()).collect(),
            travel: travel_times(visit),
            longest_way: 0,
            delegations: HashMap::new(),
            groups: HashMap::new(),
            guests: Party::default(),
            entries: Vec::new(),
            timed: Vec::new(),
            beside,
            tracks: OnceLock::new(),
        };
        let ways = visit.travel_times.iter().map(|time| time.mins.most.max(time.mins.least));
        facts.longest_way = i64::from(ways.max().unwrap_or(0)) + facts.loading();
        facts.delegations =
            visit.delegations.iter().map(|d| (&d.id, facts.party(d.people()))).collect();
        facts.groups = visit.groups.iter().map(|g| (&g.id, facts.party(&g.members))).collect();
        facts.guests = facts.those_not_hosting();
        facts.entries = facts.enter_items();
        facts.timed = facts.in_time();
        facts
    }

    /// A set with nobody in it.
    pub(super) fn nobody(&self) -> Party {
        Party::for_people(self.visit.people.len())
    }

    pub(super) fn person(&self, index: usize) -> Option<&'a Arc<Person>> {
        self.visit.people.get(index)
    }

    pub(super) fn person_of(&self, id: &PersonId) -> Option<&'a Arc<Person>> {
        self.people.get(id).and_then(|index| self.person(*index))
    }

    pub(super) fn persons<'f>(&'f self, party: &'f Party) -> impl Iterator<Item = &'a Arc<Person>> {
        party.iter().filter_map(|index| self.person(index))
    }

    pub(super) fn place(&self, id: &PlaceId) -> Option<&'a Arc<Place>> {
        self.places.get(id).copied()
    }

    /// What a finding concerns: the records it is about, and everyone of a set.
    pub(super) fn things<const N: usize>(
        &self,
        records: [RecordRef; N],
        party: &Party,
    ) -> Vec<RecordRef> {
        let mut things = Vec::with_capacity(N + party.count());
        things.extend(records);
        things.extend(self.persons(party).map(|person| RecordRef::Person(person.id.clone())));
        things
    }

    /// "Luo Lin, Host 3 and 4 more".
    pub(super) fn names(&self, party: &Party) -> String {
        let lang = self.visit.language();
        let named: Vec<&str> =
            self.persons(party).take(NAMED).map(|person| person.label(&lang)).collect();
        let rest = party.count().saturating_sub(named.len());
        enumerate(&named, rest)
    }

    pub(super) fn title(&self, item: &Item) -> String {
        let title = item.title.in_lang(&self.visit.language());
        if title.is_empty() { crate::words::choice(item.kind) } else { title.to_owned() }
    }

    pub(super) fn place_name(&self, id: &PlaceId) -> String {
        let name = self.place(id).map(|place| place.name.in_lang(&self.visit.language()));
        name.filter(|name| !name.is_empty()).unwrap_or(id.as_str()).to_owned()
    }

    /// The longest it takes from one place to another, when somebody stated it.
    pub(super) fn travel(&self, from: &PlaceId, to: &PlaceId) -> Option<i64> {
        let span = self.travel.get(&(from, to)).or_else(|| self.travel.get(&(to, from)))?;
        Some(i64::from(span.most.max(span.least)))
    }

    /// What getting in and counting takes where the journey does not say.
    pub(super) fn loading(&self) -> i64 {
        self.limit(&limits::LOADING)
    }

    /// The limit of the visit, else that of the office, else the usual one.
    pub(super) fn stated(&self, limit: &Limit) -> Option<i64> {
        let of_visit = limit.of(&self.visit.about.limits);
        of_visit.or_else(|| limit.of(&self.beside.office)).or(limit.usual).map(i64::from)
    }

    /// The same for a limit that has a usual one.
    pub(super) fn limit(&self, limit: &Limit) -> i64 {
        self.stated(limit).unwrap_or_default()
    }

    /// Everyone's own programme.
    pub(super) fn tracks(&self) -> &[Track] {
        self.tracks.get_or_init(|| tracks::tracks(self))
    }

    /// The people of a delegation who come.
    pub(super) fn delegation(&self, id: &DelegationId) -> Option<&Party> {
        self.delegations.get(id)
    }

    /// Who takes part: whole delegations and groups where all of them do, the others by name.
    pub(super) fn attendance(&self, people: &Party) -> Attendance {
        let mut attendance = Attendance::default();
        let mut rest = people.clone();
        let whole =
            |party: &Party, rest: &Party| party.meets(rest) && party.without(people).is_empty();
        for delegation in &self.visit.delegations {
            if let Some(party) = self.delegations.get(&delegation.id)
                && whole(party, &rest)
            {
                rest = rest.without(party);
                attendance.delegations.push(delegation.id.clone());
            }
        }
        for group in &self.visit.groups {
            if let Some(party) = self.groups.get(&group.id)
                && whole(party, &rest)
            {
                rest = rest.without(party);
                attendance.groups.push(group.id.clone());
            }
        }
        attendance.people = self.persons(&rest).map(|person| person.id.clone()).collect();
        attendance
    }

    /// Where each of a set was last, by item: the nearest of the earlier items, given latest
    /// first, that has them.
    pub(super) fn last_at<'f>(
        earlier: impl Iterator<Item = &'f Entry<'a>>,
        mut party: Party,
    ) -> Vec<(&'f Entry<'a>, Party)>
    where
        'a: 'f,
    {
        let mut found = Vec::new();
        for entry in earlier {
            if party.is_empty() {
                break;
            }
            if party.meets(&entry.present) {
                found.push((entry, party.common(&entry.present)));
                party = party.without(&entry.present);
            }
        }
        found
    }

    /// The longest that getting anywhere takes.
    pub(super) fn longest_way(&self) -> i64 {
        self.longest_way
    }

    /// The items that start at or after one moment and before another, earliest first.
    pub(super) fn starting_between(
        &self,
        first: Moment,
        end: Moment,
    ) -> impl Iterator<Item = &Entry<'a>> {
        let start = |index: &usize| self.entries.get(*index)?.stretch.map(|it| it.start);
        let begin = self.timed.partition_point(|index| start(index).is_some_and(|it| it < first));
        let later = self.timed.get(begin..).unwrap_or_default().iter();
        later
            .take_while(move |index| start(index).is_some_and(|it| it < end))
            .filter_map(|index| self.entries.get(*index))
    }

    /// An id for a new item.
    pub(super) fn fresh_item(&self, title: &str) -> Option<ItemId> {
        ItemId::new(&fresh_slug(title, "item", |slug| self.items.contains(slug)))
    }

    /// Everyone named, less those who have declined.
    pub(super) fn party<'i>(&self, ids: impl IntoIterator<Item = &'i PersonId>) -> Party {
        let mut party = self.nobody();
        for id in ids {
            let Some(index) = self.people.get(id) else { continue };
            if self.person(*index).is_some_and(|person| !person.has_declined()) {
                party.insert(*index);
            }
        }
        party
    }

    /// Whether nobody of the set is at another item meanwhile.
    pub(super) fn are_free(&self, party: &Party, stretch: Stretch, but: &[&Item]) -> bool {
        self.timed.iter().filter_map(|index| self.entries.get(*index)).all(|entry| {
            but.iter().any(|item| item.id == entry.item.id)
                || !entry.stretch.is_some_and(|other| other.overlaps(stretch))
                || !entry.present.meets(party)
        })
    }

    fn those_not_hosting(&self) -> Party {
        let mut guests = self.party(self.visit.people.iter().map(|person| &person.id));
        for delegation in self.visit.delegations.iter().filter(|d| d.side == Side::Host) {
            guests = guests.without(&self.party(delegation.people()));
        }
        guests
    }

    /// Everyone that an attendance names, less those who have declined.
    pub(super) fn participants(&self, attendance: &Attendance) -> Party {
        let mut party = self.party(&attendance.people);
        let delegations = attendance.delegations.iter().filter_map(|id| self.delegations.get(id));
        let groups = attendance.groups.iter().filter_map(|id| self.groups.get(id));
        delegations.chain(groups).for_each(|more| party.add(more));
        party.without(&self.party(&attendance.except))
    }

    fn enter_items(&self) -> Vec<Entry<'a>> {
        let days = self.visit.days();
        let scheduled = days.into_iter().flat_map(|day| self.visit.items_on(Some(day)));
        let items = scheduled.chain(self.visit.items_on(None));
        let ways = OwnWays::of(self.visit);
        let here = |item: &Item| {
            let away = self.party(ways.absent(self.visit, item));
            self.participants(&item.attendance).without(&away)
        };
        items.filter(|item| !item.is_cancelled()).map(|item| self.enter(item, here(item))).collect()
    }

    fn enter(&self, item: &'a Arc<Item>, participants: Party) -> Entry<'a> {
        let alternative = item.chosen_alternative();
        let when = alternative
            .map(|other| other.when)
            .filter(|when| *when != When::Unscheduled)
            .unwrap_or(item.when);
        let place = alternative.and_then(|other| other.place.as_ref()).or(item.venue());
        let journey = item.journey.as_ref();
        let mut present = self.party(item.attending_staff());
        present.add(&participants);
        Entry {
            item,
            when,
            stretch: self.visit.stretch(item, when),
            from: journey.and_then(|journey| journey.from.as_ref()).or(place),
            to: journey.and_then(|journey| journey.to.as_ref()).or(place),
            participants,
            present,
        }
    }

    fn in_time(&self) -> Vec<usize> {
        let starts = self.entries.iter().enumerate();
        let mut timed: Vec<_> = starts
            .filter_map(|(index, entry)| Some((entry.stretch?.start, entry.stretch?.end, index)))
            .collect();
        timed.sort_unstable();
        timed.into_iter().map(|(_, _, index)| index).collect()
    }
}

/// "A", "A, B", "A, B and 3 more".
pub(super) fn enumerate(named: &[&str], rest: usize) -> String {
    let names = named.join(&say!("check-comma"));
    if rest == 0 { names } else { say!("check-and-more", names = names, more = rest) }
}

fn travel_times(visit: &Visit) -> HashMap<(&PlaceId, &PlaceId), Span> {
    let mut times = HashMap::new();
    for time in &visit.travel_times {
        if let (Some(from), Some(to)) = (&time.from, &time.to) {
            times.entry((from, to)).or_insert_with(|| time.mins.clone());
        }
    }
    times
}

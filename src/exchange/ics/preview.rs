//! What a calendar would do to the visit, entry by entry, before anything is done.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::event::Event;
use super::matching::{self, Lasting, Where};
use super::read::Calendar;
use super::rejected::{Cause, Rejected};
use super::sent::digest;
use super::series::{Followed, Frame, Single, follow};
use super::stamp::StampZone;
use crate::diff::{Change, diff};
use crate::edit::Edit;
use crate::model::id::fresh_slug;
use crate::model::{
    CalendarEntry, ClockDoubt, Item, ItemId, ItemKind, ItemStatus, Place, PlaceId, Record,
    RecordKind, Text, Visit, When, Zone, clock_doubt,
};
use crate::words::{dates, interface_lang, say};

/// What a calendar comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// In the order of their times.
    pub rows: Vec<Row>,
    pub rejected: Vec<Rejected>,
    /// Names of zones that nobody knows, for which the officer has to name one.
    pub unknown_zones: BTreeSet<String>,
    places: Vec<Place>,
}

/// An entry that can be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub line: usize,
    /// As the visit would have it.
    pub item: Item,
    pub state: State,
    pub notes: Vec<Note>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    New,
    /// It lies on none of the days of the visit.
    Outside,
    /// As it is now.
    Changed(Arc<Item>),
    Same,
    /// Its time is in a zone of that name, which nobody knows.
    NeedsZone(String),
}

/// What the officer should know of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// It names no zone: its times are taken to be those of the visit.
    NoZone,
    /// It lasts several days; the item stands on the first.
    Until(NaiveDate),
    /// The clock shows the time twice; the first is taken.
    Twice,
    /// The clock never shows the time.
    Never,
}

impl Note {
    pub fn sentence(&self) -> String {
        match self {
            Self::NoZone => say!("exchange-ics-no-zone"),
            Self::Until(day) => {
                say!("exchange-ics-until", day = dates::day(*day, &interface_lang()))
            }
            Self::Twice => say!("exchange-ics-clock-twice"),
            Self::Never => say!("exchange-ics-clock-never"),
        }
    }
}

impl Row {
    /// "29 July 09:00–10:00", "29 July".
    pub fn when(&self) -> String {
        let (when, lang) = (self.item.when, interface_lang());
        match (when.start(), when.day()) {
            (Some(start), _) => dates::span(start, when.end(), &lang),
            (None, Some(day)) => dates::month_day(day, &lang),
            (None, None) => String::new(),
        }
    }

    /// What changes, from the one diff; empty unless an item of the visit is changed.
    pub fn changes(&self) -> Vec<Change> {
        let State::Changed(old) = &self.state else { return Vec::new() };
        // That a calendar knows it is nothing to tell.
        let plain = |item: &Item| Item { calendar: CalendarEntry::default(), ..item.clone() };
        let alone = |item: &Item| Visit { items: vec![Arc::new(plain(item))], ..Visit::default() };
        diff(&alone(old), &alone(&self.item))
    }

    /// Whether it does anything when it is taken.
    pub fn can_be_taken(&self) -> bool {
        match self.state {
            State::New | State::Outside | State::Changed(_) => true,
            State::Same | State::NeedsZone(_) => false,
        }
    }
}

impl Preview {
    /// Compares what a calendar says with the visit. `zone`: for times whose zone nobody knows.
    pub fn new(visit: &Visit, calendar: &Calendar, zone: Option<&Zone>) -> Self {
        let frame = Frame { days: days(visit), zone: &visit.about.zone, unknown: zone };
        let Followed { singles, rejected, kept } = follow(&calendar.events, frame);
        let rejected = [calendar.rejected.clone(), rejected].concat();
        let mut builder = Builder::new(visit, frame, rejected);
        for single in once(singles, &mut builder.preview.rejected) {
            builder.add(&single);
        }
        builder.gone(&calendar.events, &kept);
        let mut preview = builder.preview;
        preview.rows.sort_by_key(|row| (row.item.when.day(), row.item.when.start(), row.line));
        preview.rejected.sort_by_key(|rejected| rejected.line);
        preview
    }

    pub fn count(&self, is: impl Fn(&State) -> bool) -> usize {
        self.rows.iter().filter(|row| is(&row.state)).count()
    }

    /// The rows that are taken unless the officer says otherwise.
    pub fn usual(&self) -> BTreeSet<usize> {
        let is_usual = |row: &Row| row.can_be_taken() && row.state != State::Outside;
        let rows = self.rows.iter().enumerate().filter(|(_, row)| is_usual(row));
        rows.map(|(index, _)| index).collect()
    }

    /// The rows taken as one step; `None` when they change nothing.
    pub fn edit(&self, taken: &BTreeSet<usize>) -> Option<Edit> {
        let rows = self.rows.iter().enumerate().filter(|(index, _)| taken.contains(index));
        let rows: Vec<&Row> = rows.map(|(_, row)| row).filter(|row| row.can_be_taken()).collect();
        let uses =
            |place: &&Place| rows.iter().any(|row| row.item.place.as_ref() == Some(&place.id));
        let add = |record| Edit::Add { record, at: None };
        let places = self.places.iter().filter(uses).map(|place| add(Record::from(place.clone())));
        let items = rows.iter().map(|row| {
            let record = Record::from(row.item.clone());
            match row.state {
                State::Changed(_) => Edit::Set(record),
                State::New | State::Outside | State::Same | State::NeedsZone(_) => add(record),
            }
        });
        let edits: Vec<Edit> = places.chain(items).collect();
        let label = say!("exchange-ics-step", count = rows.len());
        (!edits.is_empty()).then_some(Edit::Together { label, edits })
    }
}

/// The days that matter: those of the visit, the evening before and the morning after.
fn days(visit: &Visit) -> Option<(NaiveDate, NaiveDate)> {
    let days = visit.days();
    let (first, last) = (days.first()?, days.last()?);
    let one = Days::new(1);
    Some((first.checked_sub_days(one)?, last.checked_add_days(one)?))
}

/// Each entry once: of several with one name the latest version counts.
fn once(singles: Vec<Single>, rejected: &mut Vec<Rejected>) -> Vec<Single> {
    let mut kept: Vec<Single> = Vec::new();
    let mut known: HashMap<(String, String), usize> = HashMap::new();
    for single in singles {
        let name = matching::name(&single);
        let earlier = known.get(&name).copied();
        let Some((index, other)) = earlier.and_then(|at| Some((at, kept.get_mut(at)?))) else {
            known.insert(name, kept.len());
            kept.push(single);
            continue;
        };
        let is_later = single.event.sequence > other.event.sequence;
        let dropped = if is_later { std::mem::replace(other, single) } else { single };
        let first = kept.get(index).map_or(0, |kept| kept.event.line);
        let Event { line, title, .. } = dropped.event;
        rejected.push(Rejected { line, title, cause: Cause::Twice { line: first } });
    }
    kept
}

struct Builder<'a> {
    visit: &'a Visit,
    frame: Frame<'a>,
    /// Positions of the visit's items, by what calendars know them by.
    known: HashMap<(String, String), usize>,
    ids: BTreeSet<String>,
    preview: Preview,
}

impl<'a> Builder<'a> {
    fn new(visit: &'a Visit, frame: Frame<'a>, rejected: Vec<Rejected>) -> Self {
        let mut known = HashMap::new();
        for (position, item) in visit.items.iter().enumerate() {
            known.extend(matching::names(visit, item).into_iter().map(|name| (name, position)));
        }
        let preview = Preview { rejected, ..Preview::default() };
        Self { visit, frame, known, ids: BTreeSet::new(), preview }
    }

    fn reject(&mut self, event: &Event, cause: Cause) {
        let (line, title) = (event.line, event.title.clone());
        self.preview.rejected.push(Rejected { line, title, cause });
    }

    fn add(&mut self, single: &Single) {
        let event = &single.event;
        let position = self.known.get(&matching::name(single)).copied();
        let old = position.and_then(|position| self.visit.items.get(position)).cloned();
        if old.is_none() && event.status == Some(ItemStatus::Cancelled) {
            return self.reject(event, Cause::Cancelled);
        }
        let (lasting, notes) = match self.lasting(event) {
            Ok(known) => known,
            Err(Unclear::Backwards) => return self.reject(event, Cause::Backwards),
            Err(Unclear::Zone(name)) => {
                self.preview.unknown_zones.insert(name.clone());
                let at = When::At(crate::model::Minute::new(event.start.civil));
                let item = Item { title: Text::new(title(event)), when: at, ..Item::default() };
                return self.push(event, item, State::NeedsZone(name), Vec::new());
            }
        };
        match old {
            Some(old) => self.update(&old, single, &lasting, notes),
            None => self.create(single, &lasting, notes),
        }
    }

    fn push(&mut self, event: &Event, item: Item, state: State, notes: Vec<Note>) {
        self.preview.rows.push(Row { line: event.line, item, state, notes });
    }

    /// From when to when an entry lasts.
    fn lasting(&self, event: &Event) -> Result<(Lasting, Vec<Note>), Unclear> {
        let mut notes = Vec::new();
        let day = event.start.civil.date();
        if !event.start.has_time {
            // The end of whole days is the day after.
            let last = event.end.as_ref().and_then(|end| end.civil.date().pred_opt());
            if event.end.as_ref().is_some_and(|end| end.civil.date() < day) {
                return Err(Unclear::Backwards);
            }
            notes.extend(last.filter(|last| *last > day).map(Note::Until));
            return Ok((Lasting::Day(day), notes));
        }
        let (visit, unknown) = (self.frame.zone, self.frame.unknown);
        let start = event.start.local(visit, unknown).map_err(Unclear::Zone)?;
        let end = event.end.as_ref().filter(|end| end.has_time);
        let end = end.map(|end| end.local(visit, unknown)).transpose().map_err(Unclear::Zone)?;
        if end.as_ref().is_some_and(|end| end.moment() < start.moment()) {
            return Err(Unclear::Backwards);
        }
        if event.start.zone == StampZone::Floating {
            notes.push(Note::NoZone);
        }
        let is_local = event.start.zone != StampZone::Utc;
        match clock_doubt(start.at, &start.zone).filter(|_| is_local) {
            Some(ClockDoubt::Twice) => notes.push(Note::Twice),
            Some(ClockDoubt::Never) => notes.push(Note::Never),
            None => {}
        }
        let end = end.filter(|end| end.moment() > start.moment());
        Ok((Lasting::From(start, end), notes))
    }

    fn update(&mut self, old: &Arc<Item>, single: &Single, lasting: &Lasting, notes: Vec<Note>) {
        let event = &single.event;
        if event.is_shadow {
            return self.push(event, Item::clone(old), State::Same, Vec::new());
        }
        let mut next = Item::clone(old);
        // The title first: one that says how sure the time is says so of the old time.
        matching::retitle(self.visit, &mut next, &event.title);
        matching::retime(self.visit, &mut next, lasting);
        next.status = event.status.unwrap_or(next.status);
        match matching::place(self.visit, old, &event.location) {
            Where::Same => {}
            Where::Known(place) => (next.place, next.room) = (Some(place), Text::default()),
            Where::New(name) => {
                (next.place, next.room) = (Some(self.new_place(&name)), Text::default());
            }
        }
        if next == **old {
            return self.push(event, next, State::Same, Vec::new());
        }
        if event.sequence < old.calendar.sequence {
            return self.reject(event, Cause::Older);
        }
        next.calendar.sequence = event.sequence;
        if !next.calendar.digest.is_empty() {
            next.calendar.digest = digest(self.visit, &next);
        }
        self.push(event, next, State::Changed(old.clone()), notes);
    }

    fn create(&mut self, single: &Single, lasting: &Lasting, notes: Vec<Note>) {
        let event = &single.event;
        let mut item = Item::default();
        matching::retime(self.visit, &mut item, lasting);
        item.title = Text::new(title(event));
        item.status = event.status.unwrap_or_default();
        item.staff_remarks.clone_from(&event.description);
        item.kind = if item.end_zone.is_empty() { ItemKind::Other } else { ItemKind::Movement };
        item.place = match matching::place(self.visit, &item, &event.location) {
            Where::Same => None,
            Where::Known(place) => Some(place),
            Where::New(name) => Some(self.new_place(&name)),
        };
        item.id = self.fresh(RecordKind::Item, &title(event), ItemId::new);
        let (uid, instance) = matching::name(single);
        let sequence = event.sequence;
        item.calendar = CalendarEntry { uid, instance, sequence, ..CalendarEntry::default() };
        item.calendar.digest = digest(self.visit, &item);
        let is_inside = item.when.day().is_none_or(|day| self.frame.holds(day));
        let state = if is_inside { State::New } else { State::Outside };
        self.push(event, item, state, notes);
    }

    /// Occurrences in the visit that their series does not have any more are cancelled.
    fn gone(&mut self, events: &[Event], kept: &BTreeMap<String, BTreeSet<String>>) {
        for item in &self.visit.items {
            let CalendarEntry { uid, instance, .. } = &item.calendar;
            let Some(kept) = kept.get(uid).filter(|_| !instance.is_empty()) else { continue };
            if kept.contains(instance) || item.is_cancelled() {
                continue;
            }
            let series = events.iter().find(|event| event.uid == *uid);
            let Some(series) = series else { continue };
            let next = Item { status: ItemStatus::Cancelled, ..Item::clone(item) };
            let is_told = self.preview.rows.iter().any(|row| row.item.id == item.id);
            if !is_told {
                self.push(series, next, State::Changed(item.clone()), Vec::new());
            }
        }
    }

    fn new_place(&mut self, name: &str) -> PlaceId {
        let known = self.preview.places.iter().find(|place| place.name.main == name);
        if let Some(place) = known {
            return place.id.clone();
        }
        let id = self.fresh(RecordKind::Place, name, PlaceId::new);
        let place = Place { id: id.clone(), name: Text::new(name), ..Place::default() };
        self.preview.places.push(place);
        id
    }

    fn fresh<I: Default>(
        &mut self,
        kind: RecordKind,
        text: &str,
        id: impl Fn(&str) -> Option<I>,
    ) -> I {
        let prefix = kind.name().to_ascii_lowercase();
        let slug = fresh_slug(text, &prefix, |slug| {
            self.ids.contains(&format!("{prefix}:{slug}"))
                || kind
                    .reference(slug)
                    .is_some_and(|reference| self.visit.position(&reference).is_some())
        });
        self.ids.insert(format!("{prefix}:{slug}"));
        id(&slug).unwrap_or_default()
    }
}

/// Why the time of an entry is not known.
enum Unclear {
    Backwards,
    Zone(String),
}

fn title(event: &Event) -> String {
    if event.title.is_empty() { say!("exchange-ics-untitled") } else { event.title.clone() }
}

//! A visit as one reader may see it: the only thing a paper accepts.
//!
//! A projection is built field by field from what its reader may know (never copied and blanked),
//! in the language of the paper, in the order of reading. What is not in it cannot be printed.

mod audience;
mod calendar;
mod items;
mod lists;
mod own;
mod people;
mod plans;
mod reader;
mod staff;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

pub use self::audience::Audience;
pub use self::calendar::{CalendarView, Shadow, ShadowKind, Whose, is_busy, uid};
pub use self::items::{
    ActView, AlternativeView, ItemView, JourneyView, PlaceView, PressView, StepView,
};
pub use self::lists::{
    CardView, GiftEntry, ListsView, MealView, NeedView, RoomView, SigningParty, SigningView,
    TaskView,
};
pub use self::own::{OwnItem, OwnRoom, OwnView};
pub use self::people::{PartyView, PersonView, WhoView};
pub use self::plans::{PlanRow, PlanSeat, PlanView, PlannedItem};
use self::reader::Reader;
pub use self::reader::Said;
pub use self::staff::{DietCount, GiftView, RideView, StaffView};
use crate::model::{ItemId, Lang, Minute, Person, RecordRef, Visit, Zone};

/// A visit for one reader in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    audience: Audience,
    lang: Lang,
    second: Option<Lang>,
    about: AboutView,
    parties: Vec<PartyView>,
    days: Vec<DayView>,
    register: Vec<Arc<Person>>,
    calendar: BTreeMap<ItemId, CalendarView>,
    shadows: Vec<Shadow>,
    plans: Vec<PlanView>,
    lists: ListsView,
    whose: Option<Said>,
    own: OwnView,
    missing: Vec<Missing>,
}

/// The visit as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AboutView {
    pub title: Said,
    pub subtitle: Said,
    pub place: Said,
    /// First and last day.
    pub dates: Option<(NaiveDate, NaiveDate)>,
    pub zone: Zone,
    pub dress: String,
    pub classification: String,
    pub meeting_point: Option<PlaceView>,
    /// Reachable on the day.
    pub contact: Option<PersonView>,
    /// For staff alone.
    pub action_officer: Option<PersonView>,
    /// For the press alone.
    pub not_before: Option<Minute>,
}

/// A day and its items in the order of reading; without a date, those on no day yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayView {
    pub date: Option<NaiveDate>,
    pub items: Vec<ItemView>,
}

/// A text that is shown in another language than the paper's, for want of a translation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// `None`: the visit itself.
    pub record: Option<RecordRef>,
    /// As the file names it.
    pub field: &'static str,
    pub shown: String,
}

impl Projection {
    /// The visit for a reader, with the first other language of its papers beside `lang`.
    pub fn new(visit: &Visit, audience: Audience, lang: &Lang) -> Self {
        Self::in_languages(visit, audience, lang, second_language(visit, lang))
    }

    /// The part of the visit that concerns somebody, for a reader.
    pub fn of(visit: &Visit, whose_of: &Whose, audience: Audience, lang: &Lang) -> Self {
        match whose_of {
            Whose::Everyone => Self::new(visit, audience, lang),
            Whose::Group(_) | Whose::Person(_) => {
                let second = second_language(visit, lang);
                let part = whose_of.of(visit);
                let theirs = Self::build(&part, visit, audience, lang, second);
                // The press is not told whose day it looks at.
                let may_be_named = audience != Audience::Media;
                let whose = whose_of.name(visit, lang, theirs.second.as_ref());
                let whose = whose.filter(|_| may_be_named);
                let own = match whose_of {
                    Whose::Person(id) => {
                        let chosen = items::with_the_chosen(visit);
                        Reader::new(&chosen, audience, lang, None).own(id)
                    }
                    Whose::Everyone | Whose::Group(_) => OwnView::default(),
                };
                Self { whose, own, ..theirs }
            }
        }
    }

    /// What is the own of the person whose programme it is.
    pub fn own(&self) -> &OwnView {
        &self.own
    }

    /// Whose programme it is, where it is not that of all.
    pub fn whose(&self) -> Option<&Said> {
        self.whose.as_ref()
    }

    /// The visit for a reader in one language or two.
    pub fn in_languages(
        visit: &Visit,
        audience: Audience,
        lang: &Lang,
        second: Option<&Lang>,
    ) -> Self {
        Self::build(visit, visit, audience, lang, second)
    }

    /// The days are those of `theirs`, a part of the whole; who and what must stay hidden can only
    /// be told from the whole.
    fn build(
        theirs: &Visit,
        whole: &Visit,
        audience: Audience,
        lang: &Lang,
        second: Option<&Lang>,
    ) -> Self {
        let (theirs, whole) = (&items::with_the_chosen(theirs), &items::with_the_chosen(whole));
        let mut reader = Reader::new(theirs, audience, lang, second);
        let days = days(&mut reader);
        let about = about(&mut reader, &days);
        let calendar = calendar(&mut reader, &days);
        let shadows = reader.shadows();
        let mut all = Reader::new(whole, audience, lang, second);
        let parties = all.parties();
        let register = all.register();
        let plans = all.plans();
        let lists = all.lists();
        let missing: BTreeSet<Missing> =
            reader.into_missing().into_iter().chain(all.into_missing()).collect();
        let missing = missing.into_iter().collect();
        Self {
            audience,
            lang: lang.clone(),
            second: second.cloned(),
            about,
            parties,
            days,
            register,
            calendar,
            shadows,
            plans,
            lists,
            whose: None,
            own: OwnView::default(),
            missing,
        }
    }

    pub fn audience(&self) -> Audience {
        self.audience
    }

    pub fn lang(&self) -> &Lang {
        &self.lang
    }

    /// The language in small letters beside the paper's own.
    pub fn second(&self) -> Option<&Lang> {
        self.second.as_ref()
    }

    pub fn about(&self) -> &AboutView {
        &self.about
    }

    /// The delegations, guests first.
    pub fn parties(&self) -> &[PartyView] {
        &self.parties
    }

    /// The days that have items, in order.
    pub fn days(&self) -> &[DayView] {
        &self.days
    }

    pub fn items(&self) -> impl Iterator<Item = &ItemView> {
        self.days.iter().flat_map(|day| &day.items)
    }

    /// Everything the team keeps of the people, for lists they work with; empty for others.
    pub fn register(&self) -> &[Arc<Person>] {
        &self.register
    }

    /// How calendars know an item.
    pub fn calendar(&self, item: &ItemId) -> Option<&CalendarView> {
        self.calendar.get(item)
    }

    /// The items of which the reader may know the time alone.
    pub fn shadows(&self) -> &[Shadow] {
        &self.shadows
    }

    /// The seating and standing plans; the team's alone.
    pub fn plans(&self) -> &[PlanView] {
        &self.plans
    }

    /// Rooms, tasks and gifts; the team's alone.
    pub fn lists(&self) -> &ListsView {
        &self.lists
    }

    /// What is shown in another language than asked for.
    pub fn missing_translations(&self) -> &[Missing] {
        &self.missing
    }

    /// The items that this reader sees otherwise than in `old`: the marks of a reissue.
    pub fn changed_since(&self, old: &Self) -> BTreeSet<ItemId> {
        let day_of = |projection: &Self, id: &ItemId| {
            let mut days = projection.days.iter();
            days.find(|day| day.items.iter().any(|item| item.id == *id)).map(|day| day.date)
        };
        let is_same = |item: &ItemView| {
            old.items().any(|other| other == item)
                && day_of(self, &item.id) == day_of(old, &item.id)
        };
        self.items().filter(|item| !is_same(item)).map(|item| item.id.clone()).collect()
    }
}

/// The first other language of a visit's papers.
fn second_language<'a>(visit: &'a Visit, lang: &Lang) -> Option<&'a Lang> {
    visit.about.languages.iter().find(|other| other.primary() != lang.primary())
}

fn days(reader: &mut Reader<'_>) -> Vec<DayView> {
    let visit = reader.visit;
    // What waits for a day is nobody's business but the planners'.
    let waiting = reader.is(Audience::Staff).then_some(None);
    let dates = visit.days().into_iter().map(Some).chain(waiting);
    let mut days = Vec::new();
    for date in dates {
        let known = visit.items_on(date).into_iter().filter(|item| reader.audience.may_know(item));
        let known: Vec<_> = known.collect();
        let items: Vec<_> = known.into_iter().map(|item| reader.item(item)).collect();
        if !items.is_empty() {
            days.push(DayView { date, items });
        }
    }
    days
}

fn calendar(reader: &mut Reader<'_>, days: &[DayView]) -> BTreeMap<ItemId, CalendarView> {
    let shown = days.iter().filter(|day| day.date.is_some()).flat_map(|day| &day.items);
    let visit = reader.visit;
    let shown = shown.filter_map(|view| visit.item(&view.id));
    shown.map(|item| (item.id.clone(), reader.calendar(item))).collect()
}

fn about(reader: &mut Reader<'_>, days: &[DayView]) -> AboutView {
    let about = &reader.visit.about;
    let seen = || days.iter().filter_map(|day| day.date);
    let first = about.first_day.or_else(|| seen().min());
    let last = about.last_day.or_else(|| seen().max()).or(first);
    let audience = reader.audience;
    let is_press = audience == Audience::Media;
    let contact = about.contact.as_ref().filter(|_| !is_press);
    let officer = about.action_officer.as_ref().filter(|_| audience == Audience::Staff);
    AboutView {
        title: reader.said(None, "title", &about.title),
        subtitle: reader.said(None, "subtitle", &about.subtitle),
        place: reader.said(None, "place", &about.place),
        dates: first.zip(last),
        zone: about.zone.clone(),
        dress: if is_press { String::new() } else { reader.text(None, "dress", &about.dress) },
        classification: if is_press {
            String::new()
        } else {
            reader.text(None, "classification", &about.classification)
        },
        meeting_point: about
            .meeting_point
            .as_ref()
            .filter(|_| !is_press)
            .and_then(|id| reader.place(id)),
        contact: contact.and_then(|id| reader.contact(id)),
        action_officer: officer.and_then(|id| reader.contact(id)),
        not_before: about.confidential_until.filter(|_| is_press),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{About, Item, Text, When};

    fn at(time: &str) -> When {
        When::At(Minute::parse(&format!("2024-07-29 {time}")).unwrap())
    }

    fn visit(items: &[(&str, When)]) -> Visit {
        let item = |(id, when): &(&str, When)| {
            let title = Text::new(*id);
            Arc::new(Item { id: ItemId::new(id).unwrap(), title, when: *when, ..Item::default() })
        };
        Visit { items: items.iter().map(item).collect(), ..Visit::default() }
    }

    fn guest(visit: &Visit) -> Projection {
        Projection::new(visit, Audience::Guest, &Lang::en())
    }

    #[test]
    fn items_come_in_the_order_of_reading_and_empty_days_not_at_all() {
        let mut visit = visit(&[("late", at("15:00")), ("early", at("09:00"))]);
        let day = NaiveDate::from_ymd_opt(2024, 7, 29);
        let about = About {
            first_day: day,
            last_day: day.and_then(|day| day.succ_opt()),
            ..About::default()
        };
        visit.about = Arc::new(about);
        let seen = guest(&visit);
        let ids: Vec<_> = seen.items().map(|item| item.id.as_str()).collect();
        assert_eq!(ids, ["early", "late"]);
        assert_eq!(seen.days().len(), 1);
    }

    #[test]
    fn a_reissue_marks_what_its_reader_sees_change_and_nothing_else() {
        let old = visit(&[("stays", at("09:00")), ("moves", at("10:00"))]);
        let mut new =
            visit(&[("stays", at("09:00")), ("moves", at("11:00")), ("new", at("12:00"))]);
        // What only staff may read changes no paper of the guests.
        Arc::make_mut(&mut new.items[0]).staff_remarks = "key at the desk".into();
        let changed = guest(&new).changed_since(&guest(&old));
        let ids: Vec<_> = changed.iter().map(ItemId::as_str).collect();
        assert_eq!(ids, ["moves", "new"]);
    }

    #[test]
    fn the_second_language_is_the_first_other_one_of_the_papers() {
        let mut visit = visit(&[]);
        let about =
            About { languages: vec![Lang::en(), Lang::zh(), Lang::ko()], ..About::default() };
        visit.about = Arc::new(about);
        let second = |lang| Projection::new(&visit, Audience::Guest, &lang).second().cloned();
        assert_eq!(second(Lang::en()), Some(Lang::zh()));
        assert_eq!(second(Lang::zh()), Some(Lang::en()));
    }

    #[test]
    fn a_text_without_a_translation_is_shown_and_reported() {
        let mut visit = visit(&[("tour", at("09:00"))]);
        Arc::make_mut(&mut visit.about).language = Lang::en();
        let seen = Projection::new(&visit, Audience::Guest, &Lang::zh());
        let item = ItemId::new("tour").map(RecordRef::Item);
        let [missing] = seen.missing_translations() else { panic!("one text is missing") };
        assert_eq!(
            (&missing.record, missing.field, missing.shown.as_str()),
            (&item, "title", "tour")
        );
        assert_eq!(guest(&visit).missing_translations(), []);
    }
}

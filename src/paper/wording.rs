//! The words in which papers say times, places and people, in the language of the projection.

use crate::model::{ActKind, ClockChange, ItemKind, ItemStatus, Lang, Mode, Span, When, Zone};
use crate::paper::data::{Firmness, Line, LineKind, RowKind, Time};
use crate::projection::{
    ActView, AlternativeView, ItemView, JourneyView, PersonView, PlaceView, Projection, WhoView,
};
use crate::words::{choice_in, dates, say_in};

/// Writes for one projection.
pub(super) struct Wording<'a> {
    pub(super) projection: &'a Projection,
    pub(super) lang: &'a Lang,
}

impl<'a> Wording<'a> {
    pub(super) fn new(projection: &'a Projection) -> Self {
        Self { projection, lang: projection.lang() }
    }

    pub(super) fn list(&self, parts: impl IntoIterator<Item = String>) -> String {
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(&say_in!(self.lang, "paper-list-separator"))
    }

    pub(super) fn line(kind: LineKind, text: String) -> Line {
        Line { kind, text, second: String::new() }
    }

    // Times.

    /// When the item is, as sure as it is and no surer.
    pub(super) fn time(&self, item: &ItemView) -> Time {
        let (text, firmness) = self.when(item.when);
        Time { text, firmness, note: self.list(self.time_notes(item)) }
    }

    fn when(&self, when: When) -> (String, Firmness) {
        let range = |from, to| {
            let (from, to) = (dates::time(from), dates::time(to));
            say_in!(self.lang, "paper-time-range", from = from, to = to)
        };
        let about = |time: String| say_in!(self.lang, "paper-about", time = time);
        match when {
            When::Unscheduled | When::Day(_) => (self.to_confirm(), Firmness::ToConfirm),
            When::At(at) => (dates::time(at), Firmness::Exact),
            When::Range(from, to) => (range(from, to), Firmness::Exact),
            When::About(at) => (about(dates::time(at)), Firmness::About),
            When::AboutRange(from, to) => (about(range(from, to)), Firmness::About),
            When::NotBefore(at) => {
                let time = dates::time(at);
                (say_in!(self.lang, "paper-not-before", time = time), Firmness::NotBefore)
            }
        }
    }

    pub(super) fn to_confirm(&self) -> String {
        say_in!(self.lang, "paper-to-confirm")
    }

    fn time_notes(&self, item: &ItemView) -> Vec<String> {
        let mut notes = Vec::new();
        if let (Some(start), Some(end)) = (item.when.start(), item.when.end())
            && end.day() > start.day()
        {
            let day = dates::day(end.day(), self.lang);
            notes.push(say_in!(self.lang, "paper-ends-on", day = day));
        }
        notes.extend(self.zone_notes(item));
        match item.clock_change {
            ClockChange::NotAsked => {}
            ClockChange::First => notes.push(say_in!(self.lang, "paper-clock-first")),
            ClockChange::Second => notes.push(say_in!(self.lang, "paper-clock-second")),
        }
        notes
    }

    /// The zones of an item that is not wholly in the visit's.
    fn zone_notes(&self, item: &ItemView) -> Vec<String> {
        let Some(start) = item.when.start() else { return Vec::new() };
        let is_own = item.zone.is_empty();
        let zone = if is_own { &self.projection.about().zone } else { &item.zone };
        let end = item.when.end().filter(|_| !item.end_zone.is_empty());
        let at = |time, zone: &Zone| {
            let offset = dates::offset(zone, time)?;
            let time = dates::time(time);
            Some(say_in!(self.lang, "paper-zone-end", end = time, offset = offset))
        };
        match end {
            Some(end) => [at(start, zone), at(end, &item.end_zone)].into_iter().flatten().collect(),
            None if is_own => Vec::new(),
            None => dates::offset(zone, start)
                .map(|offset| say_in!(self.lang, "paper-zone-start", offset = offset))
                .into_iter()
                .collect(),
        }
    }

    pub(super) fn mins(&self, span: &Span) -> String {
        let (least, most) = (span.least.min(span.most), span.least.max(span.most));
        if least == most || least == 0 {
            say_in!(self.lang, "paper-mins", mins = most.to_string())
        } else {
            let (least, most) = (least.to_string(), most.to_string());
            say_in!(self.lang, "paper-mins-range", least = least, most = most)
        }
    }

    // People.

    /// The name with its form of address; the post where there is no name.
    pub(super) fn name(&self, person: &PersonView) -> String {
        match (person.name.as_str(), person.honorific.as_str()) {
            ("", _) => self.post(person),
            (name, "") => name.to_owned(),
            (name, honorific) => match self.lang.primary() {
                "zh" | "ja" => format!("{name}{honorific}"),
                "ko" => format!("{name} {honorific}"),
                _ => format!("{honorific} {name}"),
            },
        }
    }

    /// The post with its body, where the post does not name it already.
    pub(super) fn post(&self, person: &PersonView) -> String {
        match (person.post.as_str(), person.body.as_str()) {
            ("", body) => body.to_owned(),
            (post, body) if body.is_empty() || post.contains(body) => post.to_owned(),
            (post, body) => say_in!(self.lang, "paper-post-with-body", post = post, body = body),
        }
    }

    /// The name, and the post of those who are in none of the lists of people.
    pub(super) fn introduced(&self, person: &PersonView) -> String {
        let is_listed = || {
            let mut parties = self.projection.parties().iter();
            parties.any(|party| party.people.iter().any(|listed| listed.id == person.id))
        };
        let (name, post) = (self.name(person), self.post(person));
        if person.name.is_empty() || post.is_empty() || is_listed() {
            return name;
        }
        say_in!(self.lang, "paper-person-with-post", name = name, post = post)
    }

    pub(super) fn people(&self, people: &[PersonView]) -> String {
        self.list(people.iter().map(|person| self.introduced(person)))
    }

    pub(super) fn with_phone(&self, person: &PersonView) -> String {
        let name = self.name(person);
        if person.phone.is_empty() {
            return name;
        }
        let phone = person.phone.as_str();
        say_in!(self.lang, "paper-person-with-phone", name = name, phone = phone)
    }

    pub(super) fn who(&self, who: &WhoView) -> String {
        let parties = if who.everybody {
            vec![say_in!(self.lang, "paper-both-sides")]
        } else {
            who.parties.clone()
        };
        let people = who.people.iter().map(|person| self.introduced(person));
        let all = self.list(parties.into_iter().chain(people));
        if who.except.is_empty() || all.is_empty() {
            return all;
        }
        let except = self.people(&who.except);
        say_in!(self.lang, "paper-all-but", all = all, except = except)
    }

    // Lines under a title.

    pub(super) fn row_kind(item: &ItemView) -> RowKind {
        if item.kind.is_movement() { RowKind::Movement } else { RowKind::Event }
    }

    /// The venue with its room, and the rain venue in brackets on the same line.
    pub(super) fn venue(&self, item: &ItemView) -> Option<Line> {
        let journey = item.journey.as_ref();
        let has_route = journey.is_some_and(|route| route.from.is_some() || route.to.is_some());
        if item.kind.is_movement() && has_route {
            return None;
        }
        let place = item.place.as_ref();
        let name = place.map(|place| place.name.text.as_str()).unwrap_or_default();
        let mut text = self.with_room(name, &item.room.text);
        if text.is_empty() {
            let needs_none =
                item.kind.is_movement() || matches!(item.kind, ItemKind::Free | ItemKind::Rest);
            let dots = self.to_confirm();
            return (!needs_none).then(|| {
                let text = say_in!(self.lang, "paper-venue", place = dots);
                Self::line(LineKind::Place, text)
            });
        }
        if let Some(other) = &item.rain_place {
            let rain = self.place_name(other);
            text = if item.rain_plan_on {
                say_in!(self.lang, "paper-rain-moved", place = text, from = rain)
            } else {
                say_in!(self.lang, "paper-rain-venue", place = text, rain = rain)
            };
        }
        if let Some(place) = place.filter(|place| self.is_first_mention(item, place)) {
            text = self.list([text, place.address.clone()]);
        }
        let second = place.map(|place| place.name.second.clone()).unwrap_or_default();
        Some(Line { kind: LineKind::Place, text, second })
    }

    /// The address is given once: where the place first comes up.
    fn is_first_mention(&self, item: &ItemView, place: &PlaceView) -> bool {
        let is_there = |other: &&ItemView| {
            !other.kind.is_movement() && other.place.as_ref().is_some_and(|at| at.id == place.id)
        };
        self.projection.items().find(is_there).is_some_and(|first| first.id == item.id)
    }

    pub(super) fn place_name(&self, place: &PlaceView) -> String {
        self.with_room(&place.name.text, &place.room.text)
    }

    fn with_room(&self, place: &str, room: &str) -> String {
        match (place, room) {
            (place, "") => place.to_owned(),
            ("", room) => room.to_owned(),
            (place, room) => {
                say_in!(self.lang, "paper-place-with-room", place = place, room = room)
            }
        }
    }

    /// Number and route, then how long it takes, then the lounge.
    pub(super) fn journey(&self, journey: &JourneyView) -> Vec<Line> {
        let route = self.list([self.number(journey), self.route(journey)]);
        let length = journey.travel.as_ref().map(|span| {
            let time = self.mins(span);
            say_in!(self.lang, "paper-journey", time = time)
        });
        let lounge = Some(journey.lounge.as_str()).filter(|lounge| !lounge.is_empty());
        let lounge = lounge.map(|lounge| say_in!(self.lang, "paper-lounge", lounge = lounge));
        [Some(route).filter(|route| !route.is_empty()), length, lounge]
            .into_iter()
            .flatten()
            .map(|text| Self::line(LineKind::Journey, text))
            .collect()
    }

    /// The number of a flight or train: dots while it is not known.
    fn number(&self, journey: &JourneyView) -> String {
        let number = match journey.number.as_str() {
            "" => self.to_confirm(),
            number => number.to_owned(),
        };
        match journey.mode {
            Mode::Flight => say_in!(self.lang, "paper-flight", number = number),
            Mode::Train => say_in!(self.lang, "paper-train", number = number),
            Mode::Car | Mode::Walk | Mode::Minibus | Mode::Coach | Mode::Ship | Mode::Other => {
                journey.number.clone()
            }
        }
    }

    fn route(&self, journey: &JourneyView) -> String {
        let name = |place: &Option<PlaceView>| {
            place.as_ref().map(|place| self.place_name(place)).filter(|name| !name.is_empty())
        };
        match (name(&journey.from), name(&journey.to)) {
            (Some(from), Some(to)) => say_in!(self.lang, "paper-from-to", from = from, to = to),
            (Some(from), None) => say_in!(self.lang, "paper-from", place = from),
            (None, Some(to)) => say_in!(self.lang, "paper-to", place = to),
            (None, None) => String::new(),
        }
    }

    pub(super) fn act(&self, act: &ActView) -> String {
        let people = self.people(&act.people);
        let details = act.details.as_str();
        if act.kind == ActKind::Other && !details.is_empty() {
            return self.list([details.to_owned(), people]);
        }
        let name = sentence(&choice_in(act.kind, self.lang));
        match (people.as_str(), details) {
            ("", "") => name,
            (people, "") => say_in!(self.lang, "paper-act", act = name, people = people),
            ("", details) => {
                say_in!(self.lang, "paper-act-details", act = name, details = details)
            }
            (people, details) => say_in!(
                self.lang,
                "paper-act-people-details",
                act = name,
                people = people,
                details = details
            ),
        }
    }

    pub(super) fn alternative(&self, choice: &AlternativeView, item: &ItemView) -> Line {
        let label = choice.label.as_str();
        let title =
            if choice.title.is_empty() { item.title.text.as_str() } else { choice.title.as_str() };
        let mut text = if choice.when == When::Unscheduled {
            say_in!(self.lang, "paper-alternative", label = label, title = title)
        } else {
            let (mut when, _) = self.when(choice.when);
            if let Some(day) = choice.when.day().filter(|day| Some(*day) != item.when.day()) {
                when = format!("{} {when}", dates::day(day, self.lang));
            }
            say_in!(self.lang, "paper-alternative-when", label = label, title = title, when = when)
        };
        if let Some(place) = &choice.place {
            let place = self.place_name(place);
            text = say_in!(self.lang, "paper-alternative-at", text = text, place = place);
        }
        if choice.is_chosen {
            text = say_in!(self.lang, "paper-alternative-chosen", text = text);
        }
        Self::line(LineKind::Alternative, self.list([text, choice.remarks.clone()]))
    }

    /// "To be confirmed", where not all of the paper is.
    pub(super) fn status(&self, item: &ItemView) -> Option<Line> {
        let text = match item.status {
            ItemStatus::Confirmed => return None,
            ItemStatus::Tentative if self.all_tentative() => return None,
            ItemStatus::Tentative => say_in!(self.lang, "paper-tentative"),
            ItemStatus::Cancelled => say_in!(self.lang, "paper-cancelled"),
        };
        Some(Self::line(LineKind::Status, text))
    }

    /// Whether nothing is settled yet: then it is said once, above.
    pub(super) fn all_tentative(&self) -> bool {
        let is_open = |item: &ItemView| item.status == ItemStatus::Tentative;
        self.projection.items().next().is_some() && self.projection.items().all(is_open)
    }
}

/// With a capital, where the script has them.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}

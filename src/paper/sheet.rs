//! What all papers of days and rows share: title block, people, contacts, foot.

use std::collections::BTreeMap;

use super::data::{
    Columns, Contact, Dated, Day, Footer, Line, LineKind, Meta, Named, PeopleList, Script, Sheet,
    TitleBlock,
};
use super::wording::Wording;
use super::{Options, Paper};
use crate::model::{Lang, PartyRole, Side};
use crate::projection::{DayView, ItemView, PartyView, PersonView, Projection};
use crate::words::{choice_in, dates, say_in};

/// The sheet of a paper; `rows` makes those of one item.
pub(super) fn sheet<R>(
    paper: &Paper,
    projection: &Projection,
    options: &Options,
    rows: impl Fn(&Wording<'_>, &ItemView) -> Vec<R>,
) -> Sheet<R> {
    let wording = &Wording::new(projection);
    let title = title_block(paper, projection);
    Sheet {
        meta: meta(paper, &title, projection, options),
        title,
        notices: notices(wording),
        people: projection.parties().iter().filter_map(|party| people(wording, party)).collect(),
        contacts: contacts(wording),
        general: general(wording),
        columns: columns(wording.lang),
        days: projection.days().iter().map(|day| self::day(wording, day, &rows)).collect(),
        footer: footer(wording, options),
    }
}

/// The name of a paper in a language; the id of one that is not in the register.
pub(super) fn paper_name(id: &str, lang: &Lang) -> String {
    match id {
        "programme" => say_in!(lang, "paper-programme"),
        "minute-sheet" => say_in!(lang, "paper-minute-sheet"),
        "media-programme" => say_in!(lang, "paper-media-programme"),
        "seating-plans" => say_in!(lang, "paper-seating-plans"),
        "arrivals" => say_in!(lang, "paper-arrivals"),
        "vehicle-list" => say_in!(lang, "paper-vehicle-list"),
        "room-list" => say_in!(lang, "paper-room-list"),
        "task-list" => say_in!(lang, "paper-task-list"),
        "gift-list" => say_in!(lang, "paper-gift-list"),
        "door-list" => say_in!(lang, "paper-door-list"),
        "diet-list" => say_in!(lang, "paper-diet-list"),
        "signing-script" => say_in!(lang, "paper-signing-script"),
        "place-cards" => say_in!(lang, "paper-place-cards"),
        "tent-cards" => say_in!(lang, "paper-tent-cards"),
        "name-badges" => say_in!(lang, "paper-name-badges"),
        other => other.to_owned(),
    }
}

fn title_block(paper: &Paper, projection: &Projection) -> TitleBlock {
    let about = projection.about();
    let in_second = |write: &dyn Fn(&Lang) -> String| projection.second().map(write);
    let of = projection.whose();
    let name = |lang: &Lang| {
        let name = paper_name(paper.id, lang);
        match of {
            Some(of) => {
                let is_own = *lang == *projection.lang() || of.second.is_empty();
                let whose = if is_own { of.text.as_str() } else { of.second.as_str() };
                say_in!(lang, "paper-of", paper = name, whose = whose)
            }
            None => name,
        }
    };
    let dates = |lang: &Lang| {
        about.dates.map(|(first, last)| dates::range(first, last, lang)).unwrap_or_default()
    };
    TitleBlock {
        paper: name(projection.lang()),
        paper_second: in_second(&name).unwrap_or_default(),
        title: about.title.text.clone(),
        title_second: about.title.second.clone(),
        subtitle: about.subtitle.text.clone(),
        subtitle_second: about.subtitle.second.clone(),
        place: about.place.text.clone(),
        place_second: about.place.second.clone(),
        dates: dates(projection.lang()),
        dates_second: in_second(&dates).unwrap_or_default(),
    }
}

/// Who works with a plan or a list needs no more of the visit than its name and its days.
pub(super) fn short_title(paper: &Paper, projection: &Projection) -> TitleBlock {
    let whole = title_block(paper, projection);
    TitleBlock {
        paper: whole.paper,
        paper_second: whole.paper_second,
        title: whole.title,
        title_second: whole.title_second,
        dates: whole.dates,
        dates_second: whole.dates_second,
        ..TitleBlock::default()
    }
}

/// The days of the visit, for the date of a document that is not in days.
pub(super) fn dated(projection: &Projection) -> Vec<Dated> {
    let days = projection.days().iter().filter_map(|day| day.date);
    days.map(|date| Dated { date: date.to_string() }).collect()
}

pub(super) fn meta(
    paper: &Paper,
    title: &TitleBlock,
    projection: &Projection,
    options: &Options,
) -> Meta {
    let (name, of) = (title.paper.as_str(), title.title.as_str());
    let about = projection.about();
    let hosts = projection.parties().iter().find(|party| party.side == Side::Host);
    Meta {
        paper: paper.id,
        audience: projection.audience().id(),
        lang: projection.lang().to_string(),
        second_lang: projection.second().map(Lang::to_string).unwrap_or_default(),
        title: if of.is_empty() {
            name.to_owned()
        } else {
            say_in!(projection.lang(), "paper-document-title", paper = name, title = of)
        },
        author: hosts.map_or_else(|| about.place.text.clone(), |party| party.name.text.clone()),
        issued: options.edition.as_ref().map(|edition| edition.at.to_string()).unwrap_or_default(),
    }
}

fn notices(wording: &Wording<'_>) -> Vec<String> {
    let lang = wording.lang;
    let embargo = wording.projection.about().not_before.map(|until| {
        let moment = dates::moment(until, lang);
        say_in!(lang, "paper-embargo", moment = moment)
    });
    let open = wording.all_tentative().then(|| say_in!(lang, "paper-all-tentative"));
    embargo.into_iter().chain(open).collect()
}

fn people(wording: &Wording<'_>, party: &PartyView) -> Option<PeopleList> {
    let heading = match party.side {
        Side::Guest => say_in!(wording.lang, "paper-guests"),
        Side::Host => say_in!(wording.lang, "paper-hosts"),
    };
    let body = common_body(party);
    let people = party.people.iter().map(|person| match body {
        Some(body) if person.body == body && !person.post.is_empty() => {
            let alone = PersonView { body: String::new(), ..person.clone() };
            named(wording, &alone, party.side)
        }
        _ => named(wording, person, party.side),
    });
    let name = party.name.text.clone();
    let body = body.filter(|body| !name.contains(*body)).map(str::to_owned);
    (!party.people.is_empty()).then(|| PeopleList {
        heading,
        delegation: wording.list([name].into_iter().chain(body)),
        people: people.collect(),
    })
}

/// The body that most of the party come from: said once above the list, not behind every name.
fn common_body(party: &PartyView) -> Option<&str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for person in party.people.iter().filter(|person| !person.body.is_empty()) {
        *counts.entry(person.body.as_str()).or_default() += 1;
    }
    let (body, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (count > 2 && count * 2 > party.people.len()).then_some(body)
}

fn named(wording: &Wording<'_>, person: &PersonView, side: Side) -> Named {
    let script =
        |(lang, text): &(Lang, String)| Script { lang: lang.to_string(), text: text.clone() };
    let mut name = if person.name.is_empty() { String::new() } else { wording.name(person) };
    if !name.is_empty() && !person.post_nominals.is_empty() {
        name = format!("{name} {}", person.post_nominals);
    }
    Named {
        name,
        other: person.other_names.iter().map(script).collect(),
        role: role(wording.lang, person, side),
        post: wording.post(person),
        is_head: person.role == PartyRole::Head,
        phone: person.phone.clone(),
    }
}

/// The role in the party, where the post does not say it already.
fn role(lang: &Lang, person: &PersonView, side: Side) -> String {
    let role = match (person.role, side) {
        (PartyRole::Member | PartyRole::Staff, _)
        | (PartyRole::Head | PartyRole::Deputy, Side::Host) => String::new(),
        (PartyRole::Head, Side::Guest) => say_in!(lang, "paper-head"),
        (PartyRole::Deputy, Side::Guest) => say_in!(lang, "paper-deputy"),
        (PartyRole::Liaison, _) => say_in!(lang, "paper-liaison"),
        (
            PartyRole::Partner
            | PartyRole::Interpreter
            | PartyRole::NoteTaker
            | PartyRole::Security
            | PartyRole::Press
            | PartyRole::Greeter
            | PartyRole::Driver,
            _,
        ) => choice_in(person.role, lang),
    };
    let is_said = person.post.to_lowercase().contains(&role.to_lowercase());
    if is_said { String::new() } else { role }
}

fn contacts(wording: &Wording<'_>) -> Vec<Contact> {
    let (about, lang) = (wording.projection.about(), wording.lang);
    let mut contacts = Vec::new();
    let mut add = |label: String, person: &PersonView| {
        let contact = Contact {
            label,
            name: wording.name(person),
            post: if person.name.is_empty() { String::new() } else { wording.post(person) },
            phone: person.phone.clone(),
            email: person.email.clone(),
        };
        if !contacts.contains(&contact) {
            contacts.push(contact);
        }
    };
    if let Some(person) = &about.contact {
        add(say_in!(lang, "paper-contact"), person);
    }
    if let Some(person) =
        about.action_officer.as_ref().filter(|p| about.contact.as_ref() != Some(p))
    {
        add(say_in!(lang, "paper-action-officer"), person);
    }
    let press = wording.projection.items().filter_map(|item| item.press.as_ref());
    for person in press.filter_map(|press| press.contact.as_ref()) {
        add(say_in!(lang, "paper-press-contact"), person);
    }
    contacts
}

fn general(wording: &Wording<'_>) -> Vec<Line> {
    let (about, lang) = (wording.projection.about(), wording.lang);
    let mut lines = Vec::new();
    if !about.dress.is_empty() {
        let text = say_in!(lang, "paper-dress", dress = about.dress.as_str());
        lines.push(Wording::line(LineKind::Dress, text));
    }
    if let Some(place) = &about.meeting_point {
        let name = wording.list([wording.place_name(place), place.address.clone()]);
        let text = say_in!(lang, "paper-meeting-point", place = name);
        lines.push(Wording::line(LineKind::Place, text));
    }
    let rooms = wording.projection.own().rooms.iter().map(|room| {
        let (hotel, number) = (room.hotel.as_str(), room.number.as_str());
        say_in!(lang, "paper-own-room", hotel = hotel, number = number)
    });
    lines.extend(rooms.map(|text| Wording::line(LineKind::Place, text)));
    lines
}

fn columns(lang: &Lang) -> Columns {
    Columns {
        time: say_in!(lang, "paper-column-time"),
        what: say_in!(lang, "paper-column-what"),
        who: say_in!(lang, "paper-column-who"),
        vehicle: say_in!(lang, "paper-column-vehicle"),
        met_by: say_in!(lang, "paper-column-met-by"),
        responsible: say_in!(lang, "paper-column-responsible"),
        remarks: say_in!(lang, "paper-column-remarks"),
        call: say_in!(lang, "paper-column-call"),
        may_film: say_in!(lang, "paper-column-may-film"),
    }
}

fn day<R>(
    wording: &Wording<'_>,
    day: &DayView,
    rows: &impl Fn(&Wording<'_>, &ItemView) -> Vec<R>,
) -> Day<R> {
    let heading = |lang: &Lang| match day.date {
        Some(date) => dates::day(date, lang),
        None => say_in!(lang, "paper-unscheduled"),
    };
    let own = heading(wording.lang);
    Day {
        date: day.date.map(|date| date.to_string()).unwrap_or_default(),
        heading_second: wording.projection.second().map(heading).unwrap_or_default(),
        continued: say_in!(wording.lang, "paper-continued", day = own.as_str()),
        heading: own,
        rows: day.items.iter().flat_map(|item| rows(wording, item)).collect(),
    }
}

pub(super) fn footer(wording: &Wording<'_>, options: &Options) -> Footer {
    let lang = wording.lang;
    let edition = options.edition.as_ref();
    let number = |version: u16| version.to_string();
    let replaced = edition.and_then(|edition| edition.replaces.as_ref());
    let seen = |item: &ItemView| options.changed.contains(&item.id);
    Footer {
        version: edition.map_or_else(
            || say_in!(lang, "paper-draft"),
            |edition| say_in!(lang, "paper-version", version = number(edition.version)),
        ),
        issued: edition
            .map(|edition| {
                let moment = dates::moment(edition.at, lang);
                say_in!(lang, "paper-issued", moment = moment)
            })
            .unwrap_or_default(),
        replaces: replaced
            .map(|old| match old.at {
                Some(at) => {
                    let (version, moment) = (number(old.version), dates::moment(at, lang));
                    say_in!(lang, "paper-replaces-of", version = version, moment = moment)
                }
                None => say_in!(lang, "paper-replaces", version = number(old.version)),
            })
            .unwrap_or_default(),
        classification: wording.projection.about().classification.clone(),
        subject_to_change: say_in!(lang, "paper-subject-to-change"),
        mark: if wording.projection.items().any(seen) {
            say_in!(lang, "paper-mark")
        } else {
            String::new()
        },
        page: say_in!(lang, "paper-page"),
    }
}

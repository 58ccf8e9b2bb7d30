//! Lists for those who work with them: arrivals and departures, vehicles, rooms, tasks, gifts.
//! Each is a table of its own columns, in groups.

use super::data::{ListColumn, ListGroup, ListSheet};
use super::sheet::{dated, footer, meta, short_title};
use super::wording::Wording;
use super::{Options, Paper};
use crate::model::{GiftDirection, ItemKind, ItemStatus, Minute};
use crate::projection::{ItemView, PersonView, Projection};
use crate::words::{choice_in, dates, say_in};

/// The head of a column and how wide it is, in parts of the page.
pub(super) type Head = (String, u8);

pub(super) fn list(
    paper: &Paper,
    projection: &Projection,
    options: &Options,
    heads: Vec<Head>,
    groups: Vec<ListGroup>,
) -> ListSheet {
    let wording = &Wording::new(projection);
    let title = short_title(paper, projection);
    let groups: Vec<ListGroup> =
        groups.into_iter().filter(|group| !group.rows.is_empty()).collect();
    let nothing = || say_in!(wording.lang, "paper-list-none");
    ListSheet {
        meta: meta(paper, &title, projection, options),
        title,
        none: if groups.is_empty() { nothing() } else { String::new() },
        columns: heads.into_iter().map(|(heading, share)| ListColumn { heading, share }).collect(),
        groups,
        days: dated(projection),
        footer: footer(wording, options),
    }
}

/// "Host 9 (+86 000)", several apart.
fn with_phones(wording: &Wording<'_>, people: &[PersonView]) -> String {
    wording.list(people.iter().map(|person| wording.with_phone(person)))
}

fn one(wording: &Wording<'_>, person: Option<&PersonView>) -> String {
    person.map(|person| wording.name(person)).unwrap_or_default()
}

/// "29 July 11:20–12:05"; dots while there is no time.
fn moment(wording: &Wording<'_>, item: &ItemView) -> String {
    let day = item.when.day().map(|day| dates::month_day(day, wording.lang));
    let time = wording.time(item).text;
    day.into_iter().chain([time]).collect::<Vec<_>>().join(" ")
}

pub(super) fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// One line for each way in and out of the city.
pub(super) fn arrivals(paper: &Paper, projection: &Projection, options: &Options) -> ListSheet {
    let wording = &Wording::new(projection);
    let lang = wording.lang;
    let row = |item: &ItemView| {
        let journey = item.journey.clone().unwrap_or_default();
        let place = |place: &Option<crate::projection::PlaceView>| {
            place.as_ref().map(|place| wording.place_name(place)).unwrap_or_default()
        };
        let way = [place(&journey.from), place(&journey.to)];
        let way = way.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" → ");
        let staff = item.staff.clone().unwrap_or_default();
        let met = if item.kind == ItemKind::Arrival { &item.met_by } else { &item.farewelled_by };
        vec![
            moment(wording, item),
            joined([choice_in(journey.mode, lang), journey.number.clone()]),
            way,
            wording.who(&item.who),
            with_phones(wording, met),
            joined([journey.lounge.clone(), staff.customs, staff.luggage]),
        ]
    };
    let group = |kind: ItemKind, heading: String| ListGroup {
        heading,
        rows: projection
            .items()
            .filter(|item| item.kind == kind && item.status != ItemStatus::Cancelled)
            .map(row)
            .collect(),
    };
    let groups = vec![
        group(ItemKind::Arrival, say_in!(lang, "paper-list-arrivals")),
        group(ItemKind::Departure, say_in!(lang, "paper-list-departures")),
    ];
    let heads = vec![
        (say_in!(lang, "paper-column-time"), 4),
        (say_in!(lang, "paper-list-number"), 3),
        (say_in!(lang, "paper-list-way"), 6),
        (say_in!(lang, "paper-column-who"), 5),
        (say_in!(lang, "paper-column-met-by"), 4),
        (say_in!(lang, "paper-column-remarks"), 5),
    ];
    list(paper, projection, options, heads, groups)
}

/// For each leg the vehicles in motorcade order.
pub(super) fn vehicles(paper: &Paper, projection: &Projection, options: &Options) -> ListSheet {
    let wording = &Wording::new(projection);
    let lang = wording.lang;
    let legs = projection.items().filter(|item| item.status != ItemStatus::Cancelled);
    let groups = legs.map(|item| {
        let rides = item.staff.iter().flat_map(|staff| &staff.rides);
        let rows = rides.map(|ride| {
            let driver = ride.driver.as_ref().map(|driver| wording.with_phone(driver));
            vec![
                joined([ride.vehicle.clone(), ride.plate.clone()]),
                driver.unwrap_or_default(),
                wording.list(ride.riders.iter().map(|rider| wording.name(rider))),
                ride.liaison.as_ref().map(|one| wording.with_phone(one)).unwrap_or_default(),
                ride.remarks.clone(),
            ]
        });
        let heading = joined([moment(wording, item), item.title.text.clone()]);
        ListGroup { heading, rows: rows.collect() }
    });
    let heads = vec![
        (say_in!(lang, "paper-column-vehicle"), 4),
        (say_in!(lang, "paper-list-driver"), 4),
        (say_in!(lang, "paper-list-riders"), 8),
        (say_in!(lang, "paper-list-liaison"), 4),
        (say_in!(lang, "paper-column-remarks"), 4),
    ];
    list(paper, projection, options, heads, groups.collect())
}

/// By hotel, in the order of the visit.
pub(super) fn rooms(paper: &Paper, projection: &Projection, options: &Options) -> ListSheet {
    let wording = &Wording::new(projection);
    let lang = wording.lang;
    let date =
        |at: Option<Minute>| at.map(|at| dates::month_day(at.day(), lang)).unwrap_or_default();
    let mut groups: Vec<ListGroup> = Vec::new();
    for room in &projection.lists().rooms {
        let row = vec![
            room.number.clone(),
            choice_in(room.kind, lang),
            wording.list(room.people.iter().map(|person| wording.introduced(person))),
            date(room.from),
            date(room.to),
            room.remarks.clone(),
        ];
        match groups.iter_mut().find(|group| group.heading == room.hotel) {
            Some(group) => group.rows.push(row),
            None => groups.push(ListGroup { heading: room.hotel.clone(), rows: vec![row] }),
        }
    }
    let heads = vec![
        (say_in!(lang, "paper-list-room"), 2),
        (say_in!(lang, "paper-list-kind"), 2),
        (say_in!(lang, "paper-list-people"), 8),
        (say_in!(lang, "paper-list-from"), 2),
        (say_in!(lang, "paper-list-to"), 2),
        (say_in!(lang, "paper-column-remarks"), 4),
    ];
    list(paper, projection, options, heads, groups)
}

/// What is open by its date, then what is done.
pub(super) fn tasks(paper: &Paper, projection: &Projection, options: &Options) -> ListSheet {
    let wording = &Wording::new(projection);
    let lang = wording.lang;
    let mut all: Vec<_> = projection.lists().tasks.iter().collect();
    all.sort_by_key(|task| (task.due.is_none(), task.due));
    let group = |done: bool, heading: String| ListGroup {
        heading,
        rows: all
            .iter()
            .filter(|task| task.done == done)
            .map(|task| {
                vec![
                    task.due.map(|day| dates::month_day(day, lang)).unwrap_or_default(),
                    task.what.clone(),
                    task.owner.as_ref().map(|one| wording.with_phone(one)).unwrap_or_default(),
                    task.item.clone(),
                    task.remarks.clone(),
                ]
            })
            .collect(),
    };
    let groups = vec![
        group(false, say_in!(lang, "paper-list-open")),
        group(true, say_in!(lang, "paper-list-done")),
    ];
    let heads = vec![
        (say_in!(lang, "paper-list-due"), 2),
        (say_in!(lang, "paper-list-task"), 7),
        (say_in!(lang, "paper-list-owner"), 4),
        (say_in!(lang, "paper-list-for"), 4),
        (say_in!(lang, "paper-column-remarks"), 4),
    ];
    list(paper, projection, options, heads, groups)
}

/// Gifts to the guests, then from them.
pub(super) fn gifts(paper: &Paper, projection: &Projection, options: &Options) -> ListSheet {
    let wording = &Wording::new(projection);
    let lang = wording.lang;
    let group = |direction: GiftDirection, heading: String| ListGroup {
        heading,
        rows: projection
            .lists()
            .gifts
            .iter()
            .filter(|gift| gift.direction == direction)
            .map(|gift| {
                let ready = gift.ready_by.map(|day| {
                    let day = dates::month_day(day, lang);
                    say_in!(lang, "paper-list-ready-by", day = day)
                });
                vec![
                    gift.what.clone(),
                    one(wording, gift.giver.as_ref()),
                    one(wording, gift.receiver.as_ref()),
                    one(wording, gift.presenter.as_ref()),
                    gift.item.clone(),
                    gift.value.clone(),
                    joined([choice_in(gift.status, lang), ready.unwrap_or_default()]),
                    joined([
                        gift.location.clone(),
                        one(wording, gift.accountable.as_ref()),
                        gift.remarks.clone(),
                    ]),
                ]
            })
            .collect(),
    };
    let groups = vec![
        group(GiftDirection::ToGuests, say_in!(lang, "paper-list-to-guests")),
        group(GiftDirection::FromGuests, say_in!(lang, "paper-list-from-guests")),
    ];
    let heads = vec![
        (say_in!(lang, "paper-list-gift"), 5),
        (say_in!(lang, "paper-list-giver"), 3),
        (say_in!(lang, "paper-list-receiver"), 3),
        (say_in!(lang, "paper-list-presenter"), 3),
        (say_in!(lang, "paper-list-when"), 4),
        (say_in!(lang, "paper-list-value"), 2),
        (say_in!(lang, "paper-list-state"), 3),
        (say_in!(lang, "paper-list-kept"), 4),
    ];
    list(paper, projection, options, heads, groups)
}

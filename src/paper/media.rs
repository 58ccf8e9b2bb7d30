//! The programme for the press: the public items, when to be where, what may be filmed.

use super::data::{LineKind, MediaRow, Sheet};
use super::sheet::sheet;
use super::wording::Wording;
use super::{Options, Paper};
use crate::model::{ItemStatus, Minute};
use crate::projection::{ItemView, Projection};
use crate::words::{dates, say_in};

pub(super) fn data(paper: &Paper, projection: &Projection, options: &Options) -> Sheet<MediaRow> {
    sheet(paper, projection, options, |wording, item| vec![row(wording, item, options)])
}

fn row(wording: &Wording<'_>, item: &ItemView, options: &Options) -> MediaRow {
    let press = item.press.as_ref();
    let lang = wording.lang;
    let mut lines: Vec<_> = wording.status(item).into_iter().chain(wording.venue(item)).collect();
    lines.extend(item.journey.iter().flat_map(|journey| wording.journey(journey)));
    let who = [
        Some(wording.who(&item.who)),
        said(&hosts(wording, item), |p| say_in!(lang, "paper-hosted-by", people = p)),
        said(&wording.people(&item.met_by), |p| say_in!(lang, "paper-met-by", people = p)),
        said(&wording.people(&item.farewelled_by), |p| {
            say_in!(lang, "paper-farewelled-by", people = p)
        }),
    ];
    let who = who.into_iter().flatten().filter(|text| !text.is_empty());
    lines.extend(who.map(|text| Wording::line(LineKind::Host, text)));
    lines.extend(item.acts.iter().map(|act| Wording::line(LineKind::Act, wording.act(act))));
    MediaRow {
        id: item.id.to_string(),
        time: wording.time(item),
        kind: Wording::row_kind(item),
        title: item.title.text.clone(),
        title_second: item.title.second.clone(),
        lines,
        call_time: call_time(wording, press.and_then(|press| press.call_time)),
        call_place: press.map(|press| press.call_place.clone()).unwrap_or_default(),
        may_film: press.map(|press| press.may_film.clone()).unwrap_or_default(),
        contact: press
            .and_then(|press| press.contact.as_ref())
            .map(|person| wording.with_phone(person))
            .unwrap_or_default(),
        tentative: item.status == ItemStatus::Tentative,
        cancelled: item.status == ItemStatus::Cancelled,
        changed: options.changed.contains(&item.id),
    }
}

fn hosts(wording: &Wording<'_>, item: &ItemView) -> String {
    if item.kind.is_movement() { String::new() } else { wording.people(&item.hosted_by) }
}

fn said(people: &str, say: impl Fn(&str) -> String) -> Option<String> {
    (!people.is_empty()).then(|| say(people))
}

/// When the press must be there: dots while it is not known.
pub(super) fn call_time(wording: &Wording<'_>, call_time: Option<Minute>) -> String {
    let time = call_time.map_or_else(|| wording.to_confirm(), dates::time);
    say_in!(wording.lang, "paper-call-time", time = time)
}

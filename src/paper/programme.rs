//! The programme for the delegation and its hosts.

use super::data::{Line, LineKind, Row, Sheet, Sub};
use super::sheet::sheet;
use super::wording::Wording;
use super::{Options, Paper};
use crate::model::{CarSeat, ItemStatus, Minute};
use crate::projection::{ItemView, Projection, StepView};
use crate::protocol::honour::slot_name;
use crate::words::{choice_in, dates, say_in};

pub(super) fn data(paper: &Paper, projection: &Projection, options: &Options) -> Sheet<Row> {
    sheet(paper, projection, options, |wording, item| vec![row(wording, item, options)])
}

fn row(wording: &Wording<'_>, item: &ItemView, options: &Options) -> Row {
    Row {
        id: item.id.to_string(),
        time: wording.time(item),
        kind: Wording::row_kind(item),
        title: item.title.text.clone(),
        title_second: item.title.second.clone(),
        lines: own_lines(wording, item).into_iter().chain(lines(wording, item)).collect(),
        side: side(wording, item),
        steps: item.steps.iter().map(|step| sub(wording, step, item.when.start())).collect(),
        tentative: item.status == ItemStatus::Tentative,
        cancelled: item.status == ItemStatus::Cancelled,
        changed: options.changed.contains(&item.id),
    }
}

/// On the programme of one person, their car and their seat.
fn own_lines(wording: &Wording<'_>, item: &ItemView) -> Vec<Line> {
    let lang = wording.lang;
    let Some(own) = wording.projection.own().items.get(&item.id) else { return Vec::new() };
    let vehicles = own.vehicles.iter().map(|(label, seat)| match seat {
        CarSeat::Any => say_in!(lang, "paper-own-vehicle", vehicle = label.as_str()),
        seat => {
            let seat = choice_in(*seat, lang);
            say_in!(lang, "paper-own-car", vehicle = label.as_str(), seat = seat)
        }
    });
    let seats = own.seats.iter().map(|(plan, slot)| {
        let seat = slot_name(slot, lang);
        say_in!(lang, "paper-own-seat", plan = plan.as_str(), seat = seat)
    });
    vehicles.chain(seats).map(|text| Wording::line(LineKind::Act, text)).collect()
}

/// What stands under a title on every paper of guests and staff.
pub(super) fn lines(wording: &Wording<'_>, item: &ItemView) -> Vec<Line> {
    let lang = wording.lang;
    let mut lines: Vec<Line> = wording.status(item).into_iter().collect();
    lines.extend(wording.venue(item));
    lines.extend(item.journey.iter().flat_map(|journey| wording.journey(journey)));
    if !item.hosted_by.is_empty() && !item.kind.is_movement() {
        let people = wording.people(&item.hosted_by);
        let text = say_in!(lang, "paper-hosted-by", people = people);
        lines.push(Wording::line(LineKind::Host, text));
    }
    if !item.dress.is_empty() {
        let text = say_in!(lang, "paper-dress", dress = item.dress.as_str());
        lines.push(Wording::line(LineKind::Dress, text));
    }
    let acts = item.acts.iter().map(|act| Wording::line(LineKind::Act, wording.act(act)));
    lines.extend(acts);
    if !item.remarks.is_empty() {
        lines.push(Wording::line(LineKind::Remark, item.remarks.clone()));
    }
    lines.extend(item.alternatives.iter().map(|choice| wording.alternative(choice, item)));
    lines
}

/// The side column: who takes part, who meets and sees off.
fn side(wording: &Wording<'_>, item: &ItemView) -> Vec<String> {
    let lang = wording.lang;
    let mut side = vec![wording.who(&item.who)];
    if let Some(count) = item.head_count {
        side.push(say_in!(lang, "paper-head-count", count = count.to_string()));
    }
    if !item.met_by.is_empty() {
        let people = wording.people(&item.met_by);
        side.push(say_in!(lang, "paper-met-by", people = people));
    }
    if !item.farewelled_by.is_empty() {
        let people = wording.people(&item.farewelled_by);
        side.push(say_in!(lang, "paper-farewelled-by", people = people));
    }
    side.retain(|line| !line.is_empty());
    side
}

fn sub(wording: &Wording<'_>, step: &StepView, start: Option<Minute>) -> Sub {
    Sub {
        time: step.at.map(|at| step_time(wording, at, start)).unwrap_or_default(),
        text: step.what.clone(),
        who: wording.people(&step.who),
        place: step.place.clone(),
    }
}

/// The point time of a step; one after midnight names its day.
pub(super) fn step_time(wording: &Wording<'_>, at: Minute, start: Option<Minute>) -> String {
    if start.is_some_and(|start| start.day() != at.day()) {
        format!("{} {}", dates::month_day(at.day(), wording.lang), dates::time(at))
    } else {
        dates::time(at)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{
        About, Alternative, Item, ItemId, ItemKind, Journey, Lang, Mode, Person, PersonId, Place,
        PlaceId, Span, Text, Visit, When, Zone,
    };
    use crate::paper::{Edition, Paper, Replaced, data::PaperData};
    use crate::projection::Audience;

    fn at(text: &str) -> Minute {
        Minute::parse(text).unwrap()
    }

    fn day(time: &str) -> Minute {
        at(&format!("2024-07-29 {time}"))
    }

    fn item(when: When) -> Item {
        Item {
            id: ItemId::new("item").unwrap(),
            kind: ItemKind::Talks,
            when,
            status: ItemStatus::Confirmed,
            ..Item::default()
        }
    }

    fn place(id: &str) -> Arc<Place> {
        let id = PlaceId::new(id).unwrap();
        Arc::new(Place { name: Text::new(id.as_str()), id, ..Place::default() })
    }

    fn visit(items: Vec<Item>) -> Visit {
        let about = About {
            zone: Zone::new("Asia/Shanghai").unwrap(),
            language: Lang::en(),
            languages: vec![Lang::en(), Lang::zh()],
            ..About::default()
        };
        Visit {
            about: Arc::new(about),
            places: ["hall", "terrace", "hotel"].map(place).to_vec(),
            items: items.into_iter().map(Arc::new).collect(),
            ..Visit::default()
        }
    }

    fn printed(visit: &Visit, lang: &Lang, options: &Options) -> Sheet<Row> {
        let seen = Projection::new(visit, Audience::Guest, lang);
        let paper = Paper::of(Audience::Guest).unwrap();
        let PaperData::Programme(sheet) = paper.data(&seen, options).unwrap() else {
            panic!("a programme")
        };
        sheet
    }

    fn row_in(item: Item, lang: &Lang) -> Row {
        let sheet = printed(&visit(vec![item]), lang, &Options::default());
        sheet.days[0].rows[0].clone()
    }

    fn time(when: When, lang: &Lang) -> String {
        row_in(item(when), lang).time.text
    }

    fn lines(item: Item) -> Vec<String> {
        row_in(item, &Lang::en()).lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn a_time_is_printed_as_sure_as_it_is() {
        let (from, to) = (day("09:05"), day("10:30"));
        let whens = [
            When::At(from),
            When::Range(from, to),
            When::About(from),
            When::AboutRange(from, to),
            When::NotBefore(from),
            When::Day(from.day()),
        ];
        let in_lang = |lang: &Lang| whens.map(|when| time(when, lang));
        assert_eq!(
            in_lang(&Lang::en()),
            [
                "09:05",
                "09:05 – 10:30",
                "about 09:05",
                "about 09:05 – 10:30",
                "not before 09:05",
                "……"
            ]
        );
        assert_eq!(
            in_lang(&Lang::zh()),
            ["09:05", "09:05 – 10:30", "约09:05", "约09:05 – 10:30", "不早于09:05", "……"]
        );
    }

    #[test]
    fn an_end_after_midnight_names_its_day() {
        let night = When::Range(day("22:00"), at("2024-07-30 01:00"));
        assert_eq!(row_in(item(night), &Lang::en()).time.note, "ends Tuesday 30 July");
        assert_eq!(row_in(item(night), &Lang::ko()).time.note, "7월 30일 화요일 종료");
        let evening = When::Range(day("22:00"), day("23:00"));
        assert_eq!(row_in(item(evening), &Lang::en()).time.note, "");
    }

    #[test]
    fn only_a_time_in_another_zone_names_it() {
        let zone = |name| Zone::new(name).unwrap();
        let when = When::Range(day("08:00"), day("10:40"));
        let note =
            |zone, end_zone| row_in(Item { zone, end_zone, ..item(when) }, &Lang::en()).time.note;
        let (seoul, own) = (zone("Asia/Seoul"), zone("Asia/Shanghai"));
        assert_eq!(note(seoul.clone(), own.clone()), "08:00 is UTC+9, 10:40 is UTC+8");
        assert_eq!(note(seoul.clone(), Zone::default()), "UTC+9");
        assert_eq!(note(Zone::default(), seoul), "08:00 is UTC+8, 10:40 is UTC+9");
        assert_eq!(note(own, Zone::default()), "");
    }

    #[test]
    fn a_journey_is_as_long_as_the_range_says() {
        let journey = |least, most| {
            lines(Item {
                kind: ItemKind::Movement,
                journey: Some(Journey {
                    travel: Some(Span::new(least, most)),
                    to: PlaceId::new("hotel"),
                    ..Journey::default()
                }),
                ..item(When::At(day("09:00")))
            })
        };
        assert_eq!(journey(30, 35), ["To hotel", "Journey 30–35 min"]);
        assert_eq!(journey(10, 10), ["To hotel", "Journey 10 min"]);
    }

    #[test]
    fn a_flight_without_a_number_and_an_event_without_a_venue_have_dots() {
        let flight = Journey { mode: Mode::Flight, ..Journey::default() };
        let arrival =
            Item { kind: ItemKind::Arrival, journey: Some(flight), ..item(When::At(day("09:05"))) };
        assert_eq!(lines(arrival), ["Flight ……"]);
        assert_eq!(lines(item(When::At(day("09:05")))), ["Venue ……"]);
        let rest = Item { kind: ItemKind::Rest, ..item(When::At(day("09:05"))) };
        assert_eq!(lines(rest), [""; 0]);
    }

    #[test]
    fn the_rain_venue_stands_in_brackets_until_the_rain_plan_is_on() {
        let dry = Item {
            place: PlaceId::new("terrace"),
            rain_place: PlaceId::new("hall"),
            ..item(When::At(day("12:15")))
        };
        assert_eq!(lines(dry.clone()), ["terrace (rain: hall)"]);
        let wet = Item { rain_plan_on: true, ..dry };
        assert_eq!(lines(wet), ["hall (moved from terrace because of the weather)"]);
    }

    #[test]
    fn the_alternatives_stand_below_until_one_is_chosen() {
        let b = Alternative {
            label: "B".into(),
            when: When::At(day("16:00")),
            place: PlaceId::new("hall"),
            ..Alternative::default()
        };
        let open = Item {
            title: Text::new("Talks"),
            place: PlaceId::new("hotel"),
            alternatives: vec![b],
            ..item(When::At(day("15:00")))
        };
        assert_eq!(lines(open.clone()), ["hotel", "B: Talks, 16:00, hall"]);
        let chosen = row_in(Item { chosen: "B".into(), ..open }, &Lang::en());
        assert_eq!(chosen.time.text, "16:00");
        assert_eq!(chosen.lines.len(), 1);
        assert_eq!(chosen.lines[0].text, "hall");
    }

    #[test]
    fn a_host_outside_the_lists_is_introduced_by_post() {
        let id = PersonId::new("host").unwrap();
        let person = Person {
            id: id.clone(),
            name: Text::new("Helen Clark"),
            post: Text::new("Prime Minister"),
            ..Person::default()
        };
        let lunch = Item {
            hosted_by: vec![id],
            place: PlaceId::new("hall"),
            ..item(When::At(day("13:00")))
        };
        let visit = Visit { people: vec![Arc::new(person)], ..visit(vec![lunch]) };
        let sheet = printed(&visit, &Lang::en(), &Options::default());
        let lines = &sheet.days[0].rows[0].lines;
        assert_eq!(lines[1].text, "Hosted by Helen Clark (Prime Minister)");
    }

    #[test]
    fn what_is_open_as_a_whole_is_said_once_and_not_at_every_row() {
        let open = |id: &str| Item {
            id: ItemId::new(id).unwrap(),
            status: ItemStatus::Tentative,
            place: PlaceId::new("hall"),
            ..item(When::At(day("09:00")))
        };
        let all = printed(&visit(vec![open("a"), open("b")]), &Lang::en(), &Options::default());
        assert_eq!(all.notices, ["All of this is still to be confirmed"]);
        assert_eq!(all.days[0].rows[0].lines.len(), 1);
        let settled = item(When::At(day("10:00")));
        let one = printed(&visit(vec![open("a"), settled]), &Lang::en(), &Options::default());
        assert_eq!(one.notices, [""; 0]);
        assert_eq!(one.days[0].rows[0].lines[0].text, "To be confirmed");
    }

    #[test]
    fn a_reissue_says_what_it_replaces_and_marks_what_changed() {
        let options = Options {
            edition: Some(Edition {
                version: 4,
                at: at("2024-07-28 16:40"),
                replaces: Some(Replaced { version: 3, at: Some(at("2024-07-28 14:20")) }),
            }),
            changed: ItemId::new("item").into_iter().collect(),
            ..Options::default()
        };
        let visit = visit(vec![item(When::At(day("09:00")))]);
        let sheet = printed(&visit, &Lang::en(), &options);
        let foot = &sheet.footer;
        assert_eq!(foot.version, "Version 4");
        assert_eq!(foot.issued, "issued 28 July 2024, 16:40");
        assert_eq!(foot.replaces, "replaces version 3 of 28 July 2024, 14:20");
        assert_eq!(foot.page, "Page {n} of {m}");
        assert!(sheet.days[0].rows[0].changed && !foot.mark.is_empty());
        let draft = printed(&visit, &Lang::en(), &Options::default());
        assert_eq!((draft.footer.version.as_str(), draft.footer.issued.as_str()), ("Draft", ""));
        assert!(draft.footer.mark.is_empty());
    }

    #[test]
    fn no_word_of_a_chinese_or_korean_paper_is_english() {
        let full = Item {
            title: Text::new("会"),
            dress: Text::new("装"),
            place: PlaceId::new("hall"),
            journey: Some(Journey { travel: Some(Span::new(1, 2)), ..Journey::default() }),
            ..item(When::About(day("09:00")))
        };
        let mut visit = visit(vec![full]);
        Arc::make_mut(&mut visit.about).languages.clear();
        Arc::make_mut(&mut visit.places[0]).name = Text::new("厅");
        for lang in [Lang::zh(), Lang::ko()] {
            Arc::make_mut(&mut visit.about).language = lang.clone();
            let seen = Projection::new(&visit, Audience::Guest, &lang);
            let text = crate::paper::text(&seen);
            let english = text.chars().filter(char::is_ascii_alphabetic).count();
            assert_eq!(english, 0, "{text}");
        }
    }
}

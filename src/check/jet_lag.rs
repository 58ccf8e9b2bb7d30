//! After several time zones or a day's travel the first day is light, with rest before the
//! evening.

use std::collections::BTreeMap;

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix};
use super::party::Party;
use super::tracks::Track;
use super::{Check, Measure, PROGRAMME, Severity, Source, calendar, limits, shift};
use crate::model::{
    ClockChange, Delegation, ItemKind, Minute, RecordRef, Side, Visit, Zone, moment,
};
use crate::words::say;

/// Travel of so many hours counts as a day's.
const LONG_TRAVEL_MINS: i64 = 10 * 60;
/// From then on it is evening.
const EVENING: (u32, u32) = (17, 30);
/// What rest before the evening takes.
const REST_MINS: i64 = 60;

pub(super) const CHECK: Check = Check {
    id: "jet-lag",
    severity: Severity::Warning,
    summary: || say!("check-jet-lag-summary"),
    why: || say!("check-jet-lag-why"),
    source: Source::Handbooks,
    limits: &[limits::JET_LAG, limits::FIRST_DAY],
    reads: PROGRAMME,
    looks_back: false,
    measure: Measure::Amount,
    run,
};

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for delegation in visit.delegations.iter().filter(|it| it.side == Side::Guest) {
        let Some(people) = facts.delegation(&delegation.id).filter(|it| !it.is_empty()) else {
            continue;
        };
        let arrival = facts.timed.iter().filter_map(|index| facts.entries.get(*index));
        let arrival = arrival.filter(|entry| entry.item.kind == ItemKind::Arrival);
        let arrival = arrival.into_iter().find(|entry| entry.participants.meets(people));
        match tired(facts, delegation, arrival) {
            Some(true) => {
                let Some(arrival) = arrival else { continue };
                first_day(facts, arrival, people, findings);
            }
            Some(false) => {}
            None => {
                let name = visit.label(&RecordRef::Delegation(delegation.id.clone()));
                let message = say!("check-jet-lag-unknown", delegation = name);
                findings.unknown([RecordRef::Delegation(delegation.id.clone())], message, None);
            }
        }
    }
}

/// Whether guests come from so far away; `None` when nothing says from where.
fn tired(facts: &Facts<'_>, from: &Delegation, arrival: Option<&Entry<'_>>) -> Option<bool> {
    let about = &facts.visit.about;
    if arrival.and_then(|it| it.stretch).is_some_and(|it| it.mins() >= LONG_TRAVEL_MINS) {
        return Some(true);
    }
    let at = arrival.and_then(|it| it.when.start());
    let at = at.or_else(|| Minute::at(about.first_day?, 12, 0))?;
    let here = offset(at, &about.zone)?;
    let far = |zone: &Zone| {
        let mins = (offset(at, zone)? - here).abs();
        Some(mins >= facts.limit(&limits::JET_LAG) * 60)
    };
    let stated = arrival.map(|entry| &entry.item.zone).filter(|zone| !zone.is_empty());
    if let Some(zone) = stated {
        return far(zone);
    }
    // A country of several zones says it only where they agree.
    let zones = calendar::country(&from.country)?.zones();
    let mut all = zones.iter().map(far);
    let first = all.next()??;
    all.all(|it| it == Some(first)).then_some(first)
}

/// The minutes that a zone is ahead of UTC.
fn offset(at: Minute, zone: &Zone) -> Option<i64> {
    let utc = Zone::new("UTC")?;
    let known = !zone.is_empty();
    let not_asked = ClockChange::NotAsked;
    known.then(|| moment(at, &utc, not_asked).0 - moment(at, zone, not_asked).0)
}

/// What is found on the day of an arrival, for all who share it.
#[derive(Default)]
struct Load {
    dense: BTreeMap<(i64, usize), Party>,
    restless: BTreeMap<(i64, usize, usize), Party>,
}

fn first_day(facts: &Facts<'_>, arrival: &Entry<'_>, people: &Party, findings: &mut Findings) {
    let mut load = Load::default();
    for track in facts.tracks().iter().filter(|track| track.people.meets(people)) {
        let those = track.people.common(people);
        weigh(facts, arrival, track, &those, &mut load);
    }
    let most = facts.limit(&limits::FIRST_DAY);
    for ((mins, first), people) in load.dense {
        let Some(first) = facts.entries.get(first) else { continue };
        let (names, count) = (facts.names(&people), people.count());
        let message =
            say!("check-jet-lag-dense", people = names, count = count, mins = mins, most = most);
        let things = facts.things([arrival.reference(), first.reference()], &people);
        findings.report(things, mins - most, message);
    }
    for ((free, before, evening), people) in load.restless {
        let entry = |index: usize| facts.entries.get(index);
        let (Some(before), Some(evening)) = (entry(before), entry(evening)) else { continue };
        let message = say!(
            "check-jet-lag-restless",
            people = facts.names(&people),
            count = people.count(),
            item = facts.title(evening.item),
            free = free,
            least = REST_MINS
        );
        let things = facts.things([evening.reference()], &people);
        let mut finding = findings.finding(things, REST_MINS - free, message);
        let rest = (ItemKind::Rest, say!("check-fix-rest-title"), REST_MINS);
        let label = say!("check-fix-rest", mins = REST_MINS, item = facts.title(evening.item));
        let edit = shift::insert(facts, (before, evening), &people, rest);
        finding.fix = edit.map(|edit| Fix { label, edit });
        findings.push(finding);
    }
}

/// The work of the day after the arrival, and the rest before its evening.
fn weigh(facts: &Facts<'_>, arrival: &Entry<'_>, track: &Track, those: &Party, load: &mut Load) {
    let (Some(landed), Some(end)) = (arrival.stretch, arrival.when.assumed_end()) else { return };
    let day = end.day();
    let evening = Minute::at(day, EVENING.0, EVENING.1);
    let mut work = 0;
    let mut first = None;
    let (mut until, mut last, mut rest) = (landed.end.0, None, 0);
    for index in &track.entries {
        let Some(entry) = facts.entries.get(*index) else { continue };
        let (Some(stretch), Some(start)) = (entry.stretch, entry.when.start()) else { continue };
        if stretch.start < landed.end || start.day() != day {
            continue;
        }
        let kind = entry.item.kind;
        let at_ease = matches!(kind, ItemKind::Rest | ItemKind::Free);
        if at_ease {
            rest = rest.max(stretch.mins());
        } else {
            rest = rest.max(stretch.start.0 - until);
        }
        let is_evening = evening.is_some_and(|it| start >= it) && !kind.is_movement() && !at_ease;
        if is_evening {
            if let (true, Some(last)) = (rest < REST_MINS, last) {
                let key = (rest.max(0), last, *index);
                load.restless.entry(key).or_insert_with(|| facts.nobody()).add(those);
            }
            break;
        }
        if !at_ease && !kind.is_movement() && !kind.is_meal() {
            work += stretch.mins();
            first = first.or(Some(*index));
        }
        until = until.max(stretch.end.0);
        last = Some(*index);
    }
    if let (true, Some(first)) = (work > facts.limit(&limits::FIRST_DAY), first) {
        load.dense.entry((work, first)).or_insert_with(|| facts.nobody()).add(those);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::Severity;
    use crate::check::testing::{change, fixed, found, of, visit};
    use crate::model::{ItemKind, Visit, Zone};

    /// Guests who land at ten, coming from a zone.
    fn landing(from: &str, lines: &[&str]) -> Visit {
        let lines: Vec<&str> = ["09:00-10:00 flight: oh"].iter().chain(lines).copied().collect();
        let mut visit = visit(&lines);
        change(&mut visit, "flight", |item| {
            item.kind = ItemKind::Arrival;
            item.zone = Zone::new(from).unwrap_or_default();
            item.end_zone = Zone::new("Asia/Shanghai").unwrap();
            let end = item.when.end().unwrap();
            item.when = crate::model::When::Range(end.plus_mins(-600), end);
        });
        visit
    }

    const DENSE: [&str; 2] = ["11:00-13:00 talks: oh", "13:00-15:01 tour: oh"];

    #[test]
    fn a_dense_first_day_after_many_zones_is_found() {
        assert_eq!(
            found(&landing("Europe/Berlin", &DENSE), "jet-lag"),
            ["oh has 241 min of work on the day of a long journey; 240 is the most"]
        );
    }

    #[test]
    fn next_door_or_a_light_day_is_fine() {
        assert!(found(&landing("Asia/Bangkok", &DENSE), "jet-lag").is_empty());
        let light = ["11:00-13:00 talks: oh", "13:00-15:00 tour: oh"];
        assert!(found(&landing("Europe/Berlin", &light), "jet-lag").is_empty());
    }

    #[test]
    fn before_the_evening_there_is_rest() {
        let lines = ["15:00-17:30 talks: oh", "18:20-20:00 banquet meal: oh"];
        let mut visit = landing("Europe/Berlin", &lines);
        assert!(found(&visit, "jet-lag").is_empty(), "the hours before the talks are rest");
        change(&mut visit, "talks", |item| {
            let end = item.when.end().unwrap();
            item.when = crate::model::When::Range(end.plus_mins(-410), end);
        });
        Arc::make_mut(&mut visit.about).limits.first_day_mins = Some(600);
        assert_eq!(
            found(&visit, "jet-lag"),
            ["oh has 50 min free before “banquet” on the day of a long journey, not 60"]
        );
        let label = "Add rest of 60 min before “banquet”";
        assert!(found(&fixed(&visit, "jet-lag", label), "jet-lag").is_empty());
    }

    #[test]
    fn from_where_guests_come_the_country_says_or_nobody() {
        let mut visit = landing("", &DENSE);
        change(&mut visit, "flight", |item| item.end_zone = Zone::default());
        Arc::make_mut(&mut visit.items[0]).when = crate::check::testing::range("09:00", "10:00");
        assert_eq!(of(&visit, "jet-lag")[0].severity, Severity::Unknown);
        let mut of_country = |code: &str| {
            Arc::make_mut(&mut visit.delegations[0]).country = code.into();
            found(&visit, "jet-lag")
        };
        assert!(of_country("KR").is_empty());
        assert_eq!(of_country("DE").len(), 1);
        assert!(of_country("US")[0].contains("241"), "all of its zones are far away");
    }
}

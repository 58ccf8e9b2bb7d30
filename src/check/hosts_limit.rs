//! The visit lies within its own dates, and items end after they start.

use chrono::NaiveDate;

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix};
use super::{Check, Measure, PROGRAMME, Severity, Source, shift};
use crate::edit::Edit;
use crate::model::{About, Item, Visit, When};
use crate::words::{dates, interface_lang, say};

pub(super) const CHECK: Check = Check {
    id: "hosts-limit",
    severity: Severity::Error,
    summary: || say!("check-hosts-limit-summary"),
    why: || say!("check-hosts-limit-why"),
    source: Source::Plan,
    limits: &[],
    reads: PROGRAMME,
    looks_back: true,
    measure: Measure::Amount,
    run,
};

/// Above any number of days or minutes, so that an end before the start is always the worse.
const BACKWARDS: i64 = 1_000_000;

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let (first, last) = (visit.about.first_day, visit.about.last_day);
    match (first, last) {
        (Some(first), Some(last)) if last < first => {
            let (first, last) = (date(first), date(last));
            findings.report(
                [],
                BACKWARDS,
                say!("check-dates-backwards", first = first, last = last),
            );
        }
        (None, _) | (_, None) => {
            let mut finding = findings.finding([], 1, say!("check-dates-unknown"));
            finding.severity = Severity::Notice;
            finding.fix = dates_of_items(visit, facts);
            findings.push(finding);
        }
        (Some(_), Some(_)) => {}
    }
    for entry in &facts.entries {
        backwards(facts, entry, findings);
        let Some(day) = entry.when.day() else { continue };
        let end = entry.when.end().map_or(day, |end| end.day());
        let early = first.map_or(0, |first| (first - day).num_days());
        let late = last.map_or(0, |last| (end - last).num_days());
        if early.max(late) > 0 {
            outside(facts, entry, (day, end), early.max(late), findings);
        }
    }
}

fn outside(
    facts: &Facts<'_>,
    entry: &Entry<'_>,
    (day, end): (NaiveDate, NaiveDate),
    days: i64,
    findings: &mut Findings,
) {
    // With the year: it may be the year that is wrong.
    let (item, time) = (facts.title(entry.item), dates::range(day, end, &interface_lang()));
    let message = say!("check-outside-dates", item = item, time = time);
    let mut finding = findings.finding([entry.reference()], days, message);
    let about = &facts.visit.about;
    if let (Some(first), Some(last)) = (about.first_day, about.last_day) {
        let (first, last) = (first.min(day), last.max(end));
        finding.fix = Some(lasting(about, first, last));
    }
    findings.push(finding);
}

fn date(day: NaiveDate) -> String {
    dates::date(day, &interface_lang())
}

fn lasting(about: &About, first: NaiveDate, last: NaiveDate) -> Fix {
    let label = say!("check-fix-dates", first = date(first), last = date(last));
    let about = About { first_day: Some(first), last_day: Some(last), ..about.clone() };
    Fix { label, edit: Edit::About(about.into()) }
}

fn dates_of_items(visit: &Visit, facts: &Facts<'_>) -> Option<Fix> {
    let days = || facts.entries.iter().filter_map(|entry| entry.when.day());
    let about = &visit.about;
    let first = about.first_day.or_else(|| days().min())?;
    let last = about.last_day.or_else(|| days().max())?;
    (first <= last).then(|| lasting(about, first, last))
}

fn backwards(facts: &Facts<'_>, entry: &Entry<'_>, findings: &mut Findings) {
    let (Some(stretch), true) = (entry.stretch, entry.when.end().is_some()) else { return };
    if stretch.mins() > 0 {
        return;
    }
    let (item, time) = (facts.title(entry.item), shift::time(entry.when));
    let message = say!("check-ends-before", item = item, time = time);
    let measure = BACKWARDS - stretch.mins();
    let mut finding = findings.finding([entry.reference()], measure, message);
    finding.fix = over_midnight(facts, entry);
    findings.push(finding);
}

/// "22:00 to 01:00" ends on the next day.
fn over_midnight(facts: &Facts<'_>, entry: &Entry<'_>) -> Option<Fix> {
    const DAY_MINS: i64 = 24 * 60;
    let next = |end: crate::model::Minute| end.plus_mins(DAY_MINS);
    let when = match entry.when {
        When::Range(start, end) => When::Range(start, next(end)),
        When::AboutRange(start, end) => When::AboutRange(start, next(end)),
        When::Unscheduled | When::Day(_) | When::At(_) | When::About(_) | When::NotBefore(_) => {
            return None;
        }
    };
    let mins = facts.visit.stretch(entry.item, when)?.mins();
    if !(1..DAY_MINS).contains(&mins) || !entry.is_own() {
        return None;
    }
    let label = say!("check-fix-next-day", item = facts.title(entry.item));
    Some(Fix { label, edit: Edit::set(Item { when, ..Item::clone(entry.item) }) })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::testing::{change, fixed, found, minute, visit};
    use crate::model::{When, Zone};

    #[test]
    fn an_item_outside_the_dates_is_found_and_the_dates_can_hold_it() {
        let mut visit = visit(&["09:00-10:00 tour: oh"]);
        let about = Arc::make_mut(&mut visit.about);
        about.first_day = about.first_day.and_then(|day| day.succ_opt());
        about.last_day = about.first_day;
        assert_eq!(
            found(&visit, "hosts-limit"),
            ["“tour” (29 July 2024) lies outside the dates of the visit"]
        );
        let label = "Let the visit last from 29 July 2024 to 30 July 2024";
        assert!(found(&fixed(&visit, "hosts-limit", label), "hosts-limit").is_empty());
    }

    #[test]
    fn items_on_the_first_and_last_day_are_within() {
        assert!(found(&visit(&["00:00-23:59 tour: oh"]), "hosts-limit").is_empty());
    }

    #[test]
    fn an_end_before_the_start_is_found_and_may_mean_the_next_day() {
        let mut visit = visit(&["22:00-01:00 banquet: oh"]);
        let about = Arc::make_mut(&mut visit.about);
        about.last_day = about.last_day.and_then(|day| day.succ_opt());
        assert_eq!(
            found(&visit, "hosts-limit"),
            ["“banquet” (29 July 22:00–01:00) does not end after it starts"]
        );
        let fixed = fixed(&visit, "hosts-limit", "Let “banquet” end on the next day");
        assert!(found(&fixed, "hosts-limit").is_empty());
    }

    #[test]
    fn a_flight_that_lands_earlier_by_the_local_clock_ends_after_it_starts() {
        let mut visit = visit(&["10:00-10:00 flight: oh"]);
        assert_eq!(found(&visit, "hosts-limit").len(), 1);
        change(&mut visit, "flight", |item| {
            item.when = When::Range(minute("10:00"), minute("09:30"));
            item.end_zone = Zone::new("Europe/Berlin").unwrap();
        });
        assert!(found(&visit, "hosts-limit").is_empty());
    }

    #[test]
    fn a_visit_without_dates_can_take_those_of_its_items() {
        let mut visit = visit(&["09:00-10:00 tour: oh"]);
        Arc::make_mut(&mut visit.about).last_day = None;
        let label = "Let the visit last from 29 July 2024 to 29 July 2024";
        assert!(found(&fixed(&visit, "hosts-limit", label), "hosts-limit").is_empty());
    }
}

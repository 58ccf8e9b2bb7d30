//! Items on a weekly rest day or a public holiday of either side.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDate};

use super::calendar::{self, Day};
use super::facts::{Entry, Facts, enumerate};
use super::findings::Findings;
use super::{Check, Measure, PROGRAMME, Severity, Source, shift};
use crate::model::{RecordRef, Side, Visit};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "holiday",
    severity: Severity::Notice,
    summary: || say!("check-holiday-summary"),
    why: || say!("check-holiday-why"),
    source: Source::HolidayLaws,
    limits: &[],
    reads: PROGRAMME,
    looks_back: false,
    measure: Measure::Amount,
    run,
};

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let mut days: BTreeMap<NaiveDate, Vec<&Entry<'_>>> = BTreeMap::new();
    for entry in facts.entries.iter().filter(|entry| !entry.item.kind.is_movement()) {
        if let Some(day) = entry.when.day() {
            days.entry(day).or_default().push(entry);
        }
    }
    let mut unknown: BTreeSet<(&str, i32)> = BTreeSet::new();
    let mut rests: BTreeMap<(NaiveDate, Day), Vec<&str>> = BTreeMap::new();
    let mut first: Option<&Entry<'_>> = None;
    for (code, of) in countries(visit, findings) {
        let Some(country) = calendar::country(code) else {
            findings.unknown(of, say!("check-holiday-no-country", country = code), None);
            continue;
        };
        for (day, entries) in &days {
            match country.day(*day) {
                Day::Working => {}
                Day::Unknown => {
                    unknown.insert((code, day.year()));
                    first = first.or(entries.first().copied());
                }
                rest @ (Day::Rest | Day::Holiday) => {
                    rests.entry((*day, rest)).or_default().push(code);
                }
            }
        }
    }
    for ((day, rest), codes) in &rests {
        let entries = days.get(day).map(Vec::as_slice).unwrap_or_default();
        report(facts, codes, (*day, *rest), entries, findings);
    }
    let Some(first) = first else { return };
    let years: Vec<String> = unknown
        .into_iter()
        .map(|(code, year)| say!("check-holiday-year", country = code, year = year.to_string()))
        .collect();
    let years: Vec<&str> = years.iter().map(String::as_str).collect();
    let message = say!("check-holiday-unknown", years = enumerate(&years, 0));
    findings.unknown([first.reference()], message, None);
}

/// The host's country and those of the guests, each once with whose it is; a side without one is
/// said.
fn countries<'a>(visit: &'a Visit, findings: &mut Findings) -> Vec<(&'a str, Option<RecordRef>)> {
    let mut codes = vec![(visit.about.country.as_str(), None)];
    let guests = visit.delegations.iter().filter(|it| it.side == Side::Guest);
    for delegation in guests {
        let what = RecordRef::Delegation(delegation.id.clone());
        if delegation.country.is_empty() {
            let message = say!("check-holiday-of-whom", delegation = visit.label(&what));
            findings.unknown([what.clone()], message, None);
        }
        codes.push((&delegation.country, Some(what)));
    }
    if visit.about.country.is_empty() {
        findings.unknown([], say!("check-holiday-no-host"), None);
    }
    let mut seen = BTreeSet::new();
    codes.retain(|(code, _)| !code.is_empty() && seen.insert(*code));
    codes
}

fn report(
    facts: &Facts<'_>,
    codes: &[&str],
    (day, rest): (NaiveDate, Day),
    entries: &[&Entry<'_>],
    findings: &mut Findings,
) {
    let Some(first) = entries.first() else { return };
    let (date, count, item) = (shift::day(day), entries.len(), facts.title(first.item));
    let is_holiday = rest == Day::Holiday;
    let country = enumerate(codes, 0);
    let message = if is_holiday {
        say!("check-holiday", day = date, country = country, count = count, item = item)
    } else {
        say!("check-holiday-rest", day = date, country = country, count = count, item = item)
    };
    // A holiday weighs more than a rest day, and how many items fall on it does not matter.
    let mut finding = findings.finding([first.reference()], 1 + i64::from(is_holiday), message);
    if is_holiday && codes.contains(&facts.visit.about.country.as_str()) {
        finding.severity = Severity::Warning;
    }
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::Severity;
    use crate::check::testing::{of, visit};
    use crate::model::{Visit, When};

    fn on(day: &str, host: &str, guest: &str) -> Visit {
        let mut visit = visit(&["?? tour: oh luo"]);
        Arc::make_mut(&mut visit.items[0]).when = When::Day(day.parse().unwrap());
        Arc::make_mut(&mut visit.about).country = host.into();
        Arc::make_mut(&mut visit.delegations[0]).country = guest.into();
        visit
    }

    fn seen(visit: &Visit) -> Vec<(Severity, String)> {
        of(visit, "holiday").into_iter().map(|it| (it.severity, it.message)).collect()
    }

    #[test]
    fn rest_days_and_holidays_of_either_side_are_found() {
        assert_eq!(
            seen(&on("2024-08-15", "CN", "KR")),
            [(Severity::Notice, "15 August is a public holiday in KR: “tour”".to_owned())]
        );
        let sunday = seen(&on("2024-07-28", "CN", "KR"));
        assert_eq!(
            sunday,
            [(Severity::Notice, "28 July is the weekly rest day in CN, KR: “tour”".to_owned())]
        );
        assert_eq!(seen(&on("2024-10-01", "CN", "DE"))[0].0, Severity::Warning);
    }

    #[test]
    fn a_working_day_is_fine_and_so_is_a_weekend_that_is_worked() {
        assert!(seen(&on("2024-07-29", "CN", "KR")).is_empty());
        assert!(seen(&on("2024-02-18", "CN", "CN")).is_empty());
    }

    #[test]
    fn what_no_calendar_tells_is_unknown() {
        let unknown = |host: &str, guest: &str, message: &str| {
            let found = seen(&on("2098-02-05", host, guest));
            assert!(found.contains(&(Severity::Unknown, message.to_owned())), "{found:?}");
        };
        unknown("CN", "CN", "Which days are public holidays is not known: CN 2098");
        unknown("DE", "XX", "The public holidays of XX are not known");
        unknown("DE", "", "The country of guests is not stated, nor therefore its holidays");
        unknown("", "DE", "The host country is not stated, nor therefore its holidays");
    }
}

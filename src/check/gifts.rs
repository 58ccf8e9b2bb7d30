//! Gifts are chosen and ready in time, fair among equals, never the same twice, and in the
//! register where their value asks for it.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::facts::Facts;
use super::findings::{Findings, Fix};
use super::history::is_before;
use super::{Check, Measure, Past, Severity, Source, limits, shift};
use crate::edit::Edit;
use crate::model::{
    Gift, GiftDirection, GiftStatus, Person, PersonId, RecordKind, RecordRef, Status, Visit,
};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "gifts",
    severity: Severity::Warning,
    summary: || say!("check-gifts-summary"),
    why: || say!("check-gifts-why"),
    source: Source::GiftRules,
    limits: &[limits::GIFT_READY, limits::GIFT_VALUE],
    reads: &[RecordKind::Gift, RecordKind::Person, RecordKind::Item],
    looks_back: true,
    measure: Measure::Flags,
    run,
};

/// What can be wrong. The bits are kept in files: never renumbered.
const LATE: i64 = 1;
const NOT_READY: i64 = 2;
const AGAIN: i64 = 4;
const UNEQUAL: i64 = 8;
const REGISTER: i64 = 16;
const NO_RECEIVER: i64 = 32;

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let over = matches!(visit.about.status, Status::Done | Status::Cancelled);
    for gift in &visit.gifts {
        register(facts, gift, findings);
        if over || matches!(gift.status, GiftStatus::Handed | GiftStatus::Declined) {
            continue;
        }
        again(facts, gift, findings);
        if gift.direction == GiftDirection::ToGuests {
            if gift.receiver.is_none() {
                let message = say!("check-gifts-no-receiver", gift = what(facts, gift));
                findings.report([reference(gift)], NO_RECEIVER, message);
            }
            ready(visit, facts, gift, findings);
        }
    }
    if !over {
        equals(visit, facts, findings);
    }
}

fn reference(gift: &Gift) -> RecordRef {
    RecordRef::Gift(gift.id.clone())
}

fn what(facts: &Facts<'_>, gift: &Gift) -> String {
    facts.visit.label(&reference(gift))
}

/// By when it must lie ready: some days before it is handed over.
fn due(visit: &Visit, facts: &Facts<'_>, gift: &Gift) -> Option<NaiveDate> {
    let item = gift.item.as_ref().and_then(|id| visit.item(id));
    let handed = item.and_then(|item| item.when.day()).or(visit.about.first_day)?;
    handed.checked_sub_days(Days::new(facts.limit(&limits::GIFT_READY).unsigned_abs()))
}

fn ready(visit: &Visit, facts: &Facts<'_>, gift: &Gift, findings: &mut Findings) {
    let Some(due) = due(visit, facts, gift) else { return };
    let is_ready = matches!(gift.status, GiftStatus::Ready | GiftStatus::Handed);
    let fix = || {
        let edit = Edit::set(Gift { ready_by: Some(due), ..gift.clone() });
        Fix { label: say!("check-fix-ready-by", day = shift::day(due)), edit }
    };
    let (name, day) = (what(facts, gift), shift::day(due));
    if !is_ready && facts.beside.today.is_some_and(|today| today > due) {
        let status = crate::words::choice(gift.status);
        let message = say!("check-gifts-not-ready", gift = name, day = day, status = status);
        findings.report([reference(gift)], NOT_READY, message);
    } else if !is_ready && gift.ready_by.is_none() {
        let message = say!("check-gifts-ready-unknown", gift = name, day = day);
        findings.unknown([reference(gift)], message, Some(fix()));
    } else if let Some(ready) = gift.ready_by.filter(|ready| *ready > due && !is_ready) {
        let ready = shift::day(ready);
        let message = say!("check-gifts-late", gift = name, ready = ready, day = day);
        let finding = findings.finding([reference(gift)], LATE, message);
        findings.push(super::Finding { fix: Some(fix()), ..finding });
    }
}

/// The same person got the same on an earlier visit.
fn again(facts: &Facts<'_>, gift: &Gift, findings: &mut Findings) {
    let (Some(receiver), Some(past)) = (&gift.receiver, &facts.beside.past) else { return };
    let of = RecordRef::Person(receiver.clone());
    let is_of = |past: &&Past| past.of == of && is_before(past, facts.visit);
    let same = past
        .iter()
        .filter(is_of)
        .find(|past| past.gifts.iter().any(|before| before.all().any(|name| is_same(name, gift))));
    let Some(before) = same else { return };
    let lang = facts.visit.language();
    let message = say!(
        "check-gifts-again",
        person = facts.visit.person_label(receiver),
        gift = what(facts, gift),
        visit = before.title.in_lang(&lang)
    );
    findings.report([reference(gift), of], AGAIN, message);
}

fn is_same(before: &str, gift: &Gift) -> bool {
    let plain = |name: &str| name.trim().to_lowercase();
    !before.trim().is_empty() && gift.what.all().any(|name| plain(name) == plain(before))
}

/// Above the office's limit a gift is accounted for.
fn register(facts: &Facts<'_>, gift: &Gift, findings: &mut Findings) {
    let Some(limit) = facts.stated(&limits::GIFT_VALUE) else { return };
    if gift.direction != GiftDirection::FromGuests {
        return;
    }
    let name = what(facts, gift);
    let Some(value) = amount(&gift.value) else {
        let message = say!("check-gifts-value-unknown", gift = name, limit = limit);
        return findings.unknown([reference(gift)], message, None);
    };
    if value >= limit && (gift.accountable.is_none() || gift.location.is_empty()) {
        let value = gift.value.as_str();
        let message = say!("check-gifts-register", gift = name, value = value, limit = limit);
        findings.report([reference(gift)], REGISTER, message);
    }
}

/// "CNY 1,480.00" as 1480.
fn amount(value: &str) -> Option<i64> {
    let digits = value.trim_start_matches(|c: char| !c.is_ascii_digit());
    let whole = digits.split('.').next().unwrap_or_default();
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    whole.parse().ok()
}

/// Of guests of one rank either all get a gift or none, and of one value.
fn equals(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let mut given: BTreeMap<&PersonId, &Gift> = BTreeMap::new();
    for gift in visit.gifts.iter().filter(|it| it.direction == GiftDirection::ToGuests) {
        if let Some(receiver) = &gift.receiver {
            given.insert(receiver, gift);
        }
    }
    let mut ranks: BTreeMap<u16, Vec<&Person>> = BTreeMap::new();
    for person in facts.persons(&facts.guests).filter(|person| person.rank > 0) {
        ranks.entry(person.rank).or_default().push(person);
    }
    for people in ranks.values() {
        let Some(first) = people.iter().find_map(|person| given.get(&person.id)) else { continue };
        let without = people.iter().find(|person| !given.contains_key(&person.id));
        let other = people.iter().filter_map(|person| given.get(&person.id)).find(|gift| {
            amount(&gift.value).zip(amount(&first.value)).is_some_and(|(a, b)| a != b)
        });
        let receiver = first.receiver.as_ref().map(|id| visit.person_label(id));
        let Some(receiver) = receiver else { continue };
        if let Some(person) = without {
            let name = visit.person_label(&person.id);
            let message = say!("check-gifts-without", one = receiver, other = name);
            let things = [reference(first), RecordRef::Person(person.id.clone())];
            findings.report(things, UNEQUAL, message);
        } else if let Some(other) = other {
            let message = say!(
                "check-gifts-unequal",
                one = what(facts, first),
                value = first.value.as_str(),
                other = what(facts, other),
                other_value = other.value.as_str()
            );
            findings.report([reference(first), reference(other)], UNEQUAL, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::check::Beside;
    use crate::check::testing::{
        beside, change_person, fixed, found, of, of_beside, person_id, visit,
    };
    use crate::model::{GiftId, Text, VisitId};

    fn with_gift(change: impl FnOnce(&mut Gift)) -> Visit {
        let mut visit = visit(&["09:00-10:00 banquet: oh delegate"]);
        let mut gift = Gift {
            id: GiftId::new("vase").unwrap(),
            what: Text::new("Vase"),
            receiver: Some(person_id(&mut visit, "oh")),
            ready_by: "2024-07-22".parse().ok(),
            ..Gift::default()
        };
        change(&mut gift);
        visit.gifts.push(Arc::new(gift));
        visit
    }

    #[test]
    fn a_gift_is_ready_a_week_before() {
        assert!(found(&with_gift(|_| {}), "gifts").is_empty());
        let late = with_gift(|gift| gift.ready_by = "2024-07-23".parse().ok());
        assert_eq!(
            found(&late, "gifts"),
            ["“Vase” is to be ready by 23 July, but is due on 22 July"]
        );
        assert!(found(&fixed(&late, "gifts", "Let it be ready by 22 July"), "gifts").is_empty());
        let unknown = of(&with_gift(|gift| gift.ready_by = None), "gifts");
        assert_eq!(unknown[0].severity, Severity::Unknown);
    }

    #[test]
    fn what_is_not_ready_when_the_day_has_come_is_found() {
        let on = |day: &str| Beside { today: day.parse().ok(), ..Beside::default() };
        let visit = with_gift(|gift| gift.status = GiftStatus::Ordered);
        assert!(of_beside(&visit, &on("2024-07-22"), "gifts").is_empty());
        assert_eq!(of_beside(&visit, &on("2024-07-23"), "gifts").len(), 1);
        let ready = with_gift(|gift| gift.status = GiftStatus::Ready);
        assert!(of_beside(&ready, &on("2024-07-23"), "gifts").is_empty());
    }

    #[test]
    fn nobody_gets_the_same_twice() {
        let before = |of: &str, gift: &str| Past {
            of: RecordRef::Person(PersonId::new(of).unwrap()),
            visit: VisitId::new("before").unwrap(),
            title: "Seoul 2022".into(),
            first_day: None,
            gifts: vec![Text::new(gift)],
            open: Vec::new(),
        };
        let visit = with_gift(|_| {});
        let again = of_beside(&visit, &beside(vec![before("oh", "vase ")]), "gifts");
        assert_eq!(again[0].message, "oh got “Vase” already on “Seoul 2022”");
        let other = beside(vec![before("oh", "Tea set"), before("delegate", "Vase")]);
        assert!(of_beside(&visit, &other, "gifts").is_empty());
    }

    #[test]
    fn guests_of_one_rank_get_alike() {
        let mut visit = with_gift(|_| {});
        for id in ["oh", "delegate"] {
            change_person(&mut visit, id, |person| person.rank = 2);
        }
        assert_eq!(found(&visit, "gifts"), ["oh gets a gift, and delegate of the same rank none"]);
        change_person(&mut visit, "delegate", |person| person.rank = 3);
        assert!(found(&visit, "gifts").is_empty());
    }

    #[test]
    fn above_the_limit_a_gift_received_goes_into_the_register() {
        let received = |value: &str| {
            let mut visit = with_gift(|gift| {
                gift.direction = GiftDirection::FromGuests;
                gift.value = value.into();
            });
            Arc::make_mut(&mut visit.about).limits.gift_value = Some(480);
            of(&visit, "gifts")
        };
        assert_eq!(
            received("CNY 1,480.00")[0].message,
            "“Vase” (CNY 1,480.00) goes into the register from 480 on: say where it is and who accounts for it"
        );
        assert!(received("CNY 479.99").is_empty());
        assert_eq!(received("")[0].severity, Severity::Unknown);
    }
}

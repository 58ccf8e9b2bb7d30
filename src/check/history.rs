//! What is remembered of the principal and of the bodies that come: earlier visits, gifts, and
//! promises that are still open.

use std::collections::BTreeSet;

use super::facts::{Facts, enumerate};
use super::findings::{Findings, measure};
use super::{Check, Measure, Past, Severity, Source};
use crate::model::{RecordKind, RecordRef, Side, Text, Visit, VisitId};
use crate::words::{dates, interface_lang, say};

pub(super) const CHECK: Check = Check {
    id: "history",
    severity: Severity::Notice,
    summary: || say!("check-history-summary"),
    why: || say!("check-history-why"),
    source: Source::Handbooks,
    limits: &[],
    reads: &[RecordKind::Delegation, RecordKind::Person],
    looks_back: false,
    measure: Measure::Amount,
    run,
};

/// How many a sentence names.
const NAMED: usize = 3;

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let of_whom = subjects(visit);
    let Some(past) = &facts.beside.past else {
        if !of_whom.is_empty() {
            findings.unknown([], say!("check-history-unknown"), None);
        }
        return;
    };
    // What was told of the principal is not told of the delegation again.
    let mut told: BTreeSet<&VisitId> = BTreeSet::new();
    for of in of_whom {
        let is_news =
            |past: &&Past| past.of == of && is_before(past, visit) && !told.contains(&past.visit);
        let before: Vec<&Past> = past.iter().filter(is_news).collect();
        if before.is_empty() {
            continue;
        }
        told.extend(before.iter().map(|past| &past.visit));
        earlier(visit, &of, &before, findings);
        let open: Vec<&Text> = before.iter().flat_map(|past| &past.open).collect();
        if !open.is_empty() {
            promises(visit, &of, &open, findings);
        }
    }
}

/// The principal, and every delegation that visits.
pub(super) fn subjects(visit: &Visit) -> Vec<RecordRef> {
    let about = &visit.about;
    let mut people: Vec<_> = about.principal.iter().chain(&about.guest_of_honour).collect();
    people.dedup();
    let people = people.into_iter().cloned().map(RecordRef::Person);
    let guests = visit.delegations.iter().filter(|delegation| delegation.side == Side::Guest);
    people.chain(guests.map(|it| RecordRef::Delegation(it.id.clone()))).collect()
}

/// Whether it was before this one; where a date is missing, it is taken to have been.
pub(super) fn is_before(past: &Past, visit: &Visit) -> bool {
    past.first_day.zip(visit.about.first_day).is_none_or(|(then, now)| then < now)
}

fn earlier(visit: &Visit, of: &RecordRef, before: &[&Past], findings: &mut Findings) {
    let lang = visit.language();
    let named: Vec<String> = before
        .iter()
        .take(NAMED)
        .map(|past| {
            let title = past.title.in_lang(&lang);
            match past.first_day {
                Some(day) => say!(
                    "check-history-visit",
                    title = title,
                    day = dates::date(day, &interface_lang())
                ),
                None => title.to_owned(),
            }
        })
        .collect();
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    let rest = before.len().saturating_sub(named.len());
    let (who, visits) = (visit.label(of), enumerate(&named, rest));
    let gifts: Vec<&str> = before
        .iter()
        .flat_map(|past| &past.gifts)
        .map(|gift| gift.in_lang(&lang))
        .filter(|gift| !gift.is_empty())
        .collect();
    let message = if gifts.is_empty() {
        say!("check-history", who = who, visits = visits)
    } else {
        let shown = gifts.get(..gifts.len().min(NAMED)).unwrap_or_default();
        let gifts = enumerate(shown, gifts.len() - shown.len());
        say!("check-history-gifts", who = who, visits = visits, gifts = gifts)
    };
    findings.report([of.clone()], measure(before.len()), message);
}

fn promises(visit: &Visit, of: &RecordRef, open: &[&Text], findings: &mut Findings) {
    /// Apart from the earlier visits themselves, so that each can be dismissed alone.
    const PROMISES: i64 = 1000;
    let lang = visit.language();
    let shown: Vec<&str> = open.iter().take(NAMED).map(|what| what.in_lang(&lang)).collect();
    let what = enumerate(&shown, open.len() - shown.len());
    let message = say!("check-history-promises", who = visit.label(of), what = what);
    let mut finding = findings.finding([of.clone()], PROMISES + measure(open.len()), message);
    finding.severity = Severity::Warning;
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::check::testing::{beside, of, of_beside, person_id, visit};
    use crate::model::VisitId;

    fn with_principal() -> Visit {
        let mut visit = visit(&["09:00-10:00 talks: oh"]);
        let oh = person_id(&mut visit, "oh");
        Arc::make_mut(&mut visit.about).principal = Some(oh);
        visit
    }

    fn past(of: RecordRef, gifts: &[&str], open: &[&str]) -> Past {
        let texts = |all: &[&str]| all.iter().map(|one| Text::new(*one)).collect();
        Past {
            of,
            visit: VisitId::new("before").unwrap(),
            title: Text::new("Seoul in Chongqing"),
            first_day: "2022-05-04".parse().ok(),
            gifts: texts(gifts),
            open: texts(open),
        }
    }

    fn principal() -> RecordRef {
        RecordRef::Person(crate::model::PersonId::new("oh").unwrap())
    }

    #[test]
    fn earlier_visits_gifts_and_open_promises_of_the_principal_are_told() {
        let known = beside(vec![past(principal(), &["Vase"], &["Send the film"])]);
        let found = of_beside(&with_principal(), &known, "history");
        let told: Vec<_> = found.iter().map(|it| (it.severity, it.message.as_str())).collect();
        assert_eq!(
            told,
            [
                (Severity::Warning, "Still open from earlier visits of oh: Send the film"),
                (
                    Severity::Notice,
                    "Earlier visits of oh: Seoul in Chongqing (4 May 2022); gifts then: Vase"
                ),
            ]
        );
    }

    #[test]
    fn nobody_elses_past_is_told_and_a_first_visit_says_nothing() {
        let other = RecordRef::Person(crate::model::PersonId::new("delegate").unwrap());
        let known = beside(vec![past(other, &["Vase"], &[])]);
        assert!(of_beside(&with_principal(), &known, "history").is_empty());
        assert!(of_beside(&with_principal(), &beside(Vec::new()), "history").is_empty());
    }

    #[test]
    fn what_was_told_of_the_principal_is_not_told_of_the_delegation_again() {
        let delegation = RecordRef::Delegation(crate::model::DelegationId::new("guests").unwrap());
        let both = [principal(), delegation.clone()].map(|of| past(of, &[], &["Send the film"]));
        let found = of_beside(&with_principal(), &beside(both.into()), "history");
        assert!(found.len() == 2 && found.iter().all(|it| it.things == [principal()]), "{found:?}");
        let alone = beside(vec![past(delegation, &[], &[])]);
        assert_eq!(of_beside(&with_principal(), &alone, "history").len(), 1);
    }

    #[test]
    fn a_visit_of_the_same_days_is_no_earlier_one() {
        let mut same = past(principal(), &[], &[]);
        same.first_day = with_principal().about.first_day;
        assert!(of_beside(&with_principal(), &beside(vec![same]), "history").is_empty());
    }

    #[test]
    fn where_nobody_has_looked_the_past_is_unknown() {
        assert_eq!(of(&with_principal(), "history")[0].severity, Severity::Unknown);
    }
}

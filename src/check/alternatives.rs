//! An arrival that is not sure has an alternative, and of alternatives one is chosen.

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix};
use super::{Check, Measure, PROGRAMME, Severity, Source, shift};
use crate::edit::Edit;
use crate::model::{Item, ItemKind, ItemStatus, Visit};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "alternatives",
    severity: Severity::Warning,
    summary: || say!("check-alternatives-summary"),
    why: || say!("check-alternatives-why"),
    source: Source::Handbooks,
    limits: &[],
    reads: PROGRAMME,
    looks_back: false,
    measure: Measure::Amount,
    run,
};

/// A choice that is none weighs more than one that is missing.
const UNSURE: i64 = 1;
const NO_SUCH: i64 = 2;

fn run(_: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for entry in &facts.entries {
        let item = entry.item;
        if !item.chosen.is_empty() && item.chosen_alternative().is_none() {
            no_such(facts, entry, findings);
        } else if item.kind == ItemKind::Arrival && item.alternatives.is_empty() && is_unsure(entry)
        {
            let message = say!(
                "check-alternatives-unsure",
                item = facts.title(item),
                time = shift::time(entry.when)
            );
            let mut finding = findings.finding([entry.reference()], UNSURE, message);
            finding.severity = Severity::Notice;
            findings.push(finding);
        }
    }
}

fn is_unsure(entry: &Entry<'_>) -> bool {
    !entry.when.is_firm() || entry.item.status == ItemStatus::Tentative
}

fn no_such(facts: &Facts<'_>, entry: &Entry<'_>, findings: &mut Findings) {
    let (title, chosen) = (facts.title(entry.item), entry.item.chosen.as_str());
    let message = say!("check-alternatives-no-such", item = title, chosen = chosen);
    let mut finding = findings.finding([entry.reference()], NO_SUCH, message);
    let first = entry.item.alternatives.iter().find(|other| !other.label.is_empty());
    let mut item = Item::clone(entry.item);
    item.chosen = first.map(|other| other.label.clone()).unwrap_or_default();
    let label = match first {
        Some(other) => {
            let title = facts.title(entry.item);
            say!("check-fix-choose", label = other.label.as_str(), item = title)
        }
        None => say!("check-fix-itself", item = facts.title(entry.item)),
    };
    finding.fix = Some(Fix { label, edit: Edit::set(item) });
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{change, fixed, found, minute, visit};
    use crate::model::{Alternative, ItemKind, ItemStatus, Visit, When};

    fn arrival() -> Visit {
        let mut visit = visit(&["10:00-12:00 flight: oh"]);
        change(&mut visit, "flight", |item| {
            item.kind = ItemKind::Arrival;
            item.status = ItemStatus::Confirmed;
        });
        visit
    }

    fn with(labels: &[&str], chosen: &str) -> Visit {
        let mut visit = arrival();
        change(&mut visit, "flight", |item| {
            item.when = When::About(minute("10:00"));
            item.chosen = chosen.into();
            let other = |label: &&str| Alternative { label: (*label).into(), ..Default::default() };
            item.alternatives = labels.iter().map(other).collect();
        });
        visit
    }

    #[test]
    fn an_unsure_arrival_without_an_alternative_is_found_and_a_sure_one_is_fine() {
        assert_eq!(
            found(&with(&[], ""), "alternatives"),
            ["“flight” (29 July 10:00) is not sure and has no alternative"]
        );
        assert!(found(&arrival(), "alternatives").is_empty());
        assert!(found(&with(&["A", "B"], "A"), "alternatives").is_empty());
    }

    #[test]
    fn a_choice_that_is_none_of_them_is_found_and_one_can_be_chosen() {
        let visit = with(&["A", "B"], "C");
        assert_eq!(
            found(&visit, "alternatives"),
            ["Of “flight” alternative C is chosen, which there is not"]
        );
        let fixed = fixed(&visit, "alternatives", "Choose alternative A of “flight”");
        assert!(found(&fixed, "alternatives").is_empty());
    }
}

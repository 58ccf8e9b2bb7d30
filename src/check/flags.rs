//! One flag for each country that is present at a signing.

use super::facts::Facts;
use super::findings::{Findings, Fix};
use super::{Check, Measure, Severity, Source};
use crate::edit::Edit;
use crate::model::{
    Arrangement, ArrangementId, ArrangementKind, Delegation, ItemKind, RecordKind, RecordRef, Side,
    Visit,
};
use crate::words::{choice, say};

pub(super) const CHECK: Check = Check {
    id: "flags",
    severity: Severity::Notice,
    summary: || say!("check-flags-summary"),
    why: || say!("check-flags-why"),
    source: Source::Handbooks,
    limits: &[],
    reads: &[
        RecordKind::Arrangement,
        RecordKind::Item,
        RecordKind::Person,
        RecordKind::Delegation,
        RecordKind::Group,
    ],
    looks_back: false,
    measure: Measure::Amount,
    run,
};

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for entry in &facts.entries {
        let plan = visit.arrangements.iter().find(|plan| {
            plan.kind == ArrangementKind::Flags && plan.item.as_ref() == Some(&entry.item.id)
        });
        let title = facts.title(entry.item);
        let Some(plan) = plan else {
            if entry.item.kind == ItemKind::Signing && !entry.participants.is_empty() {
                let message = say!("check-flags", item = title.as_str());
                let mut finding = findings.finding([entry.reference()], 1, message);
                finding.fix = plan_them(visit, entry.item.id.clone(), &title);
                findings.push(finding);
            }
            continue;
        };
        let plan = RecordRef::Arrangement(plan.id.clone());
        if visit.about.country.is_empty() {
            let message = say!("check-flags-host", item = title.as_str());
            findings.unknown([plan.clone()], message, None);
        }
        let is_there = |delegation: &&std::sync::Arc<Delegation>| {
            facts.party(delegation.people()).meets(&entry.participants)
        };
        let guests = visit.delegations.iter().filter(|party| party.side == Side::Guest);
        for party in guests.filter(|party| party.country.is_empty()).filter(is_there) {
            let delegation = RecordRef::Delegation(party.id.clone());
            let name = visit.label(&delegation);
            let message = say!("check-flags-guest", item = title.as_str(), name = name);
            findings.unknown([plan.clone(), delegation], message, None);
        }
    }
}

fn plan_them(visit: &Visit, item: crate::model::ItemId, title: &str) -> Option<Fix> {
    let id = visit.fresh_id(RecordKind::Arrangement, &format!("flags-{title}"));
    let flags = choice(ArrangementKind::Flags);
    let plan = Arrangement {
        id: ArrangementId::new(&id)?,
        item: Some(item),
        kind: ArrangementKind::Flags,
        title: format!("{title} – {flags}").as_str().into(),
        ..Arrangement::default()
    };
    Some(Fix { label: say!("check-fix-flags", item = title), edit: Edit::add(plan) })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::testing::{change, fixed, found, visit};
    use crate::model::{ItemKind, Visit};

    fn signing() -> Visit {
        let mut visit = visit(&["09:00-10:00 signing: oh luo"]);
        change(&mut visit, "signing", |item| item.kind = ItemKind::Signing);
        visit
    }

    #[test]
    fn a_signing_wants_flags_of_countries_that_are_known() {
        let visit = signing();
        assert_eq!(found(&visit, "flags"), ["No flags are planned for “signing”"]);
        let mut planned = fixed(&visit, "flags", "Plan the flags of “signing”");
        assert_eq!(
            found(&planned, "flags"),
            [
                "Which flags stand at “signing” cannot be told: the country of the visit is not stated",
                "Which flags stand at “signing” cannot be told: the country of guests is not stated"
            ]
        );
        Arc::make_mut(&mut planned.about).country = "CN".to_owned();
        Arc::make_mut(&mut planned.delegations[0]).country = "KR".to_owned();
        assert!(found(&planned, "flags").is_empty());
    }
}

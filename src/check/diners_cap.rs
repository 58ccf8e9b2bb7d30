//! Not more hosts at a table than the rule on accompanying diners allows.

use super::facts::Facts;
use super::findings::{Findings, measure};
use super::{Check, Measure, PROGRAMME, Severity, Source, limits};
use crate::model::{Convention, Visit};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "diners-cap",
    severity: Severity::Warning,
    summary: || say!("check-diners-cap-summary"),
    why: || say!("check-diners-cap-why"),
    source: Source::ChineseManuals,
    limits: &[limits::HOSTS_AT_TEN],
    reads: PROGRAMME,
    looks_back: false,
    measure: Measure::Amount,
    run,
};

/// Hosts with up to ten guests, where the convention brings the rule and nobody states another.
const USUAL: i64 = 3;

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let chosen = facts.stated(&limits::HOSTS_AT_TEN);
    let domestic = visit.about.convention == Convention::ChineseDomestic;
    let Some(at_ten) = chosen.or_else(|| domestic.then_some(USUAL)) else { return };
    let at_ten = usize::try_from(at_ten).unwrap_or(0);
    for entry in facts.entries.iter().filter(|entry| entry.item.kind.is_meal()) {
        let guests = entry.participants.common(&facts.guests).count();
        let hosts = entry.participants.without(&facts.guests);
        let most = if guests <= 10 { at_ten } else { guests / 3 };
        let count = hosts.count();
        if guests == 0 || count <= most {
            continue;
        }
        let item = facts.title(entry.item);
        let message =
            say!("check-diners-cap", item = item, guests = guests, hosts = count, most = most);
        findings.report([entry.reference()], measure(count - most), message);
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::sync::Arc;

    use crate::check::testing::{found, visit};
    use crate::model::{Convention, Visit};

    fn table(guests: usize, hosts: usize) -> Visit {
        let mut line = "18:00-20:00 banquet meal:".to_owned();
        (0..guests).for_each(|n| write!(line, " guest-{n}").unwrap());
        (0..hosts).for_each(|n| write!(line, " host-{n}").unwrap());
        let mut visit = visit(&[&line]);
        Arc::make_mut(&mut visit.about).convention = Convention::ChineseDomestic;
        visit
    }

    #[test]
    fn the_rule_of_three_and_of_a_third() {
        for (guests, most) in [(8, 3), (10, 3), (12, 4)] {
            assert!(found(&table(guests, most), "diners-cap").is_empty(), "{guests}");
            assert_eq!(found(&table(guests, most + 1), "diners-cap").len(), 1, "{guests}");
        }
        assert_eq!(
            found(&table(8, 4), "diners-cap"),
            ["“banquet” has 4 hosts for 8 guests; the rule allows 3"]
        );
    }

    #[test]
    fn elsewhere_the_rule_holds_only_where_it_is_chosen() {
        let mut visit = table(8, 5);
        Arc::make_mut(&mut visit.about).convention = Convention::International;
        assert!(found(&visit, "diners-cap").is_empty());
        Arc::make_mut(&mut visit.about).limits.hosts_at_ten = Some(4);
        assert_eq!(found(&visit, "diners-cap").len(), 1);
    }
}

//! The press is called before an event, and nothing is public before the announcement.

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix};
use super::{Check, Measure, PROGRAMME, Severity, Source, shift};
use crate::edit::Edit;
use crate::model::{Item, ItemKind, Minute, Visibility, Visit};
use crate::words::say;

/// How long before an event a fix calls the press.
const CALL_MINS: i64 = 30;

/// What can be wrong. The bits are kept in files: never renumbered.
const LATE: i64 = 1;
const TOO_SOON: i64 = 2;

pub(super) const CHECK: Check = Check {
    id: "press",
    severity: Severity::Warning,
    summary: || say!("check-press-summary"),
    why: || say!("check-press-why"),
    source: Source::Handbooks,
    limits: &[],
    reads: PROGRAMME,
    looks_back: false,
    measure: Measure::Flags,
    run,
};

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for entry in &facts.entries {
        if let Some(press) = &entry.item.press {
            call(facts, entry, press.call_time, findings);
        } else if entry.item.kind == ItemKind::PressEvent {
            let message = say!("check-press-none", item = facts.title(entry.item));
            findings.unknown([entry.reference()], message, None);
        }
        if let Some(until) = visit.about.confidential_until {
            too_soon(facts, entry, until, findings);
        }
    }
}

fn call(facts: &Facts<'_>, entry: &Entry<'_>, call: Option<Minute>, findings: &mut Findings) {
    let title = facts.title(entry.item);
    let Some(start) = entry.when.start() else { return };
    let earlier = start.plus_mins(-CALL_MINS);
    let fix = entry.is_own().then(|| {
        let mut item = Item::clone(entry.item);
        if let Some(press) = &mut item.press {
            press.call_time = Some(earlier);
        }
        Fix { label: say!("check-fix-call", time = shift::minute(earlier)), edit: Edit::set(item) }
    });
    match call {
        None => {
            let message = say!("check-press-unknown", item = title);
            findings.unknown([entry.reference()], message, fix);
        }
        Some(call) if call >= start => {
            let (call_time, start_time) = (shift::minute(call), shift::minute(start));
            let message =
                say!("check-press-late", item = title, call = call_time, start = start_time);
            let finding = findings.finding([entry.reference()], LATE, message);
            findings.push(super::Finding { fix, ..finding });
        }
        Some(_) => {}
    }
}

/// A public item, or the call for it, before the visit may be known of.
fn too_soon(facts: &Facts<'_>, entry: &Entry<'_>, until: Minute, findings: &mut Findings) {
    if entry.item.visibility != Visibility::Public {
        return;
    }
    let call = entry.item.press.as_ref().and_then(|press| press.call_time);
    let Some(first) = call.into_iter().chain(entry.when.start()).min() else { return };
    if first >= until {
        return;
    }
    let (item, until_time) = (facts.title(entry.item), shift::minute(until));
    let message = say!("check-press-too-soon", item = item, until = until_time);
    let mut finding = findings.finding([entry.reference()], TOO_SOON, message);
    let guests_only = Item { visibility: Visibility::Guests, ..Item::clone(entry.item) };
    let label = say!("check-fix-not-public", item = facts.title(entry.item));
    finding.fix = Some(Fix { label, edit: Edit::set(guests_only) });
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::Severity;
    use crate::check::testing::{change, fixed, found, minute, of, visit};
    use crate::model::{ItemKind, Press, Visibility, Visit};

    fn called(at: Option<&str>) -> Visit {
        let mut visit = visit(&["09:00-10:00 signing: oh"]);
        change(&mut visit, "signing", |item| {
            item.press = Some(Press { call_time: at.map(minute), ..Press::default() });
        });
        visit
    }

    #[test]
    fn the_press_is_called_before_the_event() {
        assert!(found(&called(Some("08:59")), "press").is_empty());
        let late = called(Some("09:00"));
        assert_eq!(
            found(&late, "press"),
            ["The press is called to “signing” at 29 July 09:00, but it begins at 29 July 09:00"]
        );
        assert!(
            found(&fixed(&late, "press", "Call the press at 29 July 08:30"), "press").is_empty()
        );
    }

    #[test]
    fn a_call_time_that_is_not_stated_is_unknown() {
        assert_eq!(of(&called(None), "press")[0].severity, Severity::Unknown);
        let mut bare = visit(&["09:00-10:00 statements: oh"]);
        assert!(found(&bare, "press").is_empty());
        change(&mut bare, "statements", |item| item.kind = ItemKind::PressEvent);
        assert_eq!(of(&bare, "press")[0].severity, Severity::Unknown);
    }

    #[test]
    fn nothing_is_public_before_the_announcement() {
        let mut visit = called(Some("08:30"));
        change(&mut visit, "signing", |item| item.visibility = Visibility::Public);
        let mut until = |time: &str| {
            Arc::make_mut(&mut visit.about).confidential_until = Some(minute(time));
            visit.clone()
        };
        assert!(found(&until("08:30"), "press").is_empty());
        let soon = until("08:31");
        assert_eq!(
            found(&soon, "press"),
            ["“signing” is public, but nothing is before 29 July 08:31"]
        );
        let label = "Keep “signing” from the press";
        assert!(found(&fixed(&soon, "press", label), "press").is_empty());
    }
}

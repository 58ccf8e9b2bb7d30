//! A briefing leaves time for questions, and nobody goes on for hours without a stop.

use std::collections::BTreeMap;

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix};
use super::party::Party;
use super::tracks::Track;
use super::{Check, Measure, PROGRAMME, Severity, Source, limits, shift};
use crate::model::{ItemKind, Visit, When};
use crate::words::say;

/// What a comfort stop takes; a shorter gap is none.
const STOP_MINS: i64 = 10;

pub(super) const CHECK: Check = Check {
    id: "buffer",
    severity: Severity::Warning,
    summary: || say!("check-buffer-summary"),
    why: || say!("check-buffer-why"),
    source: Source::Handbooks,
    limits: &[limits::UNBROKEN, limits::QUESTIONS],
    reads: PROGRAMME,
    looks_back: false,
    measure: Measure::Amount,
    run,
};

fn run(_: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for entry in facts.entries.iter().filter(|entry| entry.item.kind == ItemKind::Briefing) {
        questions(facts, entry, findings);
    }
    let mut runs: BTreeMap<Run, Party> = BTreeMap::new();
    for track in facts.tracks() {
        for run in unbroken(facts, track) {
            runs.entry(run).or_insert_with(|| facts.nobody()).add(&track.people);
        }
    }
    for (run, people) in runs {
        report(facts, &run, &people, findings);
    }
}

/// The items from a stop to the next: the first, the last, and the two between which a stop is
/// due at the latest.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Run {
    first: usize,
    last: usize,
    mins: i64,
    due: Option<(usize, usize)>,
}

/// Whether people can leave the room there.
fn is_break(entry: &Entry<'_>) -> bool {
    let at_ease = matches!(entry.item.kind, ItemKind::Rest | ItemKind::Free);
    at_ease || entry.item.kind.is_meal() || entry.has_timetable()
}

fn unbroken(facts: &Facts<'_>, track: &Track) -> Vec<Run> {
    let most = facts.limit(&limits::UNBROKEN);
    let mut runs = Vec::new();
    let mut open: Option<(Run, i64, i64)> = None;
    for index in &track.entries {
        let Some(entry) = facts.entries.get(*index) else { continue };
        let Some(stretch) = entry.stretch else { continue };
        let (start, end) = (stretch.start.0, stretch.end.0);
        open = match open {
            Some((mut run, begun, until)) if start - until < STOP_MINS && !is_break(entry) => {
                if end - begun > most && run.due.is_none() && start >= until {
                    run.due = Some((run.last, *index));
                }
                run.last = *index;
                let until = until.max(end);
                run.mins = until - begun;
                Some((run, begun, until))
            }
            before => {
                runs.extend(before.map(|(run, ..)| run).filter(|run| run.mins > most));
                let run = Run { first: *index, last: *index, mins: end - start, due: None };
                (!is_break(entry)).then_some((run, start, end))
            }
        };
    }
    runs.extend(open.map(|(run, ..)| run).filter(|run| run.mins > most));
    runs
}

fn report(facts: &Facts<'_>, run: &Run, people: &Party, findings: &mut Findings) {
    let entry = |index: usize| facts.entries.get(index);
    let (Some(first), Some(last)) = (entry(run.first), entry(run.last)) else { return };
    let (item, until) = (facts.title(first.item), facts.title(last.item));
    let message = say!(
        "check-buffer-unbroken",
        people = facts.names(people),
        count = people.count(),
        first = item,
        last = until,
        mins = run.mins,
        most = facts.limit(&limits::UNBROKEN)
    );
    let things = facts.things([first.reference(), last.reference()], people);
    let mut finding = findings.finding(things, run.mins, message);
    finding.fix = run.due.and_then(|(before, after)| {
        let (before, after) = (entry(before)?, entry(after)?);
        let stop = (ItemKind::Rest, say!("check-fix-stop-title"), STOP_MINS);
        let edit = shift::insert(facts, (before, after), people, stop)?;
        let label = say!("check-fix-stop", mins = STOP_MINS, item = facts.title(before.item));
        Some(Fix { label, edit })
    });
    findings.push(finding);
}

/// The last line within a briefing is taken to be the one for questions.
fn questions(facts: &Facts<'_>, entry: &Entry<'_>, findings: &mut Findings) {
    let wanted = facts.limit(&limits::QUESTIONS);
    let Some(end) = entry.when.end() else { return };
    let item = facts.title(entry.item);
    let Some(last) = entry.item.steps.iter().filter_map(|step| step.at).max() else {
        let message = say!("check-buffer-questions-unknown", item = item);
        return findings.unknown([entry.reference()], message, None);
    };
    let left = end.mins_since(last);
    if left >= wanted {
        return;
    }
    let message = say!("check-buffer-questions", item = item, mins = left, least = wanted);
    let mut finding = findings.finding([entry.reference()], wanted - left, message);
    finding.fix = longer(facts, entry, wanted - left);
    findings.push(finding);
}

/// The item ends later, and what follows moves as far as it must.
pub(super) fn longer(facts: &Facts<'_>, entry: &Entry<'_>, by: i64) -> Option<Fix> {
    let when = match entry.when {
        When::Range(start, end) => When::Range(start, end.plus_mins(by)),
        When::AboutRange(start, end) => When::AboutRange(start, end.plus_mins(by)),
        When::Unscheduled | When::Day(_) | When::At(_) | When::About(_) | When::NotBefore(_) => {
            return None;
        }
    };
    let edit = shift::ending_later(facts, entry, when)?;
    let (item, time) = (facts.title(entry.item), shift::time(when));
    Some(Fix { label: say!("check-fix-longer", item = item, time = time), edit })
}

#[cfg(test)]
mod tests {
    use crate::check::Severity;
    use crate::check::testing::{change, fixed, found, minute, of, visit};
    use crate::model::{ItemKind, Step, Visit};

    const LONG: [&str; 3] =
        ["09:00-11:00 talks: oh", "11:00-12:10 tour: oh", "13:00-14:00 lunch meal: oh"];

    #[test]
    fn more_than_three_hours_without_a_stop_are_found_and_a_stop_helps() {
        assert_eq!(
            found(&visit(&LONG), "buffer"),
            ["oh has 190 min without a stop from “talks” to “tour”; 180 is the most"]
        );
        let fixed = fixed(&visit(&LONG), "buffer", "Add a stop of 10 min after “talks”");
        assert_eq!(fixed.items[1].kind, ItemKind::Rest);
        assert!(found(&fixed, "buffer").is_empty());
    }

    #[test]
    fn three_hours_sharp_a_gap_and_a_meal_in_between_are_fine() {
        let sharp = ["09:00-11:00 talks: oh", "11:00-12:00 tour: oh"];
        assert!(found(&visit(&sharp), "buffer").is_empty());
        let gap = ["09:00-11:00 talks: oh", "11:10-12:40 tour: oh"];
        assert!(found(&visit(&gap), "buffer").is_empty());
        let meal = ["09:00-11:00 talks: oh", "11:00-12:00 lunch meal: oh", "12:00-14:00 tour: oh"];
        assert!(found(&visit(&meal), "buffer").is_empty());
    }

    fn briefing(steps: &[&str]) -> Visit {
        let mut visit = visit(&["09:00-09:40 briefing: oh"]);
        change(&mut visit, "briefing", |item| {
            item.kind = ItemKind::Briefing;
            let step = |at: &&str| Step { at: Some(minute(at)), ..Step::default() };
            item.steps = steps.iter().map(step).collect();
        });
        visit
    }

    #[test]
    fn a_briefing_leaves_time_for_questions() {
        assert!(found(&briefing(&["09:00", "09:30"]), "buffer").is_empty());
        let late = briefing(&["09:00", "09:33"]);
        assert_eq!(found(&late, "buffer"), ["“briefing” leaves 7 min for questions, not 10"]);
        let fixed = fixed(&late, "buffer", "Let “briefing” last 29 July 09:00–09:43");
        assert!(found(&fixed, "buffer").is_empty());
    }

    #[test]
    fn a_briefing_without_lines_is_not_passed_off_as_fine() {
        assert_eq!(of(&briefing(&[]), "buffer")[0].severity, Severity::Unknown);
    }
}

//! Papers are due some working days before what they prepare, and are done by then.

use chrono::{Days, NaiveDate};

use super::facts::Facts;
use super::findings::{Findings, Fix};
use super::{Check, Measure, Severity, Source, calendar, limits, shift};
use crate::edit::Edit;
use crate::model::{ItemKind, Note, NoteKind, RecordKind, RecordRef, Visit};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "papers",
    severity: Severity::Warning,
    summary: || say!("check-papers-summary"),
    why: || say!("check-papers-why"),
    source: Source::Handbooks,
    limits: &[limits::MEETING_PAPER, limits::EVENT_PAPER, limits::BACKGROUND],
    reads: &[RecordKind::Note, RecordKind::Item],
    looks_back: false,
    measure: Measure::Amount,
    run,
};

/// What is overdue weighs more than what is planned too late.
const OVERDUE: i64 = 10_000;

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for note in visit.notes.iter().filter(|note| !note.done) {
        let Some(due) = due(visit, facts, note) else { continue };
        report(visit, facts, note, due, findings);
    }
}

/// The last day a paper may be ready on; `None` where it prepares nothing with a date.
fn due(visit: &Visit, facts: &Facts<'_>, note: &Note) -> Option<NaiveDate> {
    match note.kind {
        NoteKind::ReadAhead | NoteKind::TalkingPoints => {}
        NoteKind::Background | NoteKind::Biography => {
            let days = facts.limit(&limits::BACKGROUND).unsigned_abs();
            return visit.about.first_day?.checked_sub_days(Days::new(days));
        }
        NoteKind::Sensitive => return None,
    }
    let items = note.items.iter().filter_map(|id| visit.item(id));
    let items = items.filter(|item| !item.is_cancelled());
    let (day, kind) = items.filter_map(|item| Some((item.when.day()?, item.kind))).min()?;
    let is_meeting = matches!(
        kind,
        ItemKind::Meeting
            | ItemKind::CourtesyCall
            | ItemKind::Talks
            | ItemKind::OneOnOne
            | ItemKind::Briefing
    );
    let limit = if is_meeting { &limits::MEETING_PAPER } else { &limits::EVENT_PAPER };
    let days = facts.limit(limit);
    Some(match calendar::country(&visit.about.country) {
        Some(country) => country.working_days_before(day, days),
        None => calendar::weekdays_before(day, days),
    })
}

fn report(visit: &Visit, facts: &Facts<'_>, note: &Note, due: NaiveDate, findings: &mut Findings) {
    let reference = RecordRef::Note(note.id.clone());
    let (title, day) = (visit.label(&reference), shift::day(due));
    let fix = || {
        let edit = Edit::set(Note { due: Some(due), ..note.clone() });
        Fix { label: say!("check-fix-due", day = shift::day(due)), edit }
    };
    if let Some(today) = facts.beside.today.filter(|today| *today > due) {
        let late = (today - due).num_days();
        let message = say!("check-papers-overdue", paper = title, day = day, days = late);
        return findings.report([reference], OVERDUE, message);
    }
    match note.due {
        None => {
            let message = say!("check-papers-unknown", paper = title, day = day);
            findings.unknown([reference], message, Some(fix()));
        }
        Some(planned) if planned > due => {
            let late = (planned - due).num_days();
            let planned = shift::day(planned);
            let message = say!("check-papers-late", paper = title, planned = planned, day = day);
            let finding = findings.finding([reference], late, message);
            findings.push(super::Finding { fix: Some(fix()), ..finding });
        }
        Some(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::check::Beside;
    use crate::check::testing::{change, fixed, found, of, of_beside, visit};
    use crate::model::{ItemId, NoteId, Text};

    fn paper(kind: NoteKind, due: &str) -> Visit {
        // A Monday.
        let mut visit = visit(&["09:00-10:00 talks: oh"]);
        change(&mut visit, "talks", |item| item.kind = ItemKind::Talks);
        let note = Note {
            id: NoteId::new("ahead").unwrap(),
            kind,
            title: Text::new("Talks"),
            items: ItemId::new("talks").into_iter().collect(),
            due: due.parse().ok(),
            ..Note::default()
        };
        visit.notes.push(Arc::new(note));
        visit
    }

    #[test]
    fn a_paper_for_a_meeting_is_due_two_working_days_before() {
        assert!(found(&paper(NoteKind::ReadAhead, "2024-07-25"), "papers").is_empty());
        let late = paper(NoteKind::ReadAhead, "2024-07-26");
        assert_eq!(
            found(&late, "papers"),
            ["“Talks” is planned for 26 July, but is due on 25 July"]
        );
        assert!(found(&fixed(&late, "papers", "Make it due on 25 July"), "papers").is_empty());
    }

    #[test]
    fn an_event_wants_five_and_the_background_a_week() {
        let mut event = paper(NoteKind::ReadAhead, "2024-07-22");
        change(&mut event, "talks", |item| item.kind = ItemKind::Signing);
        assert!(found(&event, "papers").is_empty());
        change(&mut event, "talks", |item| item.when = item.when.plus_days(-1));
        assert!(found(&event, "papers").is_empty(), "a Sunday counts back from the same Friday");
        assert_eq!(found(&paper(NoteKind::Background, "2024-07-23"), "papers").len(), 1);
        assert!(found(&paper(NoteKind::Background, "2024-07-22"), "papers").is_empty());
    }

    #[test]
    fn without_a_date_it_is_unknown_and_what_is_done_is_done() {
        let visit = paper(NoteKind::ReadAhead, "");
        assert_eq!(of(&visit, "papers")[0].severity, Severity::Unknown);
        let mut done = visit;
        Arc::make_mut(&mut done.notes[0]).done = true;
        assert!(found(&done, "papers").is_empty());
    }

    #[test]
    fn what_is_not_done_on_its_day_is_overdue() {
        let on = |day: &str| Beside { today: day.parse().ok(), ..Beside::default() };
        let visit = paper(NoteKind::ReadAhead, "2024-07-25");
        assert!(of_beside(&visit, &on("2024-07-25"), "papers").is_empty());
        let late = of_beside(&visit, &on("2024-07-27"), "papers");
        assert_eq!(late[0].message, "“Talks” was due on 25 July, 2 days ago");
    }
}

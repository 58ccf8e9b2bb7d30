//! What is due by date: tasks and promises, the usual milestones before a visit, and what is left
//! to do after it. Without the day nothing is due.

use chrono::{Days, NaiveDate};

use super::facts::Facts;
use super::findings::{Findings, Fix};
use super::{Check, Measure, Severity, Source, shift};
use crate::edit::Edit;
use crate::model::{
    About, FollowUp, GiftStatus, Outcome, RecordKind, RecordRef, Status, Task, Text, Visit,
};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "milestones",
    severity: Severity::Warning,
    summary: || say!("check-milestones-summary"),
    why: || say!("check-milestones-why"),
    source: Source::Handbooks,
    limits: &[],
    reads: &[RecordKind::Task, RecordKind::FollowUp, RecordKind::Gift],
    looks_back: true,
    measure: Measure::Amount,
    run,
};

/// A milestone before the visit: what, the day its task is made for, and within how many days
/// around it a task counts as that one.
struct Milestone {
    what: fn() -> String,
    days: u64,
    around: u64,
}

const MILESTONES: [Milestone; 3] = [
    Milestone { what: || say!("check-milestone-sites"), days: 28, around: 7 },
    Milestone { what: || say!("check-milestone-advance"), days: 8, around: 2 },
    Milestone { what: || say!("check-milestone-walk"), days: 1, around: 0 },
];

/// The measures of what concerns the visit as a whole, above any number of milestones: letting one
/// be lets no other be.
const NOT_DONE: i64 = 10;
const NO_THANKS: i64 = 20;

/// After so many days thanks are late.
const THANKS_DAYS: i64 = 7;

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let Some(today) = facts.beside.today else { return };
    let about = &visit.about;
    let Some((first, last)) = about.first_day.zip(about.last_day) else { return };
    if about.status == Status::Cancelled {
        return;
    }
    if last < today {
        after(visit, (last, today), findings);
    } else {
        overdue(visit, today, findings);
        before(visit, (first, today), findings);
    }
}

/// Tasks whose day has passed.
fn overdue(visit: &Visit, today: NaiveDate, findings: &mut Findings) {
    for task in visit.tasks.iter().filter(|task| !task.done) {
        let Some(due) = task.due.filter(|due| *due < today) else { continue };
        let what = RecordRef::Task(task.id.clone());
        let (title, day) = (visit.label(&what), shift::day(due));
        let message = match &task.owner {
            Some(owner) => {
                let owner = visit.person_label(owner);
                say!("check-milestones-task-of", task = title, owner = owner, day = day)
            }
            None => say!("check-milestones-task", task = title, day = day),
        };
        let mut finding = findings.finding([what], 1, message);
        let edit = Edit::set(Task { done: true, ..Task::clone(task) });
        finding.fix = Some(Fix { label: say!("check-fix-done"), edit });
        findings.push(finding);
    }
}

/// Milestones that are still ahead and for which nobody has a task.
fn before(visit: &Visit, (first, today): (NaiveDate, NaiveDate), findings: &mut Findings) {
    let mut missing = Vec::new();
    for milestone in &MILESTONES {
        let Some(day) = first.checked_sub_days(Days::new(milestone.days)) else { continue };
        let near = |task: &&std::sync::Arc<Task>| {
            task.due.is_some_and(|due| (due - day).num_days().unsigned_abs() <= milestone.around)
        };
        if day >= today && !visit.tasks.iter().any(|task| near(&task)) {
            missing.push(((milestone.what)(), day));
        }
    }
    if missing.is_empty() {
        return;
    }
    let named: Vec<String> = missing
        .iter()
        .map(|(what, day)| {
            say!("check-history-visit", title = what.as_str(), day = shift::day(*day))
        })
        .collect();
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    let message = say!("check-milestones-missing", what = super::facts::enumerate(&named, 0));
    let mut finding = findings.finding([], super::findings::measure(missing.len()), message);
    finding.severity = Severity::Notice;
    finding.fix = tasks(visit, &missing);
    findings.push(finding);
}

fn tasks(visit: &Visit, missing: &[(String, NaiveDate)]) -> Option<Fix> {
    let mut edits = Vec::new();
    let mut taken: Vec<String> = Vec::new();
    for (what, day) in missing {
        let is_taken = |slug: &str| {
            let reference = RecordKind::Task.reference(slug);
            taken.iter().any(|other| other == slug)
                || reference.is_some_and(|it| visit.position(&it).is_some())
        };
        let id = crate::model::id::fresh_slug(what, "task", is_taken);
        let task = Task {
            id: crate::model::TaskId::new(&id)?,
            what: Text::new(what.as_str()),
            owner: visit.about.action_officer.clone(),
            due: Some(*day),
            ..Task::default()
        };
        taken.push(id);
        edits.push(Edit::add(task));
    }
    let label = say!("check-fix-tasks", count = edits.len());
    Some(Fix { label: label.clone(), edit: Edit::Together { label, edits } })
}

/// The papers of afterwards: the state of the visit, thanks, the report, gifts and promises.
fn after(visit: &Visit, (last, today): (NaiveDate, NaiveDate), findings: &mut Findings) {
    let about = &visit.about;
    if about.status != Status::Done {
        let (day, status) = (shift::day(last), crate::words::choice(about.status));
        let mut finding = findings.finding(
            [],
            NOT_DONE,
            say!("check-milestones-status", day = day, status = status),
        );
        let done = About { status: Status::Done, ..About::clone(about) };
        let label = say!("check-fix-visit-done");
        finding.fix = Some(Fix { label, edit: Edit::About(done.into()) });
        findings.push(finding);
        return;
    }
    for promise in visit.follow_ups.iter().filter(|promise| !promise.done) {
        let Some(due) = promise.due.filter(|due| *due < today) else { continue };
        let what = RecordRef::FollowUp(promise.id.clone());
        let (title, day) = (visit.label(&what), shift::day(due));
        let message = say!("check-milestones-promise", promise = title, day = day);
        let mut finding = findings.finding([what], 1, message);
        let kept = FollowUp { done: true, done_on: Some(today), ..FollowUp::clone(promise) };
        finding.fix = Some(Fix { label: say!("check-fix-done"), edit: Edit::set(kept) });
        findings.push(finding);
    }
    let open = |status| matches!(status, GiftStatus::Ready | GiftStatus::Ordered);
    for gift in visit.gifts.iter().filter(|gift| open(gift.status)) {
        let what = RecordRef::Gift(gift.id.clone());
        let status = crate::words::choice(gift.status);
        let message = say!("check-milestones-gift", gift = visit.label(&what), status = status);
        findings.report([what], 1, message);
    }
    let late = (today - last).num_days();
    if !about.outcome.thank_you_sent && (THANKS_DAYS..=THANKS_DAYS * 12).contains(&late) {
        let message = say!("check-milestones-thanks", days = late);
        // Every day would be worse than the last: it is one and the same omission.
        let mut finding = findings.finding([], NO_THANKS, message);
        let outcome = Outcome { thank_you_sent: true, ..about.outcome.clone() };
        let about = About { outcome, ..About::clone(about) };
        let label = say!("check-fix-thanked");
        finding.fix = Some(Fix { label, edit: Edit::About(about.into()) });
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::check::testing::{of, of_beside, visit};
    use crate::check::{Beside, Finding};
    use crate::edit::apply;
    use crate::model::{FollowUpId, TaskId};

    fn on(visit: &Visit, day: &str) -> Vec<Finding> {
        of_beside(visit, &Beside { today: day.parse().ok(), ..Beside::default() }, "milestones")
    }

    fn with_task(due: &str) -> Visit {
        let mut visit = visit(&["09:00-10:00 talks: oh"]);
        let task = Task {
            id: TaskId::new("passes").unwrap(),
            what: Text::new("Order the passes"),
            due: due.parse().ok(),
            ..Task::default()
        };
        visit.tasks.push(Arc::new(task));
        visit
    }

    #[test]
    fn a_task_is_overdue_the_day_after_and_can_be_ticked_off() {
        let visit = with_task("2024-07-28");
        assert!(on(&visit, "2024-07-28").iter().all(|it| it.things.is_empty()));
        let late = on(&visit, "2024-07-29").remove(0);
        assert_eq!(late.message, "“Order the passes” was due on 28 July");
        let done = apply(&visit, late.fix.unwrap().edit).unwrap();
        assert!(on(&done, "2024-07-29").is_empty());
    }

    #[test]
    fn milestones_ahead_without_a_task_are_told_once_and_can_be_added() {
        let visit = with_task("2024-07-28");
        let found = on(&visit, "2024-07-10").remove(0);
        assert_eq!(
            found.message,
            "No task is planned for: walk every site with the advance party (21 July)"
        );
        let planned = apply(&visit, found.fix.unwrap().edit).unwrap();
        assert!(on(&planned, "2024-07-10").is_empty());
        assert_eq!(on(&with_task(""), "2024-01-01")[0].measure, 3);
    }

    #[test]
    fn without_the_day_nothing_is_due() {
        assert!(of(&with_task("2024-07-01"), "milestones").is_empty());
    }

    #[test]
    fn after_the_visit_its_state_its_promises_and_the_thanks_are_asked_for() {
        let mut visit = with_task("2024-07-01");
        let open = on(&visit, "2024-07-30");
        assert_eq!(open.len(), 1, "{open:?}");
        assert!(open[0].message.starts_with("The visit ended on 29 July, but"));
        visit = apply(&visit, open[0].fix.clone().unwrap().edit).unwrap();
        assert!(on(&visit, "2024-08-04").is_empty());
        let promise = FollowUp {
            id: FollowUpId::new("film").unwrap(),
            what: Text::new("Send the film"),
            due: "2024-08-01".parse().ok(),
            ..FollowUp::default()
        };
        visit.follow_ups.push(Arc::new(promise));
        let later = on(&visit, "2024-08-05");
        let told: Vec<&str> = later.iter().map(|it| it.message.as_str()).collect();
        assert_eq!(
            told,
            [
                "“Send the film” was promised for 1 August",
                "No thanks are noted 7 days after the visit"
            ]
        );
        let thanked = apply(&visit, later[1].fix.clone().unwrap().edit).unwrap();
        assert_eq!(on(&thanked, "2024-08-05").len(), 1);
    }
}

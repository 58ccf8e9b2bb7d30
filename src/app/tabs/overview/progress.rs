//! What is still missing or to be confirmed, as counts that lead there.

use egui::Ui;

use crate::app::command::{Action, Command};
use crate::app::kit;
use crate::app::tabs::tab_of;
use crate::app::view::View;
use crate::check::Severity;
use crate::model::{ItemStatus, RecordRef, Rsvp, Visit};
use crate::words::{self, say};

/// Something that is not settled, and the first record of it.
struct Open {
    text: String,
    first: RecordRef,
}

pub(super) fn progress_ui(ui: &mut Ui, view: &View<'_>) {
    kit::heading(ui, &say!("overview-progress"));
    ui.horizontal_wrapped(|ui| {
        for severity in [Severity::Error, Severity::Warning, Severity::Notice] {
            let standing = view.findings.iter().filter(|finding| finding.dismissed.is_none());
            let count = standing.filter(|finding| finding.severity == severity).count();
            if count == 0 {
                continue;
            }
            let shape = kit::severity_shape(severity);
            let text = format!("{shape} {count} {}", words::choice(severity));
            if ui.button(text).clicked() {
                view.act(Action::Findings);
            }
        }
        for open in open_ends(view.visit()) {
            if ui.button(&open.text).clicked() {
                view.send(Command::ShowTab(tab_of(&open.first)));
                view.select(open.first);
            }
        }
    });
    if view.visit().people.is_empty() && view.visit().items.is_empty() {
        kit::small(ui, &say!("overview-first-steps"));
    }
}

/// What the visit itself says is not settled.
fn open_ends(visit: &Visit) -> Vec<Open> {
    let items = |is: &dyn Fn(&crate::model::Item) -> bool| {
        let open = visit.items.iter().filter(|item| !item.is_cancelled() && is(item));
        open.map(|item| RecordRef::Item(item.id.clone())).collect::<Vec<_>>()
    };
    let tentative = items(&|item| item.status == ItemStatus::Tentative);
    let untimed = items(&|item| item.when.start().is_none());
    let placeless = items(&|item| item.place.is_none() && item.journey.is_none());
    let unanswered = visit.people.iter().filter(|person| person.attendance == Rsvp::Unknown);
    let unanswered: Vec<_> =
        unanswered.map(|person| RecordRef::Person(person.id.clone())).collect();
    let promises = visit.follow_ups.iter().filter(|promise| !promise.done);
    let promises: Vec<_> = promises.map(|p| RecordRef::FollowUp(p.id.clone())).collect();
    let open = |things: Vec<RecordRef>, text: &dyn Fn(usize) -> String| {
        let count = things.len();
        things.into_iter().next().map(|first| Open { text: text(count), first })
    };
    [
        open(tentative, &|count| say!("overview-tentative", count = count)),
        open(untimed, &|count| say!("overview-untimed", count = count)),
        open(placeless, &|count| say!("overview-placeless", count = count)),
        open(unanswered, &|count| say!("overview-unanswered", count = count)),
        open(promises, &|count| say!("overview-promises", count = count)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Item, ItemId};

    #[test]
    fn an_item_without_time_and_place_counts_for_both_and_a_cancelled_one_for_nothing() {
        let item = |id: &str, status| {
            Arc::new(Item { id: ItemId::new(id).unwrap(), status, ..Item::default() })
        };
        let one = item("one", ItemStatus::Confirmed);
        let gone = item("gone", ItemStatus::Cancelled);
        let visit = Visit { items: vec![gone, one.clone()], ..Visit::default() };
        let open = open_ends(&visit);
        assert_eq!(open.len(), 2);
        assert!(open.iter().all(|open| open.first == RecordRef::Item(one.id.clone())));
        assert!(open_ends(&Visit::default()).is_empty());
    }
}

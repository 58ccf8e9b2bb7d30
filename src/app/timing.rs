//! The selected item carried by key, in the list by places, in the grid by time.

use super::command::Modal;
use super::proposals::ProposalCommand;
use super::state::State;
use super::tabs::Tab;
use super::tabs::programme::{self, Form, ProgrammeLook, Step};
use crate::check::loading_mins;
use crate::edit::Edit;
use crate::edit::reschedule::Ask;
use crate::edit::way::way_to;
use crate::model::{ItemId, RecordRef};
use crate::words::say;

impl State {
    pub(super) fn show_programme(&mut self, form: Form) {
        self.show_tab(Tab::Programme);
        self.settings.programme = ProgrammeLook { form, ..self.settings.programme };
    }

    /// The day of an item that is selected is the one to look at.
    pub(super) fn follow_selection(&mut self) {
        if let Some(RecordRef::Item(id)) = &self.selection
            && let Some(day) = self.session().visit().item(id).and_then(|item| item.when.day())
        {
            self.settings.programme.day = Some(day);
        }
    }

    fn selected_item(&self) -> Option<ItemId> {
        match &self.selection {
            Some(RecordRef::Item(id)) => Some(id.clone()),
            _ => None,
        }
    }

    /// Adds the movement to the selected item; asks how long the way takes where nobody knows.
    pub(super) fn add_way(&mut self) {
        let Some(item) = self.item_to_move() else { return };
        let visit = self.session().visit().clone();
        match way_to(&visit, &item) {
            Err(error) => self.notice(error.to_string()),
            Ok(way) if visit.travel_time(&way.from, &way.to).is_some() => {
                self.edit(way.add(&visit, None, loading_mins(&visit, self.view().office)));
            }
            Ok(way) => {
                self.modal = Some(Modal::Way { way: Box::new(way), mins: String::new() });
            }
        }
    }

    fn is_in_grid(&self) -> bool {
        self.tab == Tab::Programme && self.settings.programme.form != Form::List
    }

    /// Up or down: to an earlier or later time in the grid, past the neighbour in a list.
    pub(super) fn carry_on(&mut self, by: i32) {
        if self.is_in_grid() && self.selected_item().is_some() {
            self.step_selected(if by < 0 { Step::Earlier } else { Step::Later });
        } else {
            self.shift_selected(by);
        }
    }

    pub(super) fn step_selected(&mut self, step: Step) {
        let Some(id) = self.selected_item() else { return };
        let visit = self.session().visit().clone();
        if visit.item(&id).is_some_and(|item| item.fixed) {
            self.notice(say!("grid-fixed"));
        } else if let Some(edit) = programme::stepped(&visit, &id, self.settings.programme, step) {
            self.edit(edit);
            self.follow_selection();
        }
    }

    /// Proposes the selected item and all that follows later or earlier by the snap; again, by
    /// as much more.
    pub(super) fn push_following(&mut self, by: i64) {
        let Some(item) = self.selected_item() else { return };
        let so_far = match self.proposed().map(|proposed| &proposed.proposal.ask) {
            Some(Ask::Shift { item: other, mins }) if *other == item => *mins,
            _ => 0,
        };
        let mins = so_far + by * self.settings.programme.snap.mins();
        self.handle_proposal(if mins == 0 {
            ProposalCommand::Drop
        } else {
            ProposalCommand::Ask(Ask::Shift { item, mins })
        });
    }

    /// Carries the selected record one place up or down. An item keeps to the order of reading:
    /// it passes its neighbour of the day, into the next day at the end.
    fn shift_selected(&mut self, by: i32) {
        if self.carry_selected(by) {
            return;
        }
        let visit = self.session().visit().clone();
        let Some(what) = self.selection.clone() else { return };
        let edit = match &what {
            RecordRef::Item(id) => programme::shifted(&visit, id, by),
            _ => visit.position(&what).map(|at| {
                let to = at.saturating_add_signed(if by < 0 { -1 } else { 1 });
                Edit::Move { what: what.clone(), to }
            }),
        };
        if let Some(edit) = edit {
            self.edit(edit);
        }
    }
}

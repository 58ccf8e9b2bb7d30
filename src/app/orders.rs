//! The order of precedence in the window: which one is looked at, and a place given by hand.

use super::command::{Command, Modal};
use super::state::State;
use super::tabs::Tab;
use crate::library::OfficeRanks;
use crate::model::{PersonId, RecordRef, Side};
use crate::protocol::{Purpose, Ranked, arranging, order};

/// The order that is looked at, in place of the table of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderLook {
    pub purpose: Purpose,
    /// `None`: both sides merged.
    pub side: Option<Side>,
}

impl Default for OrderLook {
    fn default() -> Self {
        Self { purpose: Purpose::Visit, side: None }
    }
}

impl OrderLook {
    /// The order as it is shown.
    pub fn list(&self, visit: &crate::model::Visit) -> Vec<Ranked> {
        let mut list = order(visit, &self.purpose);
        if let Some(side) = self.side {
            list.retain(|ranked| visit.side_of(&ranked.person) == Some(side));
        }
        list
    }
}

/// Somebody on the way to another place, for a reason that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    pub purpose: Purpose,
    pub person: PersonId,
    /// Last where empty.
    pub before: Option<PersonId>,
    pub reason: String,
}

/// What panels ask about the order.
#[derive(Clone, Debug)]
pub enum OrderCommand {
    /// Shows an order, or the table again.
    Show(Option<OrderLook>),
    KeepRanks(OfficeRanks),
}

impl From<OrderCommand> for Command {
    fn from(command: OrderCommand) -> Self {
        Self::Order(command)
    }
}

impl State {
    pub(super) fn handle_order(&mut self, command: OrderCommand) {
        match command {
            OrderCommand::Show(look) => self.order = look,
            OrderCommand::KeepRanks(ranks) => self.set_office_ranks(ranks),
        }
    }

    /// Shows the order, or the table again.
    pub(super) fn turn_order(&mut self) {
        let shown = self.tab == Tab::People && self.order.is_some();
        self.order = (!shown).then(OrderLook::default);
    }

    /// Asks for the reason of carrying the selected person one place up or down, where an order is
    /// looked at.
    pub(super) fn carry_selected(&mut self, by: i32) -> bool {
        let (Tab::People, Some(look)) = (self.tab, &self.order) else { return false };
        let Some(RecordRef::Person(person)) = self.selection.clone() else { return true };
        let list = look.list(self.session().visit());
        let from = list.iter().position(|ranked| ranked.person == person);
        let to = from.and_then(|from| from.checked_add_signed(if by < 0 { -1 } else { 1 }));
        let to = to.filter(|to| *to < list.len());
        if let Some(before) = to.and_then(|to| arranging::before_at(&list, &person, to)) {
            let purpose = look.purpose.clone();
            let reason = String::new();
            self.modal = Some(Modal::Carry(Carried { purpose, person, before, reason }));
        }
        true
    }
}

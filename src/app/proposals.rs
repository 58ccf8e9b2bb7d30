//! What follows from a change, worked out off the frame and shown before anything is done.

use std::sync::Arc;

use super::command::{Command, Modal};
use super::state::State;
use super::tabs::Tab;
use crate::edit::reschedule::{Ask, Proposal, Told, plan};
use crate::model::{ItemId, RecordRef, Visit};
use crate::protocol::honour::moves;
use crate::words::say;

/// A proposal and the state of the visit it was made for: in any other it says nothing.
#[derive(Debug)]
pub struct Proposed {
    of: Arc<Visit>,
    pub proposal: Proposal,
    /// All of it in sentences.
    pub told: Vec<Told>,
}

/// What was asked last, and its answer once that is there.
#[derive(Debug, Default)]
pub(super) struct Proposing {
    asked: Option<Ask>,
    answer: Option<Proposed>,
}

/// What panels ask about proposals, and what the job that works one out answers.
#[derive(Debug)]
pub enum ProposalCommand {
    Ask(Ask),
    Answer(Box<Proposed>),
    Take,
    Drop,
}

impl From<ProposalCommand> for Command {
    fn from(command: ProposalCommand) -> Self {
        Self::Proposal(command)
    }
}

/// Minutes that are being written, and what they are to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delay {
    pub item: ItemId,
    pub mins: String,
    pub way: DelayWay,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DelayWay {
    /// The item is late; gaps swallow what they can.
    Late,
    /// All that follows moves by as much.
    Shift,
    /// What follows is packed with gaps of so many minutes.
    Pack,
    /// Items end so many minutes before the next.
    Lasting,
}

impl Delay {
    /// What it asks, once the minutes can be read.
    pub fn ask(&self) -> Option<Ask> {
        let item = self.item.clone();
        let mins: i64 = self.mins.trim().replace('\u{2212}', "-").parse().ok()?;
        let short = || u16::try_from(mins).ok();
        match self.way {
            DelayWay::Late => short().filter(|mins| *mins > 0).map(|mins| Ask::Late { item, mins }),
            DelayWay::Shift => {
                let some = mins != 0 && (-1440..=1440).contains(&mins);
                some.then_some(Ask::Shift { item, mins })
            }
            DelayWay::Pack => short().map(|gap| Ask::Pack { item, gap, lengths: false }),
            DelayWay::Lasting => short().map(|gap| Ask::Pack { item, gap, lengths: true }),
        }
    }
}

impl State {
    /// What is proposed for the visit as it is now.
    pub fn proposed(&self) -> Option<&Proposed> {
        let answer = self.proposing.answer.as_ref()?;
        Arc::ptr_eq(&answer.of, self.session().visit()).then_some(answer)
    }

    pub(super) fn handle_proposal(&mut self, command: ProposalCommand) {
        match command {
            ProposalCommand::Ask(ask) => self.propose(ask),
            // What was asked before, or given up meanwhile, is not heard.
            ProposalCommand::Answer(answer) => {
                if self.proposing.asked.as_ref() == Some(&answer.proposal.ask) {
                    self.proposing.answer = Some(*answer);
                }
            }
            ProposalCommand::Drop => self.proposing = Proposing::default(),
            ProposalCommand::Take => self.take_proposal(),
        }
    }

    fn propose(&mut self, ask: Ask) {
        self.modal = None;
        if self.open.is_none() {
            return;
        }
        self.proposing = Proposing { asked: Some(ask.clone()), answer: None };
        let of = self.session().visit().clone();
        self.jobs.spawn(say!("job-proposal"), move || {
            Some(match plan(&of, &ask) {
                Ok(proposal) => {
                    let mut told = proposal.sentences(&of);
                    let moved = moves(&of, &proposal.after);
                    told.extend(moved.iter().map(|it| Told::Changes(it.sentence(&proposal.after))));
                    let answer = Box::new(Proposed { of, proposal, told });
                    Command::Proposal(ProposalCommand::Answer(answer))
                }
                Err(error) => Command::Notice(error.to_string()),
            })
        });
    }

    fn take_proposal(&mut self) {
        let Some(edit) = self.proposed().map(|proposed| proposed.proposal.edit.clone()) else {
            return;
        };
        self.seal();
        self.edit(edit);
        self.seal();
    }

    /// Asks by how much the selected item is moved or late, or what gap is to follow it.
    pub(super) fn ask_delay(&mut self, way: DelayWay) {
        if let Some(item) = self.item_to_move() {
            self.modal = Some(Modal::Delay(Delay { item, mins: "15".to_owned(), way }));
        }
    }

    /// Proposes to make room for the selected item.
    pub(super) fn make_room(&mut self) {
        if let Some(item) = self.item_to_move() {
            self.propose(Ask::MakeRoom { item });
        }
    }

    pub(super) fn item_to_move(&mut self) -> Option<ItemId> {
        if let Some(RecordRef::Item(item)) = &self.selection {
            return Some(item.clone());
        }
        self.notice(say!("reschedule-select"));
        None
    }

    /// Switches the rain plan of the day of the selected item, without one of today: on while any
    /// item of the day has one that is off.
    pub(super) fn switch_rain_plan(&mut self) {
        let visit = self.session().visit();
        let selected = match &self.selection {
            Some(RecordRef::Item(id)) if self.tab == Tab::Programme => visit.item(id),
            _ => None,
        };
        let day = selected.and_then(|item| item.when.day()).unwrap_or_else(|| self.clock.today());
        let on = visit.rain_plan(day).is_some_and(|is_on| !is_on);
        self.propose(Ask::Rain { day, on });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_that_are_none_ask_nothing() {
        let item = ItemId::new("tour").unwrap();
        let asked = |mins: &str, way| Delay { item: item.clone(), mins: mins.into(), way }.ask();
        assert_eq!(asked(" 20 ", DelayWay::Late), Some(Ask::Late { item: item.clone(), mins: 20 }));
        let shift = Ask::Shift { item: item.clone(), mins: -20 };
        assert_eq!(asked("−20", DelayWay::Shift), Some(shift));
        let pack = Ask::Pack { item: item.clone(), gap: 0, lengths: false };
        assert_eq!(asked("0", DelayWay::Pack), Some(pack), "no gap is a gap");
        for (mins, way) in [
            ("", DelayWay::Late),
            ("0", DelayWay::Late),
            ("0", DelayWay::Shift),
            ("-5", DelayWay::Late),
            ("9999", DelayWay::Shift),
            ("-5", DelayWay::Lasting),
            ("a", DelayWay::Pack),
        ] {
            assert_eq!(asked(mins, way), None, "{mins}");
        }
    }
}

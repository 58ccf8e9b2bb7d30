//! Day templates in the window: one laid on a day, a day kept as one.

use std::sync::Arc;

use chrono::NaiveDate;

use super::command::{Command, Modal};
use super::state::State;
use crate::edit::day::template;
use crate::library::{DayTemplate, days};
use crate::model::RecordRef;
use crate::words::say;

/// The template that is looked at, and the day it is to be laid on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayDay {
    pub templates: Arc<Vec<DayTemplate>>,
    pub chosen: usize,
    pub day: NaiveDate,
}

/// A day that becomes a template, under a name that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeepDay {
    pub day: NaiveDate,
    pub name: String,
}

/// What panels ask about day templates, and what jobs answer.
#[derive(Clone, Debug)]
pub enum DayCommand {
    Read { templates: Vec<DayTemplate>, broken: Vec<String> },
    Keep(KeepDay),
}

impl From<DayCommand> for Command {
    fn from(command: DayCommand) -> Self {
        Self::Day(command)
    }
}

impl State {
    /// The day that is looked at.
    fn day_in_sight(&self) -> NaiveDate {
        let visit = self.session().visit();
        let selected = match &self.selection {
            Some(RecordRef::Item(id)) => visit.item(id).and_then(|item| item.when.day()),
            _ => None,
        };
        let days = visit.days();
        let shown = self.settings.programme.day.filter(|day| days.contains(day));
        let day = selected.or(shown).or(days.first().copied());
        day.unwrap_or_else(|| self.clock.today())
    }

    /// Reads the templates off the frame, and shows them then.
    pub(super) fn ask_lay_day(&mut self) {
        let library = self.library.clone();
        self.jobs.spawn(say!("job-days"), move || {
            let found = library.map_or_else(
                || Ok((days::shipped(), Vec::new())),
                |library| library.day_templates(),
            );
            Some(match found {
                Ok((templates, broken)) => {
                    let broken = broken.iter().map(ToString::to_string).collect();
                    Command::Day(DayCommand::Read { templates, broken })
                }
                Err(error) => Command::Notice(error.to_string()),
            })
        });
    }

    pub(super) fn ask_keep_day(&mut self) {
        let day = self.day_in_sight();
        self.modal = Some(Modal::KeepDay(KeepDay { day, name: String::new() }));
    }

    pub(super) fn handle_day(&mut self, command: DayCommand) {
        match command {
            DayCommand::Read { templates, broken } => {
                for error in broken {
                    self.notice(error);
                }
                let (templates, day) = (Arc::new(templates), self.day_in_sight());
                self.modal = Some(Modal::LayDay(LayDay { templates, chosen: 0, day }));
            }
            DayCommand::Keep(keep) => self.keep_day(&keep),
        }
    }

    fn keep_day(&mut self, keep: &KeepDay) {
        let Some(library) = self.library.clone() else {
            self.notice(say!("days-no-library"));
            return;
        };
        let day = template(self.session().visit(), keep.day, keep.name.trim());
        let by = self.officer();
        self.jobs.spawn(say!("job-days"), move || {
            Some(Command::Notice(match library.keep_day(&day, &by) {
                Ok(path) => say!("days-kept", path = path.display().to_string()),
                Err(error) => error.to_string(),
            }))
        });
    }
}

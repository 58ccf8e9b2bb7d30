//! Calendars on their way into the visit and out of it: read, compared and written off the frame.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::command::{Command, Modal};
use super::state::State;
use crate::edit::apply;
use crate::exchange::ics::{self, Calendar, Options, Preview};
use crate::model::Zone;
use crate::projection::{Audience, Projection, Whose};
use crate::store;
use crate::words::{self, say};

/// A calendar, what the officer decided about it so far, and what it would do.
#[derive(Clone, Debug)]
pub struct CalendarIntake {
    pub path: PathBuf,
    /// What the officer typed as the zone for times whose own nobody knows.
    pub zone: String,
    pub calendar: Arc<Calendar>,
    /// Of the visit as it was when this was last looked at.
    pub preview: Arc<Preview>,
    /// The rows that are ticked.
    pub taken: BTreeSet<usize>,
}

/// What of the programme is written, and where.
#[derive(Clone, Debug, Default)]
pub struct CalendarExport {
    pub path: String,
    pub audience: Audience,
    pub whose: Whose,
    pub attendees: bool,
    pub busy: bool,
}

/// What is asked about calendars, and what jobs answer.
#[derive(Debug)]
pub enum CalendarCommand {
    Read(PathBuf),
    /// The officer named a zone.
    Look(Box<CalendarIntake>),
    /// What the calendar would do with that zone.
    Seen(Box<CalendarIntake>),
    Take(Box<CalendarIntake>),
    Export(Box<CalendarExport>),
}

impl From<CalendarCommand> for Command {
    fn from(command: CalendarCommand) -> Self {
        Self::Calendar(command)
    }
}

impl State {
    pub(super) fn handle_calendar(&mut self, command: CalendarCommand) {
        match command {
            CalendarCommand::Read(path) => self.read_calendar(path),
            CalendarCommand::Look(intake) => self.look_at_calendar(intake),
            CalendarCommand::Seen(intake) => self.calendar_seen(*intake),
            CalendarCommand::Take(intake) => self.take_calendar(&intake),
            CalendarCommand::Export(export) => self.export_calendar(*export),
        }
    }

    fn read_calendar(&mut self, path: PathBuf) {
        let Some(open) = &self.open else { return };
        let (visit, of) = (open.session.visit().clone(), open.path.clone());
        self.jobs.spawn(say!("job-calendar"), move || {
            let bytes = match std::fs::read(&path) {
                Ok(bytes) => bytes,
                Err(cause) => {
                    let (path, cause) = (path.display().to_string(), words::cause(&cause));
                    return Some(Command::Notice(say!("cli-read", cause = cause, path = path)));
                }
            };
            let calendar = match ics::read(&bytes, None) {
                Ok(calendar) => calendar,
                Err(error) => return Some(Command::Notice(error.to_string())),
            };
            let preview = Preview::new(&visit, &calendar, None);
            let taken = preview.usual();
            let (calendar, preview) = (Arc::new(calendar), Arc::new(preview));
            let intake = CalendarIntake { path, zone: String::new(), calendar, preview, taken };
            Some(Command::about(of, Command::Ask(Modal::Calendar(Box::new(intake)))))
        });
    }

    /// Compares anew with the zone that the officer named; half a name changes nothing yet.
    fn look_at_calendar(&mut self, mut intake: Box<CalendarIntake>) {
        self.modal = Some(Modal::Calendar(intake.clone()));
        let Some(zone) = Zone::new(intake.zone.trim()) else { return };
        let visit = self.session().visit().clone();
        self.jobs.spawn_quietly(say!("job-calendar"), move || {
            intake.preview = Arc::new(Preview::new(&visit, &intake.calendar, Some(&zone)));
            intake.taken = intake.preview.usual();
            Some(CalendarCommand::Seen(intake))
        });
    }

    /// The answer, unless the officer named another zone, or gave up, meanwhile.
    fn calendar_seen(&mut self, seen: CalendarIntake) {
        let Some(Modal::Calendar(asked)) = &mut self.modal else { return };
        if asked.zone == seen.zone && Arc::ptr_eq(&asked.calendar, &seen.calendar) {
            **asked = seen;
        }
    }

    /// Takes what is ticked as one step.
    fn take_calendar(&mut self, intake: &CalendarIntake) {
        self.modal = None;
        if let Some(edit) = intake.preview.edit(&intake.taken) {
            self.sender.send(Command::Edit(edit)).ok(); // The receiver lives with the window.
        }
    }

    pub(super) fn ask_export_calendar(&mut self) {
        let Some(open) = &self.open else { return };
        let path = open.path.with_extension("ics").display().to_string();
        let export = CalendarExport { path, ..CalendarExport::default() };
        self.modal = Some(Modal::ExportCalendar(Box::new(export)));
    }

    /// Writes the calendar; what was sent is remembered in the visit as one step.
    fn export_calendar(&mut self, export: CalendarExport) {
        self.modal = None;
        let Some(open) = &self.open else { return };
        let (visit, of) = (open.session.visit().clone(), open.path.clone());
        let sender = self.sender.clone();
        self.jobs.spawn(say!("job-calendar"), move || {
            let CalendarExport { path, audience, whose, attendees, busy } = export;
            let edit = ics::sending(&visit, &whose, audience, busy);
            let after = match &edit {
                Some(edit) => match apply(&visit, edit.clone()) {
                    Ok(after) => Arc::new(after),
                    Err(error) => return Some(Command::Notice(error.to_string())),
                },
                None => visit,
            };
            let seen = Projection::of(&after, &whose, audience, &after.language());
            let text = ics::calendar(&seen, Options { attendees, busy });
            let path = path.trim().to_owned();
            Some(match store::write_text(path.as_ref(), text.as_bytes()) {
                Ok(()) => {
                    if let Some(edit) = edit {
                        let remember = Command::about(of, Command::Edit(edit));
                        sender.send(remember).ok(); // The window may be gone.
                    }
                    Command::Notice(say!("app-written", path = path))
                }
                Err(cause) => {
                    let cause = words::cause(&cause);
                    Command::Notice(say!("app-not-written", cause = cause, path = path))
                }
            })
        });
    }
}

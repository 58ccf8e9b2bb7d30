//! Lists of people on their way into the visit and out of it: read, compared and kept off the
//! frame.

use std::path::PathBuf;
use std::sync::Arc;

use super::command::{Command, Modal};
use super::state::State;
use crate::exchange::people::{self, Choices, Decisions, Found, List, Preview, Source, Taught};
use crate::model::{DelegationId, PersonId, Visit, likeness};
use crate::projection::{Audience, Projection};
use crate::store;
use crate::words::{self, interface_lang, say};

/// Where a list comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListFrom {
    File(PathBuf),
    Paste(String),
}

/// A list, what the officer decided about it so far, and what it would do.
#[derive(Clone, Debug)]
pub struct Intake {
    pub from: ListFrom,
    /// What the officer chose instead of the guess.
    pub encoding: Option<String>,
    pub found: Arc<Found>,
    pub party: Option<DelegationId>,
    pub decisions: Decisions,
    pub choices: Choices,
    /// Of the visit as it was when this was last looked at.
    pub preview: Arc<Preview>,
}

impl Intake {
    /// The columns of a list; cards have none.
    pub fn list(&self) -> Option<&List> {
        match &self.found.source {
            Source::List(list) => Some(list),
            Source::Cards(_) => None,
        }
    }

    fn look(&mut self, visit: &Visit) {
        let candidates = self.found.source.candidates();
        let preview = Preview::new(visit, &candidates, &self.decisions, self.party.as_ref());
        self.preview = Arc::new(preview);
    }

    /// What the headings were made to mean, to be remembered.
    fn teaching(&self) -> Taught {
        self.list().map(List::teaching).unwrap_or_default()
    }
}

impl State {
    /// Reads a list and shows what it would do.
    pub(super) fn read_people(&mut self, from: ListFrom, encoding: Option<String>) {
        let Some(open) = &self.open else { return };
        let visit = open.session.visit().clone();
        let path = open.path.clone();
        let folder = path.parent().map(PathBuf::from).unwrap_or_default();
        self.jobs.spawn(say!("job-people"), move || {
            let bytes = match &from {
                ListFrom::File(path) => match std::fs::read(path) {
                    Ok(bytes) => bytes,
                    Err(cause) => {
                        let (path, cause) = (path.display().to_string(), words::cause(&cause));
                        return Some(Command::Notice(say!("cli-read", cause = cause, path = path)));
                    }
                },
                ListFrom::Paste(text) => text.clone().into_bytes(),
            };
            let found = match people::read(&bytes, encoding.as_deref(), &people::taught(&folder)) {
                Ok(found) => found,
                Err(error) => return Some(Command::Notice(error.to_string())),
            };
            let mut intake = Intake {
                from,
                encoding,
                found: Arc::new(found),
                party: None,
                decisions: Decisions::new(),
                choices: Choices::default(),
                preview: Arc::default(),
            };
            intake.look(&visit);
            Some(Command::about(path, Command::Ask(Modal::Intake(Box::new(intake)))))
        });
    }

    /// Compares a list anew after the officer decided something about it.
    pub(super) fn look_at_people(&mut self, mut intake: Box<Intake>) {
        let visit = self.session().visit().clone();
        self.modal = Some(Modal::Intake(intake.clone()));
        self.jobs.spawn_quietly(say!("job-people"), move || {
            intake.look(&visit);
            Some(Command::PeopleSeen(intake))
        });
    }

    /// The answer, unless the officer decided more, or gave up, meanwhile.
    pub(super) fn people_seen(&mut self, seen: Intake) {
        let Some(Modal::Intake(asked)) = &mut self.modal else { return };
        let same = asked.decisions == seen.decisions
            && asked.party == seen.party
            && asked.found == seen.found;
        if same {
            asked.preview = seen.preview;
        }
    }

    /// Takes what is chosen as one step, and keeps pictures and headings.
    pub(super) fn take_people(&mut self, mut intake: Box<Intake>) {
        self.modal = None;
        let Some(open) = &self.open else { return };
        let (visit, path) = (open.session.visit().clone(), open.path.clone());
        let sender = self.sender.clone();
        self.jobs.spawn(say!("job-people"), move || {
            // The visit may have changed since the list was looked at last.
            intake.look(&visit);
            let folder = path.parent().map(PathBuf::from).unwrap_or_default();
            let photos = people::keep_photos(&intake.preview, intake.choices, &path);
            let taught = people::teach(&folder, &intake.teaching());
            if let Some(cause) = photos.as_ref().err().or(taught.as_ref().err()) {
                let (path, cause) = (folder.display().to_string(), words::cause(cause));
                let text = say!("app-not-written", cause = cause, path = path);
                sender.send(Command::Notice(text)).ok(); // The window may be gone.
            }
            let photos = photos.unwrap_or_default();
            let edit = intake.preview.edit(&visit, intake.choices, intake.party.as_ref(), &photos);
            edit.map(|edit| Command::about(path, Command::Edit(edit)))
        });
    }

    /// Looks for the past visits of a person.
    pub(super) fn find_earlier(&mut self, person: PersonId) {
        let (Some(library), Some(open)) = (self.library.clone(), &self.open) else { return };
        let (visit, path) = (open.session.visit().clone(), open.path.clone());
        self.jobs.spawn(say!("job-people"), move || {
            let record = visit.person(&person)?;
            let visits = library.earlier_visits(record, &visit.id);
            Some(Command::about(path, Command::Ask(Modal::Earlier { person, visits })))
        });
    }

    /// Looks for people who may be one.
    pub(super) fn look_for_duplicates(&mut self) {
        let Some(open) = &self.open else { return };
        let (visit, path) = (open.session.visit().clone(), open.path.clone());
        self.jobs.spawn(say!("job-people"), move || {
            let pairs = likeness::duplicates(&visit);
            Some(Command::about(path, Command::Ask(Modal::Duplicates { pairs })))
        });
    }

    pub(super) fn ask_export_people(&mut self) {
        let Some(open) = &self.open else { return };
        let name = open.path.with_extension("");
        self.modal = Some(Modal::ExportPeople { path: format!("{}-people.xlsx", name.display()) });
    }

    /// Writes the people as a list, in the form that the ending of the path names.
    pub(super) fn export_people(&mut self, path: PathBuf) {
        self.modal = None;
        let visit = self.session().visit().clone();
        self.jobs.spawn(say!("job-people"), move || {
            let seen = Projection::new(&visit, Audience::Staff, &interface_lang());
            let shown = path.display().to_string();
            let failed =
                |cause: String| say!("app-not-written", cause = cause, path = shown.clone());
            let bytes = people::list(&seen, &path).map_err(|cause| failed(cause.to_string()));
            let written = bytes.and_then(|bytes| {
                store::write_text(&path, &bytes).map_err(|cause| failed(cause.to_string()))
            });
            Some(Command::Notice(match written {
                Ok(()) => say!("app-written", path = shown),
                Err(text) => text,
            }))
        });
    }
}

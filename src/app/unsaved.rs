//! Work that is not saved: kept for a crash within seconds, offered at the next start.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::command::{Command, FileCommand, Modal};
use super::state::{OpenVisit, State};
use crate::edit::Session;
use crate::model::Visit;
use crate::store::{self, ContentHash, JournalEntry, Known};
use crate::words::say;

impl State {
    /// Offers work that was not saved. What its file holds by now is no such work.
    pub(super) fn look_for_unsaved(&mut self) {
        let journal = self.journal.clone();
        self.jobs.spawn_quietly(say!("job-journal"), move || {
            let entries = match journal.entries() {
                Ok(entries) => entries,
                Err(error) => {
                    tracing::warn!("could not look for unsaved work: {error}");
                    return None;
                }
            };
            let (saved, unsaved): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| {
                store::load(&entry.target).is_ok_and(|visit| visit == *entry.visit)
            });
            for entry in saved {
                entry.discard().ok(); // It is looked at again at the next start.
            }
            let question = || Command::Ask(Modal::Recover { entries: unsaved.clone() });
            (!unsaved.is_empty()).then(question)
        });
    }

    /// Takes up work that was not saved; what its file holds by now is looked up off the frame.
    pub(super) fn recover(&mut self, entry: JournalEntry) {
        self.modal = None;
        self.jobs.spawn(say!("job-open"), move || {
            // Where the file is another by now, saving asks which of the two is wanted.
            let known = match store::open(&entry.target) {
                Ok(opened) if opened.hash.to_string() != entry.based_on || opened.canonical => {
                    ContentHash::parse(&entry.based_on).map(Known::Content)
                }
                Ok(opened) => Some(Known::NotCanonical(opened.hash)),
                Err(_) => ContentHash::parse(&entry.based_on).map(Known::Content),
            };
            let known = known.unwrap_or(Known::New);
            Some(FileCommand::Recovered { entry: Box::new(entry), known })
        });
    }

    pub(super) fn recovered(&mut self, entry: JournalEntry, known: Known) {
        let session = Session::unsaved(entry.visit);
        self.show(OpenVisit::new(entry.target, session, known));
    }

    /// Forgets unsaved work of a run that ended badly.
    pub(super) fn give_up_kept(&mut self, entry: JournalEntry) {
        self.jobs.spawn_quietly(say!("job-journal"), move || {
            let error = entry.discard().err()?;
            Some(Command::Notice(error.to_string()))
        });
    }

    /// Forgets what was kept of a file, off the frame.
    pub(super) fn forget_kept(&mut self, target: PathBuf) {
        let journal = self.journal.clone();
        self.jobs.spawn_quietly(say!("job-journal"), move || {
            let error = journal.discard(&target).err()?;
            tracing::warn!("could not forget the kept work: {error}");
            None::<Command>
        });
    }

    pub(super) fn give_up_unsaved(&mut self) {
        self.journal_due = None;
        self.journalled = None;
        let Some(open) = &mut self.open else { return };
        open.given_up = Some(open.session.visit().clone());
        let path = open.path.clone();
        self.forget_kept(path);
    }

    /// A state that was kept while it was saved or given up is dropped again.
    pub(super) fn kept(&mut self, target: &Path, error: Option<String>) {
        if let Some(cause) = error {
            self.notice(say!("app-not-journalled", cause = cause));
        }
        if self.open_path() == Some(target) && self.has_unsaved_work() {
            return;
        }
        self.forget_kept(target.to_owned());
    }

    /// Keeps unsaved work within seconds of the last change, also while the window is hidden.
    pub(super) fn keep_unsaved(&mut self, now: f64) {
        /// In seconds.
        const SETTLES: f64 = 1.5;
        let Some(open) = &self.open else { return };
        let visit: &Arc<Visit> = open.session.visit();
        let kept = self.journalled.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, visit));
        if kept || !self.has_unsaved_work() {
            self.journal_due = None;
            return;
        }
        let due = *self.journal_due.get_or_insert(now + SETTLES);
        if now < due {
            return;
        }
        self.journal_due = None;
        self.journalled = Some(visit.clone());
        let based_on = match open.known {
            Known::Content(hash) | Known::NotCanonical(hash) => hash.to_string(),
            Known::New => String::new(),
        };
        let (journal, target, visit) = (self.journal.clone(), open.path.clone(), visit.clone());
        let at = self.clock.now();
        self.jobs.spawn_quietly(say!("job-journal"), move || {
            let error = journal.keep(&target, &visit, at, &based_on).err();
            Some(FileCommand::Kept { target, error: error.map(|error| error.to_string()) })
        });
    }
}

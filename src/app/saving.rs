//! Saving: one save at a time, its answer heard for the file it was about.

use std::path::{Path, PathBuf};

use super::command::{Command, FileCommand, Modal};
use super::state::{OpenVisit, State};
use crate::store::{self, Known, SaveError, SaveRequest, Saved};
use crate::words::{self, say};

impl State {
    pub(super) fn save(&mut self) {
        let Some(open) = &self.open else { return };
        if open.session.is_read_only() {
            return self.notice(crate::edit::EditError::ReadOnly.to_string());
        }
        if self.saving.is_some() || !open.session.is_dirty() {
            return;
        }
        let (path, known) = (open.path.clone(), open.known);
        self.start_save(path, known);
    }

    pub(super) fn save_as(&mut self, path: PathBuf) {
        self.modal = None;
        self.next = None;
        let path = if path.extension().is_some() { path } else { path.with_extension("ron") };
        if self.saving.is_some() {
            // After the save that runs: what it writes is the work up to then.
            self.save_as_next = Some(path);
        } else {
            self.start_save(path, Known::New);
        }
    }

    pub(super) fn start_save(&mut self, path: PathBuf, known: Known) {
        self.seal();
        self.saving = self.open_path().map(Path::to_owned);
        let visit = self.session().visit().clone();
        let request =
            SaveRequest { path, visit, known, owner: self.owner_now(), now: self.clock.now() };
        self.jobs.spawn(say!("job-save"), move || {
            Some(FileCommand::Saved(Box::new(store::save(&request))))
        });
    }

    pub(super) fn saved(&mut self, ctx: &egui::Context, saved: Result<Saved, SaveError>) {
        let saving = self.saving.take();
        match saved {
            Ok(saved) => {
                for warning in &saved.warnings {
                    self.notice(warning.clone());
                }
                if let Some(copy) = &saved.kept_copy {
                    self.notice(say!("app-kept-copy", path = copy.display().to_string()));
                }
                self.note_saved(saving.as_deref(), saved);
                self.read_library();
                match self.save_as_next.take() {
                    Some(path) => self.start_save(path, Known::New),
                    None => self.go_on_after_save(ctx),
                }
            }
            Err(SaveError::ChangedUnderneath { path, .. }) => {
                self.next = None;
                self.save_as_next = None;
                self.modal = Some(Modal::Changed { path });
            }
            Err(error) => {
                self.next = None;
                self.save_as_next = None;
                self.modal = Some(Modal::NotSaved { error: error.to_string() });
            }
        }
    }

    /// The visit in the window may be another by now: the answer is for the file that was open
    /// when the save began.
    fn note_saved(&mut self, saving: Option<&Path>, saved: Saved) {
        let same = |open: &&mut OpenVisit| Some(open.path.as_path()) == saving;
        let Some(open) = self.open.as_mut().filter(same) else { return };
        let moved = open.path != saved.path;
        let before = std::mem::replace(&mut open.path, saved.path.clone());
        open.saved_at = Some(self.clock.now());
        open.known = Known::Content(saved.hash);
        open.changed_outside = false;
        open.session.mark_saved(saved.visit);
        self.journal_due = None;
        self.journalled = None;
        self.forget_kept(before);
        if moved {
            self.settings.visit = Some(saved.path);
        }
    }

    pub(super) fn ask_save_as(&mut self) {
        let Some(open) = &self.open else { return };
        let name = open.path.with_extension("");
        self.modal = Some(Modal::SaveAs { path: format!("{}-2.ron", name.display()) });
    }

    pub(super) fn save_bytes(&mut self, path: PathBuf, bytes: Vec<u8>) {
        self.modal = None;
        self.jobs.spawn(say!("job-pdf"), move || {
            let shown = path.display().to_string();
            Some(Command::Notice(match store::write_text(&path, &bytes) {
                Ok(()) => say!("app-written", path = shown),
                Err(cause) => say!("app-not-written", cause = words::cause(&cause), path = shown),
            }))
        });
    }
}

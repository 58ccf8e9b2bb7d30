//! Visits opened in the window: at the start, by the officer, again when somebody else wrote them.

use std::path::{Path, PathBuf};

use super::command::{Command, FileCommand, Modal, Next};
use super::photos::Photos;
use super::state::{OpenVisit, State};
use crate::edit::{Edit, Session};
use crate::model::Lang;
use crate::store::{self, Known, OpenError, Opened};
use crate::words::{self, say};

impl State {
    /// What a start does: the settings' folder and visit, unsaved work of a run that ended badly.
    pub fn start(&mut self) {
        match self.settings.folder.clone() {
            Some(folder) => self.open_folder(folder),
            None => self.modal = Some(Modal::Welcome),
        }
        if let Some(visit) = self.settings.visit.clone() {
            self.read_again(visit);
        }
        self.look_for_unsaved();
    }

    /// Opens the visit of the last time, where it is still there.
    fn read_again(&mut self, path: PathBuf) {
        self.jobs.spawn(say!("job-open"), move || {
            let opened = path.exists().then(|| Box::new(store::open(&path)))?;
            Some(FileCommand::Opened { path, opened })
        });
    }

    pub(super) fn read(&mut self, path: PathBuf) {
        self.jobs.spawn(say!("job-open"), move || {
            let opened = Box::new(store::open(&path));
            Some(FileCommand::Opened { path, opened })
        });
    }

    pub(super) fn opened(&mut self, path: PathBuf, opened: Result<Opened, OpenError>) {
        let opened = match opened {
            Ok(opened) => opened,
            Err(error) => return self.not_opened(error),
        };
        // Work that was begun after the file was asked for is never read over.
        if self.has_unsaved_work() {
            self.modal = Some(Modal::Unsaved { next: Next::Open(path) });
            return;
        }
        let known = if opened.canonical {
            Known::Content(opened.hash)
        } else {
            Known::NotCanonical(opened.hash)
        };
        let mut session = Session::opened(opened.visit);
        if opened.read_only {
            session = session.read_only();
            self.notice(say!("app-read-only"));
        } else if !opened.canonical {
            self.notice(say!("app-not-canonical"));
        }
        self.settings.visit = Some(path.clone());
        self.show(OpenVisit::new(path, session, known));
    }

    /// The visit in the window stays, with the work that was given up for another.
    fn not_opened(&mut self, error: OpenError) {
        if let Some(open) = &mut self.open {
            open.given_up = None;
        }
        self.notice(error.to_string());
    }

    pub(super) fn show(&mut self, open: OpenVisit) {
        // The papers of another visit begin in its own language, where they can be set in it.
        let is_same = self.open.as_ref().is_some_and(|old| old.path == open.path);
        let lang = Lang::new(open.session.visit().language().primary());
        let lang = lang.filter(|lang| !is_same && words::LANGUAGES.contains(&lang.as_str()));
        if let Some(lang) = lang {
            self.preview.options.lang = lang;
        }
        self.close_visit();
        self.open = Some(open);
    }

    pub(super) fn close_visit(&mut self) {
        self.open = None;
        self.selection = None;
        self.order = None;
        self.findings = Vec::new();
        self.checked = None;
        self.journalled = None;
        self.journal_due = None;
        self.preview.forget();
        self.photos = Photos::default();
    }

    pub(super) fn look_at_history(&mut self) {
        let Some(open) = &self.open else { return };
        let path = open.path.clone();
        self.jobs.spawn(say!("job-history"), move || {
            Some(match store::versions(&path) {
                Ok(versions) => Command::about(path, FileCommand::Versions(versions)),
                Err(error) => Command::Notice(error.to_string()),
            })
        });
    }

    /// An older version becomes the visit in the window; saving it is the officer's next step.
    pub(super) fn restore(&mut self, version: store::KeptVersion) {
        self.modal = None;
        let Some(path) = self.open_path().map(PathBuf::from) else { return };
        self.jobs.spawn(say!("job-history"), move || {
            Some(match store::read_version(&version) {
                Ok(opened) => Command::about(path, Command::Edit(Edit::Restore(opened.visit))),
                Err(error) => Command::Notice(error.to_string()),
            })
        });
    }

    /// The file as it is now. It is never read over unsaved work.
    pub(super) fn seen_on_disk(&mut self, path: &Path, asked: Known, hash: Option<String>) {
        if self.saving.is_some() {
            return;
        }
        // A save since makes what was seen old.
        let same = |open: &&mut OpenVisit| open.path == path && open.known == asked;
        let Some(open) = self.open.as_mut().filter(same) else { return };
        let known = match open.known {
            Known::Content(hash) | Known::NotCanonical(hash) => Some(hash.to_string()),
            Known::New => None,
        };
        if hash == known || open.changed_outside {
            return;
        }
        open.changed_outside = true;
        let reload = !open.session.is_dirty() && hash.is_some();
        if reload {
            self.notice(say!("app-reloaded"));
            self.read(path.to_owned());
        } else {
            self.notice(say!("app-changed-outside", path = path.display().to_string()));
        }
    }

    /// Looks now and then whether somebody else wrote the file.
    pub(super) fn look_at_disk(&mut self, now: f64) {
        /// In seconds.
        const EVERY: f64 = 4.0;
        if now < self.look_due || self.saving.is_some() {
            return;
        }
        self.look_due = now + EVERY;
        let Some(open) = &self.open else { return };
        let (path, known) = (open.path.clone(), open.known);
        self.jobs.spawn_quietly(say!("job-look"), move || {
            let hash = std::fs::read(&path).ok();
            let hash = hash.map(|bytes| store::content_hash(&bytes).to_string());
            Some(FileCommand::OnDisk { path, known, hash })
        });
    }
}

//! Files: opening, saving, the library, unsaved work. Everything that touches a disk is a job.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::command::{Command, Modal, Next};
use super::photos::Photos;
use super::state::{OpenVisit, State};
use crate::edit::Session;
use crate::library::{Library, LibraryError, samples};
use crate::model::Visit;
use crate::store::{
    self, ContentHash, JournalEntry, Known, OpenError, Opened, SaveError, SaveRequest, Saved,
};
use crate::words::say;

impl State {
    /// What a start does: the settings' folder and visit, unsaved work of a run that ended badly.
    pub fn start(&mut self) {
        match self.settings.folder.clone() {
            Some(folder) => self.open_folder(folder),
            None => self.modal = Some(Modal::Welcome),
        }
        if let Some(visit) = self.settings.visit.clone().filter(|visit| visit.exists()) {
            self.read(visit);
        }
        match self.journal.entries() {
            Ok(entries) => self.offer(entries),
            Err(error) => tracing::warn!("could not look for unsaved work: {error}"),
        }
    }

    /// Offers work that was not saved. What its file holds by now is no such work.
    fn offer(&mut self, entries: Vec<JournalEntry>) {
        let (saved, unsaved): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| {
            store::load(&entry.target).is_ok_and(|(visit, _)| visit == *entry.visit)
        });
        for entry in saved {
            entry.discard().ok(); // It is looked at again at the next start.
        }
        if !unsaved.is_empty() {
            self.modal = Some(Modal::Recover { entries: unsaved });
        }
    }

    pub(super) fn handle_file(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::OpenFolder(folder) => self.open_folder(folder),
            Command::InstallSamples => self.install_samples(),
            Command::LibraryRead(read) => match *read {
                Ok(library) => self.library = Some(library),
                Err(error) => self.notice(error),
            },
            Command::LibraryChanged { library, open, error } => {
                self.library = Some(*library);
                let trashed = self.trashing.take().filter(|_| error.is_none());
                if trashed.is_some_and(|path| self.open_path() == Some(&path)) {
                    self.give_up_unsaved();
                    self.close_visit();
                }
                if let Some(error) = error {
                    self.notice(error);
                }
                if let Some(path) = open {
                    self.then(ctx, Next::Open(path));
                }
            }
            Command::Create(new) => {
                self.change_library(say!("job-create"), move |library, by| {
                    library.create(&new, by).map(Some)
                });
            }
            Command::CreateFromPast { path, from } => {
                self.change_library(say!("job-create"), move |library, by| {
                    library.from_past(&path, &from, by).map(Some)
                });
            }
            Command::Retitle { path, title } => self.retitle(path, title),
            Command::Duplicate(path) => {
                self.change_library(say!("job-duplicate"), move |library, by| {
                    library.duplicate(&path, by).map(Some)
                });
            }
            Command::Trash(path) => self.trash(path),
            Command::Open(path) => self.then(ctx, Next::Open(path)),
            Command::Opened { path, opened } => self.opened(path, *opened),
            Command::Saved(saved) => self.saved(ctx, *saved),
            Command::SaveAs(path) => self.save_as(path),
            Command::OpenTheirs(path) => {
                self.modal = None;
                self.give_up_unsaved();
                self.read(path);
            }
            Command::SaveText(path, bytes) => self.save_bytes(path, bytes),
            Command::Recover(entry) => self.recover(*entry),
            Command::GiveUp(entry) => {
                if let Err(error) = entry.discard() {
                    self.notice(error.to_string());
                }
            }
            Command::Versions(versions) => self.modal = Some(Modal::History { versions }),
            Command::Restore(version) => self.restore(&version),
            Command::OnDisk { path, known, hash } => self.seen_on_disk(&path, known, hash),
            Command::Kept { target, error } => self.kept(&target, error),
            // Everything else is handled before it comes here.
            _ => {}
        }
    }

    // The library.

    pub(super) fn folder_text(&self) -> String {
        let folder = self.settings.folder.clone().unwrap_or_else(|| self.folders.samples());
        folder.display().to_string()
    }

    fn open_folder(&mut self, folder: PathBuf) {
        self.modal = None;
        self.settings.folder = Some(folder);
        self.keep_settings();
        self.read_library();
    }

    pub(super) fn read_library(&mut self) {
        let Some(folder) = self.settings.folder.clone() else { return };
        let cache = self.folders.cache.clone();
        self.jobs.spawn(say!("job-library"), move || {
            let library = Library::open(&folder, Some(&cache)).map_err(|error| error.to_string());
            Some(Command::LibraryRead(Box::new(library)))
        });
    }

    fn install_samples(&mut self) {
        self.modal = None;
        let folder = self.folders.samples();
        self.settings.folder = Some(folder.clone());
        self.keep_settings();
        let cache = self.folders.cache.clone();
        self.jobs.spawn(say!("job-library"), move || {
            let library = std::fs::create_dir_all(&folder)
                .map_err(|error| error.to_string())
                .and_then(|()| samples::install(&folder).map_err(|error| error.to_string()))
                .and_then(|_| Library::open(&folder, Some(&cache)).map_err(|e| e.to_string()));
            Some(Command::LibraryRead(Box::new(library)))
        });
    }

    /// Changes the library on a copy, so that the list stays usable meanwhile.
    fn change_library(
        &mut self,
        name: String,
        change: impl FnOnce(
            &mut Library,
            &crate::library::Officer,
        ) -> Result<Option<PathBuf>, LibraryError>
        + Send
        + 'static,
    ) {
        self.modal = None;
        let Some(mut library) = self.library.clone() else { return };
        let by = self.officer();
        self.jobs.spawn(name, move || {
            let (open, error) = match change(&mut library, &by) {
                Ok(open) => (open, None),
                Err(error) => (None, Some(error.to_string())),
            };
            Some(Command::LibraryChanged { library: Box::new(library), open, error })
        });
    }

    fn retitle(&mut self, path: PathBuf, title: String) {
        if self.open.as_ref().is_some_and(|open| open.path == path) {
            self.modal = None;
            let mut about = self.session().visit().about.as_ref().clone();
            about.title.main = title;
            let edit = crate::edit::Edit::About(Arc::new(about));
            self.sender.send(Command::Edit(edit)).ok(); // We hold the receiver.
            return;
        }
        self.change_library(say!("job-retitle"), move |library, by| {
            library.retitle(&path, &title, by).map(|()| None)
        });
    }

    fn trash(&mut self, path: PathBuf) {
        self.trashing = Some(path.clone());
        self.change_library(say!("job-trash"), move |library, _| {
            library.trash(&path).map(|()| None)
        });
    }

    // Opening.

    pub(super) fn read(&mut self, path: PathBuf) {
        self.jobs.spawn(say!("job-open"), move || {
            let opened = Box::new(store::open(&path));
            Some(Command::Opened { path, opened })
        });
    }

    fn opened(&mut self, path: PathBuf, opened: Result<Opened, OpenError>) {
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
        self.keep_settings();
        self.show(OpenVisit::new(path, session, known));
    }

    /// The visit in the window stays, with the work that was given up for another.
    fn not_opened(&mut self, error: OpenError) {
        if let Some(open) = &mut self.open {
            open.given_up = None;
        }
        self.notice(error.to_string());
    }

    fn show(&mut self, open: OpenVisit) {
        self.close_visit();
        self.open = Some(open);
    }

    fn close_visit(&mut self) {
        self.open = None;
        self.selection = None;
        self.findings = Vec::new();
        self.checked = None;
        self.journalled = None;
        self.journal_due = None;
        self.preview.forget();
        self.photos = Photos::default();
    }

    // Saving.

    pub(super) fn save(&mut self) {
        let Some(open) = &self.open else { return };
        if open.session.is_read_only() {
            return self.notice(crate::edit::EditError::ReadOnly.to_string());
        }
        if self.saving || !open.session.is_dirty() {
            return;
        }
        let (path, known) = (open.path.clone(), open.known);
        self.start_save(path, known);
    }

    fn save_as(&mut self, path: PathBuf) {
        self.modal = None;
        self.next = None;
        let path = if path.extension().is_some() { path } else { path.with_extension("ron") };
        if !self.saving {
            self.start_save(path, Known::New);
        }
    }

    fn start_save(&mut self, path: PathBuf, known: Known) {
        self.seal();
        self.saving = true;
        let visit = self.session().visit().clone();
        let request =
            SaveRequest { path, visit, known, owner: self.owner_now(), now: self.clock.now() };
        self.jobs
            .spawn(say!("job-save"), move || Some(Command::Saved(Box::new(store::save(&request)))));
    }

    fn saved(&mut self, ctx: &egui::Context, saved: Result<Saved, SaveError>) {
        self.saving = false;
        match saved {
            Ok(saved) => {
                for warning in &saved.warnings {
                    self.notice(warning.clone());
                }
                if let Some(copy) = &saved.kept_copy {
                    self.notice(say!("app-kept-copy", path = copy.display().to_string()));
                }
                self.note_saved(saved);
                self.read_library();
                self.go_on_after_save(ctx);
            }
            Err(SaveError::ChangedUnderneath { path, .. }) => {
                self.next = None;
                self.modal = Some(Modal::Changed { path });
            }
            Err(error) => {
                self.next = None;
                self.modal = Some(Modal::NotSaved { error: error.to_string() });
            }
        }
    }

    /// The visit in the window may be another by now: the answer is for the one that was saved.
    fn note_saved(&mut self, saved: Saved) {
        let same = |open: &&mut OpenVisit| open.session.visit().id == saved.visit.id;
        let Some(open) = self.open.as_mut().filter(same) else { return };
        let moved = open.path != saved.path;
        if let Err(error) = self.journal.discard(&open.path) {
            tracing::warn!("could not forget the kept work: {error}");
        }
        self.journal_due = None;
        self.journalled = None;
        open.path.clone_from(&saved.path);
        open.known = Known::Content(saved.hash);
        open.changed_outside = false;
        open.session.mark_saved(saved.visit);
        if moved {
            self.settings.visit = Some(saved.path);
            self.keep_settings();
        }
    }

    pub(super) fn ask_save_as(&mut self) {
        let Some(open) = &self.open else { return };
        let name = open.path.with_extension("");
        self.modal = Some(Modal::SaveAs { path: format!("{}-2.ron", name.display()) });
    }

    fn save_bytes(&mut self, path: PathBuf, bytes: Vec<u8>) {
        self.modal = None;
        self.jobs.spawn(say!("job-pdf"), move || {
            let shown = path.display().to_string();
            Some(Command::Notice(match store::write_text(&path, &bytes) {
                Ok(()) => say!("app-written", path = shown),
                Err(cause) => say!("app-not-written", cause = cause.to_string(), path = shown),
            }))
        });
    }

    pub(super) fn look_at_history(&mut self) {
        let Some(open) = &self.open else { return };
        let path = open.path.clone();
        self.jobs.spawn(say!("job-history"), move || {
            Some(match store::versions(&path) {
                Ok(versions) => Command::Versions(versions),
                Err(error) => Command::Notice(error.to_string()),
            })
        });
    }

    /// An older version becomes the visit in the window; saving it is the officer's next step.
    fn restore(&mut self, version: &store::KeptVersion) {
        self.modal = None;
        match store::read_version(version) {
            Ok(opened) => {
                let whole = crate::edit::Edit::Restore(opened.visit);
                self.sender.send(Command::Edit(whole)).ok(); // We hold the receiver.
            }
            Err(error) => self.notice(error.to_string()),
        }
    }

    /// The file as it is now. It is never read over unsaved work.
    fn seen_on_disk(&mut self, path: &Path, asked: Known, hash: Option<String>) {
        if self.saving {
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

    // Unsaved work.

    fn recover(&mut self, entry: JournalEntry) {
        self.modal = None;
        // Where the file is another by now, saving asks which of the two is wanted.
        let known = match store::open(&entry.target) {
            Ok(opened) if opened.hash.to_string() != entry.based_on || opened.canonical => {
                ContentHash::parse(&entry.based_on).map(Known::Content)
            }
            Ok(opened) => Some(Known::NotCanonical(opened.hash)),
            Err(_) => ContentHash::parse(&entry.based_on).map(Known::Content),
        };
        let session = Session::unsaved(entry.visit.clone());
        self.show(OpenVisit::new(entry.target, session, known.unwrap_or(Known::New)));
    }

    pub(super) fn give_up_unsaved(&mut self) {
        self.journal_due = None;
        self.journalled = None;
        let Some(open) = &mut self.open else { return };
        open.given_up = Some(open.session.visit().clone());
        if let Err(error) = self.journal.discard(&open.path) {
            self.notice(error.to_string());
        }
    }

    /// A state that was kept while it was saved or given up is dropped again.
    fn kept(&mut self, target: &Path, error: Option<String>) {
        if let Some(cause) = error {
            self.notice(say!("app-not-journalled", cause = cause));
        }
        if self.open_path() == Some(target) && self.has_unsaved_work() {
            return;
        }
        if let Err(error) = self.journal.discard(target) {
            tracing::warn!("could not forget the kept work: {error}");
        }
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
            Some(Command::Kept { target, error: error.map(|error| error.to_string()) })
        });
    }

    /// Looks now and then whether somebody else wrote the file.
    pub(super) fn look_at_disk(&mut self, now: f64) {
        /// In seconds.
        const EVERY: f64 = 4.0;
        if now < self.look_due || self.saving {
            return;
        }
        self.look_due = now + EVERY;
        let Some(open) = &self.open else { return };
        let (path, known) = (open.path.clone(), open.known);
        self.jobs.spawn_quietly(say!("job-look"), move || {
            let hash = std::fs::read(&path).ok();
            let hash = hash.map(|bytes| store::content_hash(&bytes).to_string());
            Some(Command::OnDisk { path, known, hash })
        });
    }
}

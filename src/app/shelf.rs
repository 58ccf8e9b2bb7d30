//! The library of the window: opened, read again, changed on a copy by jobs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::command::{Command, FileCommand, Modal, Shelf};
use super::state::{OpenVisit, State};
use crate::library::{Keep, Library, LibraryError, Officer, samples};
use crate::words::say;

impl State {
    pub(super) fn folder_text(&self) -> String {
        let folder = self.settings.folder.clone().unwrap_or_else(|| self.folders.samples());
        folder.display().to_string()
    }

    pub(super) fn open_folder(&mut self, folder: PathBuf) {
        self.modal = None;
        self.settings.folder = Some(folder);
        self.read_library();
    }

    pub(super) fn read_library(&mut self) {
        let Some(folder) = self.settings.folder.clone() else { return };
        let cache = self.folders.cache.clone();
        self.jobs.spawn_stoppable(say!("job-library"), move |progress| {
            let library = Library::open_watched(&folder, Some(&cache), progress);
            let library = library.map_err(|error| error.to_string());
            Some(FileCommand::LibraryRead(Box::new(library)))
        });
    }

    pub(super) fn install_samples(&mut self) {
        self.modal = None;
        let folder = self.folders.samples();
        self.settings.folder = Some(folder.clone());
        let cache = self.folders.cache.clone();
        self.jobs.spawn(say!("job-library"), move || {
            let library = std::fs::create_dir_all(&folder)
                .map_err(|error| error.to_string())
                .and_then(|()| samples::install(&folder).map_err(|error| error.to_string()))
                .and_then(|_| Library::open(&folder, Some(&cache)).map_err(|e| e.to_string()));
            Some(FileCommand::LibraryRead(Box::new(library)))
        });
    }

    /// Changes the library on a copy, so that the list stays usable meanwhile.
    pub(super) fn change_library(
        &mut self,
        name: String,
        change: impl FnOnce(&mut Library, &Officer) -> Result<Option<PathBuf>, LibraryError>
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
            Some(FileCommand::LibraryChanged { library: Box::new(library), open, error })
        });
    }

    pub(super) fn retitle(&mut self, path: PathBuf, title: String) {
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

    pub(super) fn trash(&mut self, path: PathBuf) {
        self.trashing = Some(path.clone());
        self.change_library(say!("job-trash"), move |library, _| {
            library.trash(&path).map(|()| None)
        });
    }

    /// Gives a file another name. What waits to be saved goes into the file of the new name.
    pub(super) fn rename_file(&mut self, path: PathBuf, name: String) {
        if self.saving.is_some() {
            // The save would bring the old name back.
            self.notice(say!("library-rename-later"));
            return;
        }
        let sender = self.sender.clone();
        self.change_library(say!("job-retitle"), move |library, _| {
            let to = library.rename(&path, &name)?;
            let renamed = FileCommand::Renamed { from: path, to };
            sender.send(renamed.into()).ok(); // The window may be gone.
            Ok(None)
        });
    }

    pub(super) fn renamed(&mut self, from: &Path, to: PathBuf) {
        let is_open = |open: &&mut OpenVisit| open.path == from;
        let Some(open) = self.open.as_mut().filter(is_open) else { return };
        open.path.clone_from(&to);
        // Kept work is found by the name of its file.
        self.journalled = None;
        self.settings.visit = Some(to);
        self.forget_kept(from.to_owned());
    }

    /// A question about the visit that is open, as its file and title are.
    pub(super) fn ask_about_visit(&mut self, question: impl FnOnce(PathBuf, String) -> Modal) {
        let Some(open) = &self.open else { return };
        let title = open.session.visit().about.title.main.clone();
        self.modal = Some(question(open.path.clone(), title));
    }

    /// The visit that is open as the pattern of a new one.
    pub(super) fn ask_new_from_this(&mut self) {
        let first = self.clock.today().to_string();
        self.ask_about_visit(|path, title| Modal::NewVisit {
            title,
            first,
            last: String::new(),
            zone: String::new(),
            from: Some((path, Keep { people: true, notes: true })),
        });
    }

    /// Reads all visits for what they know together.
    pub(super) fn look_across(&mut self) {
        let Some(library) = self.library.clone() else { return };
        self.jobs.spawn_stoppable(say!("job-across"), move |progress| {
            let across = library.across(progress).ok()?;
            let (shelf, words) = (Shelf::default(), String::new());
            Some(Command::Ask(Modal::Across { across: Arc::new(across), shelf, words }))
        });
    }

    pub(super) fn take_library(&mut self, library: Library) {
        self.library = Some(library);
        self.library_version += 1;
        // Another library may remember something else of who comes.
        self.checked = None;
    }
}

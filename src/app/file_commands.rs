//! What the window does about files and the library when it is asked to.

use super::command::{FileCommand, Modal, Next};
use super::state::State;
use crate::words::say;

impl State {
    pub(super) fn handle_file(&mut self, ctx: &egui::Context, command: FileCommand) {
        match command {
            FileCommand::OpenFolder(folder) => self.open_folder(folder),
            FileCommand::InstallSamples => self.install_samples(),
            FileCommand::Renamed { from, to } => self.renamed(&from, to),
            FileCommand::LibraryRead(read) => match *read {
                Ok(library) => self.take_library(library),
                Err(error) => self.notice(error),
            },
            FileCommand::LibraryChanged { library, open, error } => {
                self.take_library(*library);
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
            FileCommand::Create(new) => {
                self.change_library(say!("job-create"), move |library, by| {
                    library.create(&new, by).map(Some)
                });
            }
            FileCommand::CreateFromPast { path, from } => {
                self.change_library(say!("job-create"), move |library, by| {
                    library.from_past(&path, &from, by).map(Some)
                });
            }
            FileCommand::Retitle { path, title } => self.retitle(path, title),
            FileCommand::RenameFile { path, name } => self.rename_file(path, name),
            FileCommand::Duplicate(path) => {
                self.change_library(say!("job-duplicate"), move |library, by| {
                    library.duplicate(&path, by).map(Some)
                });
            }
            FileCommand::Trash(path) => self.trash(path),
            FileCommand::Open(path) => self.then(ctx, Next::Open(path)),
            FileCommand::Opened { path, opened } => self.opened(path, *opened),
            FileCommand::Saved(saved) => self.saved(ctx, *saved),
            FileCommand::SaveAs(path) => self.save_as(path),
            FileCommand::OpenTheirs(path) => {
                self.modal = None;
                self.give_up_unsaved();
                self.read(path);
            }
            FileCommand::SaveText(path, bytes) => self.save_bytes(path, bytes),
            FileCommand::Recover(entry) => self.recover(*entry),
            FileCommand::Recovered { entry, known } => {
                self.then(ctx, Next::Recover { entry, known });
            }
            FileCommand::GiveUp(entry) => self.give_up_kept(*entry),
            FileCommand::Versions(versions) => self.modal = Some(Modal::History { versions }),
            FileCommand::Restore(version) => self.restore(*version),
            FileCommand::OnDisk { path, known, hash } => self.seen_on_disk(&path, known, hash),
            FileCommand::Kept { target, error } => self.kept(&target, error),
        }
    }
}

//! The cache is written on a thread of its own: a list of ten thousand is usable before.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use super::cache;
use super::entry::Entries;

/// The thread that writes, shared by the copies of a library.
#[derive(Clone, Debug, Default)]
pub(super) struct Remembering(Arc<Mutex<Option<JoinHandle<()>>>>);

impl Remembering {
    /// Writes the entries once what is being written is done.
    pub(super) fn start(&self, path: PathBuf, entries: Entries) {
        let mut running = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = running.take();
        let write = move || {
            if let Some(before) = before {
                before.join().ok(); // What it could not write is written now.
            }
            if let Err(error) = cache::save(&path, &entries) {
                // The next start is slower, that is all.
                tracing::warn!("could not write {}: {error}", path.display());
            }
        };
        let thread = std::thread::Builder::new().name("remember".to_owned());
        match thread.spawn(write) {
            Ok(thread) => *running = Some(thread),
            Err(error) => tracing::warn!("the library is not remembered: {error}"),
        }
    }

    /// Waits until nothing is being written.
    pub(super) fn wait(&self) {
        let running = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(running) = running {
            running.join().ok(); // It said why it failed.
        }
    }
}

//! A folder of visits: the list, the search, the samples, and what the past knows.
//!
//! The library never keeps a visit in memory, only an [`Entry`] for each file, remembered between
//! two starts by path, size and time of change. It never changes a file but through `store`.

pub mod days;
pub mod fold;
pub mod samples;

mod across;
mod cache;
mod entry;
mod file;
mod manage;
mod memory;
mod office;
mod past;
mod remembering;
mod renewed;
mod scan;
mod search;
mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use self::across::{Across, GiftSeen, PersonSeen, Seen};
pub use self::days::DayTemplate;
pub use self::entry::{Content, Entries, Entry, Group, Stamp, Summary};
pub use self::manage::{FromPast, Keep, NewVisit};
pub use self::office::OfficeRanks;
pub use self::past::{PastVisit, Promise};
use self::remembering::Remembering;
pub use self::search::{Facets, Filter, Hit, Query, Sort, hits};
use crate::model::{Minute, Visit, VisitId};
use crate::progress::Progress;
use crate::store::{OpenError, Owner, SaveError};
use crate::words::say;

/// A folder and what is known of its files. Copies share their entries.
#[derive(Clone, Debug)]
pub struct Library {
    folder: PathBuf,
    /// The file that remembers the entries until the next start.
    cache: Option<PathBuf>,
    /// By path.
    entries: Entries,
    /// Writes what the next start is to know.
    remembering: Remembering,
}

/// Who writes, and when: below the window nobody asks the machine.
#[derive(Clone, Debug, Default)]
pub struct Officer {
    pub owner: Owner,
    /// The officer's own time.
    pub now: Minute,
}

impl Officer {
    /// The time of the officer by the visit's clock; by their own where its zone is not known.
    pub fn now_at(&self, visit: &Visit) -> Minute {
        visit.local(self.owner.heard).unwrap_or(self.now)
    }
}

/// Why something could not be done with a library. Nothing is lost.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    #[error("{}", say!("library-folder-unreadable", cause = crate::words::cause(cause), path = path.display().to_string()))]
    Folder { path: PathBuf, cause: std::io::Error },
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Save(#[from] SaveError),
    #[error("{}", say!("library-not-written", cause = crate::words::cause(cause), path = path.display().to_string()))]
    NotWritten { path: PathBuf, cause: std::io::Error },
    #[error("{}", say!("library-newer", path = path.display().to_string()))]
    Newer { path: PathBuf },
    #[error("{}", say!("library-name-taken", path = path.display().to_string()))]
    NameTaken { path: PathBuf },
    #[error("{}", say!("library-name-form", name = name.as_str()))]
    NameForm { name: String },
    #[error("{}", say!("library-not-trashed", cause = cause.as_str(), path = path.display().to_string()))]
    NotTrashed { path: PathBuf, cause: String },
    #[error("{}", say!("limits-unreadable", cause = cause.as_str(), path = path.display().to_string()))]
    Office { path: PathBuf, cause: String },
    #[error("{}", say!("limits-not-kept", cause = cause.to_string(), path = path.display().to_string()))]
    OfficeNotKept { path: PathBuf, cause: std::io::Error },
    #[error("{}", say!("library-stopped"))]
    Stopped,
}

impl Library {
    /// Opens a folder. With a folder for caches, what the last start knew is used for files that
    /// have not changed since.
    pub fn open(folder: &Path, caches: Option<&Path>) -> Result<Self, LibraryError> {
        Self::open_watched(folder, caches, &Progress::default())
    }

    /// The same, counting files as they are read; it can be stopped.
    pub fn open_watched(
        folder: &Path,
        caches: Option<&Path>,
        progress: &Progress,
    ) -> Result<Self, LibraryError> {
        let cache = caches.map(|caches| caches.join(cache::file_name(folder)));
        let known = || cache.as_deref().map(cache::load).unwrap_or_default();
        let (known, stamps) = rayon::join(known, || scan::stamps(folder));
        let mut library = Self {
            folder: folder.to_owned(),
            cache,
            entries: known,
            remembering: Remembering::default(),
        };
        library.update(stamps?, progress)?;
        Ok(library)
    }

    /// Looks at the folder again; `true` when anything changed since.
    pub fn refresh(&mut self) -> Result<bool, LibraryError> {
        self.update(scan::stamps(&self.folder)?, &Progress::default())
    }

    fn update(&mut self, stamps: Vec<Stamp>, progress: &Progress) -> Result<bool, LibraryError> {
        let entries =
            scan::entries(stamps, &self.entries, progress).ok_or(LibraryError::Stopped)?;
        let changed = entries != self.entries;
        self.entries = entries;
        if let (true, Some(cache)) = (changed, &self.cache) {
            self.remembering.start(cache.clone(), self.entries.clone());
        }
        Ok(changed)
    }

    /// Waits until what the next start is to know is written. The list is usable before.
    pub fn settle(&self) {
        self.remembering.wait();
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// All files, by path.
    pub fn entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    pub fn entry(&self, path: &Path) -> Option<&Arc<Entry>> {
        self.entries.iter().find(|entry| entry.path() == path)
    }

    /// Files that carry the same visit: left by a tool that synchronises folders, or copied by
    /// hand. To be merged or told apart, never shown as visits of their own.
    pub fn conflicts(&self) -> Vec<Entries> {
        let mut by_id: BTreeMap<&VisitId, Entries> = BTreeMap::new();
        for entry in &self.entries {
            if let Some(summary) = entry.summary() {
                by_id.entry(&summary.id).or_default().push(Arc::clone(entry));
            }
        }
        by_id.into_values().filter(|copies| copies.len() > 1).collect()
    }

    fn has_id(&self, id: &str) -> bool {
        self.entries
            .iter()
            .filter_map(|entry| entry.summary())
            .any(|summary| summary.id.as_str() == id)
    }
}

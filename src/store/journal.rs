//! Unsaved work, kept in a folder of the user's own until it is saved or given up.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::disk::{Disk, RealDisk};
use super::format;
use super::save::{folder_of, write_text_on};
use crate::model::{Minute, Visit};

/// The largest journal that is read, in bytes: a visit and its heading.
const MAX_JOURNAL: u64 = format::MAX_FILE + 64 * 1024;
const ENDING: &str = "journal";

/// The folder that unsaved work is kept in.
#[derive(Clone, Debug)]
pub struct Journal {
    folder: PathBuf,
}

/// Work that was not saved.
#[derive(Clone, Debug)]
pub struct JournalEntry {
    /// The file it belongs to; empty when it never had one.
    pub target: PathBuf,
    pub at: Minute,
    pub visit: Arc<Visit>,
    /// The hash of the file it was made from, in hexadecimal; empty for none.
    pub based_on: String,
    journal: PathBuf,
}

/// The first line of a journal.
#[derive(Serialize, Deserialize)]
struct Heading {
    target: PathBuf,
    at: Minute,
    based_on: String,
}

impl Journal {
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// Keeps the unsaved state of the file `target`, in place of the state kept before.
    /// `target` may be any path that tells one visit from the others, existing or not.
    ///
    /// # Errors
    /// When it cannot be written; what was kept before is then still there.
    pub fn keep(&self, target: &Path, visit: &Visit, at: Minute, based_on: &str) -> io::Result<()> {
        self.keep_on(&RealDisk, target, visit, at, based_on)
    }

    /// [`Self::keep`] on another disk.
    ///
    /// # Errors
    /// As [`Self::keep`].
    pub fn keep_on<D: Disk>(
        &self,
        disk: &D,
        target: &Path,
        visit: &Visit,
        at: Minute,
        based_on: &str,
    ) -> io::Result<()> {
        let body = format::write(visit).map_err(io::Error::other)?;
        let heading = Heading { target: target.to_owned(), at, based_on: based_on.to_owned() };
        let heading = ron::to_string(&heading).map_err(io::Error::other)?;
        let path = self.path_of(target);
        if !disk.exists(folder_of(&path)) {
            disk.create_folder(folder_of(&path))?;
        }
        write_text_on(disk, &path, format!("{heading}\n{body}").as_bytes())
    }

    /// Forgets the unsaved state of `target`: it was saved or given up.
    ///
    /// # Errors
    /// When there is one and it cannot be removed.
    pub fn discard(&self, target: &Path) -> io::Result<()> {
        match RealDisk.remove(&self.path_of(target)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// All unsaved work, the newest first; also of a visit that is not sound, as it was when the
    /// program ended. What cannot be read is told by [`Self::unreadable`].
    ///
    /// # Errors
    /// When the folder cannot be read; a missing one holds nothing.
    pub fn entries(&self) -> io::Result<Vec<JournalEntry>> {
        let mut entries: Vec<JournalEntry> =
            self.files()?.into_iter().filter_map(read_entry).collect();
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
        Ok(entries)
    }

    /// The files that should hold unsaved work and cannot be read. They are never touched.
    ///
    /// # Errors
    /// As [`Self::entries`].
    pub fn unreadable(&self) -> io::Result<Vec<PathBuf>> {
        let mut files = self.files()?;
        files.retain(|file| read_entry(file.clone()).is_none());
        Ok(files)
    }

    fn files(&self) -> io::Result<Vec<PathBuf>> {
        let mut files = RealDisk.list(&self.folder)?;
        files.retain(|path| path.extension().is_some_and(|ending| ending == ENDING));
        Ok(files)
    }

    fn path_of(&self, target: &Path) -> PathBuf {
        let hash = blake3::hash(target.to_string_lossy().as_bytes());
        let short: String = hash.to_hex().chars().take(24).collect();
        self.folder.join(format!("{short}.{ENDING}"))
    }
}

impl JournalEntry {
    /// Forgets this work.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn discard(&self) -> io::Result<()> {
        RealDisk.remove(&self.journal)
    }
}

fn read_entry(journal: PathBuf) -> Option<JournalEntry> {
    let bytes = RealDisk.read(&journal, MAX_JOURNAL).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let (heading, body) = text.split_once('\n')?;
    let Heading { target, at, based_on } = ron::from_str(heading).ok()?;
    let visit = Arc::new(format::read_any(body).ok()?.visit);
    Some(JournalEntry { target, at, visit, based_on, journal })
}

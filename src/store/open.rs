//! Reading a visit from its file.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::disk::{Disk, RealDisk};
use super::error::{OpenError, ReadError};
use super::format::{self, MAX_FILE};
use crate::model::Visit;

/// What a file holds, told by its content: never by time or size alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ContentHash(blake3::Hash);

impl std::fmt::Display for ContentHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// The hash of a file's content.
pub fn content_hash(bytes: &[u8]) -> ContentHash {
    ContentHash(blake3::hash(bytes))
}

/// A visit as its file held it.
#[derive(Clone, Debug)]
pub struct Opened {
    pub visit: Arc<Visit>,
    pub hash: ContentHash,
    /// Whether a rewrite keeps everything that stands in the file; comments for example are lost.
    pub canonical: bool,
    /// Made by a newer version: it must not be written.
    pub read_only: bool,
}

/// Reads the visit in `path`.
///
/// # Errors
/// When the file cannot be read or holds no sound visit; the file is never touched.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    open_on(&RealDisk, path)
}

/// [`open`] on another disk.
///
/// # Errors
/// As [`open`].
pub fn open_on<D: Disk>(disk: &D, path: &Path) -> Result<Opened, OpenError> {
    let not_read = |cause| OpenError::Read { path: path.to_owned(), cause };
    let bytes = match disk.read(path, MAX_FILE) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            return Err(not_read(ReadError::TooLarge { most: MAX_FILE }));
        }
        Err(cause) => return Err(OpenError::Io { path: path.to_owned(), cause }),
    };
    let text = std::str::from_utf8(&bytes).map_err(|_not_utf8| not_read(ReadError::NotText))?;
    let loaded = format::read(text).map_err(not_read)?;
    Ok(Opened {
        visit: Arc::new(loaded.visit),
        hash: content_hash(&bytes),
        canonical: loaded.canonical,
        read_only: loaded.newer,
    })
}

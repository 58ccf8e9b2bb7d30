//! Reading a visit from its file.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::disk::{Disk, RealDisk};
use super::error::{OpenError, Place, ReadError};
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

impl ContentHash {
    /// Reads what [`Display`](std::fmt::Display) wrote.
    pub fn parse(hex: &str) -> Option<Self> {
        blake3::Hash::from_hex(hex).ok().map(Self)
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
    /// The fields of a newer file that this version does not know and does not show.
    pub left_out: Vec<String>,
}

/// Reads the visit in `path`.
///
/// # Errors
/// When the file cannot be read or holds no sound visit; the file is never touched.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    open_on(&RealDisk, path)
}

/// [`open()`] on another disk.
///
/// # Errors
/// As [`open()`].
pub fn open_on<D: Disk>(disk: &D, path: &Path) -> Result<Opened, OpenError> {
    let (text, hash) = text_on(disk, path)?;
    let not_read = |cause| OpenError::Read { path: path.to_owned(), cause };
    let loaded = format::read(&text).map_err(not_read)?;
    Ok(Opened {
        visit: Arc::new(loaded.visit),
        hash,
        canonical: loaded.canonical,
        read_only: loaded.newer,
        left_out: loaded.left_out,
    })
}

/// Reads the visit in `path` without asking whether a rewrite would keep all of the file: for
/// lists of many.
///
/// # Errors
/// As [`open()`].
pub fn load(path: &Path) -> Result<Visit, OpenError> {
    let text = text_of(path, bytes_on(&RealDisk, path)?)?;
    let not_read = |cause| OpenError::Read { path: path.to_owned(), cause };
    Ok(format::read_sound(&text).map_err(not_read)?.visit)
}

fn text_on<D: Disk>(disk: &D, path: &Path) -> Result<(String, ContentHash), OpenError> {
    let bytes = bytes_on(disk, path)?;
    let hash = content_hash(&bytes);
    Ok((text_of(path, bytes)?, hash))
}

fn bytes_on<D: Disk>(disk: &D, path: &Path) -> Result<Vec<u8>, OpenError> {
    disk.read(path, MAX_FILE).map_err(|error| {
        let path = path.to_owned();
        if error.kind() == io::ErrorKind::FileTooLarge {
            OpenError::Read { path, cause: ReadError::TooLarge { most: MAX_FILE } }
        } else {
            OpenError::Io { path, cause: error }
        }
    })
}

fn text_of(path: &Path, bytes: Vec<u8>) -> Result<String, OpenError> {
    String::from_utf8(bytes).map_err(|err| {
        let valid = err.as_bytes().get(..err.utf8_error().valid_up_to()).unwrap_or_default();
        let valid = String::from_utf8_lossy(valid);
        let cause = ReadError::NotText { place: Place::of(&valid, valid.len()) };
        OpenError::Read { path: path.to_owned(), cause }
    })
}

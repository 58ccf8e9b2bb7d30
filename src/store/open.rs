//! Opening a file: bounded reading, what it held, and what a later save compares with.

use std::fmt;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::errors::{OpenError, Position, ReadError};
use super::format::{self, Loaded, MAX_FILE};
use crate::model::Visit;

/// The content of a file, by its BLAKE3 hash: the one thing that tells whether it changed.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContentHash(blake3::Hash);

impl ContentHash {
    pub fn of(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes))
    }

    /// Reads what [`Display`](fmt::Display) wrote.
    pub fn parse(hex: &str) -> Option<Self> {
        blake3::Hash::from_hex(hex).ok().map(Self)
    }

    /// Enough of it to tell the versions of one visit apart.
    pub fn short(self) -> String {
        self.0.to_hex().chars().take(12).collect()
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_hex())
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.short())
    }
}

/// What a save expects to find at its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// Nothing: the file is to be made.
    New,
    /// Just this content. What is not in canonical form is kept as it was before it is replaced.
    Loaded { hash: ContentHash, canonical: bool },
    /// A file that must not be written, made by a newer version.
    ReadOnly,
}

/// A file that was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    pub visit: Arc<Visit>,
    pub path: PathBuf,
    /// Of the file's bytes.
    pub hash: ContentHash,
    /// Whether the file is just what a save would write; comments and own line breaks are not.
    pub canonical: bool,
    /// Made by a newer version: shown, never written.
    pub read_only: bool,
    /// Fields of a newer file that this version does not know.
    pub left_out: Vec<String>,
}

impl Opened {
    /// What a save of this file expects to find.
    pub fn base(&self) -> Base {
        if self.read_only {
            Base::ReadOnly
        } else {
            Base::Loaded { hash: self.hash, canonical: self.canonical }
        }
    }
}

/// Opens a file to work with it.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let text = read_text(path)?;
    let fail = |cause| OpenError::Broken { path: path.to_owned(), cause };
    opened(path, &text).map_err(fail)
}

/// Reads a file without asking whether it is in canonical form: for lists of many.
pub fn load(path: &Path) -> Result<Loaded, OpenError> {
    let text = read_text(path)?;
    format::read(&text).map_err(|cause| OpenError::Broken { path: path.to_owned(), cause })
}

pub(super) fn opened(path: &Path, text: &str) -> Result<Opened, ReadError> {
    let loaded = format::read(text)?;
    let read_only = loaded.is_newer();
    let canonical = !read_only && format::write(&loaded.visit).is_ok_and(|written| written == text);
    let Loaded { visit, hash, format: _, left_out } = loaded;
    Ok(Opened { visit, path: path.to_owned(), hash, canonical, read_only, left_out })
}

fn read_text(path: &Path) -> Result<String, OpenError> {
    let unreadable = |cause| OpenError::Unreadable { path: path.to_owned(), cause };
    let bytes = read_capped(path).map_err(unreadable)?;
    text_of(bytes).map_err(|cause| OpenError::Broken { path: path.to_owned(), cause })
}

/// The bytes of a file, one more than [`MAX_FILE`] at most.
pub(super) fn read_capped(path: &Path) -> std::io::Result<Vec<u8>> {
    let file = std::fs::File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(std::io::ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    if metadata.len() > MAX_FILE {
        // Enough to say that it is too large, without reading it.
        bytes.resize(MAX_FILE as usize + 1, 0);
        return Ok(bytes);
    }
    // The file may grow meanwhile.
    file.take(MAX_FILE + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The bytes of a file as text, or what they are instead.
pub(super) fn text_of(bytes: Vec<u8>) -> Result<String, ReadError> {
    if bytes.len() as u64 > MAX_FILE {
        return Err(ReadError::TooLarge);
    }
    String::from_utf8(bytes).map_err(|err| {
        let valid_up_to = err.utf8_error().valid_up_to();
        let valid = err.as_bytes().get(..valid_up_to).unwrap_or_default();
        let before = String::from_utf8_lossy(valid);
        ReadError::NotText { at: Position::of(&before, before.len()) }
    })
}

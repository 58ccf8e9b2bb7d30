//! Whether a change of a file is our own write or somebody else's.

use std::io;
use std::path::Path;

use super::disk::{Disk as _, RealDisk};
use super::format::{self, MAX_FILE};
use super::open::{ContentHash, content_hash};
use crate::model::Visit;

/// What is known of one open file. It goes by content: a touched file has not changed.
#[derive(Clone, Copy, Debug)]
pub struct Watch {
    known: ContentHash,
    /// What a save that is under way puts there.
    coming: Option<ContentHash>,
}

/// What a look at the file shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// What was opened, or what we wrote.
    Ours,
    /// Somebody else's.
    Theirs(ContentHash),
    Gone,
}

impl Watch {
    pub fn new(known: ContentHash) -> Self {
        Self { known, coming: None }
    }

    /// A save of that visit begins, perhaps on another thread.
    pub fn saving(&mut self, visit: &Visit) {
        self.coming = format::write(visit).ok().map(|text| content_hash(text.as_bytes()));
    }

    /// The save ended; with the hash of what it wrote, or without when it failed.
    pub fn saved(&mut self, hash: Option<ContentHash>) {
        self.coming = None;
        self.known = hash.unwrap_or(self.known);
    }

    /// Looks at the file.
    ///
    /// # Errors
    /// When it is there and cannot be read, which says nothing about its content.
    pub fn look(&self, path: &Path) -> io::Result<Seen> {
        match RealDisk.read(path, MAX_FILE) {
            Ok(bytes) => {
                let found = content_hash(&bytes);
                let is_ours = found == self.known || Some(found) == self.coming;
                Ok(if is_ours { Seen::Ours } else { Seen::Theirs(found) })
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Seen::Gone),
            Err(error) => Err(error),
        }
    }
}

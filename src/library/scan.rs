//! Finds the visit files of a folder and reads those that changed.

use std::collections::HashMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use rayon::prelude::*;

use super::LibraryError;
use super::entry::{Entries, Entry, Stamp};
use crate::progress::Progress;
use crate::store::{OpenError, load};

/// Folders within folders are followed to this depth.
const MAX_DEPTH: usize = 8;

/// All visit files under `folder`, by path.
pub(super) fn stamps(folder: &Path) -> Result<Vec<Stamp>, LibraryError> {
    let mut stamps = Vec::new();
    collect(folder, 0, &mut stamps)
        .map_err(|cause| LibraryError::Folder { path: folder.to_owned(), cause })?;
    stamps.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(stamps)
}

/// The entries of the files; those of `known` whose file is unchanged are kept. `None` when the
/// work was stopped.
pub(super) fn entries(stamps: Vec<Stamp>, known: &Entries, progress: &Progress) -> Option<Entries> {
    progress.begin(stamps.len());
    let known: HashMap<&Stamp, &Arc<Entry>> =
        known.iter().map(|entry| (&entry.stamp, entry)).collect();
    let entry = |stamp: Stamp| {
        if progress.is_stopped() {
            return None;
        }
        let entry = match known.get(&stamp) {
            Some(entry) => Arc::clone(entry),
            None => Arc::new(read(stamp)),
        };
        progress.advance();
        Some(entry)
    };
    stamps.into_par_iter().map(entry).collect()
}

fn collect(folder: &Path, depth: usize, stamps: &mut Vec<Stamp>) -> std::io::Result<()> {
    for found in folder.read_dir()? {
        let found = found?;
        let name = found.file_name();
        // Locks, history and temporary files begin with a dot.
        if name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let path = found.path();
        let kind = found.file_type()?;
        if kind.is_dir() {
            if depth < MAX_DEPTH
                && let Err(error) = collect(&path, depth + 1, stamps)
            {
                tracing::warn!("could not read {}: {error}", path.display());
            }
        } else if is_visit_file(&path) {
            // A file that went away since the folder was read is no error.
            stamps.extend(std::fs::metadata(&path).ok().map(|metadata| stamp(path, &metadata)));
        }
    }
    Ok(())
}

fn is_visit_file(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"))
}

fn stamp(path: PathBuf, metadata: &Metadata) -> Stamp {
    let since = metadata.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    let modified = since.and_then(|since| u64::try_from(since.as_nanos()).ok());
    Stamp { path, size: metadata.len(), modified: modified.unwrap_or_default() }
}

fn read(stamp: Stamp) -> Entry {
    match load(&stamp.path) {
        Ok(visit) => Entry::of_visit(stamp, &visit),
        // The list shows the file's name already.
        Err(OpenError::Read { cause, .. }) => Entry::broken(stamp, cause.to_string()),
        Err(OpenError::Io { cause, .. }) => Entry::broken(stamp, cause.to_string()),
    }
}

//! The lock beside a visit's file: `.NAME.ron.lock`, made exclusively, telling who holds it.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk::Disk;
use crate::model::Minute;

/// A lock whose holder has not been heard of for so many minutes may be taken over.
const STALE_MINS: i64 = 10;
/// The largest lock file that is read, in bytes.
const MAX_LOCK: u64 = 4096;

/// Who holds a lock.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// The officer, as the machine knows them.
    pub user: String,
    pub host: String,
    pub pid: u32,
    /// Tells this run of the program from every other.
    pub nonce: String,
    /// When the lock was taken or renewed, in UTC.
    pub heard: Minute,
}

/// A lock that is held.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    owner: Owner,
}

/// Why a lock was not got.
#[derive(Debug)]
pub(super) enum NotLocked {
    Held(Owner),
    Failed(io::Error),
}

/// Where the lock of a file lies.
pub(super) fn path_of(target: &Path) -> PathBuf {
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned());
    target.with_file_name(format!(".{}.lock", name.unwrap_or_default()))
}

impl Lock {
    /// Takes the lock of `target`. One whose holder fell silent or ended is taken over, as is one
    /// that this very run left.
    pub(super) fn take<D: Disk>(disk: &D, target: &Path, owner: &Owner) -> Result<Self, NotLocked> {
        let path = path_of(target);
        match Self::create(disk, &path, owner) {
            Err(NotLocked::Failed(error)) if error.kind() == io::ErrorKind::AlreadyExists => {}
            other => return other,
        }
        let holder = read(disk, &path);
        // What cannot be read is no lock of ours: locks appear whole.
        if let Some(holder) = holder.clone().filter(|holder| !is_free(disk, holder, owner)) {
            return Err(NotLocked::Held(holder));
        }
        put_aside(disk, &path, holder.as_ref(), owner)?;
        if let Some(holder) = holder {
            // The one who cannot go on cannot tidy up either.
            disk.remove(&super::save::temporary(target, &holder.nonce)).ok();
        }
        Self::create(disk, &path, owner).map_err(|error| match (error, read(disk, &path)) {
            (NotLocked::Failed(error), Some(quicker))
                if error.kind() == io::ErrorKind::AlreadyExists =>
            {
                NotLocked::Held(quicker)
            }
            (error, _) => error,
        })
    }

    /// The lock gets its name when it is written whole, so that nobody reads half of it.
    fn create<D: Disk>(disk: &D, path: &Path, owner: &Owner) -> Result<Self, NotLocked> {
        let draft = beside(path, &owner.nonce, "new");
        let text = ron::to_string(owner).unwrap_or_default();
        disk.create_new(&draft)
            .and_then(|mut file| disk.write(&mut file, text.as_bytes()))
            .and_then(|()| disk.move_new(&draft, path))
            .map_err(|error| {
                disk.remove(&draft).ok(); // The failure that counts is the one above.
                // A move that was reported as failed and was made none the less.
                if read(disk, path).as_ref() == Some(owner) {
                    disk.remove(path).ok(); // It goes stale by itself.
                }
                NotLocked::Failed(error)
            })?;
        Ok(Self { path: path.to_owned(), owner: owner.clone() })
    }

    /// Whether the lock is still ours.
    pub(super) fn is_ours<D: Disk>(&self, disk: &D) -> bool {
        read(disk, &self.path).is_some_and(|holder| holder.nonce == self.owner.nonce)
    }

    /// Gives the lock back, if it is still ours.
    pub(super) fn release<D: Disk>(self, disk: &D) {
        if self.is_ours(disk) {
            disk.remove(&self.path).ok(); // It goes stale by itself.
        }
    }
}

/// Whether the lock of `holder` may be taken over.
fn is_free<D: Disk>(disk: &D, holder: &Owner, owner: &Owner) -> bool {
    let is_own = holder.nonce == owner.nonce;
    // A clock that ran ahead must not lock a file for years.
    let is_silent = owner.heard.mins_since(holder.heard).abs() > STALE_MINS;
    let has_ended = holder.host == owner.host && disk.is_running(holder.pid) == Some(false);
    is_own || is_silent || has_ended
}

/// Takes the lock of a holder out of the way. Of two that do so at once one finds it gone; one
/// that meets a new lock instead puts that back.
fn put_aside<D: Disk>(
    disk: &D,
    path: &Path,
    holder: Option<&Owner>,
    owner: &Owner,
) -> Result<(), NotLocked> {
    let aside = beside(path, &owner.nonce, "old");
    match disk.replace(path, &aside) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(NotLocked::Failed(error)),
        Ok(()) => {}
    }
    match read(disk, &aside) {
        Some(other) if Some(&other) != holder => {
            disk.move_new(&aside, path).ok(); // Else its holder notices before it renames.
            Err(NotLocked::Held(other))
        }
        _ => {
            disk.remove(&aside).ok(); // An old lock under another name locks nothing.
            Ok(())
        }
    }
}

fn beside(path: &Path, nonce: &str, ending: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{name}.{nonce}.{ending}"))
}

fn read<D: Disk>(disk: &D, path: &Path) -> Option<Owner> {
    let bytes = disk.read(path, MAX_LOCK).ok()?;
    ron::from_str(std::str::from_utf8(&bytes).ok()?).ok()
}

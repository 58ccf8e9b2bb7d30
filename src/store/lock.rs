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
    /// Takes the lock of `target`. One whose holder fell silent is taken over, as is one that
    /// this very run left.
    pub(super) fn take<D: Disk>(disk: &D, target: &Path, owner: &Owner) -> Result<Self, NotLocked> {
        let path = path_of(target);
        match Self::create(disk, &path, owner) {
            Err(NotLocked::Failed(error)) if error.kind() == io::ErrorKind::AlreadyExists => {}
            other => return other,
        }
        let holder = read(disk, &path);
        let free = match &holder {
            Some(holder) => {
                holder.nonce == owner.nonce || owner.heard.mins_since(holder.heard) > STALE_MINS
            }
            // Half a lock is what a crash in the middle of taking it leaves.
            None => true,
        };
        match holder {
            Some(holder) if !free => Err(NotLocked::Held(holder)),
            _ => {
                disk.remove(&path).map_err(NotLocked::Failed)?;
                Self::create(disk, &path, owner)
            }
        }
    }

    fn create<D: Disk>(disk: &D, path: &Path, owner: &Owner) -> Result<Self, NotLocked> {
        let mut file = disk.create_new(path).map_err(NotLocked::Failed)?;
        let text = ron::to_string(owner).unwrap_or_default();
        let written = disk.write(&mut file, text.as_bytes());
        drop(file);
        if let Err(error) = written {
            disk.remove(path).ok(); // The failure that counts is the one above.
            return Err(NotLocked::Failed(error));
        }
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

fn read<D: Disk>(disk: &D, path: &Path) -> Option<Owner> {
    let bytes = disk.read(path, MAX_LOCK).ok()?;
    ron::from_str(std::str::from_utf8(&bytes).ok()?).ok()
}

//! Saving: the target is always the old version or the new one whole.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::{Disk, RealDisk};
use super::error::{WriteError, shown};
use super::format::{self, MAX_FILE};
use super::history;
use super::lock::{Lock, NotLocked, Owner};
use super::open::{ContentHash, content_hash};
use crate::model::{Minute, Visit};
use crate::words::{self, say};

/// What the file held when it was last read or written here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// There must be no such file.
    New,
    Content(ContentHash),
    /// Content that a rewrite does not keep whole (comments): a copy is kept for good first.
    NotCanonical(ContentHash),
}

/// One save.
#[derive(Clone, Debug)]
pub struct SaveRequest {
    pub path: PathBuf,
    pub visit: Arc<Visit>,
    pub known: Known,
    pub owner: Owner,
    /// The officer's own time, for the names of kept versions.
    pub now: Minute,
}

/// What reached the disk.
#[derive(Clone, Debug)]
pub struct Saved {
    pub path: PathBuf,
    /// The state that was saved; edits made meanwhile are not in it.
    pub visit: Arc<Visit>,
    pub hash: ContentHash,
    /// The copy of a file whose comments or layout the rewrite did not keep.
    pub kept_copy: Option<PathBuf>,
    /// What went wrong without harming the save.
    pub warnings: Vec<String>,
}

/// Why a save did not happen. The file is as it was, or whole and new where that is said.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    #[error("{}", say!("store-save-form", cause = cause.to_string(), path = shown(path)))]
    Form { path: PathBuf, cause: WriteError },
    #[error("{}", locked(path, holder))]
    Locked { path: PathBuf, holder: Box<Owner> },
    /// Somebody else wrote the file meanwhile; `None` when it is gone.
    #[error("{}", say!("store-save-changed", path = shown(path)))]
    ChangedUnderneath { path: PathBuf, theirs: Option<ContentHash> },
    #[error("{}", say!("store-save-exists", path = shown(path)))]
    Exists { path: PathBuf },
    /// What stands there was made by a newer version and would lose what this one does not know.
    #[error("{}", say!("store-save-newer", path = shown(path)))]
    Newer { path: PathBuf },
    #[error("{}", failed(path, *step, cause))]
    Io { path: PathBuf, step: SaveStep, cause: io::Error },
    /// What was read back is not what was written.
    #[error("{}", say!("store-save-verify", path = shown(path)))]
    NotVerified { path: PathBuf },
}

/// The step that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveStep {
    Lock,
    ReadTarget,
    KeepOld,
    Write,
    Sync,
    Rename,
}

impl std::fmt::Display for SaveStep {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&match self {
            Self::Lock => say!("store-step-lock"),
            Self::ReadTarget => say!("store-step-read"),
            Self::KeepOld => say!("store-step-keep"),
            Self::Write => say!("store-step-write"),
            Self::Sync => say!("store-step-sync"),
            Self::Rename => say!("store-step-rename"),
        })
    }
}

fn locked(path: &Path, holder: &Owner) -> String {
    let Owner { user, host, .. } = holder;
    say!("store-save-locked", user = user.as_str(), host = host.as_str(), path = shown(path))
}

fn failed(path: &Path, step: SaveStep, cause: &io::Error) -> String {
    let (step, cause) = (step.to_string(), words::cause(cause));
    say!("store-save-io", step = step, cause = cause, path = shown(path))
}

/// Saves a visit: text checked by reading it back → lock → the target's content compared with
/// what is known → old version kept → new file beside it, on disk → rename → folder on disk →
/// read back → unlock.
///
/// # Errors
/// When any step fails. No temporary file is left; the visit stays unsaved.
pub fn save(request: &SaveRequest) -> Result<Saved, SaveError> {
    save_on(&RealDisk, request)
}

/// [`save`] on another disk.
///
/// # Errors
/// As [`save`].
pub fn save_on<D: Disk>(disk: &D, request: &SaveRequest) -> Result<Saved, SaveError> {
    let path = &disk.resolve(&request.path);
    let no_form = |cause| SaveError::Form { path: path.clone(), cause };
    let text = format::write(&request.visit).map_err(no_form)?;
    // On a thread of its own this would cost more than it saves: the disk is quick.
    format::read_back(&text, &request.visit).map_err(no_form)?;
    locked_save(disk, request, path, &text)
}

/// The part of a save that happens under the lock.
fn locked_save<D: Disk>(
    disk: &D,
    request: &SaveRequest,
    path: &PathBuf,
    text: &str,
) -> Result<Saved, SaveError> {
    let lock = Lock::take(disk, path, &request.owner).map_err(|error| match error {
        NotLocked::Held(holder) => {
            SaveError::Locked { path: path.clone(), holder: Box::new(holder) }
        }
        NotLocked::Failed(cause) => {
            SaveError::Io { path: path.clone(), step: SaveStep::Lock, cause }
        }
    })?;
    let result = Attempt { disk, request, path, lock: &lock }.run(text);
    lock.release(disk);
    result
}

/// A save under its lock.
struct Attempt<'a, D> {
    disk: &'a D,
    request: &'a SaveRequest,
    path: &'a Path,
    lock: &'a Lock,
}

impl<D: Disk> Attempt<'_, D> {
    fn run(&self, text: &str) -> Result<Saved, SaveError> {
        let SaveRequest { path: asked, visit, known, owner, now } = self.request;
        let (disk, path) = (self.disk, self.path);
        let mut saved = Saved {
            path: asked.clone(),
            visit: visit.clone(),
            hash: content_hash(text.as_bytes()),
            kept_copy: None,
            warnings: Vec::new(),
        };
        let old = self.check_target(text)?;
        if old.as_deref() == Some(text.as_bytes()) {
            return Ok(saved);
        }
        let mut versions = 0;
        if let Some(old) = &old {
            let failed = |cause| self.failed(SaveStep::KeepOld, cause);
            if matches!(known, Known::NotCanonical(_)) {
                let copy = history::keep_copy(disk, path, old, *now).map_err(failed)?;
                saved.kept_copy = Some(copy);
            }
            versions = history::keep(disk, path, old, *now).map_err(failed)?;
        }
        let temporary = temporary(path, &owner.nonce);
        let written = write_whole(disk, path, &temporary, text.as_bytes());
        let placed = written.and_then(|()| self.put_in_place(&temporary, old.is_some()));
        if let Err((step, cause)) = placed {
            disk.remove(&temporary).ok(); // Gone already where the rename was the step.
            // Over a network a rename can be reported as failed and be made none the less.
            if step != SaveStep::Rename || self.verify(text).is_err() {
                return Err(self.not_placed(step, cause));
            }
        }
        if let Err(cause) = disk.sync_folder(folder_of(path)) {
            saved.warnings.push(say!("store-warn-folder", cause = words::cause(&cause)));
        }
        self.verify(text)?;
        if let Err(cause) = history::prune(disk, path, versions) {
            saved.warnings.push(say!("store-warn-history", cause = words::cause(&cause)));
        }
        Ok(saved)
    }

    fn not_placed(&self, step: SaveStep, cause: io::Error) -> SaveError {
        if step == SaveStep::Rename && cause.kind() == io::ErrorKind::AlreadyExists {
            SaveError::Exists { path: self.path.to_owned() }
        } else {
            self.failed(step, cause)
        }
    }

    /// The content of the target as it is now; refused when it is not what is known.
    fn check_target(&self, text: &str) -> Result<Option<Vec<u8>>, SaveError> {
        let path = || self.path.to_owned();
        let changed = |theirs| SaveError::ChangedUnderneath { path: path(), theirs };
        let found = match self.disk.read(self.path, MAX_FILE) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(cause) => return Err(self.failed(SaveStep::ReadTarget, cause)),
        };
        match (self.request.known, found) {
            (Known::New, None) => Ok(None),
            (Known::New, Some(_)) => Err(SaveError::Exists { path: path() }),
            (Known::Content(_) | Known::NotCanonical(_), None) => Err(changed(None)),
            (Known::Content(_) | Known::NotCanonical(_), Some(bytes))
                if format::is_newer(&bytes) =>
            {
                Err(SaveError::Newer { path: path() })
            }
            (Known::Content(known) | Known::NotCanonical(known), Some(bytes)) => {
                let theirs = content_hash(&bytes);
                // What is there already, by a save that did not hear of its end, needs no other.
                let is_done = bytes == text.as_bytes();
                if theirs == known || is_done {
                    Ok(Some(bytes))
                } else {
                    Err(changed(Some(theirs)))
                }
            }
        }
    }

    fn put_in_place(&self, temporary: &Path, replaces: bool) -> Result<(), (SaveStep, io::Error)> {
        if !self.lock.is_ours(self.disk) {
            let taken = io::Error::other(say!("store-lock-lost"));
            return Err((SaveStep::Lock, taken));
        }
        let moved = if replaces {
            self.disk.replace(temporary, self.path)
        } else {
            self.disk.move_new(temporary, self.path)
        };
        moved.map_err(|cause| (SaveStep::Rename, cause))
    }

    fn verify(&self, text: &str) -> Result<(), SaveError> {
        match self.disk.read(self.path, MAX_FILE) {
            Ok(bytes) if bytes == text.as_bytes() => Ok(()),
            Ok(_) | Err(_) => Err(SaveError::NotVerified { path: self.path.to_owned() }),
        }
    }

    fn failed(&self, step: SaveStep, cause: io::Error) -> SaveError {
        SaveError::Io { path: self.path.to_owned(), step, cause }
    }
}

/// Writes a whole new file and brings it onto the disk; the mode is that of `like` where there
/// is such a file.
fn write_whole<D: Disk>(
    disk: &D,
    like: &Path,
    path: &Path,
    bytes: &[u8],
) -> Result<(), (SaveStep, io::Error)> {
    let write = |cause| (SaveStep::Write, cause);
    let mut file = disk.create_new(path).map_err(write)?;
    disk.write(&mut file, bytes).map_err(write)?;
    if disk.exists(like) {
        disk.copy_mode(like, path).map_err(write)?;
    }
    // After a failed sync nobody knows what of it is on the disk: the file is never tried again.
    disk.sync(&file).map_err(|cause| (SaveStep::Sync, cause))
}

/// Puts `text` into `path`, replacing what was there, whole or not at all: for the program's own
/// small files and for papers.
///
/// # Errors
/// When a step fails; `path` is then as it was and no temporary file is left.
pub fn write_text(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_text_on(&RealDisk, path, bytes)
}

/// [`write_text`] on another disk.
///
/// # Errors
/// As [`write_text`].
pub fn write_text_on<D: Disk>(disk: &D, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let temporary = temporary(path, "own");
    disk.remove(&temporary).ok(); // Left by a crash.
    let written = write_whole(disk, path, &temporary, bytes).map_err(|(_, cause)| cause);
    written.and_then(|()| disk.replace(&temporary, path)).inspect_err(|_| {
        disk.remove(&temporary).ok(); // The failure that counts is the one above.
    })
}

pub(super) fn temporary(path: &Path, nonce: &str) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    path.with_file_name(format!(".{}.{nonce}.tmp", name.unwrap_or_default()))
}

pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

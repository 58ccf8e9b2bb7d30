//! Older versions of a visit's file, under `.history` beside it.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, RealDisk};
use super::error::OpenError;
use super::format::MAX_FILE;
use super::open::{Opened, open_on};
use super::save::folder_of;
use crate::model::{Minute, Visit};

/// How many versions of a file are kept.
const MOST_VERSIONS: usize = 50;
const FOLDER: &str = ".history";

/// An older version of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptVersion {
    pub path: PathBuf,
    /// When it was replaced, in the officer's own time.
    pub replaced: Minute,
    /// Among those of one minute, the later the higher.
    pub number: u32,
    /// In bytes.
    pub size: u64,
}

/// The older versions of the file, the newest first.
///
/// # Errors
/// When the folder cannot be read; a missing one holds none.
pub fn versions(path: &Path) -> io::Result<Vec<KeptVersion>> {
    versions_on(&RealDisk, path)
}

/// Reads an older version.
///
/// # Errors
/// As [`open`](super::open()).
pub fn read_version(version: &KeptVersion) -> Result<Opened, OpenError> {
    open_on(&RealDisk, &version.path)
}

pub(super) fn versions_on<D: Disk>(disk: &D, path: &Path) -> io::Result<Vec<KeptVersion>> {
    let name = stem(path);
    let mut found: Vec<KeptVersion> = disk
        .list(&folder_of(path).join(FOLDER))?
        .into_iter()
        .filter_map(|kept| version(disk, &name, kept))
        .collect();
    found.sort_by_key(|kept| std::cmp::Reverse((kept.replaced, kept.number)));
    Ok(found)
}

/// Keeps `old`, the content that is about to be replaced; once only, where the save before it
/// came as far as this and no further. Returns how many versions are kept then.
pub(super) fn keep<D: Disk>(disk: &D, path: &Path, old: &[u8], now: Minute) -> io::Result<usize> {
    let folder = folder_of(path).join(FOLDER);
    if !disk.exists(&folder) {
        disk.create_folder(&folder)?;
    }
    let taken = versions_on(disk, path)?;
    let same_size = taken.first().filter(|kept| kept.size == old.len() as u64);
    let newest = same_size.and_then(|kept| disk.read(&kept.path, MAX_FILE).ok());
    if newest.is_some_and(|newest| newest == old) {
        return Ok(taken.len());
    }
    let same_minute = taken.iter().filter(|kept| kept.replaced == now);
    let number = same_minute.map(|kept| kept.number + 1).max().unwrap_or(1);
    let name = format!("{}.{}.{number}.ron", stem(path), stamp(now));
    let kept = folder.join(name);
    // A second name is on the disk as surely as the content is, and holds even what somebody
    // writes into the file at this very moment. Not every file system has such names.
    if disk.link(path, &kept).is_err() {
        disk.remove(&kept).ok(); // A link that was reported as failed and is there none the less.
        write_new(disk, &kept, old)?;
    }
    Ok(taken.len() + 1)
}

/// Keeps `old` beside the file for good: a rewrite would lose comments or layout of it.
pub(super) fn keep_copy<D: Disk>(
    disk: &D,
    path: &Path,
    old: &[u8],
    now: Minute,
) -> io::Result<PathBuf> {
    write_beside(disk, path, &format!("as-written.{}", stamp(now)), old)
}

/// Writes into the folder of versions, under a name that tells what it is and that is free.
fn write_beside<D: Disk>(disk: &D, path: &Path, what: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let folder = folder_of(path).join(FOLDER);
    if !disk.exists(&folder) {
        disk.create_folder(&folder)?;
    }
    let mut names = (1_u32..100).map(|n| format!("{}.{what}.{n}.ron", stem(path)));
    let free = names.find(|name| !disk.exists(&folder.join(name)));
    write_new(disk, &folder.join(free.unwrap_or_default()), bytes)
}

/// Keeps the visit a paper was issued from beside its file, for good and for whoever may read the
/// file; returns the name to find it by.
///
/// # Errors
/// When it cannot be written.
pub fn keep_issued(path: &Path, of: &str, visit: &Visit) -> io::Result<String> {
    let text = super::format::write(visit).map_err(io::Error::other)?;
    let kept = write_beside(&RealDisk, path, &format!("issued.{of}"), text.as_bytes())?;
    RealDisk.copy_mode(path, &kept)?;
    Ok(kept.file_name().unwrap_or_default().to_string_lossy().into_owned())
}

/// The visit a paper was issued from, by the name it was kept under.
///
/// # Errors
/// When there is none of that name beside the file, or it cannot be read. A name that leads
/// elsewhere is none.
pub fn read_issued(path: &Path, name: &str) -> Result<Visit, OpenError> {
    let is_plain = Path::new(name).file_name().is_some_and(|only| only == name);
    let kept = folder_of(path).join(FOLDER).join(name);
    if !is_plain {
        let cause = io::Error::from(io::ErrorKind::NotFound);
        return Err(OpenError::Io { path: kept, cause });
    }
    super::open::load(&kept)
}

/// Lets the oldest go beyond the number that is kept. `kept`: how many there are.
pub(super) fn prune<D: Disk>(disk: &D, path: &Path, kept: usize) -> io::Result<()> {
    if kept <= MOST_VERSIONS {
        return Ok(());
    }
    let old = versions_on(disk, path)?;
    old.iter().skip(MOST_VERSIONS).try_for_each(|kept| disk.remove(&kept.path))
}

fn write_new<D: Disk>(disk: &D, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let written = disk
        .create_new(path)
        .and_then(|mut file| disk.write(&mut file, bytes).and_then(|()| disk.sync(&file)));
    match written {
        Ok(()) => Ok(path.to_owned()),
        Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => Err(cause),
        Err(cause) => {
            disk.remove(path).ok(); // Half a version is none; the failure above counts.
            Err(cause)
        }
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

fn stamp(now: Minute) -> String {
    now.to_string().replace(' ', "T").replace(':', "")
}

/// Reads `NAME.2024-07-29T0905.1.ron`.
fn version<D: Disk>(disk: &D, name: &str, path: PathBuf) -> Option<KeptVersion> {
    let file = path.file_name()?.to_str()?;
    let rest = file.strip_prefix(name)?.strip_prefix('.')?.strip_suffix(".ron")?;
    let (stamp, number) = rest.split_once('.')?;
    let (day, time) = stamp.split_once('T')?;
    let (hour, minute) = time.split_at_checked(2)?;
    let replaced = Minute::parse(&format!("{day} {hour}:{minute}"))?;
    let size = disk.size(&path).unwrap_or_default();
    Some(KeptVersion { replaced, number: number.parse().ok()?, size, path })
}

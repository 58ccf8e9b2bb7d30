//! The one way in which the library reads and writes files: through `store`.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::{LibraryError, Officer};
use crate::model::Visit;
use crate::store::{Disk as _, Known, Opened, RealDisk, SaveRequest, load, open, save, versions};

/// Reads a visit that is looked at and not written again.
pub(super) fn read(path: &Path) -> Result<Visit, LibraryError> {
    Ok(load(path)?)
}

/// Reads a visit that is to be written again: one of a newer version would lose what this one
/// does not know.
pub(super) fn read_whole(path: &Path) -> Result<Opened, LibraryError> {
    let opened = open(path)?;
    if opened.read_only {
        return Err(LibraryError::Newer { path: path.to_owned() });
    }
    Ok(opened)
}

pub(super) fn write_new(path: &Path, visit: Visit, by: &Officer) -> Result<(), LibraryError> {
    write(path, visit, Known::New, by)
}

/// Writes over what was read; refused when the file changed since.
pub(super) fn write_over(
    path: &Path,
    read: &Opened,
    visit: Visit,
    by: &Officer,
) -> Result<(), LibraryError> {
    let known =
        if read.canonical { Known::Content(read.hash) } else { Known::NotCanonical(read.hash) };
    write(path, visit, known, by)
}

fn write(path: &Path, visit: Visit, known: Known, by: &Officer) -> Result<(), LibraryError> {
    let Officer { owner, now } = by.clone();
    save(&SaveRequest { path: path.to_owned(), visit: Arc::new(visit), known, owner, now })?;
    Ok(())
}

/// Puts a text into a file that must not exist yet, whole or not at all.
pub(super) fn write_text(path: &Path, text: &str) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = path.with_file_name(format!(".{name}.new.tmp"));
    RealDisk.remove(&temporary).ok(); // Left by a crash.
    let mut file = RealDisk.create_new(&temporary)?;
    RealDisk
        .write(&mut file, text.as_bytes())
        .and_then(|()| RealDisk.sync(&file))
        .and_then(|()| RealDisk.move_new(&temporary, path))
        .inspect_err(|_| {
            RealDisk.remove(&temporary).ok(); // The failure that counts is the one above.
        })
}

/// Gives a file another name in its folder, and its kept versions with it. Never overwrites.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    RealDisk.move_new(from, to)?;
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (old, new) = (stem(from), stem(to));
    for kept in versions(from).unwrap_or_default() {
        let name = kept.path.file_name().unwrap_or_default().to_string_lossy();
        let Some(rest) = name.strip_prefix(&old) else { continue };
        let moved = kept.path.with_file_name(format!("{new}{rest}"));
        if let Err(error) = RealDisk.move_new(&kept.path, &moved) {
            tracing::warn!("could not rename {}: {error}", kept.path.display());
        }
    }
    Ok(())
}

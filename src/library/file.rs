//! The one way in which the library reads and writes files: through `store`, its errors named.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use super::LibraryError;
use crate::model::Visit;

pub(super) struct Opened {
    pub(super) visit: Arc<Visit>,
    pub(super) hash: String,
}

pub(super) fn open(path: &Path) -> Result<Opened, String> {
    let text = std::fs::read_to_string(path).map_err(|err| err.to_string())?;
    let body = text.replacen("    format: 1,\n", "", 1);
    let visit: Visit = ron::from_str(&body).map_err(|err| err.to_string())?;
    Ok(Opened { visit: Arc::new(visit), hash: blake3::hash(text.as_bytes()).to_string() })
}

pub(super) fn read(path: &Path) -> Result<Arc<Visit>, LibraryError> {
    let opened = open(path);
    opened
        .map(|opened| opened.visit)
        .map_err(|cause| LibraryError::NotRead { path: path.to_owned(), cause })
}

pub(super) fn write_new(path: &Path, visit: &Visit) -> Result<(), LibraryError> {
    let pretty =
        ron::ser::PrettyConfig::new().indentor("    ").struct_names(true).escape_strings(false);
    let not_saved = |cause: String| LibraryError::NotSaved { path: path.to_owned(), cause };
    let text =
        ron::ser::to_string_pretty(visit, pretty).map_err(|err| not_saved(err.to_string()))?;
    let text = text.replacen("Visit(\n", "Visit(\n    format: 1,\n", 1) + "\n";
    write_text(path, &text)
}

pub(super) fn write_text(path: &Path, text: &str) -> Result<(), LibraryError> {
    match File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes())) {
        Ok(()) => Ok(()),
        Err(cause) if cause.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(LibraryError::NameTaken { path: path.to_owned() })
        }
        Err(cause) => {
            Err(LibraryError::NotSaved { path: path.to_owned(), cause: cause.to_string() })
        }
    }
}

pub(super) fn write_over(path: &Path, visit: Visit) -> Result<(), LibraryError> {
    let aside = path.with_extension("aside");
    write_new(&aside, &visit)?;
    std::fs::rename(&aside, path)
        .map_err(|cause| LibraryError::NotSaved { path: path.to_owned(), cause: cause.to_string() })
}

pub(super) fn move_new(from: &Path, to: &Path) -> Result<(), LibraryError> {
    if to.exists() {
        return Err(LibraryError::NameTaken { path: to.to_owned() });
    }
    std::fs::rename(from, to)
        .map_err(|cause| LibraryError::NotSaved { path: to.to_owned(), cause: cause.to_string() })
}

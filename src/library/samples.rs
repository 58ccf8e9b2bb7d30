//! The sample visits that come with the program, embedded from `assets/library`.

use std::borrow::Cow;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rust_embed::RustEmbed;

use super::{LibraryError, file};

#[derive(RustEmbed)]
#[folder = "assets/library"]
struct Files;

/// The sample visits: file name and text, in the order of their names.
pub fn all() -> Vec<(String, String)> {
    let mut names: Vec<Cow<'static, str>> = Files::iter().collect();
    names.sort();
    let text = |name: &str| {
        let file = Files::get(name)?;
        String::from_utf8(file.data.into_owned()).ok()
    };
    names.iter().filter_map(|name| Some((name.to_string(), text(name)?))).collect()
}

/// Copies the sample visits into a folder, made where there is none; returns the new files.
/// A file that is there already stays as it is.
pub fn install(folder: &Path) -> Result<Vec<PathBuf>, LibraryError> {
    std::fs::create_dir_all(folder)
        .map_err(|cause| LibraryError::Folder { path: folder.to_owned(), cause })?;
    let mut made = Vec::new();
    for (name, text) in all() {
        let path = folder.join(name);
        match file::write_text(&path, &text) {
            Ok(()) => made.push(path),
            Err(cause) if cause.kind() == ErrorKind::AlreadyExists => {}
            Err(cause) => return Err(LibraryError::NotWritten { path, cause }),
        }
    }
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sample_is_sound_and_in_canonical_form() {
        assert_eq!(all().len(), 7);
        for (name, text) in all() {
            let loaded = crate::store::read(&text).unwrap_or_else(|err| panic!("{name}: {err}"));
            assert_eq!(crate::store::write(&loaded.visit).unwrap(), text, "{name}");
            assert_eq!(format!("{}.ron", loaded.visit.id), name);
            assert!(!loaded.visit.about.source.is_empty(), "{name}");
        }
    }
}

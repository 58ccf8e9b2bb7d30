//! Photos of people, kept beside the visit's file.

use std::io;
use std::path::Path;

use super::{content_hash, write_text};
use crate::model::PersonId;

/// The folder of photos, beside the visit's file.
const FOLDER: &str = "photos";

/// Keeps a picture beside the visit; returns its path as the visit notes it. The name tells the
/// content, so that a new photo never shows the old one. `ending`: "png".
///
/// # Errors
/// When the folder or the file cannot be written.
pub fn keep_photo(
    visit: &Path,
    person: &PersonId,
    ending: &str,
    bytes: &[u8],
) -> io::Result<String> {
    let hash: String = content_hash(bytes).to_string().chars().take(8).collect();
    let name = format!("{person}-{hash}.{ending}");
    let folder = visit.with_file_name(FOLDER);
    std::fs::create_dir_all(&folder)?;
    write_text(&folder.join(&name), bytes)?;
    Ok(format!("{FOLDER}/{name}"))
}

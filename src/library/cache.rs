//! The entries of a library kept in one file, so that the next start reads no visit.
//!
//! The file is disposable: one that is torn, foreign or of another version counts as none.

use std::io;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::entry::{Entries, Entry};
use super::words::Words;
use crate::store::{Disk as _, RealDisk};

/// The first line; changes whenever what is remembered, or how it is folded, changes.
const HEAD: &[u8] = b"retinue index 2\n";

/// Every library has an index of its own.
pub(super) fn file_name(folder: &Path) -> String {
    let hash = blake3::hash(folder.as_os_str().as_encoded_bytes());
    let short: String = hash.to_hex().chars().take(16).collect();
    format!("index-{short}")
}

pub(super) fn load(path: &Path) -> Entries {
    std::fs::read(path).ok().and_then(parse).unwrap_or_default()
}

/// The head, a line of JSON for each entry, an empty line, and the words one entry after the
/// other.
fn parse(bytes: Vec<u8>) -> Option<Entries> {
    let mut start = HEAD.len();
    let mut lines = Vec::new();
    let mut rest = bytes.strip_prefix(HEAD)?;
    while let Some(end) = memchr::memchr(b'\n', rest) {
        let (line, behind) = rest.split_at_checked(end)?;
        rest = behind.get(1..)?;
        start += end + 1;
        if line.is_empty() {
            break;
        }
        lines.push(line);
    }
    let read = |line: &&[u8]| serde_json::from_slice::<(Entry, [usize; 2])>(line).ok();
    let entries: Vec<(Entry, [usize; 2])> = lines.par_iter().map(read).collect::<Option<_>>()?;
    let shared = Arc::new(bytes);
    let mut known = Vec::with_capacity(entries.len());
    for (mut entry, lens) in entries {
        entry.words = Words::part(&shared, start, lens)?;
        start += lens.iter().sum::<usize>();
        known.push(Arc::new(entry));
    }
    (start == shared.len()).then_some(known)
}

pub(super) fn save(path: &Path, entries: &Entries) -> io::Result<()> {
    let mut bytes = HEAD.to_vec();
    // A path that is no Unicode cannot stand in JSON; its file is read anew at every start.
    let kept = || entries.iter().filter(|entry| entry.path().to_str().is_some());
    for entry in kept() {
        serde_json::to_writer(&mut bytes, &(&**entry, entry.words.lens()))?;
        bytes.push(b'\n');
    }
    bytes.push(b'\n');
    for entry in kept() {
        bytes.extend_from_slice(entry.words.bytes());
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    // Not brought onto the disk: what a power cut takes of it is read anew.
    let temporary = path.with_extension("tmp");
    RealDisk.remove(&temporary).ok(); // Left by a crash.
    let mut file = RealDisk.create_new(&temporary)?;
    let written = RealDisk.write(&mut file, &bytes);
    written.and_then(|()| RealDisk.replace(&temporary, path)).inspect_err(|_| {
        RealDisk.remove(&temporary).ok(); // The failure that counts is the one above.
    })
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::library::{Content, Stamp};

    fn entries() -> Entries {
        let entry = |name: &str, words: &str| {
            Arc::new(Entry {
                stamp: Stamp { path: PathBuf::from(name), size: 3, modified: 5 },
                content: Content::Broken("line 1".to_owned()),
                words: Words::of_text(words),
            })
        };
        vec![entry("a.ron", "吴世勋\n"), entry("b.ron", "오세훈\npalatech\n")]
    }

    #[test]
    fn what_was_saved_is_loaded() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep").join("index");
        save(&path, &entries()).unwrap();
        assert_eq!(load(&path), entries());
    }

    #[test]
    fn a_torn_or_foreign_file_counts_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("index");
        save(&path, &entries()).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        for torn in [&bytes[..bytes.len() - 4], &bytes[..40], b"retinue index 0\n\n", b""] {
            assert_eq!(parse(torn.to_vec()), None, "{torn:?}");
        }
        assert_eq!(parse([&bytes[..], b"x"].concat()), None);
    }
}

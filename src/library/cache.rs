//! The entries of a library kept in one file, so that the next start reads no visit.
//!
//! The file is disposable: one that is torn, foreign or of another version counts as none.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::entry::{Entries, Entry, Words};

/// The first line; changes whenever what is remembered, or how it is folded, changes.
const HEAD: &str = "retinue index 1\n";

/// Every library has an index of its own.
pub(super) fn file_name(folder: &Path) -> String {
    let hash = blake3::hash(folder.as_os_str().as_encoded_bytes());
    let short: String = hash.to_hex().chars().take(16).collect();
    format!("index-{short}")
}

pub(super) fn load(path: &Path) -> Entries {
    std::fs::read_to_string(path).ok().and_then(parse).unwrap_or_default()
}

/// Head, then the length of each part in decimal and the parts: the entries as JSON, and their
/// words one entry after the other.
fn parse(text: String) -> Option<Entries> {
    let (lengths, _) = text.strip_prefix(HEAD)?.split_once('\n')?;
    let mut start = HEAD.len() + lengths.len() + 1;
    let mut lengths = lengths.split(' ').map(|length| length.parse::<usize>().ok());
    let json = text.get(start..)?.get(..lengths.next()??)?;
    start += json.len();
    let mut entries: Vec<Entry> = serde_json::from_str(json).ok()?;
    let lengths: Vec<usize> = lengths.collect::<Option<_>>()?;
    let shared = Arc::new(text);
    for (entry, length) in entries.iter_mut().zip(&lengths) {
        let end = start.checked_add(*length)?;
        entry.words = Words::part(&shared, start..end)?;
        start = end;
    }
    let whole = lengths.len() == entries.len() && start == shared.len();
    whole.then(|| entries.into_iter().map(Arc::new).collect())
}

pub(super) fn save(path: &Path, entries: &Entries) -> io::Result<()> {
    // A path that is no Unicode cannot stand in JSON; its file is read anew at every start.
    let kept: Vec<&Entry> =
        entries.iter().map(AsRef::as_ref).filter(|entry| entry.path().to_str().is_some()).collect();
    let json = serde_json::to_string(&kept)?;
    let lengths = kept.iter().map(|entry| entry.words.as_str().len());
    let lengths: Vec<String> =
        std::iter::once(json.len()).chain(lengths).map(|n| n.to_string()).collect();
    let mut text = format!("{HEAD}{}", lengths.join(" "));
    text.push('\n');
    text.push_str(&json);
    for entry in &kept {
        text.push_str(entry.words.as_str());
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    crate::store::write_text(path, text.as_bytes())
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
                hash: "abc".to_owned(),
                content: Content::Broken("line 1".to_owned()),
                words: words.to_owned().into(),
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
        let text = std::fs::read_to_string(&path).unwrap();
        for torn in [&text[..text.len() - 4], &text[..40], "retinue index 0\n", ""] {
            assert_eq!(parse(torn.to_owned()), None, "{torn}");
        }
        assert_eq!(parse(format!("{text}x")), None);
    }
}

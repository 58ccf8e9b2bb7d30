//! What an office taught about the headings of its lists: `.columns.ron` in the library's folder.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::columns::Column;
use super::headings::Taught;
use crate::store;

/// The file beside the visits.
const FILE: &str = ".columns.ron";
/// A heading that is left out.
const NOTHING: &str = "-";
/// More headings than any office has; what lies beyond is not read.
const MOST_BYTES: u64 = 1024 * 1024;

/// What is remembered in the folder; a file that is missing or broken taught nothing.
pub fn taught(folder: &Path) -> Taught {
    let path = folder.join(FILE);
    let is_small = std::fs::metadata(&path).is_ok_and(|file| file.len() <= MOST_BYTES);
    let text = is_small.then(|| std::fs::read_to_string(&path).ok()).flatten();
    let ids: BTreeMap<String, String> =
        text.and_then(|text| ron::from_str(&text).ok()).unwrap_or_default();
    let column = |id: &str| if id == NOTHING { Some(None) } else { Column::parse(id).map(Some) };
    ids.into_iter().filter_map(|(heading, id)| Some((heading, column(&id)?))).collect()
}

/// Remembers more, beside what is known.
///
/// # Errors
/// When the file cannot be written.
pub fn teach(folder: &Path, more: &Taught) -> io::Result<()> {
    let mut all = taught(folder);
    let known = all.clone();
    all.extend(more.clone());
    if all == known {
        return Ok(());
    }
    let id = |column: Option<Column>| column.map_or(NOTHING.to_owned(), |column| column.id());
    let ids: BTreeMap<String, String> =
        all.into_iter().map(|(heading, column)| (heading, id(column))).collect();
    let text = ron::ser::to_string_pretty(&ids, ron::ser::PrettyConfig::new().new_line("\n"))
        .map_err(io::Error::other)?;
    store::write_text(&folder.join(FILE), format!("{text}\n").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::people::Field;

    #[test]
    fn an_office_teaches_a_heading_once() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(taught(home.path()), Taught::new());
        let post = Some(Column::new(Field::Post));
        teach(home.path(), &Taught::from([("funktion".into(), post.clone())])).unwrap();
        teach(home.path(), &Taught::from([("shoe size".into(), None)])).unwrap();
        let both = Taught::from([("funktion".into(), post), ("shoe size".into(), None)]);
        assert_eq!(taught(home.path()), both);
    }

    #[test]
    fn a_broken_file_taught_nothing() {
        let home = tempfile::tempdir().unwrap();
        store::write_text(&home.path().join(FILE), b"{\"post\": \"post\", \"x\": 3").unwrap();
        assert_eq!(taught(home.path()), Taught::new());
    }
}

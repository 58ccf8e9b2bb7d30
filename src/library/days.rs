//! Day templates: those that come with the program, and the office's own beside its visits. Each
//! is a visit of one day.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;

use rust_embed::RustEmbed;

use super::manage::file_name;
use super::{Library, LibraryError, Officer, file};
use crate::model::{Lang, Visit};
use crate::store;

/// The folder in the library. With its dot its files are no visits.
const FOLDER: &str = ".days";

#[derive(RustEmbed)]
#[folder = "assets/days"]
struct Files;

/// A day to lay on others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayTemplate {
    /// Of the file; the office's own are known by it.
    pub name: String,
    pub visit: Arc<Visit>,
    /// Of the office, and not of the program.
    pub is_own: bool,
}

impl DayTemplate {
    /// What it is called in a language.
    pub fn title(&self, lang: &Lang) -> &str {
        self.visit.about.title.in_lang(lang)
    }
}

/// The day templates that come with the program, in the order of a visit.
pub fn shipped() -> Vec<DayTemplate> {
    let mut names: Vec<_> = Files::iter().collect();
    names.sort();
    let read = |name: &str| {
        let text = String::from_utf8(Files::get(name)?.data.into_owned()).ok()?;
        let visit = Arc::new(store::read(&text).ok()?.visit);
        let name = name.trim_end_matches(".ron").trim_start_matches(|c: char| c.is_ascii_digit());
        Some(DayTemplate { name: name.trim_start_matches('-').to_owned(), visit, is_own: false })
    };
    names.iter().filter_map(|name| read(name)).collect()
}

impl Library {
    /// The day templates of the office by name, then those that come with the program. A file
    /// that cannot be read is told and left out.
    ///
    /// # Errors
    /// When the folder is there and cannot be read.
    pub fn day_templates(&self) -> Result<(Vec<DayTemplate>, Vec<LibraryError>), LibraryError> {
        let folder = self.folder().join(FOLDER);
        let unreadable = |cause| LibraryError::Folder { path: folder.clone(), cause };
        let (mut own, mut broken) = (Vec::new(), Vec::new());
        let found = match folder.read_dir() {
            Ok(found) => found.collect::<Result<Vec<_>, _>>().map_err(unreadable)?,
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            Err(cause) => return Err(unreadable(cause)),
        };
        for path in found.into_iter().map(|found| found.path()) {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if path.extension().is_none_or(|ending| ending != "ron") || stem.starts_with('.') {
                continue;
            }
            match file::read(&path) {
                Ok(visit) => {
                    own.push(DayTemplate { name: stem, visit: visit.into(), is_own: true });
                }
                Err(error) => broken.push(error),
            }
        }
        own.sort_by(|one, other| one.name.cmp(&other.name));
        own.extend(shipped());
        Ok((own, broken))
    }

    /// Keeps a day as a template of the office under the name that is its title. Never writes
    /// over another.
    ///
    /// # Errors
    /// When the name is taken or no name for a file, or the file cannot be written.
    pub fn keep_day(&self, day: &Visit, by: &Officer) -> Result<PathBuf, LibraryError> {
        let folder = self.folder().join(FOLDER);
        let path = folder.join(file_name(day.about.title.any())?);
        if path.exists() {
            return Err(LibraryError::NameTaken { path });
        }
        std::fs::create_dir_all(&folder)
            .map_err(|cause| LibraryError::NotWritten { path: folder.clone(), cause })?;
        file::write_new(&path, day.clone(), by)?;
        Ok(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{About, integrity};

    #[test]
    fn each_shipped_day_is_sound_canonical_and_in_every_language() {
        assert_eq!(shipped().len(), Files::iter().count());
        for day in shipped() {
            let visit = &day.visit;
            assert_eq!(integrity::problems(visit), [], "{}", day.name);
            assert_eq!(visit.days().len(), 1, "{}", day.name);
            for lang in [Lang::en(), Lang::zh(), Lang::ko()] {
                let titles = visit.items.iter().map(|item| &item.title);
                for title in titles.chain([&visit.about.title]) {
                    assert!(title.translation(&lang).is_some() || lang == Lang::en(), "{title:?}");
                }
            }
        }
        for name in Files::iter() {
            let text = String::from_utf8(Files::get(&name).unwrap().data.into_owned()).unwrap();
            let visit = store::read(&text).unwrap().visit;
            assert_eq!(store::write(&visit).unwrap(), text, "{name}");
        }
    }

    #[test]
    fn the_offices_days_are_kept_beside_its_visits_and_are_none() {
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::open(folder.path(), None).unwrap();
        let about = About { title: "Tour day".into(), ..About::default() };
        let day = Visit { about: about.into(), ..Visit::default() };
        library.keep_day(&day, &Officer::default()).unwrap();
        let taken = library.keep_day(&day, &Officer::default());
        assert!(matches!(taken, Err(LibraryError::NameTaken { .. })));
        let broken = folder.path().join(FOLDER).join("broken.ron");
        store::write_text(&broken, b"Visit(").unwrap();
        let (days, broken) = library.day_templates().unwrap();
        assert_eq!((days[0].name.as_str(), days[0].is_own, broken.len()), ("Tour day", true, 1));
        assert_eq!(days.len(), 1 + shipped().len());
        library.refresh().unwrap();
        assert!(library.list(&super::super::Query::default()).is_empty());
    }
}

//! New visits from nothing or from past ones, and what becomes of files: renamed, doubled, thrown
//! away. Every file is written by `store`.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::file::{self, read, read_whole, write_new, write_over};
use super::renewed::renewed;
use super::{Library, LibraryError, Officer};
use crate::model::id::fresh_slug;
use crate::model::{About, CalendarEntry, Lang, Text, Visit, VisitId, Zone};
use crate::words::say;

/// A visit to be planned from nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewVisit {
    pub title: String,
    pub first_day: Option<NaiveDate>,
    pub last_day: Option<NaiveDate>,
    pub zone: Zone,
    pub place: String,
    pub language: Lang,
}

/// A visit to be planned after a past one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FromPast {
    pub title: String,
    /// Everything moves by as many days as the first day does.
    pub first_day: NaiveDate,
    pub keep: Keep,
}

/// What the new visit takes over besides the programme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keep {
    pub people: bool,
    pub notes: bool,
}

impl Library {
    /// Plans a visit from nothing; returns its file.
    pub fn create(&mut self, new: &NewVisit, by: &Officer) -> Result<PathBuf, LibraryError> {
        // A file that does not read is told of where the ranks are looked at.
        let ranks = self.office_ranks().unwrap_or_default();
        let about = About {
            ranks: ranks.of(ranks.usual),
            title: Text::new(new.title.trim()),
            first_day: new.first_day,
            last_day: new.last_day.or(new.first_day),
            zone: new.zone.clone(),
            place: Text::new(new.place.trim()),
            language: new.language.clone(),
            ..About::default()
        };
        self.add(Visit { about: Arc::new(about), ..Visit::default() }, by)
    }

    /// Plans a visit after a past one; returns the new file. The past one stays as it is.
    pub fn from_past(
        &mut self,
        past: &Path,
        new: &FromPast,
        by: &Officer,
    ) -> Result<PathBuf, LibraryError> {
        let visit = renewed(&read(past)?, new);
        self.add(visit, by)
    }

    /// Copies a visit under a new id, title and file name; returns the copy's file. Papers that
    /// went out stay with the original.
    pub fn duplicate(&mut self, path: &Path, by: &Officer) -> Result<PathBuf, LibraryError> {
        let mut visit = Visit::clone(&read_whole(path)?.visit);
        let title = say!("library-copy-title", title = visit.about.title.any());
        Arc::make_mut(&mut visit.about).title = Text::new(title);
        visit.issues.clear();
        for item in visit.items.iter_mut().map(Arc::make_mut) {
            item.calendar = CalendarEntry::default();
        }
        self.add(visit, by)
    }

    /// Saves a new visit under an id and a file name of its own, both made from its title.
    fn add(&mut self, mut visit: Visit, by: &Officer) -> Result<PathBuf, LibraryError> {
        // An id may have come since the folder was last read.
        self.refresh()?;
        let title = visit.about.title.any();
        let id =
            fresh_slug(title, "visit", |slug| self.has_id(slug) || self.path_of(slug).exists());
        visit.id = VisitId::new(&id).unwrap_or_default();
        let path = self.path_of(&id);
        write_new(&path, visit, by)?;
        self.refresh()?;
        Ok(path)
    }

    fn path_of(&self, stem: &str) -> PathBuf {
        self.folder().join(format!("{stem}.ron"))
    }

    /// Gives a visit another title; its id and its file stay.
    pub fn retitle(&mut self, path: &Path, title: &str, by: &Officer) -> Result<(), LibraryError> {
        let old = read_whole(path)?;
        let mut visit = Visit::clone(&old.visit);
        title.trim().clone_into(&mut Arc::make_mut(&mut visit.about).title.main);
        write_over(path, &old, visit, by)?;
        self.refresh()?;
        Ok(())
    }

    /// Gives a file another name in its folder; returns the new path. Never overwrites.
    pub fn rename(&mut self, path: &Path, name: &str) -> Result<PathBuf, LibraryError> {
        let to = path.with_file_name(file_name(name)?);
        if to != path {
            file::rename(path, &to).map_err(|cause| match cause.kind() {
                ErrorKind::AlreadyExists => LibraryError::NameTaken { path: to.clone() },
                _ => LibraryError::NotWritten { path: to.clone(), cause },
            })?;
            self.refresh()?;
        }
        Ok(to)
    }

    /// Moves a file to the system's trash. Where there is none the file stays.
    pub fn trash(&mut self, path: &Path) -> Result<(), LibraryError> {
        self.trash_by(path, |path| trash::delete(path).map_err(|error| error.to_string()))
    }

    fn trash_by(
        &mut self,
        path: &Path,
        throw: impl Fn(&Path) -> Result<(), String>,
    ) -> Result<(), LibraryError> {
        throw(path).map_err(|cause| LibraryError::NotTrashed { path: path.to_owned(), cause })?;
        self.refresh()?;
        Ok(())
    }
}

/// The name of a visit file, as an officer types it: with or without ending.
pub(super) fn file_name(name: &str) -> Result<String, LibraryError> {
    let stem = name.trim();
    let stem = stem.strip_suffix(".ron").unwrap_or(stem).trim_end();
    let unfit = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c);
    if stem.is_empty() || stem.starts_with('.') || stem.len() > 200 || stem.contains(unfit) {
        return Err(LibraryError::NameForm { name: name.to_owned() });
    }
    Ok(format!("{stem}.ron"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_is_taken_with_and_without_its_ending() {
        assert_eq!(file_name(" Seoul 2027 ").unwrap(), "Seoul 2027.ron");
        assert_eq!(file_name("首尔.ron").unwrap(), "首尔.ron");
        for bad in ["", ".ron", ".hidden", "a/b", "a\\b", "a\nb", &"a".repeat(201)] {
            assert!(file_name(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn where_there_is_no_trash_the_visit_stays() {
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::open(folder.path(), None).unwrap();
        let new = NewVisit { title: "Seoul".to_owned(), ..NewVisit::default() };
        let path = library.create(&new, &Officer::default()).unwrap();
        let refused = library.trash_by(&path, |_| Err("no trash".to_owned()));
        assert!(matches!(refused, Err(LibraryError::NotTrashed { .. })));
        assert!(path.exists() && library.entry(&path).is_some());
        library
            .trash_by(&path, |path| std::fs::remove_file(path).map_err(|e| e.to_string()))
            .unwrap();
        assert!(library.entry(&path).is_none());
    }
}

//! What the office goes by in all its visits, kept beside them: its limits for the checks and its
//! rank schemes.

use std::io::ErrorKind;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Library, LibraryError};
use crate::model::{Limits, RankScheme, Scheme};
use crate::store;

/// The files in the library's folder. With their dots they are no visits.
const LIMITS: &str = ".limits.ron";
const RANKS: &str = ".ranks.ron";

/// The rank schemes of the office.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OfficeRanks {
    /// What new visits go by.
    pub usual: Scheme,
    /// Those that are not as shipped, one for each scheme at the most.
    pub schemes: Vec<RankScheme>,
}

impl OfficeRanks {
    /// A scheme as the office has it.
    pub fn of(&self, scheme: Scheme) -> RankScheme {
        let own = self.schemes.iter().find(|own| own.scheme == scheme);
        own.cloned().unwrap_or(RankScheme { scheme, classes: Vec::new() })
    }

    /// Makes a scheme the office's, and the one that new visits go by.
    pub fn keep(&mut self, scheme: &RankScheme) {
        self.usual = scheme.scheme;
        self.schemes.retain(|own| own.scheme != scheme.scheme);
        if !scheme.classes.is_empty() {
            self.schemes.push(scheme.clone());
        }
    }
}

impl Library {
    /// The office's own limits; the usual ones where it states none.
    ///
    /// # Errors
    /// When there is such a file and it cannot be read.
    pub fn office_limits(&self) -> Result<Limits, LibraryError> {
        self.office(LIMITS)
    }

    /// Keeps the office's limits beside its visits.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_office_limits(&self, limits: &Limits) -> Result<(), LibraryError> {
        self.keep_office(LIMITS, limits)
    }

    /// The office's own rank schemes; those shipped where it has none.
    ///
    /// # Errors
    /// When there is such a file and it cannot be read.
    pub fn office_ranks(&self) -> Result<OfficeRanks, LibraryError> {
        self.office(RANKS)
    }

    /// Keeps the office's rank schemes beside its visits.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_office_ranks(&self, ranks: &OfficeRanks) -> Result<(), LibraryError> {
        self.keep_office(RANKS, ranks)
    }

    fn office<T: DeserializeOwned + Default>(&self, name: &str) -> Result<T, LibraryError> {
        let path = self.folder().join(name);
        let unreadable = |cause: String| LibraryError::Office { path: path.clone(), cause };
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(T::default()),
            Err(error) => return Err(unreadable(error.to_string())),
        };
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        options.from_str(&text).map_err(|error| unreadable(error.to_string()))
    }

    fn keep_office<T: Serialize>(&self, name: &str, what: &T) -> Result<(), LibraryError> {
        let path = self.folder().join(name);
        let config = ron::ser::PrettyConfig::default()
            .struct_names(true)
            .escape_strings(false)
            .extensions(ron::extensions::Extensions::IMPLICIT_SOME);
        let text = ron::ser::to_string_pretty(what, config).map_err(std::io::Error::other);
        let written = text.and_then(|text| store::write_text(&path, text.as_bytes()));
        written.map_err(|cause| LibraryError::OfficeNotKept { path, cause })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::OfficeClass;

    #[test]
    fn the_offices_ranks_are_kept_beside_its_visits_and_new_visits_go_by_them() {
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::open(folder.path(), None).unwrap();
        assert_eq!(library.office_ranks().unwrap(), OfficeRanks::default());
        let class =
            OfficeClass {
                id: "mayor".into(), name: "市长".into(), rank: 2, ..Default::default()
            };
        let scheme = RankScheme { scheme: Scheme::Chinese, classes: vec![class] };
        let mut ranks = OfficeRanks::default();
        ranks.keep(&scheme);
        library.keep_office_ranks(&ranks).unwrap();
        let back = library.office_ranks().unwrap();
        assert_eq!((back.of(Scheme::Chinese), back.usual), (scheme.clone(), Scheme::Chinese));
        assert_eq!(back.of(Scheme::Korean).classes, []);
        let new = super::super::NewVisit { title: "Talks".into(), ..Default::default() };
        let path = library.create(&new, &super::super::Officer::default()).unwrap();
        let visit = store::open(&path).unwrap().visit;
        assert_eq!(visit.about.ranks, scheme);
        // Back to the shipped classes: nothing is kept of them.
        ranks.keep(&RankScheme { scheme: Scheme::Chinese, classes: Vec::new() });
        assert_eq!(ranks.schemes, []);
        store::write_text(&folder.path().join(RANKS), b"nonsense").unwrap();
        assert!(library.office_ranks().is_err());
    }
}

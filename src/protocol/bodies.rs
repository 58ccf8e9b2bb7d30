//! The order between bodies: national before local, higher before subordinate, then by the date
//! they were founded (PROTOCOL section 4, rule 6).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::{Body, BodyLevel, Text, Visit};

/// Where a body stands among bodies. Compared part by part, so that three never stand in a circle:
/// a body stands by its level first, then behind the body it is under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BodyPlace {
    /// The lowest of its own and of those it is under.
    pub(super) level: BodyLevel,
    /// From the highest body above it down to itself.
    pub(super) path: Vec<Founded>,
}

/// When a body was founded, the unknown last; then its name.
pub(super) type Founded = (bool, Option<NaiveDate>, String);

/// The bodies of a visit by each of their names.
pub(super) struct Bodies<'a>(BTreeMap<&'a str, &'a Body>);

impl<'a> Bodies<'a> {
    pub(super) fn of(visit: &'a Visit) -> Self {
        let named = visit.about.bodies.iter().rev().flat_map(|body| {
            let names = body.name.all().filter(|name| !name.trim().is_empty());
            names.map(move |name| (name.trim(), body))
        });
        Self(named.collect())
    }

    pub(super) fn find(&self, name: &Text) -> Option<&'a Body> {
        name.all().find_map(|name| self.0.get(name.trim()).copied())
    }

    pub(super) fn place(&self, name: &Text) -> Option<BodyPlace> {
        /// More above one another than any state has; a circle ends here too.
        const DEEPEST: usize = 8;
        let body = self.find(name)?;
        let mut path = vec![body];
        while let Some(above) = path.last().and_then(|last| self.0.get(last.under.trim())) {
            if path.len() == DEEPEST || path.iter().any(|below| std::ptr::eq(*below, *above)) {
                break;
            }
            path.push(above);
        }
        let level = path.iter().map(|body| body.level).max().unwrap_or_default();
        let founded =
            |body: &&Body| (body.founded.is_none(), body.founded, body.name.any().to_owned());
        Some(BodyPlace { level, path: path.iter().rev().map(founded).collect() })
    }
}

/// For sorting: the level that is not stated last.
pub(super) fn level_key(place: Option<&BodyPlace>) -> u8 {
    match place.map(|place| place.level) {
        Some(BodyLevel::National) => 0,
        Some(BodyLevel::Regional) => 1,
        Some(BodyLevel::Local) => 2,
        Some(BodyLevel::NotStated) | None => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(name: &str, level: BodyLevel, under: &str, founded: &str) -> Body {
        Body { name: name.into(), level, under: under.to_owned(), founded: founded.parse().ok() }
    }

    #[test]
    fn a_body_under_another_is_never_of_a_higher_level_and_a_circle_ends() {
        let mut visit = Visit::default();
        let about = std::sync::Arc::make_mut(&mut visit.about);
        about.bodies = vec![
            body("city", BodyLevel::Local, "", ""),
            body("office", BodyLevel::NotStated, "city", ""),
            body("egg", BodyLevel::Local, "hen", ""),
            body("hen", BodyLevel::Local, "egg", ""),
        ];
        let bodies = Bodies::of(&visit);
        let place = |name: &str| bodies.place(&name.into()).unwrap();
        assert_eq!(place("office").level, BodyLevel::Local);
        assert!(place("city").path < place("office").path);
        assert_eq!(place("egg").path.len(), 2);
        assert_eq!(bodies.place(&"nobody".into()), None);
    }
}

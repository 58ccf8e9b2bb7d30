//! Versions of a paper: which one goes out next, and how the visit remembers it.

use super::Paper;
use crate::model::{Issue, IssueId, Lang, Minute, PersonId};

/// A version that goes out. The moments are in the visit's zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    pub version: u16,
    pub at: Minute,
    pub replaces: Option<Replaced>,
}

/// The version that a new one replaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    pub version: u16,
    pub at: Option<Minute>,
}

impl Edition {
    /// The version after the last one that went out in this language.
    pub fn next(issues: &[Issue], paper: &Paper, lang: &Lang, at: Minute) -> Self {
        let last = last_issue(issues, paper, lang);
        Self {
            version: last.map_or(1, |last| last.version.saturating_add(1)),
            at,
            replaces: last.map(|last| Replaced { version: last.version, at: last.at }),
        }
    }

    /// What the visit keeps of it. `snapshot` is the copy of the visit it was made from.
    pub fn issue(
        &self,
        paper: &Paper,
        lang: &Lang,
        holders: Vec<PersonId>,
        reason: String,
        snapshot: String,
    ) -> Issue {
        let id = format!("{}-{lang}-{}", paper.id, self.version);
        Issue {
            id: IssueId::new(&id).unwrap_or_default(),
            paper: paper.id.to_owned(),
            audience: paper.audience.id().to_owned(),
            language: lang.clone(),
            version: self.version,
            at: Some(self.at),
            holders,
            reason,
            snapshot,
        }
    }
}

/// The last version that went out of a paper in a language.
pub fn last_issue<'a>(issues: &'a [Issue], paper: &Paper, lang: &Lang) -> Option<&'a Issue> {
    let same = issues.iter().filter(|issue| issue.paper == paper.id && issue.language == *lang);
    same.max_by_key(|issue| issue.version)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper;

    #[test]
    fn each_paper_and_language_counts_its_own_versions() {
        let at = |text| Minute::parse(text).unwrap();
        let (programme, sheet) =
            (paper::find("programme").unwrap(), paper::find("minute-sheet").unwrap());
        let sent = [
            (Lang::en(), "2024-07-26 10:00"),
            (Lang::zh(), "2024-07-26 10:05"),
            (Lang::en(), "2024-07-28 14:20"),
        ];
        let mut issues = Vec::new();
        for (lang, time) in sent {
            let edition = Edition::next(&issues, programme, &lang, at(time));
            let (holders, reason, copy) = (Vec::new(), String::new(), String::new());
            issues.push(edition.issue(programme, &lang, holders, reason, copy));
        }
        let next = Edition::next(&issues, programme, &Lang::en(), at("2024-07-28 16:40"));
        assert_eq!(next.version, 3);
        let replaced = Replaced { version: 2, at: Some(at("2024-07-28 14:20")) };
        assert_eq!(next.replaces, Some(replaced));
        let first = Edition::next(&issues, sheet, &Lang::en(), at("2024-07-28 16:40"));
        assert_eq!((first.version, first.replaces), (1, None));
        assert_eq!(issues[2].id.as_str(), "programme-en-2");
    }
}

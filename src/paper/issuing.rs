//! A paper goes out as a version: what it was made from is kept, what changed since the last one is
//! marked, and the visit remembers who holds it.

use std::path::{Path, PathBuf};

use super::edition::{Edition, last_issue};
use super::typeset::{Templates, TypesetError};
use super::{Options, PageSize, Paper};
use crate::edit::Edit;
use crate::model::{Lang, Minute, PersonId, Visit};
use crate::projection::Projection;
use crate::store;
use crate::words::say;

/// How a version goes out.
#[derive(Clone, Debug)]
pub struct Issuing {
    pub lang: Lang,
    pub size: PageSize,
    /// In the visit's zone.
    pub at: Minute,
    /// Who gets it.
    pub holders: Vec<PersonId>,
    pub reason: String,
}

/// A version that is ready to go out.
#[derive(Debug)]
pub struct Issued {
    pub edition: Edition,
    /// What the visit remembers of it.
    pub edit: Edit,
    pub pdf: Vec<u8>,
    /// What the officer should know: a template of the office that failed, what was not met, that
    /// the version before cannot be read, so that no changes are marked.
    pub notes: Vec<String>,
}

/// Why no version went out. The visit is as it was.
#[derive(Debug, thiserror::Error)]
pub enum IssueError {
    #[error(transparent)]
    Typeset(#[from] TypesetError),
    #[error("{}", say!("issue-not-kept", cause = crate::words::cause(cause), path = path.display().to_string()))]
    NotKept { path: PathBuf, cause: std::io::Error },
}

/// Makes the next version of a paper from the visit in the file `path`, and keeps a copy of the
/// visit beside it. The visit is not changed and not saved: that is the caller's, by the edit.
///
/// # Errors
/// When the paper cannot be made or the copy not kept.
pub fn issue(
    visit: &Visit,
    path: &Path,
    paper: &Paper,
    how: &Issuing,
    templates: &Templates,
) -> Result<Issued, IssueError> {
    let edition = Edition::next(&visit.issues, paper, &how.lang, how.at);
    let seen = Projection::new(visit, paper.audience, &how.lang);
    let before = last_issue(&visit.issues, paper, &how.lang);
    let old = before.and_then(|issue| store::read_issued(path, &issue.snapshot).ok());
    let old = old.map(|old| Projection::new(&old, paper.audience, &how.lang));
    let changed = old.as_ref().map(|old| seen.changed_since(old)).unwrap_or_default();
    let options = Options { size: how.size, edition: Some(edition.clone()), changed };
    let document = paper.typeset(&seen, &options, templates)?;
    let pdf = document.pdf()?;
    let name = format!("{}-{}-{}", paper.id, how.lang, edition.version);
    let snapshot = store::keep_issued(path, &name, visit)
        .map_err(|cause| IssueError::NotKept { path: path.to_owned(), cause })?;
    let (holders, reason) = (how.holders.clone(), how.reason.clone());
    let issue = edition.issue(paper, &how.lang, holders, reason, snapshot);
    let not_met = pdf.not_met.iter().map(|what| say!("paper-not-met", what = what.as_str()));
    let mut notes: Vec<String> = document.notes.iter().cloned().chain(not_met).collect();
    if before.is_some() && old.is_none() {
        notes.push(say!("issue-not-compared"));
    }
    Ok(Issued { edition, edit: Edit::AddIssue(issue), pdf: pdf.bytes, notes })
}

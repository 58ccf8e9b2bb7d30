//! What can go wrong between data and pages.

use typst::diag::SourceDiagnostic;
use typst::{World as _, WorldExt as _};

use super::world::PaperWorld;
use crate::words::say;

/// Why a paper could not be typeset or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypesetError {
    #[error("{}", say!("paper-no-template", name = name.as_str()))]
    NoTemplate { name: String },
    #[error("{}", say!("paper-template", name = name.as_str(), line = (*line), cause = cause.as_str()))]
    Template { name: String, line: usize, cause: String },
    #[error("{}", say!("paper-export", cause = cause.as_str()))]
    Export { cause: String },
    #[error("{}", say!("paper-data", cause = cause.as_str()))]
    Data { cause: String },
    #[error("{}", say!("paper-no-page", page = (*page)))]
    NoPage { page: usize },
    #[error("{}", say!("paper-no-thread"))]
    NoThread,
    #[error("{}", say!("paper-fault"))]
    Fault,
}

/// The first error of a template, with its file and line.
pub(super) fn from_diagnostics(
    world: &PaperWorld<'_>,
    errors: &[SourceDiagnostic],
) -> TypesetError {
    let Some(first) = errors.first() else { return TypesetError::Fault };
    let mut cause = first.message.to_string();
    for hint in &first.hints {
        cause.push_str(" – ");
        cause.push_str(&hint.v);
    }
    let id = first.span.id().unwrap_or_else(|| world.main());
    let source = world.source(id).ok();
    let start = world.range(first.span).map_or(0, |range| range.start);
    let before = source.as_ref().and_then(|source| source.text().get(..start));
    let line = before.map_or(1, |before| before.matches('\n').count() + 1);
    let name = id.vpath().get_without_slash().to_owned();
    TypesetError::Template { name, line, cause }
}

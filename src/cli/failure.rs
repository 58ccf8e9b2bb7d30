//! Why a command failed, as one message on standard error.

use std::io;
use std::path::PathBuf;

use crate::app::RunError;
use crate::edit::EditError;
use crate::edit::reschedule::RescheduleError;
use crate::exchange::ics::CalendarError;
use crate::exchange::people::ListError;
use crate::library::LibraryError;
use crate::paper::IssueError;
use crate::paper::typeset::TypesetError;
use crate::store::{OpenError, SaveError, WriteError};
use crate::words::{self, say};

/// What ends a command.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// The command line asks for what does not exist.
    #[error("{0}")]
    Use(String),
    #[error("{}", say!("cli-no-display"))]
    NoDisplay,
    #[error(transparent)]
    Window(#[from] RunError),
    #[error("{}", say!("cli-no-folder"))]
    NoFolder,
    #[error("{}", say!("cli-output", cause = words::cause(.0)))]
    Output(#[from] io::Error),
    #[error("{}", say!("cli-write", cause = words::cause(cause), path = path.display().to_string()))]
    Write { path: PathBuf, cause: io::Error },
    #[error("{}", say!("cli-history-folder", cause = words::cause(cause), path = path.display().to_string()))]
    History { path: PathBuf, cause: io::Error },
    #[error("{}", say!("cli-newer", path = path.display().to_string()))]
    Newer { path: PathBuf },
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Form(#[from] WriteError),
    #[error(transparent)]
    Save(#[from] SaveError),
    #[error(transparent)]
    Typeset(#[from] TypesetError),
    #[error(transparent)]
    Issue(#[from] IssueError),
    #[error(transparent)]
    Library(#[from] LibraryError),
    #[error("{}", say!("cli-read", cause = words::cause(cause), path = path.display().to_string()))]
    Read { path: PathBuf, cause: io::Error },
    #[error(transparent)]
    List(#[from] ListError),
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    #[error(transparent)]
    Edit(#[from] EditError),
    #[error(transparent)]
    Reschedule(#[from] RescheduleError),
    #[error("{}", say!("cli-xlsx", cause = .0.to_string()))]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    #[error("{}", say!("cli-json", cause = .0.to_string()))]
    Json(#[from] serde_json::Error),
}

impl Failure {
    pub(super) fn status(&self) -> u8 {
        if matches!(self, Self::Use(_)) { 2 } else { 1 }
    }

    /// Whether the reader of the output has gone away, as `head` does.
    pub(super) fn is_broken_pipe(&self) -> bool {
        match self {
            Self::Output(error) => error.kind() == io::ErrorKind::BrokenPipe,
            Self::Json(error) => error.io_error_kind() == Some(io::ErrorKind::BrokenPipe),
            Self::Use(_)
            | Self::NoDisplay
            | Self::Window(_)
            | Self::NoFolder
            | Self::Write { .. }
            | Self::History { .. }
            | Self::Newer { .. }
            | Self::Open(_)
            | Self::Form(_)
            | Self::Save(_)
            | Self::Typeset(_)
            | Self::Issue(_)
            | Self::Library(_)
            | Self::Read { .. }
            | Self::List(_)
            | Self::Calendar(_)
            | Self::Edit(_)
            | Self::Reschedule(_)
            | Self::Workbook(_) => false,
        }
    }
}

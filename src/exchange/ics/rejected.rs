//! Why a calendar, or one entry of it, cannot be taken.

use crate::words::say;

/// Why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    #[error("{}", say!("exchange-ics-none"))]
    NoCalendar,
    #[error("{}", say!("exchange-ics-large"))]
    TooLarge,
    #[error("{}", say!("exchange-ics-long", most = (*most)))]
    TooLong { most: usize },
}

/// An entry that cannot be taken; the others still are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The line of the file.
    pub line: usize,
    /// What it is called, where that could be read.
    pub title: String,
    pub cause: Cause,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// `BEGIN:VEVENT` without its end.
    Unended,
    NoStart,
    /// A time that is none.
    BadTime {
        text: String,
    },
    /// It ends before it begins.
    Backwards,
    /// How it repeats cannot be followed.
    BadRule {
        text: String,
    },
    /// The change of an occurrence is to hold for all that follow.
    AllThatFollow,
    /// The entry stands on an earlier line already.
    Twice {
        line: usize,
    },
    /// The visit has a later version.
    Older,
    /// Cancelled, and not in the visit.
    Cancelled,
}

impl Rejected {
    /// "line 7, “Tour”: it ends before it begins".
    pub fn sentence(&self) -> String {
        let cause = match &self.cause {
            Cause::Unended => say!("exchange-ics-unended"),
            Cause::NoStart => say!("exchange-ics-no-start"),
            Cause::BadTime { text } => say!("exchange-ics-bad-time", text = text.as_str()),
            Cause::Backwards => say!("exchange-ics-backwards"),
            Cause::BadRule { text } => say!("exchange-ics-bad-rule", text = text.as_str()),
            Cause::AllThatFollow => say!("exchange-ics-all-that-follow"),
            Cause::Twice { line } => say!("exchange-ics-twice", first = (*line)),
            Cause::Older => say!("exchange-ics-older"),
            Cause::Cancelled => say!("exchange-ics-cancelled"),
        };
        let (line, title) = (self.line, self.title.as_str());
        if title.is_empty() {
            say!("exchange-ics-rejected", line = line, cause = cause)
        } else {
            say!("exchange-ics-rejected-named", line = line, title = title, cause = cause)
        }
    }
}

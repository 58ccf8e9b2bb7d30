//! The only place in the window that asks the machine for the time.

use chrono::NaiveDate;

use crate::model::Minute;

/// Where the time comes from; tests stop it.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    Machine,
    Stopped(Minute),
}

impl Clock {
    /// The officer's own time, to the minute.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that may")]
    pub fn now(self) -> Minute {
        match self {
            Self::Machine => Minute::new(chrono::Local::now().naive_local()),
            Self::Stopped(at) => at,
        }
    }

    /// The same moment in UTC, for what several machines compare.
    pub fn now_utc(self) -> Minute {
        match self {
            Self::Machine => Minute::new(chrono::Utc::now().naive_utc()),
            Self::Stopped(at) => at,
        }
    }

    pub fn today(self) -> NaiveDate {
        self.now().day()
    }
}

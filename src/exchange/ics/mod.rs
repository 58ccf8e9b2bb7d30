//! Calendars (iCalendar, `.ics`) out and in.
//!
//! Out: a projection becomes a calendar; what was sent is remembered in the items, so that a
//! second version updates the first. In: whatever Outlook, Google, Apple, airlines and railways
//! write becomes a preview of what it would do to the visit, and one edit. A time whose zone
//! nobody knows is never guessed: its entry waits until the officer names the zone.

mod event;
mod lines;
mod matching;
mod preview;
mod read;
mod rejected;
mod sent;
mod series;
mod stamp;
mod write;
mod zones;

pub use self::preview::{Note, Preview, Row, State};
pub use self::read::{Calendar, read};
pub use self::rejected::{CalendarError, Cause, Rejected};
pub use self::sent::sending;
pub use self::write::{Options, calendar};

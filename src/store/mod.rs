//! The file of a visit: its format, safe saving, lock, journal and history.
//!
//! It reads no clock and knows no folder of its own: the caller passes times and paths.

mod errors;
mod format;
mod newer;
mod open;
mod place;
mod scan;

pub use self::errors::{Located, OpenError, Position, ReadError, WriteError};
pub use self::format::{FORMAT, Loaded, MAX_FILE, read, write};
pub use self::open::{Base, ContentHash, Opened, load, open};

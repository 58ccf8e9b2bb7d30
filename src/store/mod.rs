//! The file of a visit: its format, safe saving, lock, journal and history.
//!
//! A visit is never lost and never half written: [`save()`] takes the steps in the order of its
//! documentation, over a [`Disk`] that tests make fail at every one of them. The store reads no
//! clock and knows no folder but those it is given.

mod disk;
mod error;
mod format;
mod history;
mod journal;
mod lock;
mod newer;
mod open;
mod photos;
mod place;
mod save;
mod scan;
mod watch;

pub use self::disk::{Disk, RealDisk};
pub use self::error::{Located, OpenError, Place, ReadError, WriteError};
pub use self::format::{FORMAT, Loaded, MAX_FILE, read, read_back, write};
pub use self::history::{KeptVersion, keep_issued, read_issued, read_version, versions};
pub use self::journal::{Journal, JournalEntry};
pub use self::lock::{Lock, Owner};
pub use self::open::{ContentHash, Opened, content_hash, load, open, open_on};
pub use self::photos::keep_photo;
pub use self::save::{
    Known, SaveError, SaveRequest, SaveStep, Saved, save, save_on, write_text, write_text_on,
};
pub use self::watch::{Seen, Watch};

//! Lists and calendars in and out.

mod decode;
pub mod ics;
pub mod people;

pub use self::decode::{Decoded, OFFERED as ENCODINGS, decode};

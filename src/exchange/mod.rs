//! Lists in and out.

mod decode;
pub mod people;

pub use self::decode::{Decoded, OFFERED as ENCODINGS, decode};

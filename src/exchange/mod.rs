//! Lists in and out.

mod decode;

pub use self::decode::{Decoded, OFFERED as ENCODINGS, decode};

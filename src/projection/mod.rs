//! A visit as one reader may see it: the only thing a paper accepts.
//!
//! A projection is built field by field from what its reader may know (never copied and blanked),
//! in the language of the paper, in the order of reading. What is not in it cannot be printed.

mod audience;

pub use self::audience::Audience;

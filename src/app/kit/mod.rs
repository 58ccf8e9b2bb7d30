//! The widgets that panels are made of. A field shows a value and returns the new one when the
//! officer changed it this frame; nothing here knows a visit's history.

mod cells;
mod drawing;
mod fields;
mod form;
mod layout;
mod markdown;
mod pickers;
mod rows;
mod times;

pub use self::cells::*;
pub use self::drawing::*;
pub use self::fields::*;
pub use self::form::{Form, label, label_of, lines_in_languages};
pub use self::layout::*;
pub use self::markdown::markdown_field;
pub use self::pickers::*;
pub use self::rows::*;
pub use self::times::*;

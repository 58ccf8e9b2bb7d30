//! Programme: a list for each day, then what waits for one.

mod inspector;
mod list;

pub use self::inspector::inspector_ui;
pub use self::list::{programme_ui, shifted};

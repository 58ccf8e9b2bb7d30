//! Programme: a list for each day, then what waits for one.

mod calendar_ui;
mod inspector;
mod list;
mod order;
mod parts;

pub use self::calendar_ui::{calendar_ui, export_calendar_ui};
pub use self::inspector::inspector_ui;
pub use self::list::programme_ui;
pub use self::order::shifted;

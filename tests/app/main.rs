//! The real window, driven through its widgets: what an officer does in a day.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod arrangements;
mod calendar;
mod days;
mod desk;
mod files;
mod findings;
mod from_nothing;
mod grid;
mod order;
mod overview;
mod papers;
mod people;
mod photos;
mod programme;
mod reschedule;

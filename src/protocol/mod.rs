//! Protocol proper: who comes before whom, and why.
//!
//! There is one order of precedence ([`order()`]), computed with a reason for every place. Lists,
//! seats, cars, flags and speeches follow it.

pub mod arranging;
mod bodies;
pub mod cars;
mod countries;
pub mod honour;
mod precedence;
mod ranks;
mod why;

pub use self::countries::english_name;
pub use self::precedence::{Purpose, Ranked, order};
pub use self::ranks::{class, classes, rank_at, shipped};
pub use self::why::{Role, Why};

//! Retinue plans delegation visits: programme, people, briefing, and the papers handed to guests.
//!
//! The parts, each of which may use those above it in this list and none below:
//!
//! | part | what lives there |
//! |---|---|
//! | [`words`] | every text a person reads, from the Fluent catalogue (the model's errors use it) |
//! | [`model`] | the visit as plain data |
//! | [`diff`] | changes between two visits, in words |
//! | [`edit`] | named edits, history, the session |
//! | [`protocol`] | precedence and places of honour |
//! | [`check`] | findings: what an officer would be sorry to miss |
//! | [`store`] | the RON file, safe saving, lock, journal, history |
//! | [`library`] | a folder of visits: index, search, samples |
//! | [`projection`] | a visit as one reader may see it; the only thing a paper accepts |
//! | [`paper`] | projection → data → typeset pages |
//! | [`exchange`] | lists in and out |
//! | [`app`] | the window |
//! | [`cli`] | the same work without a window |

pub mod app;
pub mod check;
pub mod cli;
pub mod diff;
pub mod edit;
pub mod exchange;
pub mod library;
pub mod model;
pub mod paper;
pub mod progress;
pub mod projection;
pub mod protocol;
pub mod store;
pub mod words;

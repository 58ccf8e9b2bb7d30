//! A folder of visits: the list, the search, the samples, and what the past knows.

pub mod samples;

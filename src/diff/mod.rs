//! Changes between two visits.

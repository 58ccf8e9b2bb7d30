//! Lists in and out.

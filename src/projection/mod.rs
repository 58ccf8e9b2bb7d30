//! A visit as one reader may see it.

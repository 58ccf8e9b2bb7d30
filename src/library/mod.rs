//! A folder of visits: index, search, samples.

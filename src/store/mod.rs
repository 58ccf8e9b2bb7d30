//! The file of a visit: its format, safe saving, lock, journal and history.

//! Named edits, their history, and the one door through which a visit changes.

//! Papers: a projection typeset.

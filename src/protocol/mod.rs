//! Precedence and places of honour.

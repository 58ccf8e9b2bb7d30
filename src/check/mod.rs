//! Checks: small pure functions from a visit to findings.

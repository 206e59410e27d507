//! Shorter CVs.

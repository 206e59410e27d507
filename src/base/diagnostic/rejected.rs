//! A value that a type refuses, on its way through serde.

use super::codes::Code;
use serde::de;
use std::fmt;

/// A value that a type of ours refuses, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    code: Code,
    message: String,
    help: String,
}

/// Stands between the parts of a refusal on its way through serde, which carries texts alone.
const BETWEEN: char = '\u{1f}';

impl Rejected {
    /// A value that is refused with `message`, where `help` says what to write.
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { code: Code::BrokenValue, message: message.into(), help: help.into() }
    }

    /// The same as another kind of fault.
    #[must_use]
    pub fn code(self, code: Code) -> Self {
        Self { code, ..self }
    }

    /// The refusal as the error of a deserializer.
    pub fn error<E: de::Error>(self) -> E {
        E::custom(self)
    }

    pub(in crate::base) fn into_parts(self) -> (Code, String, String) {
        (self.code, self.message, self.help)
    }

    /// The refusal that was sent through serde as this text.
    pub(in crate::base) fn received(text: &str) -> Option<Self> {
        let mut parts = text.strip_prefix(BETWEEN)?.splitn(3, BETWEEN);
        let (name, message, help) = (parts.next()?, parts.next()?, parts.next()?);
        let code = Code::named(name)?;
        Some(Self { code, message: message.to_owned(), help: help.to_owned() })
    }
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            // As `received` takes it.
            return write!(
                f,
                "{BETWEEN}{}{BETWEEN}{}{BETWEEN}{}",
                self.code.name(),
                self.message,
                self.help
            );
        }
        write!(f, "{}; {}", self.message, self.help)
    }
}

impl std::error::Error for Rejected {}

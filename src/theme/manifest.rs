//! `theme.yaml`: what a theme is, and what it lets the site choose.

use super::color::is_color;
use super::widths::Widths;
use serde::Deserialize;
use std::collections::BTreeMap;

/// `theme.yaml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeManifest {
    /// Its name: that of its folder.
    pub name: String,
    /// Its own version.
    #[serde(default)]
    pub version: String,
    /// One sentence about it.
    #[serde(default)]
    pub description: String,
    /// The versions of Vakwerk that it works with.
    #[serde(default)]
    pub engine: EngineRange,
    /// The theme whose templates, assets and strings it builds on.
    #[serde(default)]
    pub extends: Option<String>,
    /// What the site may choose.
    #[serde(default)]
    pub params: BTreeMap<String, Parameter>,
    /// The widths in which it wants pictures; else those of the theme that it builds on.
    #[serde(default)]
    pub pictures: Option<Widths>,
}

/// Versions of Vakwerk: `0.1.0`, or `0.x` for all of a series.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EngineRange {
    /// The first version.
    pub min: Option<String>,
    /// The last version.
    pub max: Option<String>,
}

impl EngineRange {
    /// Whether `version` is within the range.
    pub fn holds(&self, version: &str) -> bool {
        let parts =
            |version: &str| -> Vec<u32> { version.split('.').map(|part| part.parse().unwrap_or(u32::MAX)).collect() };
        let version = parts(version);
        self.min.as_deref().is_none_or(|min| parts(min) <= version)
            && self.max.as_deref().is_none_or(|max| version <= parts(max))
    }
}

/// Something that the site may choose.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// What kind of value.
    #[serde(rename = "type")]
    pub kind: ParameterType,
    /// Its value when the site says nothing.
    #[serde(default)]
    pub default: serde_json::Value,
    /// What it does.
    #[serde(default)]
    pub help: String,
}

/// The kind of a parameter's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ParameterType {
    /// A colour of CSS: `#0a6`, `oklch(60% 0.1 150)`, `teal`.
    Color,
    /// A text.
    Text,
    /// True or false.
    Boolean,
    /// A number.
    Number,
    /// A picture under `static/`.
    Image,
}

impl ParameterType {
    /// The word in `type:`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Color => "color",
            Self::Text => "text",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::Image => "image",
        }
    }

    /// Whether `value` is of the kind; what is wanted, when it is not.
    pub fn accepts(self, value: &serde_json::Value) -> Result<(), &'static str> {
        let fits = match self {
            Self::Color => value.as_str().is_some_and(is_color),
            Self::Text | Self::Image => value.is_string(),
            Self::Boolean => value.is_boolean(),
            Self::Number => value.is_number(),
        };
        // `accent: #0b6b50` is an empty value and a comment.
        if fits || (value.is_null() && self != Self::Color) {
            return Ok(());
        }
        Err(match self {
            Self::Color => "a colour in quotes, such as \"#0b6b50\" or \"teal\"",
            Self::Text => "a text",
            Self::Image => "the name of a picture under static/",
            Self::Boolean => "true or false",
            Self::Number => "a number",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_range_knows_series() {
        let range = EngineRange { min: Some("0.1.0".into()), max: Some("0.x".into()) };
        assert!(range.holds("0.1.0") && range.holds("0.9.3"));
        assert!(!range.holds("1.0.0") && !range.holds("0.0.9"));
    }
}

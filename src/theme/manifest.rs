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
    /// Looks that stand ready: values for many parameters under one name.
    #[serde(default)]
    pub presets: BTreeMap<String, Preset>,
    /// Assets that are put together from others, in this order; to one that a theme below has too,
    /// parts are added.
    #[serde(default)]
    pub bundles: BTreeMap<String, Vec<String>>,
    /// Colours of the pictures that the program draws: the icon, and cards of shared links.
    #[serde(default)]
    pub drawn: BTreeMap<Drawn, String>,
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
        let parts = |version: &str| -> Vec<u32> {
            version.split('.').map(|part| part.parse().unwrap_or(u32::MAX)).collect()
        };
        let version = parts(version);
        self.min.as_deref().is_none_or(|min| parts(min) <= version)
            && self.max.as_deref().is_none_or(|max| version <= parts(max))
    }
}

/// A look that stands ready.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Preset {
    /// What it is like.
    pub help: String,
    /// Its values; the site's own stand over them.
    pub params: BTreeMap<String, serde_json::Value>,
}

/// What has a colour in a picture that the program draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Drawn {
    /// The ground.
    Ground,
    /// Letters.
    Ink,
    /// Letters of less weight.
    Soft,
    /// The site's own colour.
    Mark,
    /// Letters on the site's own colour.
    OnMark,
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
    /// The words that may be chosen, of a choice or a list.
    #[serde(default)]
    pub options: Vec<String>,
    /// The custom property of style sheets that takes the value: `--accent`.
    #[serde(default)]
    pub css: Option<String>,
}

impl Parameter {
    /// What a theme leaves unsaid of a parameter that `below` has too is as there.
    #[must_use]
    pub fn over(mut self, below: Option<&Self>) -> Self {
        let Some(below) = below.filter(|below| below.kind == self.kind) else { return self };
        if self.options.is_empty() {
            self.options.clone_from(&below.options);
        }
        if self.help.is_empty() {
            self.help.clone_from(&below.help);
        }
        self.css = self.css.or_else(|| below.css.clone());
        self
    }

    /// Whether `value` may be chosen; what is wanted, when it may not.
    pub fn accepts(&self, value: &serde_json::Value) -> Result<(), String> {
        let known = |word: &serde_json::Value| {
            word.as_str().is_some_and(|word| self.options.iter().any(|o| o == word))
        };
        let words = || self.options.join(", ");
        match self.kind {
            ParameterType::Choice if value.is_null() || known(value) => Ok(()),
            ParameterType::Choice => Err(format!("one of: {}", words())),
            ParameterType::List if self.options.is_empty() => match value.as_array() {
                Some(items) if items.iter().all(serde_json::Value::is_string) => Ok(()),
                _ if value.is_null() => Ok(()),
                _ => Err("a list of words in brackets".to_owned()),
            },
            ParameterType::List => match value.as_array() {
                Some(items) if items.iter().all(known) && is_once(items) => Ok(()),
                _ if value.is_null() => Ok(()),
                _ => Err(format!("a list in brackets, each at most once, of: {}", words())),
            },
            kind => kind.accepts(value).map_err(str::to_owned),
        }
    }
}

fn is_once(items: &[serde_json::Value]) -> bool {
    items.iter().enumerate().all(|(at, item)| !items[..at].contains(item))
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
    /// One of the words in `options`.
    Choice,
    /// Some of the words in `options`, in an order; any words without `options`.
    List,
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
            Self::Choice => "choice",
            Self::List => "list",
        }
    }

    /// Whether `value` is of the kind; what is wanted, when it is not.
    fn accepts(self, value: &serde_json::Value) -> Result<(), &'static str> {
        let fits = match self {
            Self::Color => value.as_str().is_some_and(is_color),
            Self::Text | Self::Image => value.is_string(),
            Self::Boolean => value.is_boolean(),
            Self::Number => value.is_number(),
            Self::Choice | Self::List => true,
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
            Self::Choice | Self::List => "words that the theme knows",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_and_a_list_take_the_words_that_the_theme_names() {
        let of = |kind| Parameter {
            kind,
            default: serde_json::Value::Null,
            help: String::new(),
            options: vec!["a".into(), "b".into()],
            css: None,
        };
        let accepts = |kind, value: serde_json::Value| of(kind).accepts(&value).is_ok();
        assert!(
            accepts(ParameterType::Choice, "a".into())
                && !accepts(ParameterType::Choice, "c".into())
        );
        let list = |words: &[&str]| accepts(ParameterType::List, words.to_vec().into());
        assert!(list(&["b", "a"]) && list(&[]) && !list(&["a", "a"]) && !list(&["c"]));
        assert!(!accepts(ParameterType::List, "a".into()));
    }

    #[test]
    fn an_engine_range_knows_series() {
        let range = EngineRange { min: Some("0.1.0".into()), max: Some("0.x".into()) };
        assert!(range.holds("0.1.0") && range.holds("0.9.3"));
        assert!(!range.holds("1.0.0") && !range.holds("0.0.9"));
    }
}

//! What a site chooses of its theme: its own values over those of a preset, over the theme's
//! defaults.

use super::manifest::{Parameter, Preset, ThemeManifest};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, Place};
use crate::config::Config;
use serde_json::Value;
use std::collections::BTreeMap;

/// The parameters of a theme, as they were chosen.
pub(super) struct Chosen {
    /// The values, by name.
    pub(super) values: BTreeMap<String, Value>,
    /// The custom properties that they set.
    pub(super) properties: Vec<(String, String)>,
}

/// What is chosen by `config` of a theme, whose manifests are given from the top.
pub(super) fn chosen(
    config: &Config,
    manifests: &[ThemeManifest],
    notes: &mut Vec<Diagnostic>,
) -> Chosen {
    let declared = declared(manifests, notes);
    let mut values: BTreeMap<String, Value> = declared
        .iter()
        .map(|(name, parameter)| (name.clone(), parameter.default.clone()))
        .collect();
    if let Some(name) = &config.preset
        && let Some(preset) = preset(name, manifests, notes)
    {
        let place = |_: &str| Place::value("vakwerk.yaml", "theme.preset");
        lay_over(&mut values, &preset.params, &declared, place, notes);
    }
    let place = |name: &str| Place::value("vakwerk.yaml", format!("params.{name}"));
    lay_over(&mut values, &config.params, &declared, place, notes);
    let properties = declared.iter().filter_map(|(name, parameter)| {
        let value = match values.get(name)? {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        Some((parameter.css.clone()?, value))
    });
    Chosen { properties: properties.collect(), values }
}

/// All parameters that the theme and those below it declare.
fn declared(
    manifests: &[ThemeManifest],
    notes: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Parameter> {
    let mut declared: BTreeMap<String, Parameter> = BTreeMap::new();
    for manifest in manifests.iter().rev() {
        for (name, parameter) in &manifest.params {
            let parameter = parameter.clone().over(declared.get(name));
            let file = || format!("themes/{}/theme.yaml", manifest.name);
            if let Err(wanted) = parameter.accepts(&parameter.default)
                && !parameter.default.is_null()
            {
                let place = Place::value(file(), format!("params.{name}.default"));
                let message = format!("the parameter `{name}` wants {wanted}");
                notes.push(
                    Diagnostic::new(Code::UnknownParameter, place, message)
                        .help("give it such a default, or none"),
                );
            }
            if let Some(property) =
                parameter.css.as_deref().filter(|property| !is_property(property))
            {
                let place = Place::value(file(), format!("params.{name}.css"));
                let message = format!("`{property}` is not the name of a custom property");
                notes.push(
                    Diagnostic::new(Code::BrokenTheme, place, message)
                        .help("write such a name: --accent"),
                );
            }
            declared.insert(name.clone(), parameter);
        }
    }
    for parameter in declared.values_mut() {
        parameter.css = parameter.css.take().filter(|property| is_property(property));
    }
    declared
}

/// Whether a name is that of a custom property (CSS Custom Properties 1), in plain letters.
fn is_property(name: &str) -> bool {
    name.strip_prefix("--").is_some_and(|rest| {
        !rest.is_empty() && rest.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
    })
}

fn preset<'a>(
    name: &str,
    manifests: &'a [ThemeManifest],
    notes: &mut Vec<Diagnostic>,
) -> Option<&'a Preset> {
    let found = manifests.iter().find_map(|manifest| manifest.presets.get(name));
    if found.is_none() {
        let known: Vec<&str> = manifests
            .iter()
            .flat_map(|manifest| manifest.presets.keys())
            .map(String::as_str)
            .collect();
        let place = Place::value("vakwerk.yaml", "theme.preset");
        let note =
            Diagnostic::new(Code::UnknownTheme, place, format!("the theme has no preset `{name}`"));
        notes.push(match nearest(name, known.iter().copied()) {
            Some(near) => note.help(format!("did you mean `{near}`?")),
            None if known.is_empty() => note.help("leave it out: this theme has none"),
            None => note.help(format!("it has: {}", known.join(", "))),
        });
    }
    found
}

/// Takes over those of `chosen` that the theme knows and that fit.
fn lay_over(
    values: &mut BTreeMap<String, Value>,
    chosen: &BTreeMap<String, Value>,
    declared: &BTreeMap<String, Parameter>,
    place: impl Fn(&str) -> Place,
    notes: &mut Vec<Diagnostic>,
) {
    for (name, value) in chosen {
        let note = |message| Diagnostic::new(Code::UnknownParameter, place(name), message);
        let Some(parameter) = declared.get(name) else {
            let note = note(format!("the theme has no parameter `{name}`"));
            let known: Vec<&str> = declared.keys().map(String::as_str).collect();
            notes.push(match nearest(name, known.iter().copied()) {
                Some(near) => note.help(format!("did you mean `{near}`?")),
                None if known.is_empty() => note.help("take it out: the theme has no parameters"),
                None => note.help(format!("it has: {}", known.join(", "))),
            });
            continue;
        };
        match parameter.accepts(value) {
            Ok(()) => drop(values.insert(name.clone(), value.clone())),
            Err(wanted) => {
                let help = if value.is_null() {
                    "put it in quotes: without them, # begins a comment"
                } else {
                    "see `theme.yaml` of the theme for its parameters"
                };
                notes.push(note(format!("the parameter `{name}` wants {wanted}")).help(help));
            }
        }
    }
}

//! A theme with the themes that it builds on, and the site's own templates over all.

use super::embedded;
use super::interface;
use super::manifest::{Drawn, ThemeManifest};
use super::params::{self, Chosen};
use super::renamed;
use super::strings::Strings;
use super::unused;
use super::widths::Widths;
use crate::base::diagnostic::nearest;
use crate::base::{Checked, Code, Consequence, Diagnostic, Place, read_text, yaml};
use crate::config::Config;
use crate::source::{SiteFiles, ThemeFile};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many themes may build on one another.
const MOST_LAYERS: usize = 8;

/// The look of a site: everything that its layers come to.
#[derive(Debug, Clone, Default)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// Templates by name. `expert.html` is the topmost one; `base/expert.html` that of the theme
    /// *base*.
    pub templates: BTreeMap<String, String>,
    /// Where each template comes from, for messages.
    pub origins: BTreeMap<String, String>,
    /// Assets by path: `css/style.css`.
    pub assets: BTreeMap<String, Vec<u8>>,
    /// Where each asset comes from, for messages.
    pub asset_origins: BTreeMap<String, String>,
    /// Interface strings by language tag.
    pub strings: BTreeMap<String, Strings>,
    /// The parameters: what the site sets, over the defaults.
    pub params: BTreeMap<String, serde_json::Value>,
    /// Custom properties of style sheets, from the parameters that set one: `--accent`, and its
    /// value.
    pub properties: Vec<(String, String)>,
    /// Assets that are put together from others, in this order.
    pub bundles: BTreeMap<String, Vec<String>>,
    /// Colours of drawn pictures: a colour, or the parameter that has it.
    pub drawn: BTreeMap<Drawn, String>,
    /// The widths in which pictures are made.
    pub widths: Widths,
}

struct Layer {
    name: String,
    /// What messages call the layer's folder.
    folder: String,
    files: Vec<ThemeFile>,
}

impl Layer {
    /// The English words of a theme, which are those that its templates show.
    fn english(&self) -> Option<Strings> {
        const FILE: &str = "strings/en.yaml";
        let file = self.files.iter().find(|file| !self.folder.is_empty() && file.path == FILE)?;
        Some(Strings::read(&String::from_utf8_lossy(&file.bytes), &FILE.into()).0)
    }
}

/// Loads the theme that `config` names.
pub fn load(site: &SiteFiles, config: &Config) -> Checked<Theme> {
    let mut notes = Vec::new();
    let mut theme = Theme { name: config.theme.clone(), ..Theme::default() };
    let mut manifests = Vec::new();
    let mut layers = layers(site, config, &mut manifests, &mut notes);
    if !site.templates.is_empty() {
        layers.insert(
            0,
            Layer { name: String::new(), folder: String::new(), files: site.templates.clone() },
        );
    }
    // From the lowest layer up, so that the topmost has the last word.
    for (at, layer) in layers.iter().enumerate().rev() {
        theme.add(layer, &layers[at..], &mut notes);
    }
    notes.extend(renamed::told(&theme.templates, &theme.origins));
    notes.extend(unused::told(&theme.templates, &theme.origins));
    notes.extend(interface::lacking(config, &theme));
    if site.templates.iter().any(|file| file.path.starts_with("strings/")) {
        let english: Vec<Strings> = layers.iter().filter_map(Layer::english).collect();
        notes.extend(interface::unknown(&site.templates, &theme, &english));
    }
    let Chosen { values, properties } = params::chosen(config, &manifests, &mut notes);
    (theme.params, theme.properties) = (values, properties);
    for manifest in manifests.iter().rev() {
        theme.put_together(manifest, &mut notes);
        theme.drawn.extend(manifest.drawn.iter().map(|(what, color)| (*what, color.clone())));
    }
    // The topmost theme that says anything about pictures has its way.
    theme.widths = manifests.into_iter().find_map(|manifest| manifest.pictures).unwrap_or_default();
    Checked::new(theme, notes)
}

fn layers(
    site: &SiteFiles,
    config: &Config,
    manifests: &mut Vec<ThemeManifest>,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Layer> {
    let mut layers: Vec<Layer> = Vec::new();
    let mut next = Some(config.theme.clone());
    while let Some(name) = next.take() {
        let own = site.themes.get(&name).cloned();
        let folder = format!("themes/{name}");
        let Some(files) = own.or_else(|| embedded::files(&name)) else {
            let shipped = embedded::names();
            let known =
                shipped.iter().map(String::as_str).chain(site.themes.keys().map(String::as_str));
            let place = match layers.last() {
                None => Place::value("vakwerk.yaml", "theme"),
                Some(layer) => Place::value(format!("{}/theme.yaml", layer.folder), "extends"),
            };
            let note =
                Diagnostic::new(Code::UnknownTheme, place, format!("there is no theme `{name}`"));
            notes.push(match nearest(&name, known) {
                Some(near) => note.help(format!("did you mean `{near}`?")),
                None => {
                    note.help(format!("choose {} or a folder under themes/", shipped.join(", ")))
                }
            });
            break;
        };
        if layers.len() == MOST_LAYERS || layers.iter().any(|layer| layer.name == name) {
            // The circle is closed by the theme that names one that is built on it.
            let last = layers.last().map_or(&folder, |layer| &layer.folder);
            let place = Place::value(format!("{last}/theme.yaml"), "extends");
            notes.push(
                Diagnostic::new(Code::BrokenTheme, place, "the theme builds on itself")
                    .help("break the circle of `extends`"),
            );
            break;
        }
        if let Some(manifest) = manifest(&folder, &files, notes) {
            next = manifest.extends.clone().filter(|parent| *parent != name);
            manifests.push(manifest);
        }
        layers.push(Layer { name, folder, files });
    }
    layers
}

fn manifest(
    folder: &str,
    files: &[ThemeFile],
    notes: &mut Vec<Diagnostic>,
) -> Option<ThemeManifest> {
    let path: Arc<str> = format!("{folder}/theme.yaml").into();
    let Some(file) = files.iter().find(|file| file.path == "theme.yaml") else {
        notes.push(
            Diagnostic::new(Code::BrokenTheme, Place::file(path), "the theme has no theme.yaml")
                .help("a theme needs a file theme.yaml with at least `name:`"),
        );
        return None;
    };
    let text = text(file, &path, notes)?;
    let yaml::Reading { value: manifest, notes: faults, .. } =
        yaml::read::<ThemeManifest>(&text, &path, 1);
    notes.extend(faults.into_iter().map(|fault| {
        if manifest.is_none() { fault.consequence(Consequence::NotPublished) } else { fault }
    }));
    let mut manifest = manifest?;
    if let Some(widths) = manifest.pictures.take() {
        match widths.checked() {
            Ok(widths) => manifest.pictures = Some(widths),
            Err(wrong) => notes.push(
                Diagnostic::new(Code::BrokenTheme, Place::value(path.clone(), "pictures"), wrong)
                    .help("write `pictures: { portrait: [96, 160, 240, 480, 800], whole: [480, 720, 960, 1600] }`"),
            ),
        }
    }
    let engine = env!("CARGO_PKG_VERSION");
    if !manifest.engine.holds(engine) {
        let range = |bound: &Option<String>| bound.clone().unwrap_or_else(|| "any".to_owned());
        let message = format!(
            "the theme is made for Vakwerk {} to {}, and this is {engine}",
            range(&manifest.engine.min),
            range(&manifest.engine.max),
        );
        notes.push(
            Diagnostic::new(Code::BrokenTheme, Place::value(path, "engine"), message)
                .help("see CHANGELOG.md for what changed, adapt the theme, and widen `engine:`"),
        );
    }
    Some(manifest)
}

fn text(file: &ThemeFile, path: &Arc<str>, notes: &mut Vec<Diagnostic>) -> Option<String> {
    match read_text(file.bytes.clone(), path) {
        Ok((text, note)) => {
            notes.extend(note);
            Some(text)
        }
        Err(note) => {
            let note = Diagnostic { code: Code::BrokenTheme, ..note };
            notes.push(note.consequence(Code::BrokenTheme.row().consequence));
            None
        }
    }
}

impl Theme {
    /// The colour of something that the program draws: CSS; none when the theme says nothing of it.
    pub fn drawn(&self, what: Drawn) -> Option<&str> {
        let written = self.drawn.get(&what)?;
        Some(self.params.get(written).and_then(serde_json::Value::as_str).unwrap_or(written))
    }

    /// Whether an asset goes out as part of others only.
    pub fn is_part(&self, asset: &str) -> bool {
        self.bundles.values().flatten().any(|part| part == asset)
    }

    /// Takes over what a theme says of assets that are put together.
    fn put_together(&mut self, manifest: &ThemeManifest, notes: &mut Vec<Diagnostic>) {
        for (whole, parts) in &manifest.bundles {
            for part in parts {
                if !self.assets.contains_key(part) {
                    let place = Place::value(
                        format!("themes/{}/theme.yaml", manifest.name),
                        format!("bundles.{whole}"),
                    );
                    let note = Diagnostic::new(
                        Code::BrokenTheme,
                        place,
                        format!("there is no asset `{part}`"),
                    );
                    notes.push(match nearest(part, self.assets.keys().map(String::as_str)) {
                        Some(near) => note.help(format!("did you mean `{near}`?")),
                        None => note.help("name files below the theme's `assets/`"),
                    });
                }
            }
            let known = self.bundles.entry(whole.clone()).or_default();
            let new =
                parts.iter().filter(|part| !known.contains(part)).cloned().collect::<Vec<_>>();
            known.extend(new);
        }
    }

    /// Adds a layer over those that are there; `below` is the layer and all under it.
    fn add(&mut self, layer: &Layer, below: &[Layer], notes: &mut Vec<Diagnostic>) {
        for file in &layer.files {
            let within = |prefix: &str| file.path.strip_prefix(prefix);
            let path: Arc<str> =
                format!("{}/{}", layer.folder, file.path).trim_start_matches('/').into();
            if let Some(name) = within("templates/") {
                if let Some(text) = text(file, &path, notes) {
                    self.origins.insert(name.to_owned(), path.to_string());
                    self.templates.insert(name.to_owned(), text);
                }
            } else if let Some(name) = within("assets/") {
                self.asset_origins.insert(name.to_owned(), path.to_string());
                self.assets.insert(name.to_owned(), file.bytes.clone());
            } else if let Some(tag) = within("strings/").and_then(|name| name.strip_suffix(".yaml"))
                && let Some(text) = text(file, &path, notes)
            {
                let (mut strings, faults) = Strings::read(&text, &path);
                notes.extend(faults);
                let known = self.strings.entry(tag.to_owned()).or_default();
                strings.lay_over(known);
                *known = strings;
            }
        }
        if layer.name.is_empty() {
            return;
        }
        // What the theme's templates come to at this height, by the theme's name:
        // `directory/base.html`. Components have names of their own and are defined once, so they
        // are left out.
        let names = below
            .iter()
            .flat_map(|layer| &layer.files)
            .filter_map(|file| file.path.strip_prefix("templates/"));
        for name in names.filter(|name| !name.starts_with("components/")) {
            if let Some(text) = self.templates.get(name).cloned() {
                let origin = self.origins.get(name).cloned().unwrap_or_default();
                self.origins.insert(format!("{}/{name}", layer.name), origin);
                self.templates.insert(format!("{}/{name}", layer.name), text);
            }
        }
    }
}

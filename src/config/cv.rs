//! How CVs are made.

use super::period::ShelfLife;
use super::project::CONFIG_FILE;
use crate::base::diagnostic::beginning;
use crate::base::guarded::{Guard, Written};
use crate::base::packed::packed;
use crate::base::{Code, Diagnostic, Place, Switch};
use schemars::{JsonSchema, Schema, json_schema};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Unexpected, Visitor};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::num::NonZeroU8;
use std::path::Path;
use std::sync::Arc;

/// How CVs are made.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CvFile {
    /// What they are printed on: `a4`, or `letter` as in North America.
    pub paper: CvPaper,
    /// Fonts beside vakwerk.yaml (TTF, OTF, WOFF2) for letters that the theme has none for:
    /// `[NotoSansArabic.ttf]`. They are tried in this order.
    pub fonts: Vec<String>,
    /// How a CV is set: `editorial`, `plain` or `compact`.
    pub layout: CvLayout,
    /// Whether the photo of a profile stands at the head, small; unless this is `false`.
    pub portrait: Option<bool>,
    /// Whether a QR code of the page's address stands in the margin of a PDF.
    pub qr: bool,
    /// Whether `cv.docx`, for word processors, stands beside `cv.pdf`.
    pub word: bool,
    /// The most pages: what is least fresh and least proven is left out.
    #[schemars(range(min = 1, max = 50))]
    pub pages: Option<NonZeroU8>,
    /// The sections, in their order; else those of the page.
    pub sections: Vec<CvSection>,
    /// CVs of other kinds, for `vakwerk cv --variant`: `water: { topics: [drinking water] }`.
    pub variants: BTreeMap<String, CvVariant>,
}

/// A CV of another kind.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CvVariant {
    /// The topics that it is about: what is known of these stands first, with cases about them.
    pub topics: Vec<String>,
    /// What was done longer ago is left out, but for studies: `5y`.
    pub since: Option<ShelfLife>,
    /// Whether nothing in it leads to the person.
    pub anonymous: bool,
    /// The most pages.
    #[schemars(range(min = 1, max = 50))]
    pub pages: Option<NonZeroU8>,
    /// The sections, in their order.
    pub sections: Vec<CvSection>,
}

/// A section of a CV.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CvSection {
    /// The four questions.
    Questions,
    /// What the person knows.
    Expertise,
    /// Cases.
    Projects,
    /// The story.
    Story,
    /// What others say.
    Testimonials,
    /// Positions held.
    Experience,
    /// Studies followed.
    Education,
    /// Groups of the network.
    Groups,
    /// Certificates.
    Certificates,
    /// Publications.
    Publications,
    /// Talks.
    Talks,
    /// Awards.
    Awards,
}

packed! {
    CvSection:
        0 = Questions,
        1 = Expertise,
        2 = Projects,
        3 = Story,
        4 = Testimonials,
        5 = Experience,
        6 = Education,
        7 = Groups,
        8 = Certificates,
        9 = Publications,
        10 = Talks,
        11 = Awards;
}

/// What somebody chooses for their own CV.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, default)]
#[schemars(transform = or_switch)]
pub struct OwnCv {
    /// Sections that are left out.
    pub hide: Vec<CvSection>,
    /// Whether the photo stands at the head; unless this is `false`.
    pub portrait: Option<bool>,
    /// Whether the site has none, as `formats: { cv: false }` says.
    #[serde(skip)]
    pub is_off: bool,
}

packed! {
    OwnCv { hide, portrait, is_off }
}

/// Lets a group be written as yes or no.
fn or_switch(schema: &mut Schema) {
    let long = std::mem::take(schema);
    *schema = json_schema!({ "anyOf": [{ "type": "boolean" }, long] });
}

impl<'de> Deserialize<'de> for OwnCv {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OwnCvVisitor;
        impl<'de> Visitor<'de> for OwnCvVisitor {
            type Value = OwnCv;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a group of keys, or false for no CV on the site")
            }

            fn visit_bool<E>(self, is_on: bool) -> Result<OwnCv, E> {
                Ok(OwnCv { is_off: !is_on, ..OwnCv::default() })
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<OwnCv, E> {
                let known = Switch::understand(Written::Text(text));
                let Switch(is_on) =
                    known.ok_or_else(|| E::invalid_type(Unexpected::Str(text), &self))?;
                self.visit_bool(is_on)
            }

            fn visit_unit<E>(self) -> Result<OwnCv, E> {
                Ok(OwnCv::default())
            }

            fn visit_map<A: MapAccess<'de>>(self, keys: A) -> Result<OwnCv, A::Error> {
                OwnCv::deserialize(MapAccessDeserializer::new(keys))
            }
        }
        deserializer.deserialize_any(OwnCvVisitor)
    }
}

/// What a CV is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CvPaper {
    /// 210 × 297 mm (ISO 216).
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

/// How a CV is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CvLayout {
    /// Headings of sections hang in the margin.
    #[default]
    Editorial,
    /// Headings stand above the text, which has the whole width.
    Plain,
    /// As the first, smaller and closer.
    Compact,
}

/// How CVs are made, with the fonts that were read.
#[derive(Debug, Clone, Hash, Default)]
pub struct Cv {
    /// What they are printed on.
    pub paper: CvPaper,
    /// The site's own fonts, in the order in which they are tried.
    pub fonts: Vec<Arc<Vec<u8>>>,
    /// How a CV is set.
    pub layout: CvLayout,
    /// Whether the photo stands at the head.
    pub portrait: Option<bool>,
    /// Whether a QR code of the page's address is in a PDF.
    pub qr: bool,
    /// Whether there is one for word processors too.
    pub word: bool,
    /// The most pages.
    pub pages: Option<usize>,
    /// The sections, in their order; none for those of the page.
    pub sections: Vec<CvSection>,
    /// CVs of other kinds, by name.
    pub variants: BTreeMap<String, CvVariant>,
    /// The slugs of people whose name would be misspelled in a CV, who have none in PDF on the site.
    pub misspelled: BTreeSet<String>,
}

impl CvFile {
    pub(super) fn checked(self, root: &Path, notes: &mut Vec<Diagnostic>) -> Cv {
        let mut fonts = Vec::new();
        for (at, name) in self.fonts.iter().enumerate() {
            match super::font::read(root, name) {
                Ok(bytes) => fonts.push(Arc::new(bytes)),
                Err((what, help)) => {
                    let place = Place::value(CONFIG_FILE, format!("cv.fonts[{at}]"));
                    let message = format!("`{}` {what}", beginning(name));
                    notes.push(Diagnostic::new(Code::UnreadFont, place, message).help(help));
                }
            }
        }
        let pages = self.pages.map(|pages| usize::from(pages.get()));
        let Self { paper, layout, portrait, qr, word, sections, variants, .. } = self;
        let misspelled = BTreeSet::new();
        Cv { paper, fonts, layout, portrait, qr, word, pages, sections, variants, misspelled }
    }
}

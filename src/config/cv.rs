//! How CVs are made.

use super::period::ShelfLife;
use super::project::CONFIG_FILE;
use crate::base::diagnostic::beginning;
use crate::base::guarded::{Guard, Unclear};
use crate::base::packed::packed;
use crate::base::{Code, Consequence, Diagnostic, Guarded, Place, Rejected, Spot, Switch};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};
use std::collections::{BTreeMap, BTreeSet};
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
    #[schemars(with = "Option<bool>")]
    pub portrait: Guarded<Switch>,
    /// Whether a QR code of the page's address stands in the margin of a PDF.
    pub qr: bool,
    /// Whether `cv.docx`, for word processors, stands beside `cv.pdf`.
    pub word: bool,
    /// The most pages: what is least fresh and least proven is left out.
    #[schemars(with = "Option<u8>", range(min = 1, max = 50))]
    pub pages: Option<Pages>,
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
    #[schemars(with = "bool")]
    pub anonymous: Guarded<Switch>,
    /// The most pages.
    #[schemars(with = "Option<u8>", range(min = 1, max = 50))]
    pub pages: Option<Pages>,
    /// The sections, in their order.
    pub sections: Vec<CvSection>,
}

/// The most pages of a CV: 1 to 50.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pages(pub u8);

impl<'de> Deserialize<'de> for Pages {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = i64::deserialize(deserializer)?;
        let pages = u8::try_from(written).ok().filter(|pages| (1..=50).contains(pages));
        pages.map(Self).ok_or_else(|| {
            let help = "write 1 to 50, or leave it out for as many as it takes";
            Rejected::new(format!("a CV does not have at most {written} pages"), help).error()
        })
    }
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
    /// The slugs of people whose name would be misspelled in a CV, who have none in PDF on the
    /// site.
    pub misspelled: BTreeSet<String>,
}

impl CvSection {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Questions,
        Self::Expertise,
        Self::Projects,
        Self::Story,
        Self::Testimonials,
        Self::Experience,
        Self::Education,
        Self::Groups,
        Self::Certificates,
        Self::Publications,
        Self::Talks,
        Self::Awards,
    ];
}

impl CvFile {
    /// Closes what decides who sees what and is not understood, and says so.
    fn close(&mut self, notes: &mut Vec<Diagnostic>) {
        if let Some(unclear) = self.portrait.unclear() {
            notes.extend(closed("cv.portrait", unclear, "no CV has a portrait"));
            self.portrait = Guarded::Set(Switch(false));
        }
        for (name, variant) in &mut self.variants {
            let below = format!("cv.variants.{name}");
            if let Some(unclear) = variant.anonymous.unclear() {
                let path = format!("{below}.anonymous");
                notes.extend(closed(&path, unclear, "CVs of this variant have no name"));
            } else if !notes.iter().any(|note| is_unread_below(note, &below)) {
                continue;
            }
            variant.anonymous = Guarded::Set(Switch(true));
        }
    }

    pub(super) fn checked(mut self, root: &Path, notes: &mut Vec<Diagnostic>) -> Cv {
        self.close(notes);
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
        let pages = self.pages.map(|Pages(most)| usize::from(most));
        let Self { paper, layout, portrait, qr, word, sections, variants, .. } = self;
        let portrait = portrait.value().map(|Switch(is_on)| is_on);
        let misspelled = BTreeSet::new();
        Cv { paper, fonts, layout, portrait, qr, word, pages, sections, variants, misspelled }
    }
}

/// The note on a key that is not understood, and on what holds until it is.
fn closed(path: &str, unclear: Unclear, until: &str) -> Option<Diagnostic> {
    let name = path.rsplit('.').next().unwrap_or(path);
    let message = format!("{} `{name}:`", unclear.in_words()?);
    let note = Diagnostic::new(Code::UnclearPrivacy, Place::value(CONFIG_FILE, path), message);
    let help = format!("write {}; until then {until}", Switch::VALUES);
    Some(note.help(help).consequence(Consequence::LeftOut))
}

/// Whether a note tells of a key of a variant that nobody could read: `anonymos`.
fn is_unread_below(note: &Diagnostic, variant: &str) -> bool {
    const OTHERS: [&str; 4] = ["topics", "since", "pages", "sections"];
    note.places.iter().any(|place| {
        let (Spot::Key(path) | Spot::Value(path)) = &place.spot else { return false };
        let rest = path.strip_prefix(variant);
        let key = rest.and_then(|rest| rest.strip_prefix('.'));
        let key = key.map(|key| key.split(['.', '[']).next().unwrap_or_default());
        rest == Some("") || key.is_some_and(|key| !OTHERS.contains(&key))
    })
}

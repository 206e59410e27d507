//! The machine-readable formats that a site can speak, and what its owner and its people choose of
//! them.

use super::project::Kind;
use super::switches::{Switched, Switches};
use schemars::JsonSchema;
use serde::Deserialize;

/// A machine-readable format of what a site knows of its people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Contact cards: vCard 3.0 (RFC 2426), and a place in those of the network.
    Vcard,
    /// The contact card as vCard 4.0 (RFC 6350), with expertise.
    Vcard4,
    /// The contact card as jCard (RFC 7095).
    Jcard,
    /// The contact card as JSContact (RFC 9553).
    Jscontact,
    /// The contact card as a QR code (ISO/IEC 18004).
    Qr,
    /// The CV as JSON Resume.
    Resume,
    /// The CV as PDF.
    Cv,
    /// Publications as BibTeX, for reference managers.
    Bibtex,
    /// Publications as CSL-JSON, for reference managers.
    CslJson,
    /// Open data: `expert.json`, and a place in `experts.json` and `experts.csv`.
    Data,
    /// Statements in pages for search engines (JSON-LD, schema.org).
    JsonLd,
    /// News of the person in feeds (Atom, JSON Feed), and their own feed in `network.opml`.
    Feed,
    /// A profile for directories of networks (Murmurations).
    Murmurations,
    /// A line in `llms.txt`.
    Llms,
}

/// Formats that are on or off; what is not named is as it is by default.
pub type Formats = Switches<Format>;

impl Switched for Format {
    const NAME: &'static str = "Formats";

    const ALL: &'static [(&'static str, Self, &'static str)] = &[
        ("vcard", Self::Vcard, "Contact cards: vCard 3.0, and a place in those of the network."),
        (
            "vcard4",
            Self::Vcard4,
            "The contact card as vCard 4.0, with expertise; where there are contact cards.",
        ),
        ("jcard", Self::Jcard, "The contact card as jCard (RFC 7095)."),
        ("jscontact", Self::Jscontact, "The contact card as JSContact (RFC 9553)."),
        ("qr", Self::Qr, "The contact card as a QR code (ISO/IEC 18004)."),
        ("resume", Self::Resume, "The CV as JSON Resume."),
        ("cv", Self::Cv, "The CV as PDF: `cv.pdf`."),
        ("bibtex", Self::Bibtex, "Publications as BibTeX, of each person and of the network."),
        ("csl_json", Self::CslJson, "Publications as CSL-JSON, of each person and of the network."),
        (
            "data",
            Self::Data,
            "Open data: `expert.json`, and a place in `experts.json` and `experts.csv`.",
        ),
        ("json_ld", Self::JsonLd, "Statements in pages for search engines (JSON-LD, schema.org)."),
        ("feed", Self::Feed, "News of the person in feeds (Atom, JSON Feed)."),
        (
            "murmurations",
            Self::Murmurations,
            "A profile for directories of networks (Murmurations).",
        ),
        ("llms", Self::Llms, "A line in `llms.txt`."),
    ];
}

impl Format {
    /// Up to this many people of a network each have a file of their own with their open data
    /// without its being asked for: hosts count files, and the network's own tell the most of it.
    pub const MANY: usize = 5000;

    /// Whether a site speaks the format when its owner says nothing: a portfolio all of those that
    /// others read, a network those that every reader asks for, as each costs a file a person.
    pub fn by_default(self, kind: Kind) -> bool {
        match self {
            Self::Vcard | Self::Data | Self::JsonLd | Self::Feed => true,
            Self::Vcard4
            | Self::Resume
            | Self::Cv
            | Self::Bibtex
            | Self::CslJson
            | Self::Jcard
            | Self::Jscontact
            | Self::Qr
            | Self::Murmurations => kind == Kind::Portfolio,
            Self::Llms => false,
        }
    }
}

/// A kind of host that reads files about how to serve the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Host {
    /// Hosts that read `_headers`, beside the `_redirects` that is always there.
    Netlify,
    /// Apache and hosts like it, which read `.htaccess`.
    Apache,
}

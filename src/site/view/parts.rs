//! The small pieces that several views share.

use serde::Serialize;
use std::sync::Arc;

/// A line of plain text, with its language when that is not the page's.
#[derive(Debug, Clone, Serialize)]
pub struct Phrase<'a> {
    /// Plain text; the template escapes it.
    pub text: &'a str,
    /// BCP 47 tag to mark the text with, when it differs from the page's language.
    pub lang: Option<&'a str>,
}

/// Running text, already rendered from Markdown.
#[derive(Debug, Clone, Serialize)]
pub struct Prose<'a> {
    /// Safe HTML.
    pub html: String,
    /// BCP 47 tag to mark the text with, when it differs from the page's language.
    pub lang: Option<&'a str>,
}

/// A reference to a page of the site, or a bare name when there is no page.
#[derive(Debug, Clone, Serialize)]
pub struct Link<'a> {
    /// What to show.
    pub title: &'a str,
    /// Root-relative address with the site's base path.
    pub url: Option<String>,
}

/// A link with the number of things behind it.
#[derive(Debug, Clone, Serialize)]
pub struct Counted<'a> {
    /// What to show.
    pub title: &'a str,
    /// Root-relative address with the site's base path.
    pub url: String,
    /// How many entries are behind the link.
    pub count: usize,
}

/// HTML of a card, which is rendered once for every list that shows it.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct CardHtml(pub Arc<str>);

/// A picture in the sizes that were made of it.
#[derive(Debug, Clone, Serialize)]
pub struct Picture<'a> {
    /// Address of the middle size.
    pub src: String,
    /// Addresses and widths of all sizes, as the `srcset` attribute wants them.
    pub srcset: String,
    /// The same in WebP, at about half the bytes, for `<source type="image/webp">`.
    pub webp: String,
    /// Width of `src` in pixels.
    pub width: u32,
    /// Height of `src` in pixels.
    pub height: u32,
    /// Text alternative; empty when the picture says nothing of its own.
    pub alt: &'a str,
    /// Line below the picture.
    pub caption: Option<Phrase<'a>>,
}

/// From when to when; dates are ISO 8601 with the precision that was given.
#[derive(Debug, Clone, Serialize)]
pub struct Period {
    /// First day, month or year.
    pub from: Option<String>,
    /// Last day, month or year; none while it is still running, or where nobody can tell.
    pub to: Option<String>,
    /// Whether it is still running.
    pub runs: bool,
    /// Whether it has yet to begin.
    pub planned: bool,
}

/// Where something or somebody is.
#[derive(Debug, Clone, Serialize)]
pub struct Place<'a> {
    /// Town.
    pub city: Option<&'a str>,
    /// Province or region.
    pub region: Option<&'a str>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<&'a str>,
    /// Whether work from elsewhere is possible.
    pub remote: bool,
    /// How far the expert travels, in their own words.
    pub travel: Option<&'a str>,
    /// How far the expert goes for work, in kilometres; of a request, how far away an expert may
    /// be.
    pub radius: Option<u32>,
    /// Regions and towns for which the expert works as well.
    pub areas: &'a [String],
    /// The list of everybody in this town.
    pub url: Option<String>,
}

/// A person as shown beside something else: a name, a face, a link.
#[derive(Debug, Clone, Serialize)]
pub struct PersonRef<'a> {
    /// Name as the person writes it.
    pub name: &'a str,
    /// One to three letters that stand in for a photo.
    pub initials: String,
    /// The profile, when the person has one here.
    pub url: Option<String>,
    /// One line about the person, on cards and beside what they ask; none in lists of names.
    pub headline: Option<Phrase<'a>>,
    /// Portrait.
    pub photo: Option<Picture<'a>>,
}

/// A link that leaves the site.
#[derive(Debug, Clone, Serialize)]
pub struct OutLink<'a> {
    /// The key in the profile: `website`, `linkedin`, …
    pub kind: &'a str,
    /// Absolute address, checked against the allowed schemes.
    pub url: String,
    /// The address as a reader would say it: without scheme and trailing slash.
    pub text: String,
    /// Whether it is a page of the person's own, of which the page here may be said to be of the
    /// same one (`rel="me"`).
    pub own: bool,
}

/// A way to reach somebody.
#[derive(Debug, Clone, Serialize)]
pub struct Contact {
    /// Mail address as HTML: plain, or encoded as character references when protected.
    pub email_html: Option<String>,
    /// `mailto:` address as an HTML attribute value, encoded likewise.
    pub mailto_html: Option<String>,
    /// Telephone number as HTML: plain, or encoded as character references when protected.
    pub phone_html: Option<String>,
    /// `tel:` address as an HTML attribute value, encoded likewise.
    pub tel_html: Option<String>,
    /// Whether programs may read the mail address as well; else the page alone shows it.
    pub open_email: bool,
    /// Whether programs may read the telephone number as well.
    pub open_phone: bool,
    /// A page with a form or a calendar.
    pub url: Option<String>,
}

/// What was written under `extra:`, as it was written.
pub type Extra = std::collections::BTreeMap<String, serde_json::Value>;

//! The files that say in a machine-readable format who somebody is.

use crate::config::Format;

/// A file about one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonFile {
    /// vCard 3.0 (RFC 2426), which every address book reads.
    Card,
    /// vCard 4.0 (RFC 6350), with expertise.
    Card4,
    /// jCard (RFC 7095).
    Jcard,
    /// JSContact (RFC 9553).
    Jscontact,
    /// QR code (ISO/IEC 18004) of the contact, as SVG.
    Qr,
    /// JSON Resume.
    Resume,
    /// The CV as PDF.
    Cv,
    /// The CV for word processors.
    Word,
    /// Publications as BibTeX.
    Bibtex,
    /// Publications as CSL-JSON.
    CslJson,
    /// The expert as open data.
    Data,
    /// Murmurations.
    Murmurations,
}

impl PersonFile {
    /// All of them, in the order in which pages name them.
    pub const ALL: [Self; 12] = [
        Self::Card,
        Self::Card4,
        Self::Qr,
        Self::Cv,
        Self::Word,
        Self::Resume,
        Self::Bibtex,
        Self::CslJson,
        Self::Jcard,
        Self::Jscontact,
        Self::Data,
        Self::Murmurations,
    ];

    /// Its name in the folder of the person's page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Card => "card.vcf",
            Self::Card4 => "card4.vcf",
            Self::Jcard => "jcard.json",
            Self::Jscontact => "jscontact.json",
            Self::Qr => "card.svg",
            Self::Resume => "resume.json",
            Self::Cv => "cv.pdf",
            Self::Word => "cv.docx",
            Self::Bibtex => "publications.bib",
            Self::CslJson => "publications.json",
            Self::Data => "expert.json",
            Self::Murmurations => "murmurations.json",
        }
    }

    /// The word in the interface strings (`format.<key>`).
    pub fn key(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Card4 => "card4",
            Self::Jcard => "jcard",
            Self::Jscontact => "jscontact",
            Self::Qr => "qr",
            Self::Resume => "resume",
            Self::Cv => "cv",
            Self::Word => "word",
            Self::Bibtex => "bibtex",
            Self::CslJson => "csl",
            Self::Data => "data",
            Self::Murmurations => "murmurations",
        }
    }

    /// The switches for it, which all have to be on: who wants no contact card wants none of
    /// another version either.
    pub fn formats(self) -> &'static [Format] {
        match self {
            Self::Card => &[Format::Vcard],
            Self::Card4 => &[Format::Vcard, Format::Vcard4],
            Self::Jcard => &[Format::Jcard],
            Self::Jscontact => &[Format::Jscontact],
            Self::Qr => &[Format::Qr],
            Self::Resume => &[Format::Resume],
            Self::Cv | Self::Word => &[Format::Cv],
            Self::Bibtex => &[Format::Bibtex],
            Self::CslJson => &[Format::CslJson],
            Self::Data => &[Format::Data],
            Self::Murmurations => &[Format::Murmurations],
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Card | Self::Card4 => "text/vcard",
            Self::Jcard => "application/vcard+json",
            Self::Jscontact => "application/jscontact+json",
            Self::Qr => "image/svg+xml",
            Self::Cv => "application/pdf",
            Self::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Bibtex => "application/x-bibtex",
            Self::CslJson => "application/vnd.citationstyles.csl+json",
            Self::Resume | Self::Data | Self::Murmurations => "application/json",
        }
    }

    /// Whether it has words that are translated, so that each language of the site has its own.
    pub fn is_translated(self) -> bool {
        matches!(self, Self::Resume | Self::Cv | Self::Word | Self::Data)
    }
}

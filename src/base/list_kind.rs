//! The lists of a profile whose items are about topics or organizations.

/// A list of a profile whose items are about topics or organizations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListKind {
    /// What the person brings to others.
    Offers,
    /// What the person looks for from others.
    Asks,
    /// Positions held.
    Experience,
    /// Studies followed.
    Education,
    /// Certificates.
    Certificates,
    /// Publications.
    Publications,
    /// Talks.
    Talks,
    /// Awards.
    Awards,
    /// What others say.
    Testimonials,
}

impl ListKind {
    /// The lists whose items make an organization known that nobody wrote about: employers and
    /// schools.
    pub const MENTIONING: [Self; 2] = [Self::Experience, Self::Education];
    /// The lists whose items may name an organization that is known from elsewhere.
    pub const NAMING: [Self; 5] =
        [Self::Certificates, Self::Publications, Self::Talks, Self::Awards, Self::Testimonials];

    /// The lists whose items somebody made, alone or with others.
    pub const CREDITED: [Self; 3] = [Self::Publications, Self::Talks, Self::Awards];

    /// The key of front matter.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Offers => "offers",
            Self::Asks => "asks",
            Self::Experience => "experience",
            Self::Education => "education",
            Self::Certificates => "certificates",
            Self::Publications => "publications",
            Self::Talks => "talks",
            Self::Awards => "awards",
            Self::Testimonials => "testimonials",
        }
    }
}

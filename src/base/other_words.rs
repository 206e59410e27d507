//! Keys by the words that people know from elsewhere, and what they are called here.

use super::fold::fold;
use super::word_list::is_among;

/// Words, in small letters and without signs between them; and the keys that may be meant by them,
/// as paths: the first of which the beginning is read where the word stands. `[]` is a list,
/// `[].a,b` a list of groups with `a` and `b`.
const TABLE: [(&str, &[&str]); 49] = [
    ("member person lid persoon mitglied membre slug", &["expert"]),
    (
        "phone phonenumber tel telephone telefoon telefoonnummer mobile mobiel mobilenumber cell gsm telefon handy mobil \
         telefonnummer portable phonenr",
        &["phone", "contact.phone"],
    ),
    (
        "email mail emailaddress mailaddress emailadres mailadres courriel correo",
        &["email", "contact.email"],
    ),
    (
        "website web site homepage webpage webseite siteweb personalwebsite blog",
        &["website", "url", "links.website"],
    ),
    ("url link href uri address", &["base_url", "url", "links.website", "location.city", "place"]),
    ("baseurl siteurl domain", &["base_url"]),
    ("linkedin", &["links.linkedin"]),
    ("github", &["links.github"]),
    ("gitlab", &["links.gitlab"]),
    ("mastodon", &["links.mastodon"]),
    ("orcid", &["links.orcid"]),
    ("bluesky twitter instagram facebook youtube xing researchgate scholar", &["links.NAME"]),
    (
        "social socials socialmedia sociallinks accounts profiles networks urls websites",
        &["links.website"],
    ),
    (
        "title titel titre tagline subtitle slogan motto ondertitel untertitel soustitre kop onderkop jobtitle \
         functietitel",
        &["role", "headline", "title", "topic", "label", "name"],
    ),
    (
        "role roles rol rollen rolle function functie funktion fonction position positie job beroep profession beruf \
         occupation metier poste",
        &["role", "roles[]", "seats[]", "title", "label"],
    ),
    (
        "bio biography biografie biographie about aboutme over overmij ueber uebermich apropos profile profiel profil \
         summary samenvatting zusammenfassung resume intro introduction introductie inleiding einleitung description \
         beschrijving omschrijving beschreibung abstract content inhoud body tekst texte details excerpt lead story",
        &["quote", "description", "who", "text", "note", "(below)"],
    ),
    (
        "skills skill competences competence competencies competenties vaardigheden vaardigheid kennis specialties \
         specialities specialisms specialismen specialisme specialisaties expertises areas kenntnisse faehigkeiten \
         fahigkeiten kompetenzen schwerpunkte competences savoirfaire",
        &["topics[]", "topic", "expertise[]", "needs[]"],
    ),
    (
        "tags tag keywords keyword trefwoorden trefwoord categories category categorie categorieen schlagworte labels \
         themes themas thema themen onderwerpen onderwerp sujets motscles interests interesses subjects subject field \
         fields",
        &["topics[]", "topic", "expertise[]", "needs[]", "broader[]", "(untold)"],
    ),
    (
        "company employer organisation organisatie organisations bedrijf werkgever firma firm arbeitgeber unternehmen \
         entreprise employeur org institution instelling institute school university universiteit hochschule issuer \
         uitgever issuedby publisher affiliation",
        &["organization", "client", "venue", "experience[].title,organization"],
    ),
    (
        "client customer klant opdrachtgever kunde auftraggeber commanditaire",
        &["client", "organization"],
    ),
    (
        "start begin startdate startsat begindate begindatum startdatum since sinds seit depuis van vanaf von ab \
         startyear fromdate",
        &["from", "since", "period.from,to", "experience[].title,from"],
    ),
    (
        "until end enddate endsat einde eind einddatum enddatum finish tot bis jusqua stop endyear todate deadline closes",
        &["to", "until", "period.from,to", "last_used", "experience[].title,to"],
    ),
    ("dates duration looptijd zeitraum dauer timeframe", &["from", "period.from,to"]),
    (
        "date datum day dag when wanneer published publishedon released pubdate",
        &["date", "from", "period.from,to", "since", "until", "updated"],
    ),
    (
        "year years jaar jaren jaartal jahr annee",
        &["date", "from", "period.from,to", "since", "until", "(timeless)"],
    ),
    (
        "lastmod modified lastmodified lastupdated lastupdate gewijzigd bijgewerkt modifiedon",
        &["updated", "date"],
    ),
    (
        "author authors auteur auteurs writer writers schrijver schrijvers verfasser autor autoren by coauthors coauthor \
         coauteurs medeauteurs with met mit door",
        &["quote/name", "team[].expert", "who/name", "(nobody)"],
    ),
    (
        "person people persoon members member leden lid colleagues collegas partners crew staff leads alumni",
        &["team[].expert", "members[]"],
    ),
    (
        "parent parentgroup parentteam parentid subteamof subgroupof subcommitteeof valtonder onderdeelvan",
        &["part_of"],
    ),
    (
        "image images picture pictures avatar portrait foto fotos bild bilder afbeelding afbeeldingen portret pasfoto \
         headshot thumbnail cover banner icon profilepicture photo photos profielfoto",
        &["photo", "images[]", "logo"],
    ),
    (
        "city town place plaats woonplaats stad ort stadt wohnort ville lieu locatie standort adres adresse country land \
         region regio provincie location",
        &["place", "location.city"],
    ),
    ("residence postcode zip zipcode", &["location.city", "place"]),
    (
        "jobs work employment career werkervaring ervaring loopbaan werk cv positions berufserfahrung lebenslauf \
         parcours careers carriere experiences",
        &["experience[].title,organization,from"],
    ),
    (
        "studies study degrees degree opleiding opleidingen studie studies ausbildung studium formation schools \
         educations",
        &["education[].title,organization"],
    ),
    (
        "certifications certification diplomas diploma certificaten certificaat zertifikate certificats",
        &["certificates[].title"],
    ),
    (
        "articles papers books boeken publicaties publikationen artikelen veroeffentlichungen",
        &["publications[].title"],
    ),
    (
        "presentations lectures lezingen presentaties vortraege vortrage conferences speaking",
        &["talks[].title"],
    ),
    ("prizes honors honours prijzen auszeichnungen prix", &["awards[].title"]),
    (
        "references referenties recommendations aanbevelingen quotes reviews empfehlungen referenzen temoignages",
        &["testimonials[].quote,name", "testimonial.quote,name"],
    ),
    ("language lang taal talen sprache sprachen langue langues locale", &["languages[]"]),
    ("services service diensten aanbod offer angebot angebote leistungen offres", &["offers[]"]),
    ("ask needs wanted gevraagd zoekt vraagt gesucht wishes", &["asks[]", "needs[]"]),
    (
        "name naam fullname displayname firstname lastname voornaam achternaam vorname nachname nom prenom naming \
         projectname label",
        &["name", "title", "topic", "who/name"],
    ),
    ("permalink path handle username", &["slug"]),
    ("redirectfrom redirects oldurls formerurls", &["aliases[]"]),
    (
        "available beschikbaar beschikbaarheid verfuegbar verfuegbarkeit disponibilite status",
        &["availability"],
    ),
    ("gender geslacht voornaamwoorden pronoun pronomen", &["pronouns"]),
    (
        "results resultaat resultaten ergebnis ergebnisse outcome outcomes impact uitkomst solution oplossing loesung",
        &["result"],
    ),
    (
        "challenge problem vraag uitdaging probleem aufgabe problem situation context goal doel",
        &["question"],
    ),
];

/// What is called otherwise here, and where it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning<'a> {
    path: &'a str,
    written: &'a str,
}

/// What the key `word` is called where the keys `known` are read.
pub fn called_here<'a>(word: &'a str, known: &[&str]) -> Option<Meaning<'a>> {
    let bare: String = fold(word).chars().filter(|sign| sign.is_alphanumeric()).collect();
    let reads = |path: &str| match path {
        "(below)" => known.contains(&"visibility") && known.contains(&"slug"),
        "(nobody)" | "(untold)" | "(timeless)" => known.contains(&"aliases"),
        _ => {
            let first = path.split(['.', '[', '/', ',']).next().unwrap_or(path);
            known.contains(&first) && first != word
        }
    };
    let rows = TABLE.iter().filter(|(words, _)| is_among(words, &bare));
    let path = rows.flat_map(|(_, paths)| paths.iter()).find(|path| reads(path))?;
    Some(Meaning { path, written: word })
}

/// Whether the key `word` is one of those by which people know `other`.
pub fn means(word: &str, other: &str) -> bool {
    let bare: String = fold(word).chars().filter(|sign| sign.is_alphanumeric()).collect();
    let mut rows = TABLE.iter().map(|(words, _)| words.split_whitespace());
    rows.any(|mut words| {
        words.clone().any(|known| known == other) && words.any(|known| known == bare)
    })
}

impl Meaning<'_> {
    /// What to do about it in front matter.
    pub fn in_yaml(self) -> String {
        match self.path {
            "(below)" => "write it as text below the front matter".to_owned(),
            "(nobody)" => {
                "take it out, or put it into the text: nothing shows an author here".to_owned()
            }
            "(timeless)" => {
                "take it out, or write it where something has a year: `experience:`, `talks:`"
                    .to_owned()
            }
            "(untold)" => "take it out: nothing shows topics here".to_owned(),
            path => format!("write `{}`", self.example(path)),
        }
    }

    /// The column of a table that is meant; none where no column holds it.
    pub fn in_table(self) -> Option<String> {
        match self.path {
            "(below)" => Some("body".to_owned()),
            path if path.contains("[].") || path.starts_with('(') => None,
            path => Some(
                self.named(path)
                    .trim_end_matches("[]")
                    .rsplit('/')
                    .next()
                    .unwrap_or(path)
                    .to_owned(),
            ),
        }
    }

    fn named(self, path: &str) -> String {
        path.replace("NAME", &self.written.to_lowercase())
    }

    fn example(self, path: &str) -> String {
        let path = self.named(path.rsplit('/').next().unwrap_or(path));
        let group = |keys: &str| {
            let keys: Vec<String> = keys.split(',').map(|key| format!("{key}: …")).collect();
            format!("{{ {} }}", keys.join(", "))
        };
        if let Some((list, keys)) = path.split_once("[].") {
            return format!("{list}: [{}]", group(keys));
        }
        match (path.strip_suffix("[]"), path.split_once('.')) {
            (Some(list), _) => format!("{list}: […, …]"),
            (None, Some((first, keys))) => format!("{first}: {}", group(keys)),
            (None, None) => format!("{path}: …"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_from_elsewhere_lead_to_the_keys_of_the_place() {
        let expert = [
            "name",
            "headline",
            "photo",
            "roles",
            "location",
            "who",
            "expertise",
            "experience",
            "education",
        ];
        let expert: Vec<&str> = expert
            .into_iter()
            .chain(["links", "contact", "slug", "aliases", "updated", "visibility"])
            .collect();
        let of = |word: &str, known: &[&str]| {
            called_here(word, known).map(Meaning::in_yaml).unwrap_or_default()
        };
        for (word, help) in [
            ("phone", "write `contact: { phone: … }`"),
            ("title", "write `headline: …`"),
            ("Bio", "write `who: …`"),
            ("skills", "write `expertise: […, …]`"),
            ("company", "write `experience: [{ title: …, organization: … }]`"),
            ("date", "write `updated: …`"),
            ("author", "write `name: …`"),
            ("Twitter", "write `links: { twitter: … }`"),
            (
                "jaar",
                "take it out, or write it where something has a year: `experience:`, `talks:`",
            ),
            ("woonplaats", "write `location: { city: … }`"),
        ] {
            assert_eq!(of(word, &expert), help, "{word}");
        }
        let position = ["title", "organization", "from", "to", "text", "topics"];
        assert_eq!(of("start_date", &position), "write `from: …`");
        assert_eq!(of("company", &position), "write `organization: …`");
        assert_eq!(of("description", &position), "write `text: …`");
        let page = ["title", "description", "slug", "aliases", "updated", "visibility"];
        assert_eq!(
            of("author", &page),
            "take it out, or put it into the text: nothing shows an author here"
        );
        assert_eq!(of("zzz", &page), "");
        assert_eq!(
            called_here("Telefoon", &expert).and_then(Meaning::in_table).as_deref(),
            Some("contact.phone")
        );
    }
}

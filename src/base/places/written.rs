//! The name of a town as people write it: with a country or a region behind it, a postal code
//! before it, or shortened.

use super::around::{
    Part, behind_side, country_of_county, is_district, may_be_quarter, of_nickname,
    regions_of_letters, without_word,
};
use crate::base::fold::fold;
use crate::base::{Tidy, country};

/// One way to understand what somebody wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Form {
    /// The name, folded.
    pub(super) name: String,
    /// All that was written, in small letters with their marks: Groningen is not Gröningen.
    pub(super) marked: String,
    /// The country that is said beside it.
    pub(super) country: Option<&'static str>,
    /// Letters beside it that are a country's and may be a region's as well: `IN` is India, and
    /// Indiana.
    pub(super) code: Option<String>,
    /// What else is said beside it, which may be a region.
    pub(super) region: Option<String>,
    /// Whether something is said beside it of which nobody knows what it is.
    pub(super) is_unsure: bool,
    /// What of a town it names.
    pub(super) part: Part,
}

/// What stands between the parts of a name where people write a stroke or letters with stops.
const BETWEEN: [&str; 13] = [
    " am ",
    " an der ",
    " aan den ",
    " aan de ",
    " in der ",
    " im ",
    " ob der ",
    " sur ",
    " upon ",
    " bij ",
    " bei ",
    " op ",
    " ",
];
/// Ends of names that are seldom written out.
const SHORT: [(&str, &str); 9] = [
    (" a m", " am main"),
    (" am m", " am main"),
    (" a d o", " oder"),
    (" i br", " im breisgau"),
    (" ob d t", " ob der tauber"),
    (" o d t", " ob der tauber"),
    (" o d tauber", " ob der tauber"),
    (" v d h", " vor der hohe"),
    (" v d hohe", " vor der hohe"),
];
/// Letters of countries as cars have them.
const CARS: [(&str, &str); 6] =
    [("A", "AT"), ("B", "BE"), ("D", "DE"), ("F", "FR"), ("I", "IT"), ("L", "LU")];
/// What is said for `St.`
const SAINTS: [&str; 3] = ["sankt ", "saint ", "sint "];
/// The ways to understand a name, the plainest first.
pub(super) fn forms(written: &str) -> Vec<Form> {
    let mut found = Vec::new();
    let written = without_code(written.trim());
    plain(written, &Form::default(), &mut found);
    // `West London`
    let folded = fold(written);
    if let Some(name) = behind_side(&folded).map(str::to_owned) {
        let marked = name.clone();
        found.push(Form { name, marked, part: Part::Side, ..Form::default() });
    }
    // `Groningen (NL)`, `Haren, Drenthe`, `Groningen - Nederland`
    let (head, said) = parted(written);
    if let Some(said) = said {
        // `Frankfurt (Main)`
        if written[head.len()..].trim_start().starts_with('(') {
            let (one, other) = (fold(head), fold(said));
            let joined = BETWEEN.map(|between| format!("{one}{between}{other}"));
            let named = |name| Form { name, marked: marked(written), ..Form::default() };
            found.extend(joined.map(named));
        }
        // `Belo Horizonte, MG`
        let letters = regions_of_letters(said).into_iter().map(|(code, region)| Form {
            country: Some(code),
            region,
            ..Form::default()
        });
        let own = beside(said);
        let (is_country, letters) = (own.country.is_some(), letters.collect::<Vec<_>>());
        if is_country || letters.is_empty() {
            plain(head, &own, &mut found);
        }
        for form in &letters {
            plain(head, form, &mut found);
        }
        if !is_country && !letters.is_empty() {
            plain(head, &own, &mut found);
        }
    }
    quarters(written, said.is_some(), &mut found);
    found
}

/// What may be a town with a part of it, a river or a country behind it.
fn quarters(written: &str, is_said: bool, found: &mut Vec<Form>) {
    let quarter =
        |of: &str| Form { region: Some(of.to_owned()), part: Part::Quarter, ..Form::default() };
    // `Utrecht-Overvecht`
    if !is_said
        && let Some((head, last)) = written.split_once('-')
        && !head.contains(' ')
        && head.chars().count() > 3
    {
        plain(head, &quarter(last), found);
    }
    // `Groningen NL`, `Haren Gn`
    if let Some((head, last)) = written.rsplit_once(' ')
        && last.trim_end_matches('.').len() <= 3
        && !is_district(last)
        && !is_said
    {
        let form = beside(last);
        plain(head, &Form { is_unsure: form.country.is_none(), ..form }, found);
    }
    // `Wien 7`, `London SW1A 1AA`, `Paris 15e`, `Budapest XIII`
    let mut head = written;
    while let Some((rest, _)) = head.rsplit_once(' ').filter(|(_, last)| is_district(last)) {
        head = rest.trim_end_matches([',', ' ']);
        plain(head, &Form::default(), found);
    }
    // `Konstanz am Bodensee`, `Linz a.d. Donau`
    let rivers = [" am ", " an der ", " a.d. ", " a. d. ", " aan de ", " sur ", " upon ", " on "];
    if let Some((head, river)) = rivers.iter().find_map(|it| written.split_once(it)) {
        plain(head, &Form { region: Some(river.to_owned()), ..Form::default() }, found);
    }
    // `Utrecht Overvecht`, `Den Haag-Scheveningen`
    if !is_said
        && let Some((head, last)) = written.rsplit_once([' ', '-'])
        && may_be_quarter(head, last)
    {
        let name = fold(head);
        let form = Form { part: Part::District, ..quarter(last) };
        found.push(Form { name, marked: marked(written), ..form });
    }
}

/// The names of one town in several languages: `Brussel/Bruxelles`, `Bozen - Bolzano`.
pub(super) fn sides(written: &str) -> Vec<Form> {
    let written = without_code(written.trim());
    let parts: Vec<&str> = written.split('/').flat_map(|part| part.split(" - ")).collect();
    if !(2..=3).contains(&parts.len()) {
        return Vec::new();
    }
    let form =
        |part: &&str| Form { name: fold(part), marked: marked(part.trim()), ..Form::default() };
    parts.iter().map(form).collect()
}

/// A name in small letters with their marks.
pub(super) fn marked(name: &str) -> String {
    name.to_lowercase().replace('ß', "ss")
}

/// A name with the part that people put behind it in brackets, after a comma or a dash.
fn parted(written: &str) -> (&str, Option<&str>) {
    let at = written.find(['(', ',', ';', '[']).or_else(|| written.find(" - "));
    let Some(at) = at.filter(|at| *at > 0) else { return (written, None) };
    let said = written[at..].trim_matches(|c: char| !c.is_alphanumeric());
    (written[..at].trim(), (!said.is_empty()).then_some(said))
}

/// What is said beside a name.
fn beside(said: &str) -> Form {
    let mut form = Form::default();
    for part in said.split([',', ';', '(', '/']).map(|part| part.trim_matches([')', '.', ' '])) {
        let car = CARS.iter().find(|(letter, _)| *letter == part).map(|(_, code)| *code);
        let country = match country::read(car.unwrap_or(part)) {
            Tidy::AsWritten(code) | Tidy::Tidied(code) => country::code(&code),
            Tidy::Wrong { .. } => None,
        };
        match country {
            _ if part.is_empty() => {}
            Some(code) => {
                // `Salem, IN, USA`
                let before = form.code.take();
                form.region = form.region.or(before.filter(|_| form.country != Some(code)));
                form.country = Some(code);
                // `Paris, Georgia` may be a state as well.
                form.code = Some(part.to_owned());
            }
            None => match country_of_county(part) {
                // `Bray, Co. Wicklow`
                Some(code) => form.country = Some(code),
                None => form.region = Some(part.to_owned()),
            },
        }
    }
    form
}

/// The name and its other ways of writing, each with what is said beside it.
fn plain(name: &str, beside: &Form, found: &mut Vec<Form>) {
    let folded = fold(name);
    let mut names = vec![folded.clone()];
    let stroke = [
        " a/d ", " a.d. ", " a. d. ", " a.d.", " a d ", " ad ", " b/d ", " b.d. ", " o/d ",
        " o.d. ", " i/d ", " i.d. ", " b. ", " a.", " a/", "/",
    ];
    let parted = stroke.iter().find_map(|between| name.split_once(between));
    if let Some((one, other)) = parted {
        let (one, other) = (fold(one), fold(other));
        names.extend(BETWEEN.map(|between| format!("{one}{between}{other}")));
    }
    for saint in ["st ", "s ", "ste "] {
        if let Some(rest) = folded.strip_prefix(saint) {
            names.extend(SAINTS.map(|saint| format!("{saint}{rest}")));
        }
    }
    let written = name.trim().to_lowercase().replace('’', "'");
    if let Some(whole) = of_nickname(&written) {
        names = vec![whole.to_owned()];
    }
    let upon = folded.replace(" on ", " upon ");
    names.extend((upon != folded).then_some(upon));
    let round = folded.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    names.extend((round != folded).then_some(round));
    let short = SHORT
        .iter()
        .find_map(|(short, whole)| folded.strip_suffix(short).map(|head| format!("{head}{whole}")));
    names.extend(short);
    // `Århus` is `Aarhus`.
    if name.contains(['å', 'Å']) {
        names.push(fold(&name.replace('å', "aa").replace('Å', "Aa")));
    }
    let marked = marked(name);
    for name in names.into_iter().filter(|name| !name.is_empty()) {
        found.push(Form { name, marked: marked.clone(), ..beside.clone() });
    }
    let (mut bare, mut is_city) = (folded.as_str(), false);
    while let Some((less, of_city)) = without_word(bare) {
        (bare, is_city) = (less, is_city || of_city);
        let (name, marked) = (less.to_owned(), marked.clone());
        let part = if is_city { Part::City } else { beside.part };
        found.push(Form { name, marked, part, ..beside.clone() });
    }
}

/// A name without the postal code before it: `9711 AB Groningen`, `D-50667 Köln`.
fn without_code(written: &str) -> &str {
    let mut rest = written;
    let mut is_behind = false;
    while let Some((word, behind)) = rest.split_once(' ') {
        let is_code = word.bytes().any(|byte| byte.is_ascii_digit());
        let is_letters =
            is_behind && word.len() == 2 && word.bytes().all(|it| it.is_ascii_uppercase());
        if !is_code && !is_letters {
            break;
        }
        is_behind = is_code;
        rest = behind.trim_start();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(written: &str) -> Vec<(String, Option<&'static str>, Option<String>)> {
        forms(written).into_iter().map(|form| (form.name, form.country, form.region)).collect()
    }

    #[test]
    fn what_stands_beside_a_name_is_a_country_or_a_region() {
        let said = |name: &str, country, region: Option<&str>| {
            (name.to_owned(), country, region.map(str::to_owned))
        };
        assert!(named("Groningen (NL)").contains(&said("groningen", Some("NL"), None)));
        assert!(named("Groningen, Nederland").contains(&said("groningen", Some("NL"), None)));
        assert!(named("Bergen, NH").contains(&said("bergen", None, Some("NH"))));
        assert!(named("Frankfurt/Main").contains(&said("frankfurt am main", None, None)));
        assert!(named("St. Gallen").contains(&said("sankt gallen", None, None)));
        assert!(named("9711 AB Groningen").contains(&said("groningen", None, None)));
        assert!(named("D-50667 Köln").contains(&said("koln", None, None)));
        assert!(named("").is_empty());
    }
}

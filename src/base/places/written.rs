//! The name of a town as people write it: with a country or a region behind it, a postal code
//! before it, or shortened.

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
}

/// Words before and behind a name that say nothing of where it is, or which part of a town is
/// meant.
const BEFORE: &str = "gemeente |stad |stadt |gemeinde |omgeving |omstreken |regio |region |\
    metropoolregio |metropolregion |groot |gross |grossraum |grand |greater |raum |ville de |\
    city of |commune de |near |around |pres de |bij |in de buurt van ";
const BEHIND: &str = "e o|eo|en omgeving|en omstreken|omgeving|omstreken|und umgebung|\
    und umland|et environs|et alentours|and surroundings|and around|region|regio|\
    metropolitan area|bay area|area|centrum|zentrum|centre|center|binnenstad|innenstadt|stad|\
    city|noord|oost|zuid|west|noordoost|noordwest|zuidoost|zuidwest|nord|ost|sud|nordost|\
    nordwest|sudost|sudwest|est|ouest|north|east|south|buiten|haven|mitte";
/// Short words for towns that their people write.
const NICKNAMES: [(&str, &str); 2] = [("a'dam", "amsterdam"), ("r'dam", "rotterdam")];
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
        plain(head, &beside(said), &mut found);
    }
    // `Utrecht-Overvecht`
    if said.is_none()
        && let Some((head, last)) = written.split_once('-')
        && !head.contains(' ')
        && head.chars().count() > 3
    {
        plain(head, &Form { region: Some(last.to_owned()), ..Form::default() }, &mut found);
    }
    let has_digit = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    // `Groningen NL`, `Haren Gn`
    if let Some((head, last)) = written.rsplit_once(' ')
        && last.trim_end_matches('.').len() <= 3
        && !has_digit(last)
        && said.is_none()
    {
        let form = beside(last);
        plain(head, &Form { is_unsure: form.country.is_none(), ..form }, &mut found);
    }
    // `Wien 7`, `London SW1A 1AA`, `Paris 15e`
    let mut head = written;
    while let Some((rest, _)) = head.rsplit_once(' ').filter(|(_, last)| has_digit(last)) {
        head = rest.trim_end_matches([',', ' ']);
        plain(head, &Form::default(), &mut found);
    }
    found
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
            None => form.region = Some(part.to_owned()),
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
        " o.d. ", " i/d ", " i.d. ", " a.", " a/", "/",
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
    let known = NICKNAMES.iter().find(|(short, _)| *short == written);
    if let Some((_, whole)) = known {
        names = vec![(*whole).to_owned()];
    }
    let mut bare = folded.as_str();
    while let Some(less) = without_word(bare) {
        names.push(less.to_owned());
        bare = less;
    }
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
}

/// A name without a word before or behind it that says nothing of where it is.
fn without_word(folded: &str) -> Option<&str> {
    let before = BEFORE.split('|').find_map(|word| folded.strip_prefix(word));
    let behind = || {
        let words = BEHIND.split('|').map(str::trim);
        let mut less = words.filter_map(|word| folded.strip_suffix(word)?.strip_suffix(' '));
        less.next()
    };
    before.or_else(behind).filter(|less| !less.is_empty())
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

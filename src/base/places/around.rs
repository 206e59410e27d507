//! What people write around the name of a town, and words that name something larger than a town.

use crate::base::country;
use crate::base::word_list::is_among;
use crate::base::{Tidy, fold::fold};

/// What of a town is named.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Part {
    /// The town.
    #[default]
    Whole,
    /// Perhaps one of its quarters, which is said in the way in which people write that:
    /// `Utrecht-Overvecht`.
    Quarter,
    /// The same of a large one, with nothing between: `Utrecht Overvecht`. Of others it may be the
    /// name of a person or of a house.
    District,
    /// A large one, with what has grown together with it.
    City,
    /// A side of a large one: `West London`.
    Side,
}

impl Part {
    /// Whether it is one of a large town alone.
    pub(super) fn is_of_city(self) -> bool {
        matches!(self, Self::District | Self::Side)
    }

    /// Whether what is said beside the town may be one of its quarters.
    pub(super) fn may_be_quarter(self) -> bool {
        matches!(self, Self::District | Self::Quarter)
    }
}

/// Words before and behind a name that say nothing of where it is, or which part of a town is
/// meant.
const BEFORE: &str = "gemeente |stad |stadt |gemeinde |omgeving |omstreken |regio |region |raum |\
    region de |ville de |city of |commune de |comune di |ciudad de |hansestadt |landeshauptstadt |\
    near |close to |just outside |outside |around |central |inner |downtown |pres de |autour de |\
    bij |bei |nahe |nabij |vlakbij |rondom |rond |in der nahe von |in de buurt van |cerca de |\
    vicino a |dintorni di ";
const BEHIND: &str = "e o|eo|en omgeving|en omstreken|omgeving|omstreken|und umgebung|\
    und umland|et environs|et alentours|and surroundings|and around|region|regio|area|centrum|\
    zentrum|centre|center|binnenstad|innenstadt|stad|stadt|city|noord|oost|zuid|west|noordoost|\
    noordwest|zuidoost|zuidwest|nord|ost|sud|nordost|nordwest|sudost|sudwest|est|ouest|north|east|\
    south|buiten|haven|mitte|campus|science park|d c|dc|d f|df";
/// The same around the name of a large town, with what has grown together with it.
const BEFORE_CITY: &str = "metropoolregio |metropolregion |metropolitan |metro |groot |gross |\
    grossraum |grand |greater ";
const BEHIND_CITY: &str = "metropolitan area|metropolitan region|metro area|metro|bay area|ncr";
/// Words before a name that say which part of a town is meant, or are a part of its name: `East
/// London`.
const SIDES: &str = "north east |north west |south east |south west |north |south |east |west |\
    northeast |northwest |southeast |southwest |noord |oost |zuid |nord |ost |sud ";
/// What is no quarter of a town when it stands behind its name: `Vancouver Island`.
const NO_QUARTERS: &str = "island islands isle state county province district region valley bay \
    beach hills lake lakes river coast shore falls bridge park place home room office land tech \
    university college school airport team group people hall hotel house church kerk kirche zaal \
    saal salle square street straat plein cafe museum theater theatre club";
/// Counties that people put behind a town, of which the regions that are known do not speak.
const COUNTIES: &str = "kent|surrey|sussex|east sussex|west sussex|essex|norfolk|suffolk|\
    cornwall|devon|dorset|somerset|cumbria|northumberland|west midlands|tyne and wear|merseyside|\
    greater manchester|greater london|middlesex|rutland|fife|isle of wight|gwynedd|powys|\
    scottish borders|co antrim|co armagh|co down|co fermanagh|co londonderry|co tyrone|co durham|\
    county antrim|county armagh|county down|county fermanagh|county londonderry|county tyrone|\
    county durham";
/// Letters of the states of Brazil and of India, which are those of countries as well.
const STATES: [(&str, &str); 2] = [
    (
        "BR",
        "AL=alagoas AM=amazonas BA=bahia CE=ceara DF=federal_district ES=espirito_santo GO=goias \
         MA=maranhao MG=minas_gerais MS=mato_grosso_do_sul MT=mato_grosso PA=para PB=paraiba \
         PE=pernambuco PI=piaui PR=parana RJ=rio_de_janeiro RN=rio_grande_do_norte \
         RS=rio_grande_do_sul SC=santa_catarina SE=sergipe SP=sao_paulo TO=tocantins",
    ),
    (
        "IN",
        "AP=andhra_pradesh GJ=gujarat HR=haryana KA=karnataka KL=kerala MH=maharashtra \
         MP=madhya_pradesh PB=punjab RJ=rajasthan TN=tamil_nadu UP=uttar_pradesh WB=west_bengal",
    ),
];
/// Letters of the provinces of Italy.
const PROVINCES: &str = "AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CL \
    CN CO CR CS CT CZ EN FC FE FG FI FM FR GE GO GR IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO \
    MS MT NA NO NU OR PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM RN RO SA SI SO SP \
    SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VT VV";
/// Short words for towns that their people write.
const NICKNAMES: [(&str, &str); 2] = [("a'dam", "amsterdam"), ("r'dam", "rotterdam")];
/// What is no town, though a village somewhere is called so.
const AREAS: &str = "earth|planet earth|world|the world|europe|europa|asia|africa|afrika|america|\
    oceania|scandinavia|balkan|benelux|dach|eu|uk|usa|nederland|holland|deutschland|england|\
    wales|scotland|schottland|corse|corsica|sardinia|sicily|crete|kreta|bali|hawaii|jersey|\
    guernsey|tasmania|cornwall|devon|kent|essex|sussex|surrey|norfolk|suffolk|somerset|dorset|\
    yorkshire|cumbria|fife|cotswolds|brittany|normandy|provence|tuscany|piedmont|lombardy|\
    andalusia|catalonia|algarve|madeira|azores|mallorca|majorca|menorca|tenerife|lanzarote|\
    flanders|wallonia|limburg|brabant|zeeland|twente|veluwe|gotland|lapland|jutland|bavaria|\
    saxony|hesse|tyrol|tirol|carinthia|styria|silesia|galicia|bohemia|moravia|transylvania|\
    thrace|anatolia|kashmir|punjab|kerala|goa|patagonia|nowhere|somewhere|none|unknown";

/// A name without a word before or behind it that says nothing of where it is, and whether that
/// word stands at large towns alone.
pub(super) fn without_word(folded: &str) -> Option<(&str, bool)> {
    let before =
        |words: &str| words.split('|').find_map(|word| folded.strip_prefix(word).map(str::trim));
    let behind = |words: &str| {
        let mut words = words.split('|').map(str::trim);
        words.find_map(|word| folded.strip_suffix(word)?.strip_suffix(' '))
    };
    let of_city = || before(BEFORE_CITY).or_else(|| behind(BEHIND_CITY)).map(|less| (less, true));
    let of_any = || before(BEFORE).or_else(|| behind(BEHIND)).map(|less| (less, false));
    of_city().or_else(of_any).filter(|(less, _)| !less.is_empty())
}

/// What stands behind the side of a town: `london` of `east london`.
pub(super) fn behind_side(folded: &str) -> Option<&str> {
    let less = SIDES.split('|').find_map(|word| folded.strip_prefix(word));
    less.filter(|less| !less.is_empty())
}

/// Whether a word behind what may be the name of a town may be that of one of its quarters:
/// `Overvecht`.
pub(super) fn may_be_quarter(head: &str, word: &str) -> bool {
    let folded = fold(word);
    word.chars().count() > 3
        && head.chars().count() > 3
        && head.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\''))
        && word.starts_with(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
        && !is_among(NO_QUARTERS, &folded)
}

/// Whether a word is the number of a district: `XIII`.
pub(super) fn is_district(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
        || (!word.is_empty() && word.len() <= 5 && word.bytes().all(|it| b"IVX".contains(&it)))
}

/// The country of a county that stands beside a town.
pub(super) fn country_of_county(said: &str) -> Option<&'static str> {
    let folded = fold(said);
    let is_british = folded.ends_with("shire") && folded != "new hampshire";
    if is_british || COUNTIES.split('|').any(|county| county == folded) {
        return Some("GB");
    }
    let is_irish = folded.starts_with("co ") || folded.starts_with("county ");
    is_irish.then_some("IE")
}

/// The countries and regions of which letters beside a town may be: `Belo Horizonte, MG`.
pub(super) fn regions_of_letters(said: &str) -> Vec<(&'static str, Option<String>)> {
    if said.len() != 2 || !said.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (country, states) in STATES {
        let mut states = states.split(' ').filter_map(|state| state.split_once('='));
        let state = states.find(|(letters, _)| *letters == said);
        found.extend(state.map(|(_, name)| (country, Some(name.replace('_', " ")))));
    }
    found.extend(is_among(PROVINCES, said).then_some(("IT", None)));
    found
}

/// Whether a name, folded, is known as that of something larger than a town, or of no place.
pub(super) fn is_area(folded: &str) -> bool {
    folded.starts_with("isle of ") || AREAS.split('|').any(|area| area == folded)
}

/// Whether a name is that of a country.
pub(super) fn is_country(name: &str) -> bool {
    let read = country::read(name);
    name.chars().count() > 3 && matches!(read, Tidy::AsWritten(_) | Tidy::Tidied(_))
}

/// The town that a short word with its mark stands for.
pub(super) fn of_nickname(written: &str) -> Option<&'static str> {
    NICKNAMES.iter().find(|(short, _)| *short == written).map(|(_, whole)| *whole)
}

/// The town of which a name, folded, is a short word without its mark: `Adam` for `A'dam`.
pub(super) fn of_short_word(folded: &str) -> Option<&'static str> {
    let known = NICKNAMES.iter().find(|(short, _)| short.replace('\'', "") == folded);
    known.map(|(_, whole)| *whole)
}

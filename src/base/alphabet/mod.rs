//! The headings under which names stand: the letters of a language's own alphabet, and those of
//! other scripts.

mod address;
mod lone_letter;

use crate::base::fold::fold;
use crate::base::language::Language;
use address::addresses;
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use lone_letter::{alone, stands_for};
use std::cmp::Ordering;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// Letters of their own beside A–Z, by language (Unicode CLDR, index exemplars).
const FURTHER: [(&str, &str); 35] = [
    ("az", "Ç Ə Ğ İ Ö Ş Ü"),
    ("bs", "Č Ć Dž Đ Lj Nj Š Ž"),
    ("cs", "Č Ch Ř Š Ž"),
    ("cy", "Ch Dd Ff Ng Ll Ph Rh Th"),
    ("da", "Æ Ø Å"),
    ("eo", "Ĉ Ĝ Ĥ Ĵ Ŝ Ŭ"),
    ("es", "Ñ"),
    ("et", "Š Ž Õ Ä Ö Ü"),
    ("fi", "Å Ä Ö"),
    ("fo", "Á Ð Í Ó Ú Ý Æ Ø"),
    ("gl", "Ñ"),
    ("hr", "Č Ć Dž Đ Lj Nj Š Ž"),
    ("hsb", "Č Ć Dź Ě Ch Ł Ń Ó Ř Š Ž"),
    ("hu", "Cs Dz Dzs Gy Ly Ny Ö Sz Ty Ü Zs"),
    ("is", "Á Ð É Í Ó Ú Ý Þ Æ Ö"),
    ("kk", "Ä Ğ İ Ñ Ö Ş Ū Ü"),
    ("lt", "Č Š Ž"),
    ("lv", "Č Ģ Ķ Ļ Ņ Š Ž"),
    ("mt", "Ċ Ġ Għ Ħ Ż"),
    ("nb", "Æ Ø Å"),
    ("nn", "Æ Ø Å"),
    ("no", "Æ Ø Å"),
    ("pl", "Ą Ć Ę Ł Ń Ó Ś Ź Ż"),
    ("ro", "Ă Â Î Ș Ț"),
    ("se", "Á Č Đ Ŋ Š Ŧ Ž Ø Æ Å Ä Ö"),
    ("sk", "Ä Č Ch Ô Š Ž"),
    ("sl", "Č Ć Đ Š Ž"),
    ("sq", "Ç Dh Ë Gj Ll Nj Rr Sh Th Xh Zh"),
    ("sr", "Č Ć Dž Đ Lj Nj Š Ž"),
    ("sv", "Å Ä Ö"),
    ("tk", "Ç Ä Ž Ň Ö Ş Ü Ý"),
    ("tr", "Ç Ğ İ Ö Ş Ü"),
    ("uz", "Oʻ Gʻ Sh Ch"),
    ("vi", "Ă Â Đ Ê Ô Ơ Ư"),
    ("yo", "Ẹ Gb Ọ Ṣ"),
];

const LATIN: &str = "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z";

/// Scripts with an alphabet, each with its letters. Where two sound alike, the first has the plain
/// address.
const ALPHABETS: [(Script, &str); 6] = [
    (Script::Greek, "Α Β Γ Δ Ε Ζ Η Θ Ι Κ Λ Μ Ν Ξ Ο Π Ρ Σ Τ Υ Φ Χ Ψ Ω"),
    (
        Script::Cyrillic,
        "А Б В Г Д Е Ж З И Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ъ Ы Ь Э Ю Я Ґ Є І Ї Ў Ѓ Ђ Ѕ Ј Ќ Љ Њ Ћ Џ",
    ),
    (Script::Hebrew, "א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת"),
    (Script::Arabic, "ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ه و ی"),
    (Script::Hangul, "ㄱ ㄴ ㄷ ㄹ ㅁ ㅂ ㅅ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ"),
    (Script::Kana, "あ か さ た な は ま や ら わ"),
];

/// The most strokes of a Chinese character under which names stand.
const MOST_STROKES: u8 = 39;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Script {
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Hangul,
    Kana,
    Han,
    Other,
}

impl Script {
    fn of(c: char) -> Self {
        match u32::from(c) {
            0x41..=0x24f
            | 0x1e00..=0x1eff
            | 0x2c60..=0x2c7f
            | 0xa720..=0xa7ff
            | 0xff21..=0xff5a => Self::Latin,
            0x370..=0x3ff | 0x1f00..=0x1fff => Self::Greek,
            0x400..=0x52f | 0x1c80..=0x1c8f | 0x2de0..=0x2dff | 0xa640..=0xa69f => Self::Cyrillic,
            0x590..=0x5ff | 0xfb1d..=0xfb4f => Self::Hebrew,
            0x600..=0x6ff | 0x750..=0x77f | 0x8a0..=0x8ff | 0xfb50..=0xfdff | 0xfe70..=0xfeff => {
                Self::Arabic
            }
            0x1100..=0x11ff | 0x3130..=0x318f | 0xac00..=0xd7ff => Self::Hangul,
            0x3041..=0x30ff | 0x31f0..=0x31ff | 0xff66..=0xff9f => Self::Kana,
            0x2e80..=0x2fdf
            | 0x3005..=0x3007
            | 0x3400..=0x9fff
            | 0xf900..=0xfaff
            | 0x2_0000..=0x3_ffff => Self::Han,
            _ => Self::Other,
        }
    }

    /// How addresses name it; nothing for Latin letters.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Latin | Self::Other => "",
            Self::Greek => "greek",
            Self::Cyrillic => "cyrillic",
            Self::Hebrew => "hebrew",
            Self::Arabic => "arabic",
            Self::Hangul => "hangul",
            Self::Kana => "kana",
            Self::Han => "han",
        }
    }
}

/// How Chinese characters are looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HanOrder {
    /// By the first letter of their sound, among A–Z.
    Pinyin,
    /// By the number of their strokes.
    Strokes,
    /// Under one heading: who reads another language knows neither.
    Together,
}

/// A heading under which names stand.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Heading {
    /// What readers see: a letter, or `#` for what begins with none.
    pub label: String,
    /// How addresses name it: `o`, `o-diaeresis`, `cyrillic-p`. No other heading has it.
    pub address: String,
}

/// The headings of one language.
pub struct Alphabet {
    /// Compares letters, without case and accents that are none of the language's own.
    letters: CollatorBorrowed<'static>,
    /// By script, the headings in the order of the language.
    headings: HashMap<Script, Vec<Heading>>,
    han: HanOrder,
}

impl Alphabet {
    /// The headings in `language`.
    pub fn new(language: &Language) -> Self {
        let locale: icu_locale_core::Locale =
            language.as_str().parse().unwrap_or(icu_locale_core::locale!("und"));
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Primary);
        let letters = Collator::try_new(locale.into(), options)
            .expect("compiled collation data has a fallback for every language");
        let further = FURTHER
            .iter()
            .find(|(tag, _)| *tag == language.primary())
            .map_or("", |(_, letters)| letters);
        let latin = (Script::Latin, format!("{LATIN} {further}"));
        let others = ALPHABETS.iter().map(|(script, letters)| (*script, (*letters).to_owned()));
        let headings = others
            .chain([latin])
            .map(|(script, written)| (script, headings(&letters, script, &written)));
        let headings = headings.collect();
        let place = language.with_territory();
        let is_traditional = language.as_str().contains("Hant")
            || ["TW", "HK", "MO"].iter().any(|territory| place.ends_with(territory));
        let han = match language.primary() {
            "zh" | "yue" if is_traditional => HanOrder::Strokes,
            "zh" | "yue" => HanOrder::Pinyin,
            _ => HanOrder::Together,
        };
        Self { letters, headings, han }
    }

    /// The heading under which `name` stands.
    pub fn heading(&self, name: &str) -> Heading {
        let name: String = name.nfkc().skip_while(|c| !c.is_alphanumeric()).collect();
        let Some(first) = name.chars().next().filter(|c| c.is_alphabetic()) else {
            return Heading { label: "#".to_owned(), address: "other".to_owned() };
        };
        match Script::of(first) {
            Script::Han => self.han(&name),
            Script::Latin => self.latin(&name, first),
            Script::Hangul => {
                self.among(Script::Hangul, &jamo(first)).unwrap_or_else(|| alone(first))
            }
            Script::Other => alone(stands_for(&name, first)),
            script => self.among(script, &name).unwrap_or_else(|| alone(first)),
        }
    }

    /// The last heading of a script that does not stand behind `name`.
    fn among(&self, script: Script, name: &str) -> Option<Heading> {
        let headings = self.headings.get(&script)?;
        let before = |name: &str| {
            headings.partition_point(|heading| {
                self.letters.compare(&heading.label, name) != Ordering::Greater
            })
        };
        let at = match before(name) {
            // A letter with a mark may stand before the alphabet, as `آ` does: without the mark it
            // does not.
            0 => before(&fold(name)),
            at => at,
        };
        headings.get(at.checked_sub(1)?).cloned()
    }

    fn latin(&self, name: &str, first: char) -> Heading {
        let found = self.among(Script::Latin, name);
        let plain = fold(&first.to_string()).chars().next().map(|c| c.to_ascii_uppercase());
        let plain = plain.filter(char::is_ascii_uppercase);
        match (found, plain) {
            // Letters that the language does not have stand with those that they are written by.
            (Some(found), Some(plain))
                if found.label.is_ascii() && !found.label.starts_with(plain) =>
            {
                latin(plain)
            }
            (Some(found), _) => found,
            (None, Some(plain)) => latin(plain),
            (None, None) => alone(first),
        }
    }

    fn han(&self, name: &str) -> Heading {
        let stands = |mark: char| {
            self.letters.compare(&format!("\u{fdd0}{mark}"), name) != Ordering::Greater
        };
        let strokes = |count: u8| char::from_u32(0x2800 + u32::from(count)).is_some_and(stands);
        match self.han {
            // The collation has marks of its own before the characters of each sound, and of each
            // number of strokes.
            HanOrder::Pinyin => ('A'..='Z').rfind(|letter| stands(*letter)).map(latin),
            HanOrder::Strokes => (1..=MOST_STROKES).rfind(|count| strokes(*count)).map(|count| {
                Heading { label: format!("{count}劃"), address: format!("strokes-{count}") }
            }),
            HanOrder::Together => None,
        }
        .unwrap_or_else(|| Heading {
            label: "漢".to_owned(),
            address: Script::Han.word().to_owned(),
        })
    }
}

/// The headings of a script in the order of the language. Letters that the language does not tell
/// apart are one.
fn headings(letters: &CollatorBorrowed<'_>, script: Script, written: &str) -> Vec<Heading> {
    let mut headings: Vec<Heading> = addresses(script, written)
        .map(|(label, address)| Heading { label: label.to_owned(), address })
        .collect();
    headings.sort_by(|one, other| letters.compare(&one.label, &other.label));
    headings
        .dedup_by(|later, first| letters.compare(&later.label, &first.label) == Ordering::Equal);
    headings
}

fn latin(letter: char) -> Heading {
    Heading { label: letter.to_string(), address: letter.to_ascii_lowercase().to_string() }
}

/// The first consonant of a Korean syllable; of a double one, the single.
fn jamo(syllable: char) -> String {
    const FIRST: &str = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ";
    let first = syllable.to_string().nfkd().next().unwrap_or(syllable);
    let place = u32::from(first).checked_sub(0x1100).and_then(|place| usize::try_from(place).ok());
    place.and_then(|place| FIRST.chars().nth(place)).unwrap_or(first).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(tag: &str, names: &[&str]) -> Vec<String> {
        let alphabet = Alphabet::new(&tag.parse().expect("a tag"));
        names
            .iter()
            .map(|name| alphabet.heading(name))
            .map(|it| format!("{} {}", it.label, it.address))
            .collect()
    }

    #[test]
    fn names_stand_under_the_letters_of_the_language() {
        let names =
            ["Öberg", "Ångström", "Ärlig", "Olsen", "Østergaard", "Þórður", "Zorn", "Łukasik"];
        let swedish = [
            "Ö o-diaeresis",
            "Å a-ring",
            "Ä a-diaeresis",
            "O o",
            "Ö o-diaeresis",
            "T t",
            "Z z",
            "L l",
        ];
        assert_eq!(headings("sv", &names), swedish);
        assert_eq!(
            headings("nl", &names),
            ["O o", "A a", "A a", "O o", "O o", "T t", "Z z", "L l"]
        );
        assert_eq!(
            headings("da", &["Aagaard", "Æbelø", "Ørsted", "Adam"]),
            ["Å a-ring", "Æ ae", "Ø o-stroke", "A a"]
        );
        assert_eq!(
            headings("hu", &["Csaba", "Cukor", "Szabó", "Sas"]),
            ["Cs cs", "C c", "Sz sz", "S s"]
        );
        assert_eq!(headings("es", &["Ñáñez", "Núñez"]), ["Ñ n-tilde", "N n"]);
        assert_eq!(headings("tr", &["İnönü", "Işık", "Çelik"]), ["İ i-dot", "I i", "Ç c-cedilla"]);
        assert_eq!(
            headings("en", &["'t Hooft", "3M", "", "…", "ﬁnch"]),
            ["T t", "# other", "# other", "# other", "F f"]
        );
    }

    #[test]
    fn letters_of_other_scripts_have_addresses_of_their_own() {
        let names = ["Петрова", "Petrov", "Ершов", "Эрнст", "Ёлкин", "Йовчев", "Иванов", "Їжак"];
        let found = headings("nl", &names);
        assert_eq!(
            found[..5],
            ["П cyrillic-p", "P p", "Е cyrillic-e", "Э cyrillic-e-2", "Е cyrillic-e"]
        );
        assert_eq!(found[5..7], ["Й cyrillic-i-breve", "И cyrillic-i"]);
        assert_eq!(headings("ru", &names)[..7], found[..7]);
        assert_eq!(headings("el", &["Άννα", "Ωρίων", "Anna"]), ["Α greek-a", "Ω greek-o-2", "A a"]);
        assert_eq!(
            headings("ko", &["김철수", "까치", "이영"]),
            ["ㄱ hangul-g", "ㄱ hangul-g", "ㅇ hangul-ng"]
        );
        assert_eq!(
            headings("ja", &["ガンダム", "かとう", "あべ"]),
            ["か kana-ka", "か kana-ka", "あ kana-a"]
        );
        assert_eq!(headings("nl", &["कमल", "ქეთი", "ᲥᲔᲗᲘ"]), ["क u-0915", "ქ u-10e5", "ქ u-10e5"]);
        assert_eq!(
            headings("th", &["เกษม", "กานต์", "ไชย", "แสง", "ເກດ"]),
            ["ก u-0e01", "ก u-0e01", "ช u-0e0a", "ส u-0e2a", "ກ u-0e81"]
        );
        assert_eq!(
            headings("am", &["ቢልልኝ", "በቀለ", "ዮሐንስ", "ቍጥር", "ጌታቸው"]),
            ["በ u-1260", "በ u-1260", "የ u-12e8", "ቈ u-1248", "ገ u-1308"]
        );
    }

    #[test]
    fn chinese_names_stand_by_sound_by_strokes_or_together() {
        let names = ["张伟", "章三", "王小明", "Zwart"];
        assert_eq!(headings("zh", &names), ["Z z", "Z z", "W w", "Z z"]);
        assert_eq!(headings("nl", &names), ["漢 han", "漢 han", "漢 han", "Z z"]);
        assert_eq!(
            headings("zh-Hant", &["王", "張", "Zwart"]),
            ["4劃 strokes-4", "11劃 strokes-11", "Z z"]
        );
    }

    #[test]
    fn no_two_headings_of_a_language_share_an_address() {
        for (tag, _) in FURTHER.iter().filter(|(tag, _)| tag.parse::<Language>().is_ok()) {
            let alphabet = Alphabet::new(&tag.parse().expect("a tag"));
            let mut all: Vec<_> =
                alphabet.headings.values().flatten().map(|heading| &heading.address).collect();
            let count = all.len();
            all.sort();
            all.dedup();
            assert_eq!(all.len(), count, "{tag}");
        }
    }
}

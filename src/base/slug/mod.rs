//! Slugs: the parts of addresses that follow from names.

pub mod name;

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::is_nfc;

/// The most characters of a slug: file systems take names of 255 bytes, and endings stand behind
/// it.
const MOST: usize = 200;

/// The characters of the hash that stands for what was cut off.
const HASH: usize = 8;

/// The most characters of a slug by which removed people are remembered; their hashes were made of
/// it.
const MOST_REMEMBERED: usize = 60;

/// Names that addresses or file systems need for themselves.
const RESERVED: [&str; 28] = [
    "index", "feed", "page", "assets", "api", "con", "prn", "aux", "nul", "com1", "com2", "com3",
    "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6",
    "lpt7", "lpt8", "lpt9", "pictures",
];

/// A slug for `text`: transliterated, lower case, `[a-z0-9-]`, never empty. What has more than 200
/// characters is cut between words and ends with a hash of the whole, so that distinct names stay
/// distinct.
pub fn slug(text: &str) -> String {
    // Signs that tell names apart are words: C++, C#, .NET.
    let slug = whole(&spoken(text));
    if slug.len() <= MOST {
        return usable(slug, text);
    }
    let hash = blake3::hash(slug.as_bytes()).to_hex();
    format!("{}-{}", shorten(&slug, MOST - HASH - 1), &hash[..HASH])
}

/// The slug by which somebody who was removed is remembered: as `slug`, but cut after 60
/// characters.
pub(super) fn remembered(text: &str) -> String {
    let slug = whole(text);
    usable(shorten(&slug, MOST_REMEMBERED).to_owned(), text)
}

/// The whole of `text` as slugs are written; empty when nothing of it can be.
fn whole(text: &str) -> String {
    // A letter and its mark are transliterated as one.
    let text = if text.is_ascii() {
        Cow::Borrowed(text)
    } else {
        crate::base::seen(text).collect::<String>().into()
    };
    let text: Cow<'_, str> =
        if is_nfc(&text) { text } else { text.nfc().collect::<String>().into() };
    let mut slug = String::with_capacity(text.len());
    for c in deunicode::deunicode(&text).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') && c != '\'' {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// A text in which signs stand as words where they belong to a name: `C++`, `C#`, `.NET`.
fn spoken(text: &str) -> Cow<'_, str> {
    if !text.contains("++") && !text.contains('#') && !text.contains('.') {
        return text.into();
    }
    let mut spoken = String::with_capacity(text.len() + 8);
    for (at, word) in text.split(' ').enumerate() {
        if at > 0 {
            spoken.push(' ');
        }
        let letter =
            |word: &str| word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        if let Some(name) =
            word.strip_suffix("++").filter(|name| name.ends_with(char::is_alphanumeric))
        {
            spoken.push_str(&format!("{name} plus plus"));
        } else if let Some(name) = word.strip_suffix('#').filter(|name| letter(name)) {
            spoken.push_str(&format!("{name} sharp"));
        } else if let Some(name) =
            word.strip_prefix('.').filter(|name| name.starts_with(char::is_alphabetic))
        {
            spoken.push_str(&format!("dot {name}"));
        } else {
            spoken.push_str(word);
        }
    }
    spoken.into()
}

/// The slug itself, or one that stands for it where it is empty or kept for something else.
fn usable(slug: String, text: &str) -> String {
    if slug.is_empty() {
        return format!("e-{}", &blake3::hash(text.as_bytes()).to_hex()[..HASH]);
    }
    if RESERVED.contains(&slug.as_str()) {
        return format!("e-{slug}");
    }
    slug
}

fn shorten(slug: &str, most: usize) -> &str {
    if slug.len() <= most {
        return slug;
    }
    let head = &slug[..most];
    let whole = slug.as_bytes()[most] == b'-';
    match head.rfind('-') {
        Some(end) if !whole && end > most / 2 => &head[..end],
        _ => head.trim_end_matches('-'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_any_script_gets_a_slug() {
        let slugs = [
            ("Jan de Vries", "jan-de-vries"),
            ("Łukasz Żółw", "lukasz-zolw"),
            ("Þórður", "thordur"),
            ("Straße", "strasse"),
            ("María-José O'Neill", "maria-jose-oneill"),
            ("Дмитрий", "dmitrii"),
            ("李小龍", "li-xiao-long"),
            ("Şükrü İnönü", "sukru-inonu"),
            ("index", "e-index"),
            ("CON", "e-con"),
            ("  a -- b  ", "a-b"),
            ("Zel\u{200d}da\u{ad}", "zelda"),
            ("C++", "c-plus-plus"),
            ("C#", "c-sharp"),
            (".NET", "dot-net"),
            ("ASP.NET Core", "asp-net-core"),
            ("J. R. Bos", "j-r-bos"),
            ("../../etc/passwd", "etc-passwd"),
        ];
        for (name, expected) in slugs {
            assert_eq!(slug(name), expected, "{name}");
        }
    }

    #[test]
    fn a_slug_is_never_empty_nor_too_long() {
        for text in ["", "…", "\u{202e}", &"word ".repeat(100), &"x".repeat(500)] {
            let slug = slug(text);
            assert!((1..=MOST).contains(&slug.len()), "{slug}");
            assert!(
                slug.bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            );
        }
    }

    #[test]
    fn distinct_names_stay_distinct_however_long() {
        let beginning = "agreed on the maintenance of ".repeat(4);
        assert_eq!(slug(&format!("{beginning}pumps")), format!("{}-pumps", slug(&beginning)));
        let long = "word ".repeat(100);
        let (one, other) = (slug(&format!("{long} a")), slug(&format!("{long} b")));
        assert_ne!(one, other);
        assert_eq!(one, slug(&format!("{long} A")));
        assert!(one.starts_with("word-word-") && one.len() > MOST / 2, "{one}");
    }

    #[test]
    fn a_letter_and_its_mark_are_one_however_they_are_written() {
        for name in ["Zoë Ångström", "김철수", "が", "й"] {
            assert_eq!(
                slug(&name.nfd().collect::<String>()),
                slug(&name.nfc().collect::<String>()),
                "{name}"
            );
        }
    }

    #[test]
    fn who_was_removed_is_remembered_as_ever() {
        let name = "anna maria ".repeat(9);
        assert_eq!(
            remembered(&name),
            "anna-maria-anna-maria-anna-maria-anna-maria-anna-maria-anna"
        );
        assert_eq!(remembered("Zoë"), "zoe");
    }
}

//! Slugs: the parts of addresses that follow from names.

/// The most characters of a slug.
const MOST: usize = 60;

/// Names that addresses or file systems need for themselves.
const RESERVED: [&str; 28] = [
    "index", "feed", "page", "assets", "api", "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5",
    "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "pictures",
];

/// A slug for `text`: transliterated, lower case, `[a-z0-9-]`, at most 60 characters, cut between words. Never empty.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in deunicode::deunicode(text).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') && c != '\'' {
            slug.push('-');
        }
    }
    let slug = shorten(slug.trim_end_matches('-'));
    if slug.is_empty() {
        return format!("e-{}", &blake3::hash(text.as_bytes()).to_hex()[..8]);
    }
    if RESERVED.contains(&slug) {
        return format!("e-{slug}");
    }
    slug.to_owned()
}

fn shorten(slug: &str) -> &str {
    if slug.len() <= MOST {
        return slug;
    }
    let head = &slug[..MOST];
    let whole = slug.as_bytes()[MOST] == b'-';
    match head.rfind('-') {
        Some(end) if !whole && end > MOST / 2 => &head[..end],
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
            assert!(slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
        }
    }
}

//! Mail addresses (RFC 5322, as far as people use it).

use super::tidy::{Tidy, without_unseen};

/// Reads a mail address: bare, with `mailto:`, or with a name before it in angle brackets.
pub fn read(written: &str) -> Tidy {
    let text = without_unseen(written);
    let text = text.trim();
    let bare =
        text.strip_prefix("mailto:").or_else(|| text.strip_prefix("MAILTO:")).unwrap_or(text);
    let bare = match (bare.find('<'), bare.rfind('>')) {
        (Some(from), Some(to)) if from < to => &bare[from + 1..to],
        _ => bare,
    };
    let bare = bare.trim();
    if is_address(bare) {
        return Tidy::of(bare.to_owned(), written);
    }
    let guess = plain(bare);
    let help = if is_address(&guess) {
        format!("did you mean `{guess}`?")
    } else {
        "write it as name@example.org; leave the key out when there is none".to_owned()
    };
    Tidy::wrong("is not a mail address", help)
}

/// Whether the text is a mail address and nothing else.
pub fn is_address(text: &str) -> bool {
    let Some((user, host)) = text.rsplit_once('@') else { return false };
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>\"(),;:\\[]@".contains(c);
    let label = |part: &str| !part.is_empty() && !part.starts_with('-') && !part.ends_with('-');
    !user.is_empty()
        && user.len() <= 64
        && !user.starts_with('.')
        && !user.ends_with('.')
        && !user.contains(odd)
        && !host.contains(odd)
        && text.len() <= 254
        && host.split('.').count() >= 2
        && host.split('.').all(label)
}

/// The address that was written so that machines would not see it, or with a slip of the finger.
fn plain(text: &str) -> String {
    let mut plain = text.to_lowercase();
    for (written, meant) in [
        ("[at]", "@"),
        ("(at)", "@"),
        (" at ", "@"),
        ("[dot]", "."),
        ("(dot)", "."),
        (" dot ", "."),
        (" punt ", "."),
        (",", "."),
        ("..", "."),
        ("@@", "@"),
    ] {
        plain = plain.replace(written, meant);
    }
    plain.split_whitespace().collect::<String>().trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_addresses_are_understood_in_several_writings() {
        for (written, address) in [
            ("jan@example.org", "jan@example.org"),
            ("mailto:jan@example.org", "jan@example.org"),
            ("Jan de Vries <jan@example.org>", "jan@example.org"),
        ] {
            assert_eq!(read(written), Tidy::of(address.into(), written));
        }
        for (written, meant) in [
            ("jan [at] example [dot] org", "jan@example.org"),
            ("jan@example,org", "jan@example.org"),
            ("jan@@example.org", "jan@example.org"),
        ] {
            let Tidy::Wrong { help, .. } = read(written) else { panic!("{written} is no address") };
            assert!(help.contains(&format!("`{meant}`")), "{help}");
        }
        for wrong in [
            "",
            "jan",
            "@example.org",
            "jan@",
            "jan@localhost",
            "a b@c.nl",
            "jan@-x.nl",
            ".jan@x.nl",
        ] {
            assert!(matches!(read(wrong), Tidy::Wrong { .. }), "{wrong}");
        }
    }
}

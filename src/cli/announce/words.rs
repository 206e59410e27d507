//! What a page says, without what passes by itself.

use crate::base::Fingerprint;
use crate::theme::Theme;
use std::collections::BTreeSet;

/// What comes and goes with time alone.
#[derive(Debug, Default)]
pub(super) struct Passing {
    /// Words of freshness, in all languages of the theme.
    words: BTreeSet<String>,
    /// What stands before the month of a build: `As of`.
    as_of: BTreeSet<String>,
}

/// Beginnings of parts of keys under which a theme has words of freshness.
const KEYS: [&str; 5] = ["fresh", "past", "passing", "expire", "months_n"];

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

impl Passing {
    pub(super) fn of(theme: &Theme) -> Self {
        let mut passing = Self::default();
        for strings in theme.strings.values() {
            let is_one = |key: &&str| {
                key.split('.').any(|part| KEYS.iter().any(|begin| part.starts_with(begin)))
            };
            for key in strings.keys().filter(is_one) {
                passing.words.extend(words(strings.plain(key).unwrap_or_default()));
            }
            let as_of = strings.plain("as_of").filter(|words| !words.is_empty());
            passing.as_of.extend(as_of.map(str::to_owned));
        }
        passing
    }

    /// What a page says, in short: the set of its words, as order and counts move with freshness.
    /// Numbers that are no years are left out for the same reason: points, ages, how many.
    pub(super) fn without(&self, html: &str) -> u128 {
        let text = shown(&self.without_months(html));
        let is_year = |word: &str| word.len() == 4 && word.starts_with(['1', '2']);
        let mut said: BTreeSet<String> = words(&text).collect();
        said.retain(|word| {
            let is_number = word.chars().all(|sign| sign.is_ascii_digit());
            (!is_number || is_year(word)) && !self.words.contains(word)
        });
        let mut all = String::new();
        for word in said {
            all.push_str(&word);
            all.push(' ');
        }
        Fingerprint::of_bytes(all.as_bytes()).number()
    }
}

impl Passing {
    /// The page without the months as of which it was built.
    fn without_months(&self, html: &str) -> String {
        let mut out = html.to_owned();
        for words in &self.as_of {
            let (mut told, mut rest) = (String::with_capacity(out.len()), out.as_str());
            while let Some((before, behind)) = rest.split_once(words.as_str()) {
                told += before;
                let month = behind.trim_start().strip_prefix("<time");
                rest =
                    month.and_then(|month| month.split_once("</time>")).map_or(behind, |it| it.1);
            }
            out = told + rest;
        }
        out
    }
}

/// The text of a page between its tags: its title, and what stands in `main`.
fn shown(html: &str) -> String {
    let within = |tag: &str| {
        let begin = html.find(&format!("<{tag}"))?;
        let rest = &html[begin..];
        Some(&rest[..rest.find(&format!("</{tag}>")).unwrap_or(rest.len())])
    };
    let parts = [within("title"), within("main").or_else(|| within("body"))];
    let mut text = String::new();
    for part in parts.into_iter().flatten() {
        let mut rest = part;
        while let Some((before, behind)) = rest.split_once('<') {
            text.push_str(before);
            text.push(' ');
            // Scripts and styles are no words.
            let silent = ["script", "style"].iter().find(|name| behind.starts_with(**name));
            let end = match silent {
                Some(name) => behind.find(&format!("</{name}")).unwrap_or(behind.len()),
                None => 0,
            };
            rest = behind[end..].split_once('>').map_or("", |(_, rest)| rest);
        }
        text.push_str(rest);
        text.push(' ');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_its_words_whatever_their_order_and_freshness() {
        let passing = Passing {
            words: words("within shelf life past its").collect(),
            as_of: BTreeSet::from(["As of".to_owned()]),
        };
        let said = |main: &str| {
            passing.without(&format!("<title>Jan</title><nav>menu</nav><main>{main}</main>"))
        };
        let first = said("<p>Heat <b class=fresh>within shelf life</b> 833 of 1000</p><i>Law</i>");
        assert_eq!(
            first,
            said("<i>Law</i><script>x</script><p>Heat past its shelf life 812 of 1000")
        );
        assert_ne!(first, said("<p>Heat of the sun</p><i>Law</i>"));
        assert_ne!(said("since 2019"), said("since 2020"));
        let as_of = |year: u32| said(&format!("<p>As of <time datetime={year}>May {year}</time>"));
        assert_eq!(as_of(2026), as_of(2027));
        assert_ne!(said("<time>2026</time>"), said("<time>2027</time>"));
    }
}

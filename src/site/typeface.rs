//! The typeface of cards, and which letters it has: what it lacks would be drawn as an empty box.
//! A CV is set in it where the theme lacks a sign.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

/// The two files of the typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// The letters of Western Europe, and signs.
    Latin,
    /// The Latin letters of other languages.
    LatinExt,
}

/// A part of a line whose letters are all in one face.
#[derive(Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The face.
    pub face: Face,
    /// Its letters, written as the face has them.
    pub text: String,
}

impl Face {
    /// Both faces.
    pub const ALL: [Self; 2] = [Self::Latin, Self::LatinExt];

    /// Its file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Latin => include_bytes!("latin.ttf"),
            Self::LatinExt => include_bytes!("latin-ext.ttf"),
        }
    }

    /// The letters that the face has, as ranges that both ends belong to.
    pub fn letters(self) -> &'static [(u32, u32)] {
        match self {
            Self::Latin => &LATIN,
            Self::LatinExt => &LATIN_EXT,
        }
    }

    fn has(self, letter: char) -> bool {
        let letter = u32::from(letter);
        let at = self.letters().partition_point(|(_, last)| *last < letter);
        self.letters().get(at).is_some_and(|(first, _)| *first <= letter)
    }

    fn has_all(self, text: &str) -> bool {
        text.chars().all(|letter| self.has(letter))
    }
}

#[rustfmt::skip]
const LATIN: [(u32, u32); 30] = [
    (0x20, 0x7e), (0xa0, 0xff), (0x131, 0x131), (0x152, 0x153), (0x2bb, 0x2bc), (0x2c6, 0x2c6),
    (0x2da, 0x2da), (0x2dc, 0x2dc), (0x300, 0x301), (0x303, 0x304), (0x308, 0x309),
    (0x323, 0x323), (0x329, 0x329), (0x2002, 0x2002), (0x2009, 0x2009), (0x200b, 0x200b),
    (0x2013, 0x2014), (0x2018, 0x201a), (0x201c, 0x201e), (0x2022, 0x2022), (0x2026, 0x2026),
    (0x2032, 0x2033), (0x2039, 0x203a), (0x2044, 0x2044), (0x20ac, 0x20ac), (0x2122, 0x2122),
    (0x2191, 0x2191), (0x2193, 0x2193), (0x2212, 0x2212), (0x2215, 0x2215),
];

#[rustfmt::skip]
const LATIN_EXT: [(u32, u32); 71] = [
    (0x20, 0x20), (0x41, 0x42), (0xa0, 0xa0), (0x100, 0x12b), (0x12e, 0x130), (0x134, 0x151),
    (0x154, 0x165), (0x168, 0x17f), (0x18f, 0x18f), (0x192, 0x192), (0x1a0, 0x1a1),
    (0x1af, 0x1b0), (0x1cd, 0x1dc), (0x1e6, 0x1e7), (0x1f8, 0x1f9), (0x218, 0x21b),
    (0x237, 0x237), (0x251, 0x251), (0x259, 0x259), (0x261, 0x261), (0x2b0, 0x2b0),
    (0x2b2, 0x2b3), (0x2b7, 0x2b8), (0x2bc, 0x2bc), (0x2be, 0x2bf), (0x2c7, 0x2cc),
    (0x2dd, 0x2dd), (0x2e1, 0x2e3), (0x300, 0x301), (0x303, 0x304), (0x308, 0x309),
    (0x323, 0x323), (0x329, 0x329), (0x1d43, 0x1d43), (0x1d47, 0x1d49), (0x1d4d, 0x1d4d),
    (0x1d4f, 0x1d50), (0x1d52, 0x1d52), (0x1d56, 0x1d58), (0x1d5b, 0x1d5b), (0x1d9c, 0x1d9c),
    (0x1da0, 0x1da0), (0x1dbb, 0x1dbb), (0x1e0c, 0x1e0f), (0x1e20, 0x1e21), (0x1e24, 0x1e25),
    (0x1e2a, 0x1e2b), (0x1e36, 0x1e3b), (0x1e3e, 0x1e3f), (0x1e42, 0x1e49), (0x1e5a, 0x1e63),
    (0x1e6c, 0x1e6f), (0x1e80, 0x1e85), (0x1e8e, 0x1e8f), (0x1e92, 0x1e93), (0x1e97, 0x1e97),
    (0x1e9e, 0x1e9e), (0x1ef2, 0x1ef9), (0x2020, 0x2020), (0x20a1, 0x20a1), (0x20a4, 0x20a4),
    (0x20a6, 0x20a7), (0x20a9, 0x20a9), (0x20ab, 0x20ab), (0x20ae, 0x20ae), (0x20b1, 0x20b2),
    (0x20b4, 0x20b5), (0x20b8, 0x20ba), (0x20bd, 0x20bd), (0x20bf, 0x20bf), (0x2113, 0x2113),
];

/// A line as the typeface can draw it.
///
/// # Errors
/// The first letter that the typeface does not have.
pub fn typeset(line: &str) -> Result<Vec<Stretch>, String> {
    let line = line.char_indices().nth(MOST).map_or(line, |(end, _)| &line[..end]);
    let mut stretches: Vec<Stretch> = Vec::new();
    for cluster in clusters(&plainer(line)) {
        let last = stretches.last().map_or(Face::Latin, |stretch| stretch.face);
        let faces = [last].into_iter().chain(Face::ALL);
        let spellings = spellings(&cluster);
        let found = faces
            .into_iter()
            .find_map(|face| Some((face, spellings.iter().find(|it| face.has_all(it))?)));
        let Some((face, text)) = found else { return Err(cluster) };
        match stretches.last_mut() {
            Some(stretch) if stretch.face == face => stretch.text.push_str(text),
            _ => stretches.push(Stretch { face, text: text.clone() }),
        }
    }
    Ok(stretches)
}

/// Letters of a line that are looked at: more than a card has room for.
const MOST: usize = 600;

/// Whether the typeface has every letter of a line.
pub fn can_be_drawn(line: &str) -> bool {
    // Asked of the site's own title for every page.
    let is_plain = line.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    is_plain || typeset(line).is_ok()
}

/// The line in composed letters, with the commonest of signs that look alike, and without what is
/// not to be seen.
fn plainer(line: &str) -> String {
    let letter = |letter: char| match letter {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{2015}' => Some('\u{2014}'),
        other if other.is_whitespace() => Some(' '),
        other => Some(other),
    };
    line.nfc().filter_map(letter).collect()
}

/// The letters of a text, each with the marks on it.
fn clusters(text: &str) -> Vec<String> {
    let mut clusters: Vec<String> = Vec::new();
    for letter in text.chars() {
        match clusters.last_mut() {
            Some(cluster) if is_combining_mark(letter) => cluster.push(letter),
            _ => clusters.push(letter.to_string()),
        }
    }
    clusters
}

/// The ways to write a letter with its marks: in one, as a letter that has one mark already and the
/// others on it, and with all marks apart.
fn spellings(cluster: &str) -> Vec<String> {
    let apart: Vec<char> = cluster.nfd().collect();
    let mut all = vec![cluster.to_owned()];
    for (at, mark) in apart.iter().enumerate().skip(1) {
        if let Some(joined) = compose(apart[0], *mark) {
            let others = apart.iter().enumerate().skip(1).filter(|(other, _)| *other != at);
            all.push(std::iter::once(joined).chain(others.map(|(_, mark)| *mark)).collect());
        }
    }
    all.push(apart.into_iter().collect());
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(line: &str) -> Option<Vec<(Face, String)>> {
        Some(typeset(line).ok()?.into_iter().map(|stretch| (stretch.face, stretch.text)).collect())
    }

    #[test]
    fn a_line_is_set_from_both_faces() {
        let one = |text: &str| Some(vec![(Face::Latin, text.to_owned())]);
        assert_eq!(drawn("José’s café – 50 %"), one("José’s café – 50 %"));
        assert_eq!(
            drawn("Đorđe"),
            Some(vec![
                (Face::LatinExt, "Đ".to_owned()),
                (Face::Latin, "or".to_owned()),
                (Face::LatinExt, "đ".to_owned()),
                (Face::Latin, "e".to_owned())
            ])
        );
        // Composed or not, with a hyphen or space of another kind: it is the same line.
        assert_eq!(drawn("Z\u{30c}eljko"), drawn("Željko"));
        assert_eq!(drawn("Anna\u{2011}Maria\u{202f}B\u{ad}o"), one("Anna-Maria Bo"));
        assert_eq!(drawn("Nguyễn"), one("Nguyê\u{303}n"));
        assert_eq!(drawn("Ộ"), one("Ô\u{323}"));
    }

    #[test]
    fn a_letter_that_is_in_neither_face_is_told() {
        for (line, letter) in
            [("张伟", "张"), ("Анна", "А"), ("Jan 🌱", "🌱"), ("Ĭ", "Ĭ"), ("Ⅷ", "Ⅷ")]
        {
            assert_eq!(typeset(line), Err(letter.to_owned()));
        }
    }
}

//! The name of a font: one without is given one, so that who looks into a document can tell which
//! fonts are in it.

use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

/// A font with a PostScript name: its own, or this one, of which only letters and digits are taken.
/// What is no single font of tables stays as it is.
pub fn named(font: Vec<u8>, name: &str) -> Vec<u8> {
    let has_name = |font: &FontRef<'_>| {
        let mut own = font.localized_strings(StringId::POSTSCRIPT_NAME);
        own.any(|name| name.chars().next().is_some())
    };
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).take(MOST).collect();
    let Ok(read) = FontRef::new(&font) else { return font };
    if name.is_empty() || has_name(&read) || font.starts_with(b"ttcf") {
        return font;
    }
    with_tables(&read, &[(*b"name", &table(&name))]).unwrap_or(font)
}

/// The most signs of a name: more is cut off where it is written.
const MOST: usize = 63;

/// A table `name` that says the PostScript name alone (OpenType, `name`, version 0).
fn table(name: &str) -> Vec<u8> {
    /// Version, how many records, where texts begin; Windows, Unicode, English, PostScript name.
    const HEAD: [u16; 7] = [0, 1, 18, 3, 1, 0x409, 6];
    let text: Vec<u16> = name.encode_utf16().collect();
    let length = u16::try_from(2 * text.len()).unwrap_or_default();
    let words = HEAD.into_iter().chain([length, 0]).chain(text);
    words.flat_map(u16::to_be_bytes).collect()
}

/// The font with other tables in place of its own.
pub fn with_tables(font: &FontRef<'_>, others: &[([u8; 4], &[u8])]) -> Option<Vec<u8>> {
    let directory = font.table_directory();
    let mut tables = others.to_vec();
    for record in directory.table_records() {
        let tag = record.tag();
        if !others.iter().any(|(other, _)| *other == tag.to_be_bytes()) {
            tables.push((tag.to_be_bytes(), font.table_data(tag)?.as_bytes()));
        }
    }
    tables.sort_unstable_by_key(|table| table.0);
    let count = u16::try_from(tables.len()).ok()?;
    let power = count.checked_ilog2()?;
    let range = 16 << power;
    let mut bytes = directory.sfnt_version().to_be_bytes().to_vec();
    for word in [count, range, u16::try_from(power).ok()?, count * 16 - range] {
        bytes.extend(word.to_be_bytes());
    }
    let mut at = bytes.len() + 16 * tables.len();
    for (tag, data) in &tables {
        bytes.extend(tag);
        for word in [sum(data), u32::try_from(at).ok()?, u32::try_from(data.len()).ok()?] {
            bytes.extend(word.to_be_bytes());
        }
        at += data.len().next_multiple_of(4);
    }
    for (_, data) in tables {
        bytes.extend(data);
        bytes.resize(bytes.len().next_multiple_of(4), 0);
    }
    Some(bytes)
}

fn sum(data: &[u8]) -> u32 {
    let word = |four: &[u8]| {
        let mut word = [0; 4];
        word[..four.len()].copy_from_slice(four);
        u32::from_be_bytes(word)
    };
    data.chunks(4).map(word).fold(0, u32::wrapping_add)
}

#[cfg(test)]
mod tests {
    use super::{named, table, with_tables};
    use skrifa::string::StringId;
    use skrifa::{FontRef, MetadataProvider};

    #[test]
    fn a_font_without_a_name_gets_one_and_keeps_its_letters() {
        let font = include_bytes!("../../site/latin.ttf");
        let bare = with_tables(&FontRef::new(font).expect("a font"), &[(*b"name", &table(""))])
            .expect("a font");
        let again = named(bare.clone(), "Vakwerk Sans (cards)");
        let font = FontRef::new(&again).expect("a font");
        let name = |font: &FontRef<'_>| {
            font.localized_strings(StringId::POSTSCRIPT_NAME).next().map(|it| it.to_string())
        };
        assert_eq!(name(&font).as_deref(), Some("VakwerkSanscards"));
        let letters = |font: &FontRef<'_>| font.charmap().mappings().collect::<Vec<_>>();
        assert_eq!(letters(&font), letters(&FontRef::new(&bare).expect("a font")));
        assert_eq!(named(again.clone(), "Other"), again);
    }
}

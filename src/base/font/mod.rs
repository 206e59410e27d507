//! Fonts that strangers made: unpacked, and looked over before anything is set in one.

pub mod name;

use skrifa::FontRef;
use skrifa::raw::TableProvider;
use std::borrow::Cow;

/// No font is larger when it is unpacked.
const MOST: usize = 64 << 20;

/// The tables of a font, whether it came packed as WOFF2 or not; none when it cannot be unpacked.
pub fn unpacked(file: &[u8]) -> Option<Cow<'_, [u8]>> {
    if !file.starts_with(b"wOF2") {
        return Some(Cow::Borrowed(file));
    }
    let mut unpack = |packed: &[u8], size: usize| {
        use std::io::Read;
        if size > MOST {
            return Err("the font is too large".into());
        }
        let mut bytes = Vec::with_capacity(size);
        let most = MOST as u64;
        brotli_decompressor::Decompressor::new(packed, 4096).take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    wuff::decompress_woff2_with_custom_brotli(file, &mut unpack).ok().map(Cow::Owned)
}

/// What is wrong with an unpacked font, so that no text can be set in it, as the end of a sentence;
/// libraries take for granted what is asked here.
pub fn fault(font: &[u8]) -> Option<&'static str> {
    const BROKEN: &str = "is broken, or no font";
    let Ok(read) = FontRef::from_index(font, 0) else { return Some(BROKEN) };
    let is_whole = |offset: u32, length: u32| {
        usize::try_from(u64::from(offset) + u64::from(length)).is_ok_and(|end| end <= font.len())
    };
    let records = read.table_directory().table_records();
    if !records.iter().all(|table| is_whole(table.offset(), table.length())) {
        return Some("is cut short: a table goes on behind its end");
    }
    let Ok(head) = read.head() else { return Some("is broken: it has no table `head`") };
    if !(16..=16384).contains(&head.units_per_em()) {
        return Some("is broken: its letters have no size (`unitsPerEm`)");
    }
    let has_letters = read.cmap().is_ok() && read.maxp().is_ok_and(|table| table.num_glyphs() > 0);
    if !has_letters || read.hhea().is_err() || read.hmtx().is_err() {
        return Some(
            "is broken: a table of its letters is missing (`cmap`, `maxp`, `hhea`, `hmtx`)",
        );
    }
    let is_drawn = read.glyf().is_ok() && read.loca(None).is_ok();
    if !is_drawn && read.cff().is_err() && read.cff2().is_err() {
        return Some("has no outlines of letters (`glyf`, `CFF`)");
    }
    // Bit 1 alone: no other right is given (OpenType, OS/2 fsType).
    if read.os2().is_ok_and(|table| table.fs_type() & 0xF == 2) {
        return Some("may not stand in documents: its maker forbids that (`fsType`)");
    }
    None
}

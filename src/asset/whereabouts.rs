//! Whether a photo tells where it was taken.

/// The tag that leads from a photo's first directory to that of its place (Exif 2.3, 4.6.3).
const GPS: u16 = 0x8825;
/// The tags of latitude and longitude.
const POSITION: [u16; 2] = [2, 4];
/// The most entries of a directory that are looked at.
const MOST_ENTRIES: usize = 1000;

/// Whether `bytes` are a photo that tells where it was taken, in Exif or XMP, whatever its format.
pub fn tells_where(bytes: &[u8]) -> bool {
    is_photo(bytes) && (exif(bytes) || xmp(bytes))
}

/// JPEG, PNG, WebP, TIFF and what phones write (HEIC, AVIF), by their first bytes.
fn is_photo(bytes: &[u8]) -> bool {
    let starts = |with: &[u8]| bytes.starts_with(with);
    let riff = starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let heif = bytes.get(4..8) == Some(b"ftyp");
    starts(&[0xff, 0xd8, 0xff]) || starts(b"\x89PNG") || riff || heif || is_tiff(bytes)
}

fn is_tiff(bytes: &[u8]) -> bool {
    bytes.starts_with(b"II*\0") || bytes.starts_with(b"MM\0*")
}

/// Whether one of the Exif blocks holds a position. Each format keeps the block behind another
/// mark.
fn exif(bytes: &[u8]) -> bool {
    let behind = |mark: &'static [u8], skip: usize| {
        memchr::memmem::find_iter(bytes, mark)
            .filter_map(move |at| bytes.get(at + mark.len() + skip..))
    };
    // In JPEG and HEIC, in PNG, and in WebP, where the length stands between.
    let mut blocks = behind(b"Exif\0\0", 0).chain(behind(b"eXIf", 0)).chain(behind(b"EXIF", 4));
    let positioned = |block: &[u8]| is_tiff(block) && has_position(block).unwrap_or(false);
    positioned(bytes) || blocks.any(positioned)
}

/// Whether a TIFF block holds latitude and longitude that are not empty.
fn has_position(block: &[u8]) -> Option<bool> {
    let tiff = Tiff { block, big: block.starts_with(b"MM") };
    let first = tiff.entries(tiff.long(4)?)?;
    let Some(gps) = first.iter().find(|entry| entry.tag == GPS) else { return Some(false) };
    let place = tiff.entries(gps.value)?;
    let written = |tag: u16| {
        let entry = place.iter().find(|entry| entry.tag == tag)?;
        // Three fractions: degrees, minutes, seconds.
        let at = usize::try_from(entry.value).ok()?;
        let numbers = block.get(at..at.checked_add(24)?)?;
        Some(numbers.chunks(8).any(|fraction| fraction[..4].iter().any(|byte| *byte != 0)))
    };
    Some(POSITION.into_iter().any(|tag| written(tag) == Some(true)))
}

struct Tiff<'a> {
    block: &'a [u8],
    big: bool,
}

struct Entry {
    tag: u16,
    value: u32,
}

impl Tiff<'_> {
    fn short(&self, at: usize) -> Option<u16> {
        let bytes = self.block.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    }

    fn long(&self, at: usize) -> Option<u32> {
        let bytes = self.block.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if self.big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
    }

    fn entries(&self, at: u32) -> Option<Vec<Entry>> {
        let at = usize::try_from(at).ok()?;
        let count = usize::from(self.short(at)?).min(MOST_ENTRIES);
        let entry = |number: usize| {
            let at = at.checked_add(2 + number * 12)?;
            Some(Entry { tag: self.short(at)?, value: self.long(at + 8)? })
        };
        (0..count).map(entry).collect()
    }
}

/// Whether XMP names a position: as an attribute or an element.
fn xmp(bytes: &[u8]) -> bool {
    memchr::memmem::find_iter(bytes, b":GPSLatitude").any(|at| {
        let rest = &bytes[at + b":GPSLatitude".len()..];
        let value = rest
            .strip_prefix(b"=\"")
            .or_else(|| rest.strip_prefix(b"='"))
            .or_else(|| rest.strip_prefix(b">"));
        value.is_some_and(|value| value.first().is_some_and(u8::is_ascii_digit))
    })
}

#[cfg(test)]
mod tests {
    use super::tells_where;

    /// A block that leads to a latitude of 52 degrees, or of none.
    fn block(big: bool, degrees: u32) -> Vec<u8> {
        let (mut block, numbers): (Vec<u8>, Vec<u32>) =
            (if big { b"MM\0*".to_vec() } else { b"II*\0".to_vec() }, vec![degrees, 1, 0, 1, 0, 1]);
        let long = |value: u32| if big { value.to_be_bytes() } else { value.to_le_bytes() };
        let short = |value: u16| if big { value.to_be_bytes() } else { value.to_le_bytes() };
        block.extend(long(8));
        for (tag, kind, count, value) in [(0x8825, 4, 1, 26), (2, 5, 3, 44)] {
            block.extend(short(1));
            block.extend([short(tag), short(kind)].concat());
            block.extend([long(count), long(value), long(0)].concat());
        }
        block.truncate(44);
        block.extend(numbers.into_iter().flat_map(long));
        block
    }

    #[test]
    fn a_place_is_found_in_every_format() {
        for big in [true, false] {
            let exif = block(big, 52);
            let jpeg = [b"\xff\xd8\xff\xe1\0\0Exif\0\0", &exif[..]].concat();
            let png = [b"\x89PNG\r\n\x1a\n....eXIf", &exif[..]].concat();
            let webp = [b"RIFF....WEBPVP8X....EXIF\0\0\0\0", &exif[..]].concat();
            for photo in [&jpeg, &png, &webp, &exif] {
                assert!(tells_where(photo));
            }
            let nowhere = [b"\xff\xd8\xff\xe1\0\0Exif\0\0", &block(big, 0)[..]].concat();
            assert!(!tells_where(&nowhere));
        }
        assert!(tells_where(b"\xff\xd8\xff <rdf exif:GPSLatitude=\"52,5.1N\"/>"));
        assert!(!tells_where(b"a text about exif:GPSLatitude=\"52\""));
        assert!(!tells_where(b"\xff\xd8\xff\xe1\0\0Exif\0\0II*\0\xff\xff\xff\xff"));
    }
}

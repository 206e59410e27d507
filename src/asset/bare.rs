//! Whether a file of a picture holds pixels and nothing else.

use super::photo::Format;

/// Whether `bytes` are a picture in `format` without Exif, XMP, IPTC, comments, colour profiles or
/// anything behind it.
pub(super) fn is_bare(bytes: &[u8], format: Format) -> bool {
    match format {
        Format::Jpeg => jpeg(bytes).is_some(),
        Format::Webp => webp(bytes).is_some(),
    }
}

/// Tables, frame and scan only, and the mark of JFIF without a thumbnail.
fn jpeg(bytes: &[u8]) -> Option<()> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    loop {
        let [0xff, marker, high, low, behind @ ..] = rest else { return None };
        let length = usize::from(u16::from_be_bytes([*high, *low])).checked_sub(2)?;
        let (segment, behind) = behind.split_at_checked(length)?;
        match marker {
            0xe0 if segment.starts_with(b"JFIF\0") && length == 14 => {}
            0xc0..=0xc2 | 0xc4 | 0xdb | 0xdd => {}
            // Behind the head of a scan come its bits, up to the end of the file.
            0xda => {
                let end = behind
                    .windows(2)
                    .position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7))?;
                return (behind[end..] == [0xff, 0xd9]).then_some(());
            }
            _ => return None,
        }
        rest = behind;
    }
}

/// One chunk of pixels.
fn webp(bytes: &[u8]) -> Option<()> {
    let length =
        |bytes: &[u8]| usize::try_from(u32::from_le_bytes(bytes.get(..4)?.try_into().ok()?)).ok();
    let body = bytes.strip_prefix(b"RIFF")?;
    let inner = body.get(4..)?;
    let chunk = inner.strip_prefix(b"WEBP")?;
    let payload = chunk.strip_prefix(b"VP8 ").or_else(|| chunk.strip_prefix(b"VP8L"))?;
    let size = length(payload)?;
    (length(body)? == inner.len() && payload.len() == 4 + size + size % 2).then_some(())
}

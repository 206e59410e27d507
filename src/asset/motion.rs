//! Whether a picture has more than one frame: an animated GIF, WebP or PNG.

/// Whether the file is a picture of several frames. Looks at the marks between frames only, and
/// decodes nothing.
pub(super) fn moves(bytes: &[u8]) -> bool {
    match bytes {
        [b'G', b'I', b'F', b'8', ..] => has_two_frames(bytes).is_some(),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
            webp_moves(&bytes[12..])
        }
        [0x89, b'P', b'N', b'G', ..] => png_moves(&bytes[8..]),
        _ => false,
    }
}

/// Some when a GIF file has a second frame.
fn has_two_frames(bytes: &[u8]) -> Option<()> {
    /// The bytes of a table of colours, when the flags before it say that there is one.
    fn colours(flags: u8) -> usize {
        if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
    }
    let mut at = 13 + colours(*bytes.get(10)?);
    let mut frames = 0;
    loop {
        match bytes.get(at)? {
            // An extension: its label, then its blocks.
            0x21 => at = behind_blocks(bytes, at + 2)?,
            // A frame: its place and size, colours of its own, the size of its codes, then its
            // blocks.
            0x2c => {
                frames += 1;
                if frames == 2 {
                    return Some(());
                }
                at = behind_blocks(bytes, at + 11 + colours(*bytes.get(at + 9)?))?;
            }
            _ => return None,
        }
    }
}

/// Where the blocks of a GIF file that begin at `at` end.
fn behind_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}

/// Whether the chunks of a WebP file are those of an animation with a second frame.
fn webp_moves(mut chunks: &[u8]) -> bool {
    let mut frames = 0;
    while let [a, b, c, d, n0, n1, n2, n3, rest @ ..] = chunks {
        frames += usize::from([*a, *b, *c, *d] == *b"ANMF");
        let length =
            usize::try_from(u32::from_le_bytes([*n0, *n1, *n2, *n3])).unwrap_or(usize::MAX);
        let Some(behind) = rest.get(length.saturating_add(length % 2)..) else { break };
        chunks = behind;
    }
    frames > 1
}

/// Whether the chunks of a PNG file begin with those of an animation (APNG) of several frames.
fn png_moves(mut chunks: &[u8]) -> bool {
    while let [n0, n1, n2, n3, a, b, c, d, rest @ ..] = chunks {
        match [*a, *b, *c, *d] {
            [b'a', b'c', b'T', b'L'] => {
                return matches!(rest, [f0, f1, f2, f3, ..] if [*f0, *f1, *f2, *f3] > [0, 0, 0, 1]);
            }
            [b'I', b'D', b'A', b'T'] => return false,
            _ => {}
        }
        let length =
            usize::try_from(u32::from_be_bytes([*n0, *n1, *n2, *n3])).unwrap_or(usize::MAX);
        let Some(behind) = rest.get(length.saturating_add(4)..) else { return false };
        chunks = behind;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::moves;

    /// A GIF file of one pixel and so many frames.
    fn gif(frames: usize) -> Vec<u8> {
        let mut bytes = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff".to_vec();
        for _ in 0..frames {
            bytes.extend(b"\x21\xf9\x04\0\x0a\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0");
        }
        bytes.push(0x3b);
        bytes
    }

    #[test]
    fn a_second_frame_makes_a_picture_move() {
        assert!(moves(&gif(2)) && moves(&gif(3)));
        assert!(!moves(&gif(1)) && !moves(&gif(0)) && !moves(b"GIF89a"));
        let frame = |name: &[u8]| [name, &[2, 0, 0, 0, 1, 2]].concat();
        let webp = |chunks: &[&[u8]]| {
            let body: Vec<u8> = chunks.iter().flat_map(|name| frame(name)).collect();
            [b"RIFF\0\0\0\0WEBP".as_slice(), &body].concat()
        };
        assert!(moves(&webp(&[b"VP8X", b"ANIM", b"ANMF", b"ANMF"])));
        assert!(!moves(&webp(&[b"VP8X", b"ANIM", b"ANMF"])) && !moves(&webp(&[b"VP8 "])));
        let png = |frames: u8| {
            let control = [b"\0\0\0\x08acTL\0\0\0".as_slice(), &[frames], b"\0\0\0\0crc!"].concat();
            [b"\x89PNG\r\n\x1a\n".as_slice(), &control, b"\0\0\0\0IDATcrc!"].concat()
        };
        assert!(moves(&png(2)) && !moves(&png(1)) && !moves(b"\x89PNG\r\n\x1a\n\0\0\0\0IDATcrc!"));
        for cut in 0..gif(2).len() {
            moves(&gif(2)[..cut]);
        }
    }
}

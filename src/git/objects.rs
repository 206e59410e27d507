//! Objects, as Git hands them over one behind another.

use std::io::{BufRead, Read};

/// The next object of `git cat-file --batch`: a line with its size, its bytes, and the end of a
/// line. None when it is not there, or larger than `most` bytes.
pub fn next_object(rest: &mut impl BufRead, most: u64) -> Option<Vec<u8>> {
    let mut header = Vec::new();
    rest.take(1000).read_until(b'\n', &mut header).ok()?;
    let header = std::str::from_utf8(&header).ok()?;
    let size: u64 =
        header.trim_end().rsplit(' ').next()?.parse().ok().filter(|size| *size <= most)?;
    let mut bytes = Vec::new();
    rest.take(size).read_to_end(&mut bytes).ok()?;
    let whole = u64::try_from(bytes.len()).is_ok_and(|length| length == size);
    rest.read_exact(&mut [0]).ok().filter(|()| whole)?;
    Some(bytes)
}

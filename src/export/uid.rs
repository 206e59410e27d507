//! Identifiers that follow from addresses (RFC 9562, UUID version 8), so that a card that is
//! fetched again is the same.

use crate::edition::ExpertId;
use crate::site::{Page, SiteReader};

/// The UUID of an expert, without `urn:uuid:`.
pub(super) fn uid(site: &SiteReader<'_>, id: ExpertId) -> String {
    uuid(&site.absolute(0, &site.route(Page::Expert(id))))
}

/// The UUID of an address, without `urn:uuid:`.
pub(super) fn uuid(address: &str) -> String {
    let hash = blake3::hash(address.as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.as_bytes()[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut text = String::with_capacity(36);
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
        }
    }
    text
}

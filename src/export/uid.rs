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
    let hex = format!("{:032x}", u128::from_be_bytes(bytes));
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

//! Addresses as formats for programs want them: URIs (RFC 3986), which are ASCII. People write
//! them with the letters of their language, and browsers take them so.

use super::all_bytes;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use std::borrow::Cow;

/// What stands nowhere behind the host of a URI, and `#`, which stands there once.
const REFUSED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The address as a URI: its host as it is asked for (IDNA), and all else percent-encoded.
pub fn uri(address: &str) -> Cow<'_, str> {
    // As most are.
    let is_odd =
        |c: u8| matches!(c, b'"' | b'#' | b'%' | b'<' | b'>' | b'[' | b'\\' | b']' | b'^' | b'`');
    let is_plain = |c: u8| matches!(c, b'!'..=b'z' | b'~') && !is_odd(c);
    if all_bytes(address, is_plain) {
        return Cow::Borrowed(address);
    }
    let Some((scheme, rest)) = address.split_once("://") else { return encoded(address).into() };
    let (host, rest) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (rest, fragment) = rest.split_once('#').map_or((rest, None), |(a, b)| (a, Some(b)));
    let mut uri = [scheme, "://", &host_in_ascii(host), &encoded(rest)].concat();
    uri.extend(fragment.into_iter().flat_map(|it| ["#".to_owned(), encoded(it)]));
    Cow::Owned(uri)
}

fn host_in_ascii(host: &str) -> Cow<'_, str> {
    if host.is_ascii() {
        return Cow::Borrowed(host);
    }
    let (name, port) = host.split_at(host.rfind(':').unwrap_or(host.len()));
    let name = idna::domain_to_ascii(name).unwrap_or_else(|_| encoded(name));
    Cow::Owned(name + port)
}

/// A `%` that begins no such sign of two figures is one itself.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 8);
    for (at, part) in text.split('%').enumerate() {
        if at > 0 {
            let begins = part.as_bytes().first_chunk::<2>();
            let is_sign = begins.is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
            encoded.push_str(if is_sign { "%" } else { "%25" });
        }
        encoded.extend(utf8_percent_encode(part, REFUSED));
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_written_in_ascii_and_what_is_a_uri_stays() {
        for (written, uri_of_it) in [
            ("https://x.example/a(b)*c;d,e?f=g&h#i", "https://x.example/a(b)*c;d,e?f=g&h#i"),
            ("http://[::1]:80/x", "http://[::1]:80/x"),
            ("https://x.example/%C3%A4", "https://x.example/%C3%A4"),
            (
                "https://größe.example:8443/ä?q=ü#ß",
                "https://xn--gre-6ka8i.example:8443/%C3%A4?q=%C3%BC#%C3%9F",
            ),
            ("https://例え.example/案", "https://xn--r8jz45g.example/%E6%A1%88"),
            (
                "https://x.example/a|b^c[1]?q=%zz&r=100%",
                "https://x.example/a%7Cb%5Ec%5B1%5D?q=%25zz&r=100%25",
            ),
            ("https://x.example/#a#b", "https://x.example/#a%23b"),
            ("tel:+31501234567", "tel:+31501234567"),
            ("mailto:zoë@x.example", "mailto:zo%C3%AB@x.example"),
        ] {
            assert_eq!(uri(written), uri_of_it, "{written}");
        }
    }
}

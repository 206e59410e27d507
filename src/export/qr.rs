//! `card.svg` beside each profile: the contact as a QR code (ISO/IEC 18004) that holds a short
//! vCard.

use super::about;
use super::content_line::text;
use super::person::Person;
use crate::base::uri::uri;
use crate::site::{Export, ExportResult, Make, PersonFile, SiteReader, Subject, Unmade};
use qrcode::bits::Bits;
use qrcode::types::QrResult;
use qrcode::{Color, EcLevel, QrCode, Version};
use std::fmt::Write;

/// The version of a code with the most modules.
const LARGEST: i16 = 40;

/// The white border that readers need, in modules.
const QUIET: usize = 4;

pub(super) const EXPORT: Export = Export { name: "qr", files, make: Make::Bytes(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    super::person_files(site, language, PersonFile::Qr)
}

fn make(site: &SiteReader<'_>, _: usize, subject: Subject) -> ExportResult {
    let id = about(subject)?;
    let person = Person::of(site, id);
    // What is too long for the code is left out; the address is last, and the name alone always
    // fits or nothing does.
    let long = short_card(&person);
    let code = code_of(&long).or_else(|_| code_of(person.url.as_deref().unwrap_or_default()));
    let code = code.map_err(Unmade::failed)?;
    Ok(svg(&code, person.name).into_bytes())
}

/// The smallest code that holds a text, as bytes: in the shortest form, letters of many scripts
/// would stand as the Japanese signs that have the same bytes in Shift JIS.
fn code_of(text: &str) -> QrResult<QrCode> {
    let of = |version| {
        let mut bits = Bits::new(Version::Normal(version));
        bits.push_byte_data(text.as_bytes())?;
        bits.push_terminator(EcLevel::M)?;
        QrCode::with_bits(bits, EcLevel::M)
    };
    (1..LARGEST).find_map(|version| of(version).ok()).map_or_else(|| of(LARGEST), Ok)
}

/// The vCard with what a telephone shows first. Lines are not folded: readers of codes do not
/// unfold them.
fn short_card(person: &Person<'_>) -> String {
    let mut card = format!(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:{};{};;;\r\nFN:{}\r\n",
        text(&person.parts.family),
        text(&person.parts.given),
        text(person.name)
    );
    let lines = [
        person.headline.map(|headline| format!("TITLE:{}", text(headline))),
        person.organization.map(|name| format!("ORG:{}", text(name))),
        person.email.map(|email| format!("EMAIL:{}", text(email))),
        person.phone.map(|phone| format!("TEL:{}", text(phone))),
        person.url.as_deref().map(|url| format!("URL:{}", uri(url))),
    ];
    for line in lines.into_iter().flatten() {
        card.push_str(&line);
        card.push_str("\r\n");
    }
    card.push_str("END:VCARD\r\n");
    card
}

fn svg(code: &QrCode, name: &str) -> String {
    let width = code.width();
    let size = width + 2 * QUIET;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" width=\"{0}\" height=\"{0}\" \
         role=\"img\" shape-rendering=\"crispEdges\"><title>{1}</title><rect width=\"{size}\" height=\"{size}\" \
         fill=\"#fff\"/><path fill=\"#000\" d=\"",
        size * 6,
        super::xml(name)
    );
    let colors = code.to_colors();
    for (y, row) in colors.chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let run = row[x..].iter().take_while(|color| **color == Color::Dark).count();
            if run > 0 {
                let _ = write!(svg, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    svg.push_str("\"/></svg>\n");
    svg
}

//! vCard 3.0 (RFC 2426), which every address book reads. The portrait is in it, as telephones that
//! are offline fetch none.

use crate::base::uri::uri;
use crate::export::content_line::{push, text};
use crate::export::person::Person;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The card of `person`. `portrait` is a JPEG; without it the card has the address of one, when
/// there is one.
pub(super) fn card(person: &Person<'_>, portrait: Option<&[u8]>) -> String {
    let mut out = String::from("BEGIN:VCARD\r\nVERSION:3.0\r\n");
    let mut line = |line: String| push(&mut out, &line);
    line("PRODID:-//Vakwerk//EN".to_owned());
    line(format!("UID:{}", person.uid));
    line(format!("FN:{}", text(person.name)));
    line(format!("N:{};{};;;", text(&person.parts.family), text(&person.parts.given)));
    if let Some(headline) = person.headline {
        line(format!("TITLE:{}", text(headline)));
    }
    if let Some(organization) = person.organization {
        line(format!("ORG:{}", text(organization)));
    }
    if let Some(email) = person.email {
        line(format!("EMAIL;TYPE=INTERNET,WORK,PREF:{}", text(email)));
    }
    if let Some(phone) = person.phone {
        line(format!("TEL;TYPE=WORK,VOICE:{}", text(phone)));
    }
    if let Some(place) = &person.place {
        let [city, region, country] = [place.city, place.region, place.country].map(text);
        line(format!("ADR;TYPE=WORK:;;;{city};{region};;{country}"));
    }
    if !person.topics.is_empty() {
        let topics: Vec<_> = person.topics.iter().map(|(topic, _)| text(topic)).collect();
        line(format!("CATEGORIES:{}", topics.join(",")));
        line(format!(
            "NOTE:{}",
            text(&person.topics.iter().map(|(topic, _)| *topic).collect::<Vec<_>>().join("; "))
        ));
    }
    if let Some(url) = &person.url {
        line(format!("URL;TYPE=WORK:{}", uri(url)));
    }
    if let Some(url) = &person.contact_url {
        line(format!("URL;TYPE=CONTACT:{}", uri(url)));
    }
    for (key, url) in &person.links {
        if *key == "website" {
            line(format!("URL;TYPE=HOME:{}", uri(url)));
        } else {
            let service: String = key.chars().filter(char::is_ascii_alphanumeric).collect();
            line(format!("X-SOCIALPROFILE;TYPE={service}:{}", uri(url)));
        }
    }
    if let Some(portrait) = portrait {
        line(format!("PHOTO;ENCODING=b;TYPE=JPEG:{}", STANDARD.encode(portrait)));
    } else if let Some(photo) = &person.photo {
        line(format!("PHOTO;VALUE=URI;TYPE=JPEG:{}", uri(photo)));
    }
    if let Some(url) = &person.url {
        line(format!("SOURCE:{}card.vcf", uri(url)));
    }
    if let Some(date) = person.updated {
        line(format!("REV:{}T00:00:00Z", date.first_day()));
    }
    out.push_str("END:VCARD\r\n");
    out
}

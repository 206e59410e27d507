//! How to reach somebody, and where else to find them, as the templates get it.

use super::formats::{open_email, open_phone};
use super::view::parts::{Contact, OutLink};
use crate::base::address::{entity_encode, escape, readable, safe_href};
use crate::base::profile::is_own;
use crate::edition::{self, Reachable};
use std::collections::BTreeMap;

/// How to reach somebody, as openly as was chosen.
pub(super) fn contact(contact: &edition::Contact) -> Contact {
    let shown =
        |way: &Reachable, text: &str| if way.is_open { escape(text) } else { entity_encode(text) };
    let (email, phone) = (contact.email.as_ref(), contact.phone.as_ref());
    Contact {
        email_html: email.map(|email| shown(email, &email.text)),
        mailto_html: email.map(|email| shown(email, &format!("mailto:{}", email.text))),
        phone_html: phone.map(|phone| shown(phone, &phone.text)),
        tel_html: phone.map(|phone| {
            let digits: String =
                phone.text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            shown(phone, &format!("tel:{digits}"))
        }),
        open_email: open_email(contact).is_some(),
        open_phone: open_phone(contact).is_some(),
        url: contact.url.clone(),
    }
}

/// Links that leave the site.
pub(super) fn out_links(links: &BTreeMap<String, String>) -> Vec<OutLink<'_>> {
    links
        .iter()
        .filter_map(|(kind, url)| {
            let url = safe_href(url)?;
            let own = is_own(kind);
            Some(OutLink { kind, text: readable(&url), url, own })
        })
        .collect()
}

//! What may be seen: consent, visibility, dates. And the new numbers of what remains.

use super::published::{Contact, Reachable};
use crate::base::{Code, Consequence, Diagnostic, Id, ListKind, PerItem, Table};
use crate::catalog;
use crate::config::{Config, Consent, Disclosure, Drafts, Expired, Privacy, ShelfLife};
use crate::record::{Common, ContactFile, Expert, ExpertText, Record, Visibility, Withdrawal};
use std::marker::PhantomData;

/// Whether an entry may be seen on the day of `config`.
pub(super) fn may_be_seen(common: &Common, config: &Config) -> bool {
    let date = config.date;
    let is_ready = !common.draft && common.publish.is_none_or(|from| from.first_day() <= date);
    (is_ready || config.drafts == Drafts::Shown)
        && common.visibility != Visibility::Hidden
        && common.expires.is_none_or(|until| until.last_day() >= date)
}

/// Whether an expert may be seen: not one who took the consent back. Notes a consent that is
/// missing.
pub(super) fn expert_may_be_seen(
    record: &Record<Expert, ExpertText>,
    config: &Config,
    notes: &mut Vec<Diagnostic>,
) -> bool {
    if !may_be_seen(&record.common, config) {
        return false;
    }
    // Keys that are not understood hold the entry back by its visibility.
    let consent = record.file.consent.value();
    match record.file.withdrawn.or(Withdrawal::Never, Withdrawal::Undated) {
        Withdrawal::Undated => return false,
        Withdrawal::On(day) if day.first_day() <= config.date => {
            if consent.is_none_or(|agreed| agreed.first_day() <= day.first_day()) {
                return false;
            }
        }
        Withdrawal::On(_) | Withdrawal::Never => {}
    }
    let agreed = consent.is_some_and(|day| day.first_day() <= config.date);
    if !agreed && (config.privacy.consent == Consent::Required || consent.is_some()) {
        let place = record.origin.anchor.here();
        let note = Diagnostic::new(
            Code::ConsentMissing,
            place,
            "the person has not agreed to be published",
        );
        notes.push(note.help("add `consent:` with the day on which they agreed"));
        return false;
    }
    let lasts = config.privacy.consent_lasts.and_then(ShelfLife::months);
    if let (Some(day), Some(months)) = (consent, lasts)
        && day.months_later(months).is_some_and(|last| last < config.date.first_day())
    {
        let note = Diagnostic::new(
            Code::ConsentOld,
            record.origin.anchor.value("consent"),
            format!("the person agreed on {day}, and the site lets a consent last {months} months"),
        );
        let note = note.help("ask the person again, and write the new day");
        let hold = config.privacy.consent_expired == Expired::Hold;
        notes.push(if hold { note.consequence(Consequence::HeldBack) } else { note });
        return !hold;
    }
    true
}

/// Contact details, only as far as site and profile allow, and how openly.
pub(super) fn contact(written: Option<ContactFile>, privacy: Privacy) -> Option<Contact> {
    let ContactFile { email, phone, url, visibility } = written?;
    let own = visibility.or(Disclosure::Plain, Disclosure::Hidden);
    let contact = Contact {
        email: Reachable::as_chosen(email, own.max(privacy.email)),
        phone: Reachable::as_chosen(phone, own.max(privacy.phone)),
        url: url.filter(|_| own != Disclosure::Hidden),
    };
    (contact.email.is_some() || contact.phone.is_some() || contact.url.is_some()).then_some(contact)
}

/// Takes out of a profile the names of organizations that are hidden: they are named nowhere.
pub(super) fn unname(
    file: &mut Expert,
    linked: &PerItem<Option<catalog::OrganizationId>>,
    hidden: impl Fn(catalog::OrganizationId) -> bool,
) {
    for list in ListKind::MENTIONING.into_iter().chain(ListKind::NAMING) {
        for (name, id) in file.organizations_in_mut(list).into_iter().zip(linked.of(list)) {
            if id.is_some_and(&hidden) {
                *name = None;
            }
        }
    }
}

/// The numbers of entries before and after some were left out and the rest was put in order.
#[derive(Debug)]
pub(super) struct Renumbered<Old, New> {
    new: Vec<Option<Id<New>>>,
    of: PhantomData<fn(Old)>,
}

impl<Old, New> Renumbered<Old, New> {
    /// `kept`: those of `all` that stay, in their new order.
    pub(super) fn new(kept: &[Id<Old>], all: &Table<Old>) -> Self {
        let mut new = vec![None; all.len()];
        for (place, old) in kept.iter().enumerate() {
            new[old.index()] = Some(Id::new(place));
        }
        Self { new, of: PhantomData }
    }

    /// The new number, unless the entry was left out.
    pub(super) fn of(&self, old: Id<Old>) -> Option<Id<New>> {
        self.new.get(old.index()).copied().flatten()
    }
}

/// Takes the entries at `kept` out of `all`, in that order.
pub(super) fn pick<T, K>(
    all: impl IntoIterator<Item = T>,
    kept: &[Id<K>],
) -> impl Iterator<Item = T> {
    let mut all: Vec<Option<T>> = all.into_iter().map(Some).collect();
    kept.iter().map(move |old| all[old.index()].take().expect("each entry is kept once"))
}

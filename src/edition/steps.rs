//! On which day something of the edition is another than today, without anything being written:
//! until then the site of today is that of tomorrow.

use super::event::last_day;
use super::planned;
use crate::base::Date;
use crate::catalog::Catalog;
use crate::config::{Config, ShelfLife};
use crate::record::{Common, Offer, Withdrawal};

/// The first day after that of `config` on which the edition may be another. Each day that is
/// compared with today anywhere in this room, or behind it through `EditionReader::has_passed`, is
/// asked for here; ages are counted in months.
pub(super) fn next_step(catalog: &Catalog, config: &Config) -> Date {
    let mut steps = Steps { today: config.date, next: config.date.to_month().tomorrow() };
    let lasts = config.privacy.consent_lasts.and_then(ShelfLife::months);
    for expert in &catalog.experts {
        let file = &expert.record.file;
        steps.begins(file.consent.value());
        steps.begins(file.confirmed_on);
        let lasts = lasts.zip(file.consent.value());
        steps.ends(lasts.and_then(|(months, agreed)| agreed.months_later(months)));
        if let Withdrawal::On(day) = file.withdrawn.or(Withdrawal::Never, Withdrawal::Undated) {
            steps.begins(Some(day));
        }
        planned::begins(file).for_each(|(.., day)| steps.begins(Some(day)));
        steps.offers(&file.offers);
        steps.offers(&file.asks);
    }
    for project in &catalog.projects {
        let file = &project.record.file;
        steps.begins(file.confirmed_on);
        steps.begins(file.period.map(|period| period.from));
        steps.ends(file.period.and_then(|period| period.to));
    }
    for request in &catalog.requests {
        steps.ends(request.record.file.until);
    }
    for event in &catalog.events {
        steps.ends(Some(last_day(&event.record.file)));
    }
    for group in &catalog.groups {
        let file = &group.record.file;
        steps.ends(file.to);
        for member in &file.members {
            steps.begins(member.from);
            steps.ends(member.to);
        }
    }
    catalog.commons().for_each(|common| steps.common(common));
    steps.next
}

/// The first step after today that was found so far.
struct Steps {
    today: Date,
    next: Date,
}

impl Steps {
    /// Something holds from the first day on that `day` can mean.
    fn begins(&mut self, day: Option<Date>) {
        if let Some(first) = day.map(Date::first_day).filter(|first| *first > self.today) {
            self.next = self.next.min(first);
        }
    }

    /// Something holds up to the last day that `day` can mean.
    fn ends(&mut self, day: Option<Date>) {
        if let Some(last) = day.map(Date::last_day).filter(|last| *last >= self.today) {
            self.next = self.next.min(last.tomorrow());
        }
    }

    fn common(&mut self, common: &Common) {
        self.begins(common.publish);
        self.begins(common.updated);
        // A commit of a later day counts as one of today, whatever day that is.
        self.ends(common.updated.filter(|day| *day == self.today));
        self.ends(common.expires);
    }

    fn offers(&mut self, offers: &[Offer]) {
        for offer in offers {
            self.ends(offer.until);
        }
    }
}

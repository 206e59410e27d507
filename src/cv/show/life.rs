//! Positions, studies, groups, certificates, publications, talks, awards, and what others say.

use super::{DOT, Writing, joined, month, phrase, short};
use crate::base::{ListKind, Month};
use crate::config::CvSection;
use crate::cv::document::{Kind, Run, Worth};
use crate::edition::ExpertId;
use crate::site::view::expert_view::{Credit, ExpertView, Position, Testimonial};
use crate::site::view::group_view::Membership;

/// A section of somebody's life.
pub(super) fn section(
    writing: &mut Writing<'_>,
    section: CvSection,
    (expert, id): (&ExpertView<'_>, ExpertId),
) {
    use ListKind::{Awards, Certificates, Education, Experience, Publications, Talks};
    match section {
        CvSection::Experience => {
            positions(writing, (id, Experience), "cv.experience", &expert.experience);
        }
        CvSection::Education => {
            let known = writing.spares.len();
            positions(writing, (id, Education), "cv.education", &expert.education);
            // Nobody's studies are too long ago.
            writing.spares[known..].iter_mut().for_each(|spare| spare.ages = false);
        }
        CvSection::Groups => memberships(writing, &expert.groups),
        CvSection::Certificates => {
            credits(writing, (id, Certificates), "cv.certificates", &expert.certificates);
        }
        CvSection::Publications => {
            credits(writing, (id, Publications), "cv.publications", &expert.publications);
        }
        CvSection::Talks => credits(writing, (id, Talks), "cv.talks", &expert.talks),
        CvSection::Awards => credits(writing, (id, Awards), "cv.awards", &expert.awards),
        _ => {}
    }
}

fn positions(
    writing: &mut Writing<'_>,
    (id, list): (ExpertId, ListKind),
    key: &str,
    positions: &[Position<'_>],
) {
    let is_told = |it: &&Position<'_>| writing.tells_item(id, list, Some(it.item));
    let told: Vec<&Position<'_>> = positions.iter().filter(is_told).collect();
    if told.is_empty() {
        return;
    }
    writing.heading(key);
    for position in told {
        let start = writing.blocks.len();
        writing.push(Kind::Entry, vec![phrase(&position.title)]);
        let when = vec![Run::new(&writing.period(&position.period))];
        let meta = vec![when.clone(), writing.organization(position.organization.as_ref())];
        writing.push(Kind::Meta, joined(meta, DOT));
        if let Some(text) = &position.text {
            let blocks = writing.prose(text);
            writing.blocks.extend(blocks);
        }
        let item = Some(position.item);
        let is_asked = writing.is_asked(writing.topics(id, list, item));
        let month = writing.last_month(&position.period);
        let words = short(writing.short_item(id, list, item).as_ref(), vec![when]);
        writing.spare(start, Worth { is_asked, month, ..Worth::default() }, words);
    }
}

fn memberships(writing: &mut Writing<'_>, groups: &[Membership<'_>]) {
    if groups.is_empty() {
        return;
    }
    writing.heading("group.of_person");
    for term in groups {
        let start = writing.blocks.len();
        let group = writing.link(&term.group).in_language(term.lang);
        writing.push(Kind::Entry, vec![group]);
        let meta = vec![
            vec![Run::new(&writing.period(&term.period))],
            term.role.iter().map(phrase).collect(),
        ];
        writing.push(Kind::Meta, joined(meta, DOT));
        let month = writing.last_month(&term.period);
        let worth = Worth { month, is_proven: true, proof: 1, ..Worth::default() };
        writing.spare(start, worth, Vec::new());
    }
}

fn credits(
    writing: &mut Writing<'_>,
    (id, list): (ExpertId, ListKind),
    key: &str,
    credits: &[Credit<'_>],
) {
    let is_told = |it: &&Credit<'_>| writing.tells_item(id, list, it.item);
    let told: Vec<&Credit<'_>> = credits.iter().filter(is_told).collect();
    if told.is_empty() {
        return;
    }
    writing.heading(key);
    for credit in told {
        let start = writing.blocks.len();
        if credit.citation.is_empty() {
            credited(writing, credit);
        } else {
            cited(writing, credit);
        }
        let is_asked = writing.is_asked(writing.topics(id, list, credit.item));
        let words = writing.short_item(id, list, credit.item);
        let mut words = short(words.as_ref(), vec![vec![Run::new(&day(writing, credit))]]);
        if let Some(first) = words.first_mut() {
            first.link = credit.url.as_deref().and_then(|url| writing.address(url));
        }
        // Whoever wants to can look it up.
        let is_proven = credit.url.is_some();
        let (month, proof) = (credited_until(writing, credit), u32::from(is_proven) + 1);
        let worth = Worth { is_asked, is_best: false, is_proven, month, proof };
        writing.spare(start, worth, words);
    }
}

/// Until when it counts: what is still valid, until now; what has yet to come, not yet.
pub(super) fn credited_until(writing: &Writing<'_>, credit: &Credit<'_>) -> Option<Month> {
    let now = writing.context.site.edition.month().last_month();
    let last = [&credit.date, &credit.until].map(|day| day.as_deref().and_then(month));
    last.into_iter().flatten().max().map(|last| last.min(now)).filter(|_| !credit.planned)
}

/// When it was, and whether that has yet to come.
fn day(writing: &Writing<'_>, credit: &Credit<'_>) -> String {
    let day = credit.date.as_deref().map_or_else(String::new, |date| writing.date(date));
    if !credit.planned {
        return day;
    }
    format!("{day} ({})", writing.word("planned")).trim_start().to_owned()
}

/// A publication as it is cited.
fn cited(writing: &mut Writing<'_>, credit: &Credit<'_>) {
    let parts = credit.citation.iter().map(|part| {
        let to = part.url.as_deref().and_then(|url| writing.address(url));
        Run::new(&part.text).in_language(part.lang).to(to)
    });
    let mut runs: Vec<Run> = parts.collect();
    if credit.planned {
        runs.push(Run::new(&format!(" ({})", writing.word("planned"))));
    }
    writing.push(Kind::Item, runs);
}

fn credited(writing: &mut Writing<'_>, credit: &Credit<'_>) {
    let to = credit.url.as_deref().and_then(|url| writing.address(url));
    writing.push(Kind::Entry, vec![phrase(&credit.title).to(to)]);
    let comma = writing.word("comma");
    let mut authors: Vec<Vec<Run>> =
        credit.authors.iter().map(|author| vec![writing.link(author)]).collect();
    if credit.others && !authors.is_empty() {
        authors.push(vec![Run::new(&writing.word("cite.others"))]);
    }
    let venue = credit.venue.filter(|_| !writing.wish.is_anonymous).map(|venue| {
        Run::new(venue).to(credit.venue_url.as_deref().and_then(|url| writing.address(url)))
    });
    let until = credit.until.as_deref();
    let until = until.map(|day| format!("{} {}", writing.word("valid_until"), writing.date(day)));
    let meta = vec![
        vec![Run::new(&day(writing, credit))],
        joined(authors, &comma),
        venue.into_iter().collect(),
        until.map(|until| Run::new(&until)).into_iter().collect(),
    ];
    writing.push(Kind::Meta, joined(meta, DOT));
}

pub(super) fn testimonials(writing: &mut Writing<'_>, expert: &ExpertView<'_>, id: ExpertId) {
    let list = ListKind::Testimonials;
    let said = expert.testimonials.iter().enumerate();
    let told: Vec<_> = said.filter(|(at, _)| writing.tells_item(id, list, Some(*at))).collect();
    if told.is_empty() {
        return;
    }
    writing.heading("section.testimonials");
    for (at, said) in told {
        let start = writing.blocks.len();
        writing.push(Kind::Text, vec![phrase(&said.quote)]);
        let who = speaker(writing, said);
        writing.push(Kind::Meta, who.clone());
        let month = said.date.as_deref().and_then(month);
        let worth = Worth { month, is_proven: true, proof: 2, ..Worth::default() };
        let words = short(writing.short_item(id, list, Some(at)).as_ref(), vec![who]);
        writing.spare(start, worth, words);
    }
}

/// Who said something, as the page says it.
fn speaker(writing: &Writing<'_>, said: &Testimonial<'_>) -> Vec<Run> {
    let comma = writing.word("comma");
    let to = said.url.as_deref().and_then(|url| writing.address(url));
    let name = match said.name {
        Some(name) => vec![Run::new(name).to(to)],
        None if said.gone => vec![Run::new(&writing.word("testimonial.gone"))],
        None => Vec::new(),
    };
    let date = said.date.as_deref().map(|date| Run::new(&writing.date(date)));
    let parts = vec![
        name,
        said.role.map(Run::new).into_iter().collect(),
        said.organization.iter().map(|it| writing.link(it)).collect(),
        date.into_iter().collect(),
    ];
    joined(parts, &comma)
}

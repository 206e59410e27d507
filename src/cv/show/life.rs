//! Positions, studies, groups, certificates, publications, talks, awards, and what others say.

use super::{DOT, Writing, joined, month, phrase};
use crate::config::CvSection;
use crate::cv::document::{Kind, Run};
use crate::site::view::expert_view::{Credit, ExpertView, Position, Testimonial};
use crate::site::view::group_view::Membership;

/// A section of somebody's life.
pub(super) fn section(writing: &mut Writing<'_>, section: CvSection, expert: &ExpertView<'_>) {
    match section {
        CvSection::Experience => positions(writing, "cv.experience", &expert.experience),
        CvSection::Education => {
            let known = writing.spares.len();
            positions(writing, "cv.education", &expert.education);
            // Nobody's studies are too long ago.
            writing.spares[known..].iter_mut().for_each(|spare| spare.ages = false);
        }
        CvSection::Groups => memberships(writing, &expert.groups),
        CvSection::Certificates => credits(writing, "cv.certificates", &expert.certificates),
        CvSection::Publications => credits(writing, "cv.publications", &expert.publications),
        CvSection::Talks => credits(writing, "cv.talks", &expert.talks),
        CvSection::Awards => credits(writing, "cv.awards", &expert.awards),
        _ => {}
    }
}

fn positions(writing: &mut Writing<'_>, key: &str, positions: &[Position<'_>]) {
    if positions.is_empty() {
        return;
    }
    writing.heading(key);
    for position in positions {
        let start = writing.blocks.len();
        writing.push(Kind::Entry, vec![phrase(&position.title)]);
        let meta = vec![
            vec![Run::new(&writing.period(&position.period))],
            writing.organization(position.organization.as_ref()),
        ];
        writing.push(Kind::Meta, joined(meta, DOT));
        if let Some(text) = &position.text {
            let blocks = writing.prose(text);
            writing.blocks.extend(blocks);
        }
        let month = writing.last_month(&position.period);
        writing.spare(start, month, 0);
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
        writing.spare(start, month, 1);
    }
}

fn credits(writing: &mut Writing<'_>, key: &str, credits: &[Credit<'_>]) {
    if credits.is_empty() {
        return;
    }
    writing.heading(key);
    for credit in credits {
        let start = writing.blocks.len();
        if credit.citation.is_empty() {
            credited(writing, credit);
        } else {
            cited(writing, credit);
        }
        // Whoever wants to can look it up.
        let proof = if credit.url.is_some() { 2 } else { 1 };
        writing.spare(start, credit.date.as_deref().and_then(month), proof);
    }
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
    let mut day = credit.date.as_deref().map_or_else(String::new, |date| writing.date(date));
    if credit.planned {
        day = format!("{day} ({})", writing.word("planned"));
    }
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
        vec![Run::new(day.trim())],
        joined(authors, &comma),
        venue.into_iter().collect(),
        until.map(|until| Run::new(&until)).into_iter().collect(),
    ];
    writing.push(Kind::Meta, joined(meta, DOT));
}

pub(super) fn testimonials(writing: &mut Writing<'_>, expert: &ExpertView<'_>) {
    if expert.testimonials.is_empty() {
        return;
    }
    writing.heading("section.testimonials");
    for said in &expert.testimonials {
        let start = writing.blocks.len();
        writing.push(Kind::Text, vec![phrase(&said.quote)]);
        let who = speaker(writing, said);
        writing.push(Kind::Meta, who);
        writing.spare(start, said.date.as_deref().and_then(month), 2);
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

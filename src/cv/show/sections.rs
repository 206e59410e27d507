//! Which sections a CV has, and in which order.

use super::Wish;
use crate::config::CvSection;
use crate::edition::ExpertId;
use crate::site::ViewContext;

use CvSection::{
    Awards, Certificates, Education, Experience, Expertise, Groups, Projects, Publications,
    Questions, Story, Talks, Testimonials,
};

/// The sections of a page where a theme says nothing of their order.
const PAGE: [&str; 5] = ["questions", "expertise", "projects", "story", "life"];

/// The sections that are wanted, or those of the page, without what the person hides and, where
/// nobody may know whose it is, without what is looked up or asked about.
pub(super) fn sections(context: ViewContext<'_>, id: ExpertId, wish: &Wish) -> Vec<CvSection> {
    let hidden = &context.site.edition.expert(id).record.file.cv.hide;
    let mut sections =
        if wish.sections.is_empty() { of_page(context) } else { wish.sections.clone() };
    let leads = [Groups, Publications, Talks, Awards, Testimonials];
    sections.retain(|section| !hidden.contains(section));
    sections.retain(|section| !(wish.is_anonymous && leads.contains(section)));
    sections
}

fn of_page(context: ViewContext<'_>) -> Vec<CvSection> {
    let order = context.site.theme.params.get("profile_sections").and_then(|it| it.as_array());
    let order: Vec<&str> = match order {
        Some(order) => order.iter().filter_map(|key| key.as_str()).collect(),
        None => PAGE.to_vec(),
    };
    let of = |key: &str| match key {
        "questions" => vec![Questions],
        "expertise" => vec![Expertise],
        "projects" => vec![Projects],
        "story" => vec![Story, Testimonials],
        "life" => {
            vec![Experience, Education, Groups, Certificates, Publications, Talks, Awards]
        }
        // What is offered and asked, and whom the page leads to, is no part of a CV.
        _ => Vec::new(),
    };
    order.into_iter().flat_map(of).collect()
}

//! What is chosen for a CV: by a request, by a variant of the site, by the command.

use super::super::exit::Exit;
use super::super::out::eprintln;
use super::Arguments;
use super::whose::{shown, wanted};
use crate::base::printable;
use crate::cli::matching::question::{meant, needs};
use crate::config::{Pages, ShelfLife};
use crate::cv::Wish;
use crate::edition::{ExpertId, Question};
use crate::site::Site;

/// What the command asks for, over what the variant says, over what holds for all CVs of the site.
pub(super) fn wish(arguments: &Arguments, site: &Site, id: ExpertId) -> Result<Wish, Exit> {
    let mut wish = Wish::of(&site.config.cv);
    if let Some(name) = &arguments.variant {
        let variants = &site.config.cv.variants;
        let Some(variant) = variants.get(name) else {
            let meant = meant(name, variants.keys().map(String::as_str));
            let known: Vec<&str> = variants.keys().map(String::as_str).collect();
            let known = match known.as_slice() {
                [] => {
                    "vakwerk.yaml describes none yet: cv: { variants: { NAME: { topics: […] } } }"
                        .to_owned()
                }
                known => format!("there is {}", known.join(", ")),
            };
            eprintln!("error: there is no variant `{}`{meant}; {known}", printable(name));
            return Err(Exit::Usage);
        };
        wish.variant = Some(name.clone());
        wish.is_anonymous = variant.anonymous.is_on(false);
        wish.months = variant.since.and_then(ShelfLife::months);
        wish.pages = variant.pages.map(|Pages(most)| usize::from(most)).or(wish.pages);
        if !variant.sections.is_empty() {
            wish.sections.clone_from(&variant.sections);
        }
        if !variant.topics.is_empty() {
            let (needs, _) = needs(&site.edition, &variant.topics.join(","));
            let question = Question { needs, ..Question::default() };
            let asker = format!("the variant `{name}` is about");
            wish.topics = shown(site, (id, Some(name)), &question, &asker)?;
        }
    }
    if let Some(request) = &arguments.request {
        wish.topics = wanted(site, (id, arguments.variant.as_deref()), request)?;
    }
    wish.is_anonymous |= arguments.anonymous;
    wish.pages = arguments.pages.map(usize::from).or(wish.pages);
    Ok(wish)
}

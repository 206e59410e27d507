//! Cards of entries.

use super::super::context::{ViewContext, iso, period};
use super::super::item::Page;
use super::super::view::cards::{
    CardTopic, ExpertCard, OrganizationCard, ProjectCard, RequestCard,
};
use super::super::view::expert_view::Availability;
use super::super::view::parts::PersonRef;
use crate::asset::Crop;
use crate::base::name::initials;
use crate::edition::{
    Expert, ExpertId, OrganizationId, ProjectId, Record, RequestId, Standing, Who,
};
use crate::site::markdown::plain::plain;

/// Characters of a project's question on its card.
pub(super) const SUMMARY: usize = 160;

pub(super) fn availability(expert: &Expert) -> Option<Availability> {
    expert.record.file.availability.as_ref().map(|written| Availability {
        status: written.status.as_str(),
        from: iso(written.from),
        hours: written.hours,
    })
}

pub(super) fn expert(context: ViewContext<'_>, id: ExpertId) -> ExpertCard<'_> {
    let expert = context.site.edition.expert(id);
    let topics = expert.claims.iter().take(4).map(|claim| CardTopic {
        title: context.topic_title(claim.topic),
        freshness: claim.freshness.label.as_str(),
    });
    ExpertCard {
        person: context.person(id),
        place: context.place_of_expert(expert),
        availability: availability(expert),
        topics: topics.collect(),
    }
}

pub(super) fn project(context: ViewContext<'_>, id: ProjectId) -> ProjectCard<'_> {
    let project = context.site.edition.project(id);
    let record = &project.record;
    let file = &record.file;
    let question =
        context.phrase(record, file.question.as_deref().or(file.result.as_deref()), |text| {
            text.question.as_deref().or(text.result.as_deref())
        });
    let question = question.map(|phrase| (plain(phrase.text, SUMMARY), phrase.lang));
    let (summary, summary_lang) = in_short(context, record, question);
    let image = file.images.first().and_then(|image| {
        let photo = context.site.photo(&record.folder, &image.file, Crop::Whole)?;
        Some(context.picture(photo, image, 480))
    });
    // Lists name nobody who is in none.
    let edition = context.site.edition;
    let listed = |who: &Who| !matches!(who, Who::Expert(id) if !edition.written_expert(*id).listed);
    let team = project.team.iter().filter(|member| listed(&member.who));
    ProjectCard {
        title: context.project_title(id),
        url: context.url(Page::Project(id)),
        summary,
        summary_lang,
        client: project.client.map(|id| context.organization(id).title),
        period: period(file.period),
        place: file.place.as_deref(),
        image,
        team: {
            let certain = team.filter(|member| member.standing != Standing::Claimed);
            certain.take(5).map(|member| who(context, &member.who)).collect()
        },
        topics: project.topics.iter().take(3).map(|id| context.topic_title(*id)).collect(),
    }
}

/// What a card says of an entry, and its language when it is not the page's: `own`, else how its
/// story begins.
pub(super) fn in_short<'a, F, T>(
    context: ViewContext<'a>,
    record: &'a Record<F, T>,
    own: Option<(String, Option<&'a str>)>,
) -> (Option<String>, Option<&'a str>) {
    match own {
        Some((text, lang)) => (Some(text), lang),
        None => match context.story(record) {
            (story, _) if story.is_empty() => (None, None),
            (story, lang) => (Some(plain(&story.read(), SUMMARY)), lang),
        },
    }
}

impl<'a> ViewContext<'a> {
    /// Somebody with the line about them, as cards show them.
    pub(super) fn person(self, id: ExpertId) -> PersonRef<'a> {
        PersonRef { headline: self.headline(id), ..self.person_by_name(id) }
    }

    /// Somebody in a list of names.
    pub(super) fn person_by_name(self, id: ExpertId) -> PersonRef<'a> {
        let expert = self.site.edition.written_expert(id);
        let record = expert.record;
        PersonRef {
            name: &record.file.name,
            initials: expert.initials.to_owned(),
            url: expert.listed.then(|| self.url(Page::Expert(id))),
            headline: None,
            photo: self.portrait(id),
        }
    }
}

/// Somebody on a team.
pub(super) fn who<'a>(context: ViewContext<'a>, who: &'a Who) -> PersonRef<'a> {
    match who {
        Who::Expert(id) => context.person_by_name(*id),
        Who::Named(name) => {
            PersonRef { name, initials: initials(name), url: None, headline: None, photo: None }
        }
    }
}

pub(super) fn organization(context: ViewContext<'_>, id: OrganizationId) -> OrganizationCard<'_> {
    let organization = context.site.edition.organization(id);
    OrganizationCard {
        organization: context.organization(id),
        place: organization.record.as_ref().and_then(|record| record.file.place.as_deref()),
        projects: organization.projects.len(),
        people: organization.people.len(),
    }
}

pub(super) fn request(context: ViewContext<'_>, id: RequestId) -> RequestCard<'_> {
    let request = context.site.edition.request(id);
    let file = &request.record.file;
    let title = context.phrase(&request.record, Some(&file.title), |text| text.title.as_deref());
    RequestCard {
        title: title.expect("a request has a title"),
        url: context.url(Page::Request(id)),
        organization: request.organization.map(|id| context.organization(id).title),
        topics: request.needs.iter().map(|id| context.topic_title(*id)).collect(),
        from: iso(file.from),
        until: iso(file.until),
        closed: request.closed,
        place: context.place_of_request(request),
    }
}

//! A project's page.

use super::super::contact::contact;
use super::super::context::{ViewContext, extra, period};
use super::super::view::project_view::{Ask, Outcome, ProjectView, TeamMember};
use super::card::who;
use super::expert::testimonial;
use super::row;
use crate::asset::Crop;

use crate::edition::{self, Part, ProjectId, Standing};

pub(super) fn view(context: ViewContext<'_>, id: ProjectId) -> ProjectView<'_> {
    let project = context.site.edition.project(id);
    let record = &project.record;
    let file = &record.file;
    let images = file.images.iter().filter_map(|image| {
        let photo = context.site.photo(&record.folder, &image.file, Crop::Whole)?;
        Some(context.picture(photo, image, 960))
    });
    ProjectView {
        title: context.project_title(id),
        question: context.prose(record, file.question.as_deref(), |text| text.question.as_deref()),
        approach: context.prose(record, file.approach.as_deref(), |text| text.approach.as_deref()),
        result: context.prose(record, file.result.as_deref(), |text| text.result.as_deref()),
        outcomes: file
            .outcomes
            .iter()
            .enumerate()
            .map(|(at, outcome)| {
                let label = context
                    .phrase(record, Some(&outcome.label), |text| text.outcomes.get(at)?.as_deref());
                Outcome { label: label.expect("an outcome has a label"), value: &outcome.value }
            })
            .collect(),
        client: project.client.map(|id| context.organization(id)),
        sector: file.sector.as_deref(),
        place: file.place.as_deref(),
        map: context.small_map(project.spot.as_ref()),
        period: period(file.period),
        core: team(context, project, Part::Core),
        external: team(context, project, Part::External),
        unnamed: project.unnamed,
        topics: context.topics(&project.topics),
        images: images.collect(),
        testimonial: file.testimonial.as_ref().map(|written| {
            let quote = context.phrase(record, Some(&written.quote), |text| text.quote.as_deref());
            testimonial(
                context,
                written,
                (project.witness, project.speaker),
                quote.expect("a testimonial has a quote"),
            )
        }),
        curated: project.curated,
        author: project.authors.first().map(|id| context.expert(*id)),
        ask: ask(context, project),
        body: context.body(record, 2),
        extra: extra(&record.file.extra),
        related: project.related.iter().map(|id| row::project(context, *id)).collect(),
    }
}

/// Whom to ask: of those who may be found, the one who tells it, or else the first of the team.
fn ask<'a>(context: ViewContext<'a>, project: &'a edition::Project) -> Option<Ask<'a>> {
    let edition = context.site.edition;
    let team = project.team.iter().filter(|member| member.standing != Standing::Claimed);
    let team = team.filter_map(|member| member.who.expert());
    let id = project
        .authors
        .iter()
        .copied()
        .chain(team)
        .find(|id| edition.written_expert(*id).listed)?;
    Some(Ask {
        person: context.person(id),
        contact: edition.written_expert(id).record.file.contact.as_ref().map(contact),
    })
}

fn team<'a>(
    context: ViewContext<'a>,
    project: &'a edition::Project,
    part: Part,
) -> Vec<TeamMember<'a>> {
    let members = project.team.iter().filter(|member| member.part == part);
    members
        .map(|member| TeamMember {
            person: who(context, &member.who),
            role: member.role.as_deref(),
            topics: if member.topics == project.topics {
                Vec::new()
            } else {
                context.topics(&member.topics)
            },
            standing: match member.standing {
                Standing::Own => "own",
                Standing::Confirmed => "confirmed",
                Standing::Claimed => "claimed",
            },
        })
        .collect()
}

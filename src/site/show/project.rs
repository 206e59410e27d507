//! A project's page.

use super::super::item::Card;
use super::super::lens::{Lens, extra, period};
use super::super::view::project_view::{Outcome, ProjectView, TeamMember};
use super::card::who;
use super::expert::testimonial;
use crate::asset::Crop;

use crate::edition::{self, Part, ProjectId, Standing};

pub(super) fn view(lens: Lens<'_>, id: ProjectId) -> ProjectView<'_> {
    let project = lens.site.edition.project(id);
    let record = &project.record;
    let file = &record.file;
    let images = file.images.iter().filter_map(|image| {
        let photo = lens.site.album.get(&record.origin.folder, &image.file, Crop::Whole)?;
        Some(lens.picture(photo, image, 960))
    });
    ProjectView {
        title: lens.project_title(id),
        question: lens.prose(record, file.question.as_deref(), |text| text.question.as_deref()),
        approach: lens.prose(record, file.approach.as_deref(), |text| text.approach.as_deref()),
        result: lens.prose(record, file.result.as_deref(), |text| text.result.as_deref()),
        outcomes: file
            .outcomes
            .iter()
            .enumerate()
            .map(|(at, outcome)| {
                let label = lens.phrase(record, Some(&outcome.label), |text| text.outcomes.get(at)?.label.as_deref());
                Outcome { label: label.expect("an outcome has a label"), value: &outcome.value.0 }
            })
            .collect(),
        client: project.client.map(|id| lens.organization(id)),
        sector: file.sector.as_deref(),
        place: file.place.as_deref(),
        period: period(file.period.map(|period| period.from), file.period.and_then(|period| period.to)),
        core: team(lens, project, Part::Core),
        external: team(lens, project, Part::External),
        unnamed: project.unnamed,
        topics: lens.topics(&project.topics),
        images: images.collect(),
        testimonial: file.testimonial.as_ref().map(|written| {
            let quote = lens.phrase(record, Some(&written.quote), |text| text.testimonial.as_ref()?.quote.as_deref());
            testimonial(lens, written, project.witness, quote.expect("a testimonial has a quote"))
        }),
        curated: project.curated,
        author: project.authors.first().map(|id| lens.expert(*id)),
        body: lens.body(record, 2),
        extra: extra(&record.file.extra),
        related: project.related.iter().map(|id| lens.card(Card::Project(*id))).collect(),
    }
}

fn team<'a>(lens: Lens<'a>, project: &'a edition::Project, part: Part) -> Vec<TeamMember<'a>> {
    let members = project.team.iter().filter(|member| member.part == part);
    members
        .map(|member| TeamMember {
            person: who(lens, &member.who),
            role: member.role.as_deref(),
            topics: if member.topics == project.topics { Vec::new() } else { lens.topics(&member.topics) },
            standing: match member.standing {
                Standing::Own => "own",
                Standing::Confirmed => "confirmed",
                Standing::Claimed => "claimed",
            },
        })
        .collect()
}

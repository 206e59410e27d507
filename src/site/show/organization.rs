//! An organization's page.

use super::super::contact::out_links;
use super::super::context::{ViewContext, extra};
use super::super::item::{Card, Page};
use super::super::lists::{BEGINNING, shown};
use super::super::view::organization_view::OrganizationView;
use super::super::view::parts::Phrase;
use super::listing::whole_list;
use super::row;
use super::topic::{cards_of, rows_of};
use crate::base::EntryKind;
use crate::edition::OrganizationId;

pub(super) fn view(context: ViewContext<'_>, id: OrganizationId) -> OrganizationView<'_> {
    let organization = context.site.edition.organization(id);
    let most = |total: usize| shown(total, &context.site.config);
    let all = |of: EntryKind| whole_list(context, Page::Organization(id), of);
    let record = organization.record.as_ref();
    let projects = &organization.projects[..most(organization.projects.len())];
    let people = organization.people.iter().copied().take(most(organization.people.len()));
    OrganizationView {
        title: Phrase { text: context.organization(id).title, lang: None },
        logo: context.logo(id),
        place: record.and_then(|record| record.file.place.as_deref()),
        map: context.small_map(organization.spot.as_ref()),
        core_tasks: record.and_then(|record| {
            context
                .prose(record, record.file.core_tasks.as_deref(), |text| text.core_tasks.as_deref())
        }),
        added_value: record.and_then(|record| {
            context.prose(record, record.file.added_value.as_deref(), |text| {
                text.added_value.as_deref()
            })
        }),
        audience: record.map_or_else(Vec::new, |record| {
            context.phrases(record, &record.file.audience, |text| &text.audience)
        }),
        links: record.map_or_else(Vec::new, |record| out_links(&record.file.links)),
        body: record.and_then(|record| context.body(record, 2)),
        extra: record.and_then(|record| extra(&record.file.extra)),
        projects: cards_of(context, projects),
        more_projects: rows_of(context, projects),
        projects_total: organization.projects.len(),
        projects_url: all(EntryKind::Project),
        requests_total: organization.requests.len(),
        requests_url: all(EntryKind::Request),
        requests: organization
            .requests
            .iter()
            .take(most(organization.requests.len()))
            .map(|id| context.card(Card::Request(*id)))
            .collect(),
        people: people.clone().take(BEGINNING).map(|id| context.card(Card::Expert(id))).collect(),
        more_people: people.skip(BEGINNING).map(|id| row::expert(context, id, None)).collect(),
        people_total: organization.people.len(),
        people_url: all(EntryKind::Expert),
    }
}

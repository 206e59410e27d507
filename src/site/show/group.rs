//! A group's page, and what profiles say of groups.

use super::super::contact::{contact, out_links};
use super::super::context::{ViewContext, extra, iso};
use super::super::item::{Card, Page};
use super::super::view::cards::GroupCard;
use super::super::view::expert_view::FormatLink;
use super::super::view::group_view::{GroupMember, GroupView, Membership, OpenSeat};
use super::super::view::page_view::Crumb;
use super::super::view::parts::{Link, Period, Phrase};
use super::about::{About, of_entry};
use super::card::{SUMMARY, who};
use super::event;
use super::expert::languages;
use super::listing::whole_list;
use crate::base::{Date, EntryKind};
use crate::edition::{self, Expert, GroupId, Tenure};
use crate::site::markdown::plain::plain;

pub(super) fn view(context: ViewContext<'_>, id: GroupId) -> GroupView<'_> {
    let group = context.site.edition.group(id);
    let record = &group.record;
    let file = &record.file;
    let members = |tenure: Tenure| {
        let members = group.of(tenure).map(|member| GroupMember {
            person: who(context, &member.who),
            role: context.group_role(id, member.role.as_deref()),
            period: term(member.from, member.to, member.tenure),
        });
        members.collect()
    };
    let seats = group.seats.iter().map(|seat| OpenSeat {
        role: context.group_role(id, Some(&seat.role)).expect("a seat has a role"),
        number: seat.number,
        topics: context.topics(&seat.topics),
        candidates: seat.candidates.iter().map(|id| context.person_by_name(*id)).collect(),
    });
    let everybody_url = whole_list(context, Page::Group(id), EntryKind::Expert);
    let below = group.only_below().map(|id| context.person_by_name(id));
    GroupView {
        title: context.group_title(id),
        kind: file.kind.map(edition::GroupKind::as_str),
        part_of: group.part_of.map(|id| context.group(id)),
        purpose: context.prose(record, file.purpose.as_deref(), |text| text.purpose.as_deref()),
        languages: languages(context, &file.languages),
        place: file.place.as_deref(),
        map: context.small_map(group.spot.as_ref()),
        period: whole(group),
        is_over: group.is_over,
        topics: context.topics(&group.topics),
        members: members(Tenure::Present),
        planned: members(Tenure::Planned),
        former: members(Tenure::Former),
        seats: seats.collect(),
        parts: group.parts.iter().map(|id| context.card(Card::Group(*id))).collect(),
        events: event::cards(context, &group.events),
        events_calendar: context.standing(&format!(
            "{}{}",
            context.site.route(Page::Group(id)),
            crate::site::EVENTS_FILE
        )),
        everybody_total: group.everybody.len(),
        below: if everybody_url.is_some() { Vec::new() } else { below.collect() },
        everybody_url,
        join: context.prose(record, file.join.as_deref(), |text| text.join.as_deref()),
        contact: file.contact.as_ref().map(contact),
        links: out_links(&file.links),
        body: context.body(record, 2),
        formats: formats(context, id),
        extra: extra(&file.extra),
    }
}

/// The files that say the same in machine-readable formats.
fn formats(context: ViewContext<'_>, id: GroupId) -> Vec<FormatLink> {
    let site = context.site;
    let path = format!("{}{CARD_FILE}", site.route(Page::Group(id)));
    let url = site.has(&path).then(|| site.url(0, &path));
    let card = url.map(|url| FormatLink { key: "card4", media_type: "text/vcard", url });
    card.into_iter().collect()
}

/// The file of a group's contact card, below the group's page.
pub const CARD_FILE: &str = "group.vcf";

pub(super) fn card(context: ViewContext<'_>, id: GroupId) -> GroupCard<'_> {
    let group = context.site.edition.group(id);
    let record = &group.record;
    let file = &record.file;
    let purpose = context.phrase(record, file.purpose.as_deref(), |text| text.purpose.as_deref());
    let (summary, summary_lang) =
        purpose.map_or((None, None), |it| (Some(plain(it.text, SUMMARY)), it.lang));
    GroupCard {
        title: context.group_title(id),
        url: context.url(Page::Group(id)),
        kind: file.kind.map(edition::GroupKind::as_str),
        part_of: group.part_of.map(|id| context.group_title(id)),
        place: file.place.as_deref(),
        summary,
        summary_lang,
        people: group.everybody.len() + group.others,
        parts: group.parts.len(),
        open_seats: group.seats.iter().map(|seat| seat.number).sum(),
        is_over: group.is_over,
        period: whole(group),
    }
}

/// The terms of an expert, as the expert's page shows them.
pub(super) fn memberships<'a>(context: ViewContext<'a>, expert: &'a Expert) -> Vec<Membership<'a>> {
    let all = expert.memberships.iter().map(|term_of| Membership {
        group: context.group(term_of.group),
        lang: context.group_title(term_of.group).lang,
        role: context.group_role(term_of.group, term_of.role.as_deref()),
        period: term(term_of.from, term_of.to, term_of.tenure),
        standing: term_of.tenure.as_str(),
    });
    all.collect()
}

/// From when to when a term is.
fn term(from: Option<Date>, to: Option<Date>, tenure: Tenure) -> Period {
    Period {
        from: iso(from),
        to: iso(to),
        runs: to.is_none() && tenure == Tenure::Present,
        planned: tenure == Tenure::Planned,
    }
}

/// From when to when there is a group.
fn whole(group: &edition::Group) -> Period {
    let file = &group.record.file;
    Period { from: iso(file.from), to: iso(file.to), runs: file.to.is_none(), planned: false }
}

/// What the layout knows of a group's page.
pub(super) fn about(context: ViewContext<'_>, id: GroupId) -> About {
    let edition = context.site.edition;
    let written = edition.written_group(id);
    let record = written.record;
    let purpose = record.file.purpose.as_deref();
    let purpose = context.phrase(record, purpose, |text| text.purpose.as_deref());
    let told = (context.group_title(id).text, purpose.map(|it| it.text));
    let mut about = of_entry(context, ("group", EntryKind::Group), told, (record, written.listed));
    let mut above: Vec<GroupId> =
        std::iter::successors(Some(id), |id| edition.written_group(*id).part_of).skip(1).collect();
    above.reverse();
    about.crumbs.extend(above.into_iter().filter_map(|id| {
        let link = context.group(id);
        Some(Crumb { title: Some(link.title.to_owned()), key: None, url: link.url? })
    }));
    about
}

impl<'a> ViewContext<'a> {
    /// The name of a group.
    pub fn group_title(self, id: GroupId) -> Phrase<'a> {
        let record = self.site.edition.written_group(id).record;
        self.phrase(record, Some(&record.file.title), |text| text.title.as_deref())
            .expect("a group has a title")
    }

    /// What a role of a group is called: as the translation of the group says, else as it was
    /// written.
    pub fn group_role(self, id: GroupId, written: Option<&'a str>) -> Option<Phrase<'a>> {
        let record = self.site.edition.written_group(id).record;
        self.phrase(record, written, |text| text.role(written?))
    }

    /// The name of a group, and its page.
    pub fn group(self, id: GroupId) -> Link<'a> {
        let listed = self.site.edition.written_group(id).listed;
        Link { title: self.group_title(id).text, url: listed.then(|| self.url(Page::Group(id))) }
    }
}

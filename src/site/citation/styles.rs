//! The styles of citing, each as its manual has it for what a profile knows of a publication.

use super::super::context::ViewContext;
use super::super::view::expert_view::CitePart;
use super::author::Order;
use super::parts::{
    address, capital, counted_pages, issue, medium, pages, venue, volume, whereabouts, year,
};
use super::writer::{Emphasis, Names, Writer};
use super::{Form, Reference};
use crate::config::CitationStyle;
use crate::edition::WorkKind;

/// A publication in a style.
pub(super) fn cite<'a>(
    context: ViewContext<'a>,
    style: CitationStyle,
    reference: &Reference<'a>,
) -> Vec<CitePart<'a>> {
    let mut writer = Writer::new(context);
    match style {
        CitationStyle::Apa => apa(&mut writer, reference),
        CitationStyle::Chicago => chicago(&mut writer, reference),
        CitationStyle::Harvard => harvard(&mut writer, reference),
        CitationStyle::Ieee => ieee(&mut writer, reference),
    }
    writer.into_parts()
}

fn apa<'a>(writer: &mut Writer<'a>, reference: &Reference<'a>) {
    let names = Names {
        orders: [Order::FamilyInitials; 2],
        between: [", ".into(), ", & ".into(), ", & ".into()],
        most: 20,
        kept: 19,
        before_others: ", ",
        ends_with_last: true,
    };
    writer.names(reference, &names);
    writer.stop();
    writer.say(format!(" ({}). ", year(writer, reference)));
    let is_whole = reference.form == Form::Whole;
    writer.title(reference, if is_whole { Emphasis::Strong } else { Emphasis::None });
    match (reference.form, venue(reference)) {
        (Form::Article, place) => {
            writer.stop();
            journal(writer, reference, place);
        }
        (Form::Part, Some(place)) => {
            writer.stop();
            writer.say(format!(" {} ", writer.word("in_book")));
            writer.stress(place);
            if let Some(pages) = counted_pages(writer, reference) {
                writer.say(format!(" ({pages})"));
            }
            writer.stop();
        }
        (Form::Part | Form::Whole, place) => {
            if let Some(whereabouts) = whereabouts(writer, reference) {
                writer.say(format!(" ({whereabouts})"));
            }
            let medium = medium(writer, reference);
            let is_thesis = reference.work.kind == Some(WorkKind::Thesis);
            match (medium, place.filter(|_| is_thesis)) {
                (Some(medium), Some(school)) => writer.say(format!(" [{medium}, {school}]")),
                (Some(medium), None) => writer.say(format!(" [{medium}]")),
                (None, _) => {}
            }
            writer.stop();
            if let Some(place) = place.filter(|_| !is_thesis) {
                writer.say(format!(" {place}"));
                writer.stop();
            }
        }
    }
    if let Some(address) = address(reference) {
        writer.say(" ");
        writer.link(address, address);
    }
}

/// `Journal, 12(3), 17–25.`, the volume as the name; of what has no name, what there is.
fn journal<'a>(writer: &mut Writer<'a>, reference: &Reference<'a>, place: Option<&str>) {
    let (volume, issue) = (volume(reference), issue(reference));
    // Numbers alone would say nothing.
    let is_bare = place.is_none() && volume.is_none() && issue.is_none();
    let pages = if is_bare { counted_pages(writer, reference) } else { pages(reference) };
    if is_bare && pages.is_none() {
        return;
    }
    let mut mark = " ";
    for name in [place, volume].into_iter().flatten() {
        writer.say(std::mem::replace(&mut mark, ", "));
        writer.stress(name);
    }
    if let Some(issue) = issue {
        writer.say(if volume.is_some() { "" } else { std::mem::replace(&mut mark, ", ") });
        writer.say(format!("({issue})"));
    }
    if let Some(pages) = pages {
        writer.say(format!("{mark}{pages}"));
    }
    writer.stop();
}

fn chicago<'a>(writer: &mut Writer<'a>, reference: &Reference<'a>) {
    let and = writer.word("and");
    let names = Names {
        orders: [Order::FamilyGiven, Order::GivenFamily],
        between: [", ".into(), format!(", {and} "), format!(", {and} ")],
        most: 10,
        kept: 7,
        before_others: ", ",
        ends_with_last: false,
    };
    writer.names(reference, &names);
    writer.stop();
    writer.say(format!(" {}", year(writer, reference)));
    writer.stop();
    writer.say(" ");
    let is_quoted = reference.form != Form::Whole || reference.work.kind == Some(WorkKind::Thesis);
    quoted_title(writer, reference, is_quoted.then_some(["“", ".”"]));
    let place = venue(reference);
    match (reference.form, place) {
        (Form::Article, Some(place)) => {
            writer.say(" ");
            writer.stress(place);
            in_journal(writer, reference);
            writer.stop();
        }
        (Form::Part, Some(place)) => {
            writer.say(format!(" {} ", writer.word("in_book")));
            writer.stress(place);
            writer.say(pages(reference).map(|pages| format!(", {pages}")).unwrap_or_default());
            writer.stop();
        }
        (_, place) => {
            if let Some(whereabouts) = whereabouts(writer, reference) {
                writer.say(format!(" {}", capital(&whereabouts)));
                writer.stop();
            }
            let both: Vec<String> = [medium(writer, reference), place.map(str::to_owned)]
                .into_iter()
                .flatten()
                .collect();
            if !both.is_empty() {
                writer.say(format!(" {}", both.join(", ")));
                writer.stop();
            }
        }
    }
    if let Some(address) = address(reference) {
        writer.say(" ");
        writer.link(address, address);
        writer.say(".");
    }
}

/// Volume, issue and pages, behind the name of a journal.
fn in_journal(writer: &mut Writer<'_>, reference: &Reference<'_>) {
    match (volume(reference), issue(reference)) {
        (Some(volume), Some(issue)) => writer.say(format!(" {volume} ({issue})")),
        (Some(one), None) | (None, Some(one)) => writer.say(format!(" {one}")),
        (None, None) => {}
    }
    if let Some(pages) = pages(reference) {
        let mark = if volume(reference).or(issue(reference)).is_some() { ": " } else { ", " };
        writer.say(format!("{mark}{pages}"));
    }
}

/// The title, between marks or standing out. The mark behind it has a stop that a title may have
/// itself.
fn quoted_title<'a>(writer: &mut Writer<'a>, reference: &Reference<'a>, marks: Option<[&str; 2]>) {
    let Some([open, close]) = marks else {
        writer.title(reference, Emphasis::Strong);
        return writer.stop();
    };
    writer.say(open);
    writer.title(reference, Emphasis::None);
    let ends = reference.title.text.trim_end().ends_with(['.', '?', '!', '…']);
    writer.say(if ends { close.trim_start_matches(['.', ',']) } else { close });
}

fn harvard<'a>(writer: &mut Writer<'a>, reference: &Reference<'a>) {
    let and = writer.word("and");
    let names = Names {
        orders: [Order::FamilyTightInitials; 2],
        between: [", ".into(), format!(" {and} "), format!(" {and} ")],
        most: usize::MAX,
        kept: usize::MAX,
        before_others: " ",
        ends_with_last: false,
    };
    writer.names(reference, &names);
    writer.say(format!(" ({}) ", year(writer, reference)));
    let place = venue(reference);
    if reference.form == Form::Whole {
        writer.title(reference, Emphasis::Strong);
        writer.stop();
        let whereabouts = whereabouts(writer, reference).map(|text| capital(&text));
        let both = [whereabouts, medium(writer, reference), place.map(str::to_owned)];
        let both: Vec<String> = both.into_iter().flatten().collect();
        if !both.is_empty() {
            writer.say(format!(" {}", both.join(". ")));
            writer.stop();
        }
    } else {
        writer.say("‘");
        writer.title(reference, Emphasis::None);
        writer.say("’");
        if let Some(place) = place {
            let inside = format!(", {} ", writer.word("in"));
            writer.say(if reference.form == Form::Part { inside } else { ", ".to_owned() });
            writer.stress(place);
        }
        match (volume(reference), issue(reference)) {
            (Some(volume), Some(issue)) => writer.say(format!(", {volume}({issue})")),
            (Some(volume), None) => writer.say(format!(", {volume}")),
            (None, Some(issue)) => writer.say(format!(", ({issue})")),
            (None, None) => {}
        }
        let mark = if reference.form == Form::Part { ". " } else { ", " };
        let pages = counted_pages(writer, reference).map(|pages| format!("{mark}{pages}"));
        writer.say(pages.unwrap_or_default());
        writer.stop();
    }
    if let Some(address) = address(reference) {
        writer.say(format!(" {} ", writer.word("available")));
        writer.link(address, address);
        writer.say(".");
    }
}

fn ieee<'a>(writer: &mut Writer<'a>, reference: &Reference<'a>) {
    let and = writer.word("and");
    let names = Names {
        orders: [Order::InitialsFamily; 2],
        between: [", ".into(), format!(" {and} "), format!(", {and} ")],
        most: 6,
        kept: 1,
        before_others: " ",
        ends_with_last: false,
    };
    writer.names(reference, &names);
    writer.say(", ");
    let mut rest: Vec<String> = Vec::new();
    if reference.form == Form::Whole {
        writer.title(reference, Emphasis::Strong);
        writer.stop();
        rest.extend(medium(writer, reference));
        rest.extend(venue(reference).map(str::to_owned));
        rest.extend(whereabouts(writer, reference));
    } else {
        quoted_title(writer, reference, Some(["“", ",”"]));
        if let Some(place) = venue(reference) {
            let inside = format!(" {} ", writer.word("in"));
            writer.say(if reference.form == Form::Part { inside } else { " ".to_owned() });
            writer.stress(place);
            writer.say(",");
        }
        rest.extend(volume(reference).map(|volume| format!("{} {volume}", writer.word("volume"))));
        rest.extend(issue(reference).map(|issue| format!("{} {issue}", writer.word("number"))));
        rest.extend(counted_pages(writer, reference));
    }
    rest.push(year(writer, reference));
    writer.say(format!(" {}", rest.join(", ")));
    match (&reference.doi, &reference.work.url) {
        (Some(address), _) => {
            writer.say(", doi: ");
            writer.link(&crate::base::doi::bare(address), address);
            writer.say(".");
        }
        (None, Some(url)) => {
            writer.stop();
            writer.say(format!(" {} ", writer.word("online")));
            writer.link(url, url);
        }
        (None, None) => writer.stop(),
    }
}

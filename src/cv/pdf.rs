//! A CV as tagged PDF: PDF/UA-1, the same bytes for the same words.

use super::document::{Document, Kind, Run};
use super::fonts::{Fonts, Role};
use super::pages::{Laid, Line, Page, laid};
use super::sets::fitting;
use super::shape::{Paragraph, Segment};
use super::shown::{in_letters, misspelled, shown};
use super::style::{INK, Look, RULE, SOFT, hang};
use super::tags::{Drawn, Piece, tree};
use krilla::SerializeSettings;
use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Configuration, Validator};
use krilla::destination::XyzDestination;
use krilla::document::Document as Pdf;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{ArtifactType, ContentTag, Identifier, SpanTag};
use std::collections::BTreeSet;

/// A PDF, and the letters that are not in it since no font has them.
#[derive(Debug)]
pub struct Made {
    /// The file.
    pub bytes: Vec<u8>,
    /// What is missing from it.
    pub missing: BTreeSet<char>,
    /// Of whose name a letter is missing.
    pub misspelled: Option<String>,
    /// How many pages it has.
    pub pages: usize,
    /// Why the site's own fonts are not in it.
    pub refused: Option<String>,
}

/// Writes a CV.
///
/// # Errors
/// Why it cannot be written, in words.
pub fn pdf(document: &Document, fonts: &Fonts, look: Look) -> Result<Made, String> {
    let written = document;
    let (document, gone) = shown(document, fonts);
    let document = &*fitting(&document, fonts, look);
    let Laid { pages, mut missing } = laid(document, fonts, look);
    missing.extend(gone);
    let configuration = Configuration::new_with_validator(Validator::UA1);
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut pdf = Pdf::new_with(settings);
    let mut drawn: Vec<Drawn> = document.blocks.iter().map(|_| Drawn::default()).collect();
    let mut outline = Outline::new();
    let (width, height) = look.paper.size();
    let count = pages.len();
    let (mut hung, mut code) = (None, None);
    for (at, page) in pages.iter().enumerate() {
        let size = PageSettings::from_wh(width, height).ok_or("a page has a size")?;
        let mut sheet = pdf.start_page_with(size);
        let mut links: Vec<(usize, usize, Link)> = Vec::new();
        let mut surface = sheet.surface();
        rules(&mut surface, page, look);
        if let Some(address) = document.page.as_ref().filter(|_| at == 0 && look.hangs()) {
            code = super::qr::draw(&mut surface, address, (document, width), look);
        }
        if let Some(portrait) = document.portrait.as_ref().filter(|_| at == 0) {
            let place = (document.is_turned, width);
            hung = super::portrait::draw(&mut surface, portrait, place, look);
        }
        for line in &page.lines {
            draw(&mut surface, document, fonts, line, &mut drawn[line.block], &mut links);
        }
        if count > 1 {
            foot(&mut surface, document, fonts, (at + 1, count), (width, height, look.margin()));
        }
        surface.finish();
        for (block, piece, link) in links {
            let annotation = Annotation::new_link(
                LinkAnnotation::new(link.rect, Target::Action(LinkAction::new(link.to).into())),
                Some(link.words),
            );
            drawn[block].pieces[piece].link = Some(sheet.add_tagged_annotation(annotation));
        }
        sheet.finish();
        mark(&mut outline, document, page, at);
    }
    pdf.set_outline(outline);
    pdf.set_metadata(metadata(document));
    pdf.set_tag_tree(tree(document, &drawn, (hung.as_ref(), code.as_ref())));
    let misspelled = misspelled(written, &missing).map(ToOwned::to_owned);
    let bytes = pdf.finish().map_err(reason)?;
    Ok(Made { bytes, missing, misspelled, pages: count, refused: None })
}

/// Why the library wrote nothing, in words.
fn reason(error: KrillaError) -> String {
    match error {
        KrillaError::Font(_, why) => format!("a font cannot be put into it: {why}"),
        KrillaError::Validation(_) => "it would be no PDF that everybody can read".to_owned(),
        _ => "the library refuses it".to_owned(),
    }
}

/// Title, author and language; no day and no program, so that nothing changes but the words.
fn metadata(document: &Document) -> Metadata {
    let direction =
        if document.is_turned { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
    let metadata = Metadata::new()
        .title(document.name.clone())
        .authors(vec![document.name.clone()])
        .language(document.language.clone())
        .text_direction(direction);
    match &document.about {
        Some(about) => metadata.description(about.clone()),
        None => metadata,
    }
}

fn mark(outline: &mut Outline, document: &Document, page: &Page, at: usize) {
    let mut last = None;
    for line in &page.lines {
        let block = &document.blocks[line.block];
        let is_first = last.replace(line.block) != Some(line.block);
        if is_first && matches!(block.kind, Kind::Name | Kind::Part | Kind::Section) {
            let place = XyzDestination::new(at, Point::from_xy(0.0, (line.y - 30.0).max(0.0)));
            outline.push_child(OutlineNode::new(block.text(), place));
        }
    }
}

/// A link over a piece of a line.
struct Link {
    rect: Rect,
    to: String,
    words: String,
}

pub(super) fn ink(surface: &mut Surface<'_>, (red, green, blue): (u8, u8, u8)) {
    surface.set_fill(Some(Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }));
}

fn rules(surface: &mut Surface<'_>, page: &Page, look: Look) {
    ink(surface, RULE);
    let width = look.paper.size().0 - 2.0 * look.margin();
    let whole = page.rules.iter().map(|y| (*y, look.margin(), width));
    for (y, from, width) in whole.chain(page.lines_of_tables.iter().copied()) {
        surface.start_tagged(ContentTag::Artifact(ArtifactType::Other));
        bar(surface, (from, y), width, 0.4);
        surface.end_tagged();
    }
}

fn draw(
    surface: &mut Surface<'_>,
    document: &Document,
    fonts: &Fonts,
    line: &Line,
    drawn: &mut Drawn,
    links: &mut Vec<(usize, usize, Link)>,
) {
    let block = &document.blocks[line.block];
    if line.is_marked {
        drawn.mark = bullet(surface, document, fonts, line);
    }
    let is_soft = matches!(block.kind, Kind::Fact | Kind::Meta | Kind::Note);
    let alike = |one: &Segment, other: &Segment| {
        let (a, b) = (&block.runs[one.run], &block.runs[other.run]);
        a.language == b.language && a.link == b.link
    };
    let mut x = line.x;
    for group in line.segments.chunk_by(alike) {
        let run = &block.runs[group[0].run];
        let span = SpanTag::empty().with_lang(run.language.as_deref());
        let content = surface.start_tagged(ContentTag::Span(span));
        let start = x;
        for segment in group {
            let is_strong = block.runs[segment.run].strong;
            ink(surface, if is_soft && !is_strong { SOFT } else { INK });
            glyphs(surface, fonts, segment, (x, line.y), line.size);
            if block.runs[segment.run].struck {
                // A line through the middle of small letters.
                let y = line.y - line.size * 0.28;
                bar(surface, (x, y), segment.width, line.size * 0.05);
            }
            x += segment.width;
        }
        surface.end_tagged();
        drawn.pieces.push(Piece { content, link: None, cell: line.cell });
        let (y, height) = (line.y - line.size * 0.9, line.size * 1.2);
        if let (Some(to), Some(rect)) = (&run.link, Rect::from_xywh(start, y, x - start, height)) {
            let words = if run.text.trim().is_empty() { to } else { run.text.trim() }.to_owned();
            let link = Link { rect, to: to.clone(), words };
            links.push((line.block, drawn.pieces.len() - 1, link));
        }
    }
}

fn bar(surface: &mut Surface<'_>, (x, y): (f32, f32), width: f32, height: f32) {
    let mut path = PathBuilder::new();
    if let Some(rect) = Rect::from_xywh(x, y, width, height) {
        path.push_rect(rect);
    }
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

fn glyphs(
    surface: &mut Surface<'_>,
    fonts: &Fonts,
    segment: &Segment,
    (x, y): (f32, f32),
    size: f32,
) {
    /// How much heavier letters are drawn that have no weight in which they stand out.
    const HEAVIER: f32 = 0.028;
    let face = fonts.face(segment.face);
    let paint = surface.get_fill().filter(|_| face.is_faint).map(|fill| fill.paint.clone());
    surface.set_stroke(paint.map(|paint| {
        let line_join = LineJoin::Round;
        Stroke { paint, width: size * HEAVIER, line_join, ..Stroke::default() }
    }));
    let (font, at) = (face.font(), Point::from_xy(x, y));
    surface.draw_glyphs(at, &segment.glyphs, font, &segment.text, size, false);
    surface.set_stroke(None);
}

/// The mark before an item.
fn bullet(
    surface: &mut Surface<'_>,
    document: &Document,
    fonts: &Fonts,
    line: &Line,
) -> Option<Identifier> {
    ink(surface, INK);
    let length: f32 = line.segments.iter().map(|segment| segment.width).sum();
    let mut missing = BTreeSet::new();
    let block = &document.blocks[line.block];
    let sign = block.mark.as_deref().unwrap_or("•");
    let segments = words(sign, Role::Text, fonts, line.size, &mut missing);
    let segment = segments.first()?;
    let hang = hang(block);
    let x = if line.is_turned { line.x + length + hang - segment.width } else { line.x - hang };
    let mark = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
    glyphs(surface, fonts, segment, (x, line.y), line.size);
    surface.end_tagged();
    Some(mark)
}

/// The name and the number of the page, which are no part of what is read.
fn foot(
    surface: &mut Surface<'_>,
    document: &Document,
    fonts: &Fonts,
    (at, count): (usize, usize),
    (width, height, margin): (f32, f32, f32),
) {
    const SIZE: f32 = 7.8;
    /// A longer name is left out.
    const LONGEST: usize = 60;
    let name = Some(document.name.as_str()).filter(|name| name.chars().count() <= LONGEST);
    let text = name.map_or_else(String::new, |name| format!("{name}  ·  "));
    let text = super::document::tidy(&format!("{text}{at} / {count}"));
    let text = in_letters(&text, fonts);
    let segments = words(&text, Role::Facts, fonts, SIZE, &mut BTreeSet::new());
    let length: f32 = segments.iter().map(|segment| segment.width).sum();
    let mut x = if document.is_turned { margin } else { width - margin - length };
    ink(surface, SOFT);
    surface.start_tagged(ContentTag::Artifact(ArtifactType::Footer));
    for segment in &segments {
        glyphs(surface, fonts, segment, (x, height - 34.0), SIZE);
        x += segment.width;
    }
    surface.end_tagged();
}

/// A few words.
fn words(
    text: &str,
    role: Role,
    fonts: &Fonts,
    size: f32,
    missing: &mut BTreeSet<char>,
) -> Vec<Segment> {
    // As they are, and not tidied: letters and marks that a font has apart stay apart.
    let run = Run { text: text.to_owned(), ..Run::default() };
    let block = super::document::Block::new(Kind::Note, vec![run]);
    let look = (role, false, size);
    let paragraph = Paragraph::new((text, &block), look, ("", false));
    paragraph.line(fonts, 0..text.len(), false, missing)
}

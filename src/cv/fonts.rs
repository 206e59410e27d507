//! The typefaces of a CV: those of the site's own fonts first, then the theme's.

use harfrust::{FontRef, Language, ShapePlan, ShaperData, ShaperInstance};
use krilla::text::{Font, Tag};
use skrifa::MetadataProvider;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};
use unicode_normalization::char::is_combining_mark;

use crate::base::Fingerprint;
use crate::base::font::name::named;
use crate::base::font::unpacked;

/// A part of the page that has a typeface of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Role {
    /// The name.
    Display,
    /// Running text and titles.
    Text,
    /// Facts, headings of sections, days.
    Facts,
    /// Code.
    Code,
}

/// All of them, in the order in which a look names their families.
const ROLES: [Role; 4] = [Role::Display, Role::Text, Role::Facts, Role::Code];

/// A typeface in one weight, ready to shape and to be written.
pub(super) struct Face {
    data: Arc<Vec<u8>>,
    index: u32,
    /// As it is written into a PDF, unless it is drawn before.
    font: Font,
    /// What it is called and how heavy it is, when it is drawn in its weight: once, when the first
    /// CV has a letter of it, so that not every CV has to.
    drawing: Option<(String, f32)>,
    drawn: OnceLock<Font>,
    shaper: ShaperData,
    instance: ShaperInstance,
    /// How texts of a direction, script and language are shaped: looking that up takes longer than
    /// shaping a line.
    plans: RwLock<Vec<(PlanKey, Arc<ShapePlan>)>>,
    /// Units to one em.
    pub(super) units: f32,
    /// Whether it is lighter than is wanted, and has no weight of its own that is right.
    pub(super) is_faint: bool,
    letters: Vec<char>,
}

/// Whether a text runs from right to left, its script, its language.
type PlanKey = (bool, harfrust::Script, Option<Language>);

impl Face {
    fn new(data: &Arc<Vec<u8>>, index: u32, weight: f32) -> Option<Self> {
        let font = FontRef::from_index(data, index).ok()?;
        let mut letters: Vec<char> =
            font.charmap().mappings().filter_map(|(code, _)| char::from_u32(code)).collect();
        letters.sort_unstable();
        let axes = [(Tag::new(b"wght"), weight)];
        let written = Font::new_variable(data.clone().into(), index, &axes)?;
        Some(Self {
            index,
            units: written.units_per_em(),
            font: written,
            drawing: None,
            drawn: OnceLock::new(),
            shaper: ShaperData::new(&font),
            instance: ShaperInstance::from_variations(&font, [("wght", weight)]),
            plans: RwLock::default(),
            is_faint: weight >= HEAVY && !weighs(&font, true),
            letters,
            data: data.clone(),
        })
    }

    /// As it is written into a PDF.
    pub(super) fn font(&self) -> Font {
        let Some((name, weight)) = &self.drawing else { return self.font.clone() };
        let draw = || {
            let drawn = super::drawn::drawn(&self.data, *weight)?;
            Font::new(Arc::new(named(drawn, name)).into(), 0)
        };
        self.drawn.get_or_init(|| draw().unwrap_or_else(|| self.font.clone())).clone()
    }

    pub(super) fn has(&self, letter: char) -> bool {
        self.letters.binary_search(&letter).is_ok()
    }

    /// Shapes a text that the face has all letters of.
    pub(super) fn shape(
        &self,
        text: &str,
        is_turned: bool,
        language: Option<&Language>,
    ) -> harfrust::GlyphBuffer {
        let font = FontRef::from_index(&self.data, self.index).expect("it was read before");
        let shaper = self.shaper.shaper(&font).instance(Some(&self.instance)).build();
        let mut buffer = harfrust::UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        // Some letters look otherwise in some languages: a cedilla is a comma in Romanian.
        if let Some(language) = language {
            buffer.set_language(language.clone());
        }
        buffer.set_direction(if is_turned {
            harfrust::Direction::RightToLeft
        } else {
            harfrust::Direction::LeftToRight
        });
        let plan = self.plan(&shaper, &buffer, is_turned);
        shaper.shape(buffer, harfrust::ShapeOptions::new().plan(Some(&plan)))
    }

    fn plan(
        &self,
        shaper: &harfrust::Shaper<'_>,
        buffer: &harfrust::UnicodeBuffer,
        is_turned: bool,
    ) -> Arc<ShapePlan> {
        /// As many as a site of many languages needs.
        const MOST: usize = 32;
        let key = (is_turned, buffer.script(), buffer.language());
        let known = self.plans.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, plan)) = known.iter().find(|(known, _)| *known == key) {
            return plan.clone();
        }
        drop(known);
        let (script, language) = (Some(buffer.script()), key.2.as_ref());
        let plan = ShapePlan::new(shaper, buffer.direction(), script, language, &[]);
        let plan = Arc::new(plan);
        let mut known = self.plans.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() < MOST {
            known.push((key, plan.clone()));
        }
        plan
    }
}

/// The typefaces of a CV.
pub struct Fonts {
    pub(super) faces: Vec<Face>,
    /// The faces of each role in a weight, in the order in which they are asked for a letter.
    pub(super) orders: Vec<(Role, bool, Vec<usize>)>,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Fonts({})", self.faces.len())
    }
}

/// The five files of each of the theme's families, those that are wanted most first.
const FILES: [&str; 5] = ["latin", "signs", "east", "ext", "more"];
/// How heavy words are, and those that stand out.
const WEIGHTS: [(bool, f32); 2] = [(false, 400.0), (true, 640.0)];

/// Fonts that were read: of which theme, with which of the site's own.
type Known = (Fingerprint, Vec<Arc<Vec<u8>>>, Arc<Fonts>);

/// From which weight on letters stand out (OpenType, `OS/2`, `usWeightClass`).
const HEAVY: f32 = 600.0;

/// Whether a font has letters that stand out, or that do not.
fn weighs(font: &FontRef<'_>, is_strong: bool) -> bool {
    let is_variable = font.axes().iter().any(|axis| axis.tag() == skrifa::Tag::new(b"wght"));
    let weight = font.attributes().weight.value();
    is_variable || (weight >= HEAVY) == is_strong
}

impl Fonts {
    /// The fonts of a theme's look (`type`), with the site's own behind them, for the letters that
    /// the theme lacks.
    pub fn of(assets: &BTreeMap<String, Vec<u8>>, look: &str, own: &[Arc<Vec<u8>>]) -> Arc<Self> {
        /// The fonts of this many sites are kept.
        const KEPT: usize = 4;
        static KNOWN: Mutex<Vec<Known>> = Mutex::new(Vec::new());
        let families = families(look);
        let mut files: Vec<&[u8]> = Vec::new();
        for family in families {
            files.extend(FILES.iter().filter_map(|part| file(assets, family, part)));
        }
        let prints = files.iter().copied().map(Fingerprint::of_bytes);
        let print = Fingerprint::of_all(prints.chain([Fingerprint::of(look)]));
        // A font of all Han letters has 20 MB, and is asked for with each CV.
        let is_same =
            |(known, of): (&Arc<Vec<u8>>, &Arc<Vec<u8>>)| Arc::ptr_eq(known, of) || known == of;
        let are_same =
            |of: &[Arc<Vec<u8>>]| of.len() == own.len() && of.iter().zip(own).all(is_same);
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, _, fonts)) = known.iter().find(|(of, its, _)| *of == print && are_same(its))
        {
            return fonts.clone();
        }
        let fonts = Arc::new(Self::read(assets, families, own));
        if known.len() == KEPT {
            known.remove(0);
        }
        known.push((print, own.to_vec(), fonts.clone()));
        fonts
    }

    fn read(
        assets: &BTreeMap<String, Vec<u8>>,
        families: [&'static str; 4],
        own: &[Arc<Vec<u8>>],
    ) -> Self {
        let mut fonts = Self { faces: Vec::new(), orders: Vec::new() };
        let cards = crate::site::Face::ALL.map(|face| Arc::new(face.bytes().to_vec()));
        // Unpacked once for all weights.
        let mut unpacked_files: Vec<(&str, Vec<Arc<Vec<u8>>>)> = Vec::new();
        for family in families {
            if !unpacked_files.iter().any(|(known, _)| *known == family) {
                let data = FILES.iter().filter_map(|part| unpacked(file(assets, family, part)?));
                let data = data.map(|data| Arc::new(data.into_owned()));
                unpacked_files.push((family, data.collect()));
            }
        }
        for (is_strong, weight) in WEIGHTS {
            // What the theme leaves to the reader's machine, as the middle dot, cards have.
            let last: Vec<usize> =
                cards.iter().filter_map(|data| fonts.add(Face::new(data, 0, weight))).collect();
            // Of two files of a family, the one in this weight is asked first.
            let weighs_so = |data: &&Arc<Vec<u8>>| {
                FontRef::from_index(data, 0).is_ok_and(|font| weighs(&font, is_strong))
            };
            let (fit, others): (Vec<_>, Vec<_>) = own.iter().partition(weighs_so);
            let own = fit.into_iter().chain(others);
            let behind: Vec<usize> =
                own.filter_map(|data| fonts.add(Face::new(data, 0, weight))).collect();
            let mut read: Vec<(&str, Vec<usize>)> = Vec::new();
            for (family, data) in &unpacked_files {
                let face = |data| {
                    let drawing = Some((name(family), weight));
                    Some(Face { drawing, ..Face::new(data, 0, weight)? })
                };
                let faces = data.iter().filter_map(|data| fonts.add(face(data)));
                read.push((*family, faces.collect()));
            }
            for (role, family) in ROLES.into_iter().zip(families) {
                let first = read.iter().filter(|(known, _)| *known == family);
                let others = read.iter().filter(|(known, _)| *known != family);
                let order = first.chain(others).flat_map(|(_, faces)| faces.iter().copied());
                let order = order.chain(behind.iter().chain(&last).copied()).collect();
                fonts.orders.push((role, is_strong, order));
            }
        }
        fonts
    }

    fn add(&mut self, face: Option<Face>) -> Option<usize> {
        self.faces.push(face?);
        Some(self.faces.len() - 1)
    }

    pub(super) fn face(&self, at: usize) -> &Face {
        &self.faces[at]
    }

    /// The face for a letter. What has no face of its own, a space or a mark, stays in that of the
    /// letter before, the `last` one, if it can.
    pub(super) fn find(
        &self,
        (role, is_strong): (Role, bool),
        last: Option<usize>,
        letter: char,
    ) -> Option<usize> {
        let order = self.orders.iter().find(|order| order.0 == role && order.1 == is_strong)?;
        let follows = letter == ' ' || is_combining_mark(letter);
        let last = last.filter(|last| follows && order.2.contains(last));
        last.into_iter().chain(order.2.iter().copied()).find(|face| self.faces[*face].has(letter))
    }
}

/// The families of the name, the text, the facts and code.
fn families(look: &str) -> [&'static str; 4] {
    match look {
        "grotesk" => ["grotesk", "sans", "sans", "mono"],
        "plain" => ["plain", "plain", "plain", "mono"],
        "round" => ["round", "round", "round", "mono"],
        "mono" => ["mono", "sans", "sans", "mono"],
        _ => ["serif", "serif", "sans", "mono"],
    }
}

/// What a family is called where it is embedded, as in the theme's style sheet: `VakwerkSerif`.
/// Not as the typeface that it was cut from, whose name is reserved.
fn name(family: &str) -> String {
    let (first, rest) = family.split_at(1);
    format!("Vakwerk{}{rest}", first.to_uppercase())
}

fn file<'a>(assets: &'a BTreeMap<String, Vec<u8>>, family: &str, part: &str) -> Option<&'a [u8]> {
    assets.get(&format!("fonts/{family}-{part}.woff2")).map(Vec::as_slice)
}

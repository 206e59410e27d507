//! Every address of the site, and what is shown at each: the plan, and the views.

mod citation;
mod collisions;
mod contact;
mod context;
mod drawn_map;
mod finder_files;
mod fingerprints;
mod form_notes;
mod formats;
mod former;
mod inside;
mod item;
mod json_ld;
mod list_pages;
mod lists;
mod markdown;
mod menu;
mod own_files;
mod paths;
mod person_file;
mod pictures;
mod places;
mod plan;
mod portrait;
mod questions;
mod reader;
mod retell;
mod routes;
mod shared_card;
mod show;
mod small_map;
mod style;
mod town_lists;
mod towns;
mod typeface;
pub mod view;

pub use crate::theme::Drawn;
pub use context::{Cards, NoCards, ViewContext};
pub use fingerprints::Fingerprints;
pub use formats::{open_email, open_phone};
pub use item::{
    Card, Export, ExportResult, Item, Make, Page, Redirect, Subject, ToldResult, Unmade, What,
};
pub use lists::{Filter, List};
pub use markdown::left_to_right;
pub use markdown::plain::{plain, shortened};
pub use person_file::PersonFile;
pub use places::settle;
pub use plan::{Site, plan};
pub use reader::SiteReader;
pub use routes::output_path;
pub use shared_card::{CARD_SIZE, network_card, shared_card, wants_card, wants_network_card};
pub use show::{GROUP_CARD_FILE, consent_words};
pub use typeface::{Face, Stretch, can_be_drawn, typeset};
pub use view::parts::Phrase;

/// The file of a calendar of events, below the page whose events they are.
pub const EVENTS_FILE: &str = "events.ics";
/// The file of the calendar of one event, below its page.
pub const EVENT_FILE: &str = "event.ics";

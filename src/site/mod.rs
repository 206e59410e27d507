//! Every address of the site, and what is shown at each: the plan, and the views.

mod code;
mod embed;
mod finder_files;
mod fingerprints;
mod formats;
mod former;
mod headings;
mod item;
mod json_ld;
mod lens;
mod lists;
mod markdown;
mod menu;
mod paths;
mod person_file;
mod plan;
mod portrait;
mod routes;
mod shared_card;
mod show;
mod style;
pub mod view;

pub use fingerprints::Fingerprints;
pub use formats::{open_email, open_phone};
pub use item::{Card, Export, Item, Page, Redirect, Subject, What};
pub use lens::{Cards, Lens, NoCards};
pub use lists::{List, Narrowed, Of};
pub use markdown::plain;
pub use person_file::PersonFile;
pub use plan::{Site, plan};
pub use shared_card::{CARD_SIZE, network_card, shared_card};

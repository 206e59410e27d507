//! Every address of the site, and what is shown at each: the plan, and the views.

mod embed;
mod item;
mod lens;
mod lists;
mod markdown;
mod plan;
mod routes;
mod shared_card;
mod show;
pub mod view;

pub use item::{Card, Export, Item, Page, Redirect, Subject, What};
pub use lens::{Cards, Lens, NoCards};
pub use lists::{List, Narrowed, Of};
pub use plan::{Site, plan};
pub use shared_card::shared_card;

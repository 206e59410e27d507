//! From the edition to views: one file per kind of page.

mod about;
mod article;
mod by_text;
mod card;
mod credits;
mod event;
mod expert;
mod feeds;
mod form;
mod graph;
mod group;
mod home;
mod layout;
mod listing;
mod map;
mod network;
mod organization;
mod positions;
mod preview;
mod project;
mod request;
mod row;
mod search;
mod text;
mod timeline;
mod topic;

use self::about::About;
use super::context::ViewContext;
use super::item::{Card, Page};
use super::view::page_view::PageView;
use super::view::site_view::SiteView;
use super::view::{CardView, View};

pub use form::consent_words;
pub use group::CARD_FILE as GROUP_CARD_FILE;
pub(super) use map::is_on_map;

impl<'a> ViewContext<'a> {
    /// What every page of this language shares.
    pub fn site_view(self) -> SiteView {
        layout::site(self)
    }

    /// What the frame around a page needs to know.
    pub fn page_view(self, page: Page) -> PageView {
        layout::page(self, page)
    }

    /// What the template of a page is given.
    pub fn view(self, page: Page) -> View<'a> {
        match page {
            Page::Home => View::Home(home::view(self)),
            Page::Expert(id) => View::Expert(Box::new(expert::view(self, id))),
            Page::Project(id) => View::Project(Box::new(project::view(self, id))),
            Page::Organization(id) => View::Organization(organization::view(self, id)),
            Page::Topic(id) => View::Topic(topic::view(self, id)),
            Page::Request(id) => View::Request(request::view(self, id)),
            Page::Group(id) => View::Group(Box::new(group::view(self, id))),
            Page::Article(id) => View::Article(Box::new(article::view(self, id))),
            Page::Event(id) => View::Event(Box::new(event::view(self, id))),
            Page::Listing(list, number) => View::Listing(listing::view(self, list, number)),
            Page::Topics => View::Topics(topic::tree(self)),
            Page::Network => View::Network(network::view(self)),
            Page::Map => View::Map(map::view(self)),
            Page::Search => View::Search(search::view(self)),
            Page::Join => View::Form(Box::new(form::view(self, form::Purpose::Join))),
            Page::Edit => View::Form(Box::new(form::view(self, form::Purpose::Edit))),
            Page::Page(id) => View::Text(text::view(self, id)),
            Page::NotFound => View::NotFound,
        }
    }

    /// What the layout knows of a page beside its address.
    fn about(self, page: Page) -> About {
        match page {
            Page::Home => about::about_home(self),
            Page::Expert(id) => about::about_expert(self, id),
            Page::Project(id) => about::about_project(self, id),
            Page::Organization(id) => about::about_organization(self, id),
            Page::Topic(id) => about::about_topic(self, id),
            Page::Request(id) => about::about_request(self, id),
            Page::Group(id) => group::about(self, id),
            Page::Article(id) => article::about(self, id),
            Page::Event(id) => event::about(self, id),
            Page::Listing(list, number) => listing::about(self, self.site.list(list), number),
            Page::Topics => about::about_topics(self),
            Page::Network => about::about_whole(self, "network"),
            Page::Map => about::about_whole(self, "map"),
            Page::Search => about::about_search(self),
            Page::Join => form::about(self, form::Purpose::Join),
            Page::Edit => form::about(self, form::Purpose::Edit),
            Page::Page(id) => about::about_text(self, id),
            Page::NotFound => about::about_nothing(self),
        }
    }

    /// What the template of a card is given.
    pub fn card_view(self, card: Card) -> CardView<'a> {
        match card {
            Card::Expert(id) => CardView::Expert(card::expert(self, id)),
            Card::Project(id) => CardView::Project(card::project(self, id)),
            Card::Organization(id) => CardView::Organization(card::organization(self, id)),
            Card::Request(id) => CardView::Request(card::request(self, id)),
            Card::Group(id) => CardView::Group(group::card(self, id)),
            Card::Article(id) => CardView::Article(article::card(self, id)),
            Card::Event(id) => CardView::Event(event::card(self, id)),
        }
    }
}

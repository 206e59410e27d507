//! What templates are given: one type per kind of page. A template sees nothing else.

pub mod article_view;
pub mod cards;
pub mod event_view;
pub mod expert_view;
pub mod form_view;
pub mod graph_view;
pub mod group_view;
pub mod home_view;
pub mod listing_view;
pub mod map_view;
pub mod network_view;
pub mod organization_view;
pub mod page_view;
pub mod parts;
pub mod project_view;
pub mod request_view;
pub mod search_view;
pub mod site_view;
pub mod text_view;
pub mod timeline_view;
pub mod topic_view;
pub mod topics_view;

use serde::Serialize;

/// The view of a page, by the kind of the page.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum View<'a> {
    /// The front page of a network: `home.html`.
    Home(home_view::HomeView<'a>),
    /// An expert: `expert.html`.
    Expert(Box<expert_view::ExpertView<'a>>),
    /// A project: `project.html`.
    Project(Box<project_view::ProjectView<'a>>),
    /// An organization: `organization.html`.
    Organization(organization_view::OrganizationView<'a>),
    /// A topic: `topic.html`.
    Topic(topic_view::TopicView<'a>),
    /// A request: `request.html`.
    Request(request_view::RequestView<'a>),
    /// A group: `group.html`.
    Group(Box<group_view::GroupView<'a>>),
    /// A piece of news: `article.html`.
    Article(Box<article_view::ArticleView<'a>>),
    /// An event: `event.html`.
    Event(Box<event_view::EventView<'a>>),
    /// A list: `listing.html`.
    Listing(listing_view::ListingView<'a>),
    /// The tree of topics: `topics.html`.
    Topics(topics_view::TopicsView<'a>),
    /// The network as a whole: `network.html`.
    Network(network_view::NetworkView<'a>),
    /// Where people are: `map.html`.
    Map(map_view::MapView),
    /// The finder: `search.html`.
    Search(search_view::SearchView<'a>),
    /// The form of a profile: `form.html`.
    Form(Box<form_view::FormView<'a>>),
    /// A text page: `text.html`.
    Text(text_view::TextView<'a>),
    /// What is shown when there is no such page: `404.html`.
    NotFound,
}

impl View<'_> {
    /// The name of the view: that of its template and of the variable that the template is given.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Home(_) => "home",
            Self::Expert(_) => "expert",
            Self::Project(_) => "project",
            Self::Organization(_) => "organization",
            Self::Topic(_) => "topic",
            Self::Request(_) => "request",
            Self::Group(_) => "group",
            Self::Article(_) => "article",
            Self::Event(_) => "event",
            Self::Listing(_) => "listing",
            Self::Topics(_) => "topics",
            Self::Network(_) => "network",
            Self::Map(_) => "map",
            Self::Search(_) => "search",
            Self::Form(_) => "form",
            Self::Text(_) => "text",
            Self::NotFound => "404",
        }
    }
}

/// The view of a card, by the kind of the entry.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum CardView<'a> {
    /// `components/expert-card.html`.
    Expert(cards::ExpertCard<'a>),
    /// `components/project-card.html`.
    Project(cards::ProjectCard<'a>),
    /// `components/organization-card.html`.
    Organization(cards::OrganizationCard<'a>),
    /// `components/request-card.html`.
    Request(cards::RequestCard<'a>),
    /// `components/group-card.html`.
    Group(cards::GroupCard<'a>),
    /// `components/article-card.html`.
    Article(article_view::ArticleCard<'a>),
    /// `components/event-card.html`.
    Event(event_view::EventCard<'a>),
}

impl CardView<'_> {
    /// The template of the card.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Expert(_) => "components/expert-card.html",
            Self::Project(_) => "components/project-card.html",
            Self::Organization(_) => "components/organization-card.html",
            Self::Request(_) => "components/request-card.html",
            Self::Group(_) => "components/group-card.html",
            Self::Article(_) => "components/article-card.html",
            Self::Event(_) => "components/event-card.html",
        }
    }
}

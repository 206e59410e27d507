//! A small map on the page of what is in one town: the land around it, and a mark.

use super::context::ViewContext;
use super::drawn_map::Frame;
use super::view::map_view::SmallMap;
use crate::base::places::SOURCES;
use crate::config::Kind;
use crate::edition::{Expert, Spot};

/// How large it is.
const SIZE: (i32, i32) = (144, 96);
/// How many bytes its land may take: a page is no heavier for a small map than for a paragraph.
const MOST: usize = 900;

impl ViewContext<'_> {
    /// The map of where something is, on a site that has a map.
    pub(super) fn small_map(self, spot: Option<&Spot>) -> Option<SmallMap> {
        let config = &self.site.config;
        let town = &spot.filter(|_| config.map && config.kind == Kind::Network)?.town;
        if town.name.is_empty() {
            return None;
        }
        let frame = Frame::beside(town.at, SIZE);
        let land = frame.land_within(MOST);
        let (x, y) = frame.point(town.at);
        let parts = [&town.name, &town.region].into_iter().filter(|part| !part.is_empty());
        let mut parts: Vec<&str> = parts.map(|part| &**part).collect();
        parts.dedup();
        let title = parts.join(", ");
        (!land.is_empty()).then_some(SmallMap {
            width: SIZE.0,
            height: SIZE.1,
            land,
            x,
            y,
            title,
            url: self.has_map().then(|| self.standing("map/")).flatten(),
            sources: SOURCES,
        })
    }

    /// Whether the site has a map of all its people.
    pub(super) fn has_map(self) -> bool {
        let site = self.site;
        site.config.map && site.is_map(&format!("{}map/", site.routes().prefix(self.language)))
    }

    /// The map of where an expert works from; none of whoever is on no map.
    pub(super) fn map_of_expert(self, expert: &Expert) -> Option<SmallMap> {
        self.small_map(expert.spot.as_ref().filter(|_| expert.on_map && expert.listed))
    }
}

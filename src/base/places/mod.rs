//! Towns: where they are, how far one is from another, and the outlines of the countries around
//! them. All of it is in the program, and nothing is asked of anybody.

pub mod address;
mod around;
mod candidates;
mod distance;
mod doubt;
mod gazetteer;
mod outlines;
mod parts;
mod position;
mod town;
mod towns;
mod unknown;
mod unpack;
mod written;

pub use distance::Distance;
pub use gazetteer::{Found, Gazetteer, Sought};
pub use outlines::{bounds, outlines_within};
pub use parts::is_anywhere;
pub use position::{Position, shrinking};
pub use town::{OwnTown, Town};

/// From here on, a place is not in the town that is said to be there.
pub const FAR: Distance = Distance(500);

/// Whom the towns and the outlines are from, as their licences want it said.
pub const SOURCES: &str = "GeoNames (CC BY 4.0), Natural Earth";

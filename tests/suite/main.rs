//! Vakwerk as its users see it: through the command line and the built site. Modules by promise,
//! not by source file.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "tests touch the world on purpose"
)]
#![allow(
    unreachable_pub,
    reason = "the driver's items are public to the modules of this one binary"
)]
#![allow(clippy::too_many_lines, reason = "a test may be one long story, or a table")]

mod addresses;
mod alike;
mod architecture;
mod asking;
mod asking_abroad;
mod asking_words;
mod auditing;
mod authorship;
mod bombs;
mod build;
mod calendar_imports;
mod called;
mod calls;
mod card_imports;
mod cards;
mod check;
mod cli;
mod cms;
mod code_quality;
mod consent;
mod content;
mod cvs;
mod dated;
mod diagnostics;
mod directory;
mod distances;
mod documentation;
mod editing;
mod events;
mod example;
mod exports;
mod fails_closed;
mod finder;
mod finding;
mod foreign_signs;
mod forges;
mod freshness;
mod fuzz;
mod git_host;
mod git_safety;
mod group_facet;
mod group_imports;
mod group_shapes;
mod groups;
mod groups_over_time;
mod habits;
mod held_back;
mod hostile;
mod importing;
mod imports;
mod incremental;
mod joining;
mod keeping;
mod languages;
mod leaving;
mod leaving_groups;
mod letters;
mod limits;
mod look;
mod members;
mod mistakes;
mod names;
mod namesakes;
mod narrowing;
mod nearby;
mod news;
mod packages;
mod pages;
mod phrases;
mod pictures;
mod places;
mod portfolios;
mod precedence;
mod publications;
mod reaching;
mod reference;
mod refusing;
mod relations;
mod remains;
mod remembering;
mod reports;
mod safety;
mod schema;
mod serve;
mod serve_while_writing;
mod shown_numbers;
mod silence;
mod site_imports;
mod slips;
mod small_maps;
mod spreadsheet;
mod strays;
mod tables;
mod taking_in;
mod teams;
mod test_site;
mod themes;
mod towns;
mod translations;
mod truth;
mod unsaid;
mod values;
mod writing;

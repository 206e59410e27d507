#![doc = include_str!("../ARCHITECTURE.md")]

pub mod asset;
pub mod base;
pub mod catalog;
pub mod cli;
pub mod config;
pub mod edition;
pub mod export;
pub mod memo;
pub mod output;
pub mod pipeline;
pub mod record;
pub mod render;
pub mod serve;
pub mod site;
pub mod source;
pub mod theme;

//! Vakwerk as its users see it: through the command line and the built site. Modules by promise.
fn main() {}

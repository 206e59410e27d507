//! The text of a new entry: it builds at once, and its comments explain the keys.

use crate::base::yaml::quoted;
use crate::base::{EntryKind, Language, each_kind};

/// The text of a new entry of `kind`, in Dutch or else in English.
pub fn scaffold(kind: EntryKind, name: &str, language: &Language) -> String {
    macro_rules! templates {
        ($($kind:ident $name:ident $table:ident $ids:ident,)*) => {
            match kind {
                $(EntryKind::$kind => [
                    include_str!(concat!("../cli/scaffold/", stringify!($name), ".nl.md")),
                    include_str!(concat!("../cli/scaffold/", stringify!($name), ".en.md")),
                ],)*
            }
        };
    }
    let [dutch, english] = each_kind!(templates);
    let template = if language.primary() == "nl" { dutch } else { english };
    template.replace("NAME", &quoted(name))
}

//! The form of a profile: which fields there are, in which groups, and what may stand in each. All
//! of it follows from the schema of profiles; only the order and the groups are said here. It holds
//! nothing of anybody, so pages, `intake` and the editor share it.

mod field;
mod groups;

pub use field::{Field, Kind};
pub use groups::{Group, groups, is_field};

#[cfg(test)]
mod tests {
    use super::groups::{GROUPS, NOT_ASKED};
    use super::{Field, Kind, groups};
    use crate::base::EntryKind;
    use crate::record::schema;
    use std::collections::BTreeSet;

    /// Whoever adds a key to a profile decides here whether the form asks for it.
    #[test]
    fn every_key_of_a_profile_is_in_the_form_or_left_out_on_purpose() {
        let schema = schema(EntryKind::Expert);
        let keys = schema["properties"].as_object().expect("keys").keys();
        let known: BTreeSet<&str> = keys.map(String::as_str).collect();
        let asked = GROUPS.iter().flat_map(|(_, keys)| keys.iter().copied());
        let decided: Vec<&str> = asked.chain(NOT_ASKED).collect();
        let unique: BTreeSet<&str> = decided.iter().copied().collect();
        assert_eq!(unique.len(), decided.len(), "a key is decided of twice");
        assert_eq!(unique, known);
    }

    #[test]
    fn kinds_follow_from_the_schema() {
        let all = groups(&[]);
        let fields: Vec<&Field> = all.iter().flat_map(|group| &group.fields).collect();
        let of = |path: &str| {
            let mut below = fields.clone();
            let mut found = None;
            for key in path.split('.') {
                let field = *below.iter().find(|field| field.key == key).expect(path);
                below = field.fields.iter().collect();
                found = Some(field);
            }
            found.expect(path)
        };
        for (path, kind) in [
            ("name", Kind::Line),
            ("who", Kind::Prose),
            ("roles", Kind::Lines),
            ("location", Kind::Group),
            ("location.remote", Kind::Switch),
            ("location.radius", Kind::Number),
            ("contact.email", Kind::Email),
            ("links", Kind::Pairs),
            ("languages", Kind::List),
            ("expertise.level", Kind::Choice),
            ("expertise.topic", Kind::Topic),
            ("expertise.since", Kind::Date),
            ("publications.type", Kind::Choice),
            ("availability.hours", Kind::Number),
        ] {
            assert_eq!(of(path).kind, kind, "{path}");
        }
        assert!(of("name").required && of("certificates.title").required);
        assert_eq!(of("expertise.level").options.len(), 4);
        assert_eq!(
            (of("availability.hours").min, of("availability.hours").max),
            (Some(1), Some(80))
        );
    }
}

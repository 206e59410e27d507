//! One field of the form, as the schema describes its key.

use serde_json::Value;

/// One field.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its key, in the group or the item where it stands.
    pub key: String,
    /// The keys down to it: `location.city`, `experience.title`.
    pub path: String,
    /// What may stand in it.
    pub kind: Kind,
    /// Whether something must.
    pub required: bool,
    /// The values of a choice; a word that may stand instead of a date.
    pub options: Vec<String>,
    /// The least number.
    pub min: Option<i64>,
    /// The greatest number.
    pub max: Option<i64>,
    /// The fields of a group, or of each item of a list.
    pub fields: Vec<Self>,
}

impl Field {
    /// A field that must be filled in, of an item that has no keys in the file.
    fn one(above: &str, key: &str, kind: Kind) -> Self {
        Self {
            key: key.to_owned(),
            path: format!("{above}.{key}"),
            kind,
            required: true,
            options: Vec::new(),
            min: None,
            max: None,
            fields: Vec::new(),
        }
    }
}

/// What may stand in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A line of text.
    Line,
    /// A text in Markdown.
    Prose,
    /// Several texts, one on each line.
    Lines,
    /// A mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A web address.
    Url,
    /// A year, a month or a day.
    Date,
    /// A whole number.
    Number,
    /// One of several words.
    Choice,
    /// Yes or no, or as the site has it.
    Switch,
    /// The name of a topic.
    Topic,
    /// The tag of a language.
    Tag,
    /// The name of a service on which somebody has a page.
    Service,
    /// Fields that stand together.
    Group,
    /// Items with the same fields.
    List,
    /// Addresses, each under a word.
    Pairs,
    /// Something that does not travel in a form, told of.
    Note,
}

impl Kind {
    /// Its name for templates and scripts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Prose => "prose",
            Self::Lines => "lines",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Url => "url",
            Self::Date => "date",
            Self::Number => "number",
            Self::Choice => "choice",
            Self::Switch => "switch",
            Self::Topic => "topic",
            Self::Tag => "tag",
            Self::Service => "service",
            Self::Group => "group",
            Self::List => "list",
            Self::Pairs => "pairs",
            Self::Note => "note",
        }
    }
}

/// Keys of items and groups that nobody fills in by hand: what only the files of the site need,
/// what a form of one level cannot hold, and what names the site's kinds of CV.
const NOT_IN_ITEMS: [&str; 4] = ["id", "at", "authors", "cv"];

/// The field of a key at the top of a profile.
pub(super) fn field_of(schema: &Value, key: &str) -> Field {
    let required = is_required(schema, key);
    field(schema, &schema["properties"][key], ("", key), required)
}

fn is_required(group: &Value, key: &str) -> bool {
    group["required"].as_array().is_some_and(|keys| keys.iter().any(|known| known == key))
}

fn field(root: &Value, property: &Value, (above, key): (&str, &str), required: bool) -> Field {
    let path = if above.is_empty() { key.to_owned() } else { format!("{above}.{key}") };
    let shapes = shapes(root, property);
    let has = |name: &str| shapes.iter().any(|shape| is_type(shape, name));
    let number = shapes.iter().find(|shape| is_type(shape, "integer"));
    let group = shapes.iter().find(|shape| shape["properties"].is_object());
    let mut found = Field {
        key: key.to_owned(),
        kind: Kind::Line,
        required,
        options: words(&shapes),
        min: number.and_then(|shape| shape["minimum"].as_i64()),
        max: number.and_then(|shape| shape["maximum"].as_i64()),
        fields: Vec::new(),
        path,
    };
    let is_date = shapes.iter().any(|shape| {
        shape["pattern"].as_str().is_some_and(|pattern| pattern.starts_with("^[0-9]{4}(-"))
    });
    found.kind = match key {
        // A file does not travel in an address.
        "photo" => Kind::Note,
        _ if is_date => Kind::Date,
        _ if !found.options.is_empty() => Kind::Choice,
        _ if has("boolean") => Kind::Switch,
        _ if has("array") => list(root, &shapes, &mut found),
        _ if group.is_some_and(|group| group["additionalProperties"].is_boolean()) => Kind::Group,
        _ if has("object") => {
            found.fields = vec![
                Field::one(&found.path, "service", Kind::Service),
                Field::one(&found.path, "address", Kind::Url),
            ];
            Kind::Pairs
        }
        _ if number.is_some() => Kind::Number,
        "email" => Kind::Email,
        "phone" => Kind::Phone,
        "url" => Kind::Url,
        "topic" => Kind::Topic,
        "quote" | "note" => Kind::Prose,
        _ if is_markdown(property) => Kind::Prose,
        _ => Kind::Line,
    };
    if found.kind == Kind::Group {
        found.fields = fields(root, group.expect("it was found above"), &found.path);
    }
    found
}

/// Whether a list holds texts or items, and the fields of an item.
fn list(root: &Value, written: &[&Value], found: &mut Field) -> Kind {
    let items = written.iter().map(|shape| &shape["items"]).find(|items| items.is_object());
    let Some(items) = items else { return Kind::Lines };
    let inside = shapes(root, items);
    if let Some(group) = inside.iter().find(|shape| shape["properties"].is_object()) {
        found.fields = fields(root, group, &found.path);
        return Kind::List;
    }
    // A language is its tag, or its tag with a level.
    let mut levels = inside.iter().map(|shape| &shape["additionalProperties"]["enum"]);
    if let Some(levels) = levels.find_map(Value::as_array) {
        let options = levels.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        let level = Field::one(&found.path, "level", Kind::Choice);
        found.fields = vec![
            Field::one(&found.path, "tag", Kind::Tag),
            Field { options, required: false, ..level },
        ];
        return Kind::List;
    }
    Kind::Lines
}

fn fields(root: &Value, group: &Value, above: &str) -> Vec<Field> {
    let all = group["properties"].as_object().into_iter().flatten();
    let asked = all.filter(|(key, _)| !NOT_IN_ITEMS.contains(&key.as_str()));
    let mut fields: Vec<Field> = asked
        .map(|(key, property)| field(root, property, (above, key), is_required(group, key)))
        .collect();
    fields.sort_by_key(|field| place(&field.key));
    fields
}

/// In which order the keys of an item are asked for: what it is before where, when and about what.
fn place(key: &str) -> usize {
    const ORDER: [&str; 28] = [
        "quote",
        "title",
        "topic",
        "status",
        "city",
        "region",
        "country",
        "email",
        "phone",
        "name",
        "role",
        "level",
        "type",
        "organization",
        "venue",
        "from",
        "to",
        "since",
        "last_used",
        "date",
        "year",
        "until",
        "text",
        "topics",
        "url",
        "doi",
        "short",
        "remote",
    ];
    ORDER.iter().position(|known| *known == key).unwrap_or(ORDER.len())
}

/// Every shape that a value may have.
fn shapes<'a>(root: &'a Value, property: &'a Value) -> Vec<&'a Value> {
    if let Some(name) = property["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        return shapes(root, &root["$defs"][name]);
    }
    match property["anyOf"].as_array() {
        Some(choices) => choices.iter().flat_map(|choice| shapes(root, choice)).collect(),
        None => vec![property],
    }
}

fn is_type(shape: &Value, name: &str) -> bool {
    match &shape["type"] {
        Value::String(one) => one == name,
        Value::Array(several) => several.iter().any(|one| one == name),
        _ => false,
    }
}

/// The closed words among the shapes, unless there is a group: that has them one level down.
fn words(shapes: &[&Value]) -> Vec<String> {
    if shapes.iter().any(|shape| shape["properties"].is_object()) {
        return Vec::new();
    }
    let own = |shape: &&Value| {
        let several = shape["enum"].as_array().into_iter().flatten();
        let apart = shape["oneOf"].as_array().into_iter().flatten().map(|one| &one["const"]);
        let all: Vec<&str> =
            several.chain(apart).chain([&shape["const"]]).filter_map(Value::as_str).collect();
        all.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    shapes.iter().flat_map(own).collect()
}

fn is_markdown(property: &Value) -> bool {
    property["description"].as_str().is_some_and(|text| text.contains("(Markdown)"))
}

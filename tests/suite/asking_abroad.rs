//! Questions in German, French and Arabic, and as people type them without the keys that they need.

use crate::finder::{browsed, open};
use crate::test_site::TestSite;
use vakwerk::base::Language;
use vakwerk::finder::{self, Entry};

/// Language, question, and who should be found first, as slugs: any of them is right.
const QUESTIONS: [(&str, &str, &str); 58] = [
    ("de", "Wer kennt sich mit Fernwärme aus?", "jurgen"),
    ("de", "Ich suche jemanden für die Planung eines Wärmenetzes", "jurgen"),
    ("de", "Experte für öffentliche Ausschreibung in der Schweiz", "claire"),
    ("de", "Vergaberechtler", "claire jurgen"),
    ("de", "Vergaberechtsberatung", "claire jurgen"),
    ("de", "städtische Planung", "amira anne"),
    ("de", "Planung der Stadt", "amira anne"),
    ("de", "Wer kann uns bei der städtischen Planung helfen?", "amira anne"),
    ("de", "waermenetz", "jurgen"),
    ("de", "Waermenetze Muenchen", "jurgen"),
    ("de", "Stadtplaner der Arabisch spricht", "amira"),
    ("de", "KI-Experte", "yusuf"),
    ("de", "künstlicher Intelligenz", "yusuf"),
    ("de", "Wien C++", "yusuf"),
    ("de", "Groß Jürgen", "jurgen"),
    ("de", "\"öffentliche Ausschreibungen\"", "claire jurgen"),
    ("de", "Österreich", "yusuf bao"),
    ("de", "gross", "jurgen"),
    ("fr", "quelqu’un qui connaît les réseaux de chaleur", "jurgen"),
    ("fr", "qui peut m’aider avec un appel d’offres ?", "claire"),
    ("fr", "avocat marchés publics Genève", "claire"),
    ("fr", "spécialiste de l’eau", "amira"),
    ("fr", "urbaniste parlant anglais", "anne"),
    ("fr", "expert en intelligence artificielle", "yusuf"),
    ("fr", "l’IA", "yusuf"),
    ("fr", "chauffage urbain à Munich", "jurgen"),
    ("fr", "gestion des eaux", "amira"),
    ("fr", "arabophone", "amira"),
    ("fr", "je cherche un ingénieur en eau qui parle arabe", "amira"),
    ("fr", "d'urbanisme", "anne amira"),
    ("fr", "Suisse", "claire"),
    ("ar", "من يعرف شبكات التدفئة؟", "jurgen"),
    ("ar", "خبير في المياه", "amira"),
    ("ar", "أبحث عن مهندس مياه", "amira"),
    ("ar", "الذكاء الاصطناعي", "yusuf"),
    ("ar", "مناقصات", "claire jurgen"),
    ("ar", "اميرة", "amira"),
    ("ar", "تخطيط المدن", "amira anne"),
    ("ar", "شبكة تدفئة", "jurgen"),
    ("ar", "خبيرة بالتخطيط العمراني", "amira anne"),
    ("ar", "ألمانيا", "jurgen amira egil"),
    ("en", "district-heating engineers", "jurgen"),
    ("en", "someone based in Germany who speaks Arabic", "amira"),
    ("en", "I'd like to talk to somebody about water management", "amira"),
    ("en", "what's a good lawyer for public contracts?", "claire"),
    ("en", "do you have anybody for machine-learning?", "yusuf"),
    ("en", "oconnor", "anne"),
    ("en", "st etienne", "anne"),
    ("fr", "marches publics", "claire jurgen"),
    ("fr", "s’occuper d’eau", "amira"),
    ("de", "Muenchen", "jurgen"),
    ("en", "\"heat networks\"", "jurgen"),
    ("fr", "\"gestion de l’eau\"", "amira"),
    ("en", "housing coop", "bao"),
    ("en", "co-op housing", "bao"),
    ("fr", "germanophone Genève", "claire"),
    ("ar", "\"شبكات التدفئة\"", "jurgen"),
    ("ar", "مهندسون", "amira"),
];

/// Eight people and six topics in four languages.
fn abroad() -> TestSite {
    let mut site = TestSite::empty().file(
        "vakwerk.yaml",
        "title: Netz\nkind: network\nlanguages: [de, fr, ar, en]\nprivacy: { consent: optional }\n",
    );
    for (slug, language, title, synonyms) in [
        ("waerme", "de", "Wärmenetze", "Fernwärme, Nahwärme"),
        ("waerme", "fr", "Réseaux de chaleur", "chauffage urbain"),
        ("waerme", "ar", "شبكات التدفئة", ""),
        ("waerme", "en", "Heat networks", "district heating"),
        ("vergabe", "de", "Vergaberecht", "öffentliche Ausschreibungen"),
        ("vergabe", "fr", "Marchés publics", "appels d’offres"),
        ("vergabe", "ar", "المشتريات العامة", "المناقصات"),
        ("vergabe", "en", "Public procurement", "public contracts"),
        ("wasser", "de", "Wasserwirtschaft", ""),
        ("wasser", "fr", "Gestion de l’eau", ""),
        ("wasser", "ar", "إدارة المياه", ""),
        ("wasser", "en", "Water management", ""),
        ("stadt", "de", "Stadtplanung", ""),
        ("stadt", "fr", "Urbanisme", ""),
        ("stadt", "ar", "التخطيط العمراني", ""),
        ("ml", "de", "Maschinelles Lernen", "machine learning, künstliche Intelligenz, KI"),
        ("ml", "fr", "Apprentissage automatique", "intelligence artificielle, IA"),
        ("ml", "ar", "تعلم الآلة", "الذكاء الاصطناعي"),
        ("wohnen", "de", "Genossenschaftliches Wohnen", ""),
        ("wohnen", "en", "Co-op housing", ""),
    ] {
        let ending = if language == "de" { String::new() } else { format!(".{language}") };
        let path = format!("topics/{slug}{ending}.md");
        site = site.file(&path, &format!("---\ntitle: {title}\nsynonyms: [{synonyms}]\n---\n"));
    }
    for (slug, front, story) in [
        (
            "jurgen",
            "name: Jürgen Groß\nheadline: Plant Wärmenetze für Städte\nlocation: { city: München, region: Bayern, country: DE }\nlanguages: [de, en]\nexpertise: [{ topic: Wärmenetze, last_used: 2026-05 }, { topic: Vergaberecht, last_used: 2021-05 }]",
            "Ich habe Leitungen geplant und Ausschreibungen geschrieben.",
        ),
        (
            "claire",
            "name: Claire Lefèvre\nheadline: Avocate en droit public\nlocation: { city: Genève, country: CH, remote: true }\nlanguages: [fr, de]\nexpertise: [{ topic: Vergaberecht, last_used: 2026-06 }]",
            "J’accompagne les collectivités dans leurs procédures et leurs contrats.",
        ),
        (
            "amira",
            "name: أميرة الحسن\nheadline: مهندسة مياه\nlocation: { city: Köln, country: DE, remote: true }\nlanguages: [ar, fr, de]\nexpertise: [{ topic: Wasserwirtschaft, last_used: 2026-03 }, { topic: Stadtplanung, last_used: 2025-03 }]",
            "أصمم محطات المعالجة وأخطط للمدن.",
        ),
        (
            "yusuf",
            "name: Yusuf Demir\nheadline: Lehrt Maschinen das Sehen\nlocation: { city: Wien, country: AT, remote: true }\nlanguages: [tr, de, en]\nexpertise: [{ topic: Maschinelles Lernen, last_used: 2026-08 }, { topic: \"C++\" }]",
            "",
        ),
        (
            "anne",
            "name: Anne-Marie O’Connor\nheadline: Stadtplanerin\nlocation: { city: Saint-Étienne, country: FR, remote: true }\nlanguages: [en, fr, ga]\nexpertise: [{ topic: Stadtplanung, last_used: 2026-01 }]",
            "",
        ),
        (
            "bao",
            "name: Bảo Trần\nlocation: { city: Wien, country: AT }\nlanguages: [vi, de]\nexpertise: [{ topic: Genossenschaftliches Wohnen, last_used: 2026-02 }]",
            "",
        ),
        (
            "dita",
            "name: Dita Nováková\nlocation: { city: Brno, country: CZ }\navailability: open\nlanguages: [cs]\nexpertise: [{ topic: Lichtplanung, last_used: 2026-02 }]",
            "",
        ),
        (
            "egil",
            "name: Egil Bø\nlocation: { city: Köln, country: DE }\nlanguages: [nb]\nexpertise: [{ topic: Schallschutz, last_used: 2026-02 }]",
            "",
        ),
    ] {
        site = site.file(&format!("experts/{slug}.md"), &format!("---\n{front}\n---\n{story}\n"));
    }
    site
}

#[test]
fn questions_in_other_languages_find_who_should_be_found() {
    let site = abroad();
    let (edition, _, languages) = open(site.path());
    let mut wrong = Vec::new();
    for (language, question, right) in QUESTIONS {
        let language: Language = language.parse().expect("a tag");
        let index = finder::index(&edition, &language, &languages);
        let hits = finder::search(&index, question).hits;
        let mut people = hits.iter().filter_map(|hit| match index.entries[hit.entry] {
            Entry::Expert(id) => Some(edition.experts[id].slug.as_str()),
            _ => None,
        });
        let first = people.next();
        if !first.is_some_and(|first| right.split(' ').any(|it| it == first)) {
            wrong.push(format!("{question}: {first:?}, not {right}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn in_other_languages_the_browser_finds_what_the_terminal_finds() {
    let questions = QUESTIONS.map(|(_, question, _)| question);
    browsed(abroad().path(), 20, &questions);
}

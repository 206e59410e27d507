//! Names and their parts, in the languages of which the rules are known here.

use super::language::Language;
use super::name::{parts, sort_name};

/// Language, name, the form in which it is sorted, family name, given names.
const NAMES: [[&str; 5]; 90] = [
    ["nl", "Jan de Vries", "Vries, Jan de", "de Vries", "Jan"],
    ["nl", "J. van der Horst", "Horst, J. van der", "van der Horst", "J."],
    ["nl", "Gerard 't Hooft", "Hooft, Gerard 't", "'t Hooft", "Gerard"],
    [
        "nl",
        "Marieke Jansen-van den Berg",
        "Jansen-van den Berg, Marieke",
        "Jansen-van den Berg",
        "Marieke",
    ],
    ["nl", "Els Jansen - de Boer", "Jansen - de Boer, Els", "Jansen - de Boer", "Els"],
    ["nl", "Els Jansen – de Boer", "Jansen – de Boer, Els", "Jansen – de Boer", "Els"],
    ["nl", "Els Jansen-de Boer", "Jansen-de Boer, Els", "Jansen-de Boer", "Els"],
    ["nl", "Anna de Boer-van Dam", "Boer-van Dam, Anna de", "de Boer-van Dam", "Anna"],
    ["nl", "Anna Maria Jansen", "Jansen, Anna Maria", "Jansen", "Anna Maria"],
    ["nl", "Pieter in 't Veld", "Veld, Pieter in 't", "in 't Veld", "Pieter"],
    ["nl", "Vries, Jan de", "Vries, Jan de", "de Vries", "Jan"],
    ["nl", "dr. ir. Jan de Vries MSc", "Vries, Jan de", "de Vries", "Jan"],
    ["nl", "Anne-Marie Bakker", "Bakker, Anne-Marie", "Bakker", "Anne-Marie"],
    ["nl-BE", "Lies De Smet", "De Smet, Lies", "De Smet", "Lies"],
    ["nl-BE", "Jan Van den Bossche", "Van den Bossche, Jan", "Van den Bossche", "Jan"],
    ["nl-BE", "Tom Vandenberghe", "Vandenberghe, Tom", "Vandenberghe", "Tom"],
    ["nl-BE", "An Claes-De Wit", "Claes-De Wit, An", "Claes-De Wit", "An"],
    ["fr-BE", "Luc de Meyer", "de Meyer, Luc", "de Meyer", "Luc"],
    ["nl-BE", "Piet d'Hondt", "d'Hondt, Piet", "d'Hondt", "Piet"],
    ["de", "Alexander von Humboldt", "Humboldt, Alexander von", "von Humboldt", "Alexander"],
    ["de", "Ursula von der Leyen", "Leyen, Ursula von der", "von der Leyen", "Ursula"],
    ["de", "Anna Müller-Weber", "Müller-Weber, Anna", "Müller-Weber", "Anna"],
    ["de", "Karl zu Hohen", "Hohen, Karl zu", "zu Hohen", "Karl"],
    ["de", "Prof. Dr. Eva Schmidt", "Schmidt, Eva", "Schmidt", "Eva"],
    ["de", "Hans Peter Groß", "Groß, Hans Peter", "Groß", "Hans Peter"],
    ["es", "María García López", "García López, María", "García López", "María"],
    ["es", "José Luis García López", "García López, José Luis", "García López", "José Luis"],
    ["es", "Pablo Ruiz", "Ruiz, Pablo", "Ruiz", "Pablo"],
    ["es", "Ana María López", "López, Ana María", "López", "Ana María"],
    ["es", "Juan de la Fuente Ruiz", "Fuente Ruiz, Juan de la", "de la Fuente Ruiz", "Juan"],
    ["es", "José Ortega y Gasset", "Ortega y Gasset, José", "Ortega y Gasset", "José"],
    ["es", "Elena García de Castro", "García de Castro, Elena", "García de Castro", "Elena"],
    ["es", "Luis de Castro", "Castro, Luis de", "de Castro", "Luis"],
    ["pt", "João da Silva", "Silva, João da", "da Silva", "João"],
    ["pt", "Maria da Silva Santos", "Santos, Maria da Silva", "Santos", "Maria da Silva"],
    ["pt", "António Lobo Antunes", "Antunes, António Lobo", "Antunes", "António Lobo"],
    ["pt", "Carlos Pereira Filho", "Pereira Filho, Carlos", "Pereira Filho", "Carlos"],
    ["pt", "José dos Santos", "Santos, José dos", "dos Santos", "José"],
    ["pt-BR", "Ana Souza Neto", "Souza Neto, Ana", "Souza Neto", "Ana"],
    ["it", "Anna De Luca", "De Luca, Anna", "De Luca", "Anna"],
    ["it", "Marco Rossi", "Rossi, Marco", "Rossi", "Marco"],
    ["it", "Luca di Montezemolo", "di Montezemolo, Luca", "di Montezemolo", "Luca"],
    ["it", "Maria Grazia Bianchi", "Bianchi, Maria Grazia", "Bianchi", "Maria Grazia"],
    ["it", "Gabriele D'Annunzio", "D'Annunzio, Gabriele", "D'Annunzio", "Gabriele"],
    ["fr", "Charles de Gaulle", "Gaulle, Charles de", "de Gaulle", "Charles"],
    ["fr", "Jeanne d'Arc", "Arc, Jeanne d'", "d'Arc", "Jeanne"],
    ["fr", "Marie Le Goff", "Le Goff, Marie", "Le Goff", "Marie"],
    ["fr", "Joachim du Bellay", "du Bellay, Joachim", "du Bellay", "Joachim"],
    ["fr", "Jean de La Fontaine", "La Fontaine, Jean de", "de La Fontaine", "Jean"],
    ["fr", "Anne-Laure Dupont-Moret", "Dupont-Moret, Anne-Laure", "Dupont-Moret", "Anne-Laure"],
    ["ar", "Omar al-Khatib", "Khatib, Omar al-", "al-Khatib", "Omar"],
    ["ar", "Amina El Khatib", "Khatib, Amina El", "El Khatib", "Amina"],
    ["ar", "Nasr Hamid Abu Zayd", "Abu Zayd, Nasr Hamid", "Abu Zayd", "Nasr Hamid"],
    ["ar", "Mohammed bin Salman", "bin Salman, Mohammed", "bin Salman", "Mohammed"],
    ["ar", "سارة أحمد", "أحمد, سارة", "أحمد", "سارة"],
    ["ar", "محمد أبو زيد", "أبو زيد, محمد", "أبو زيد", "محمد"],
    ["hu", "Nagy Ilona", "Nagy, Ilona", "Nagy", "Ilona"],
    ["hu", "Kovács-Tóth Béla", "Kovács-Tóth, Béla", "Kovács-Tóth", "Béla"],
    ["hu", "Szabó Anna Mária", "Szabó, Anna Mária", "Szabó", "Anna Mária"],
    ["hu", "Nagyné Kiss Éva", "Nagyné Kiss, Éva", "Nagyné Kiss", "Éva"],
    ["vi", "Nguyễn Văn An", "Nguyễn, Văn An", "Nguyễn", "Văn An"],
    ["vi", "Trần Thị Mai", "Trần, Thị Mai", "Trần", "Thị Mai"],
    ["vi", "Jan Jansen", "Jansen, Jan", "Jansen", "Jan"],
    ["vi", "Đỗ Minh", "Đỗ, Minh", "Đỗ", "Minh"],
    ["zh", "王小明", "王, 小明", "王", "小明"],
    ["zh", "欧阳修", "欧阳, 修", "欧阳", "修"],
    ["zh", "李娜", "李, 娜", "李", "娜"],
    ["zh", "Wang Xiaoming", "Wang, Xiaoming", "Wang", "Xiaoming"],
    ["zh-Hant", "司馬遷", "司馬, 遷", "司馬", "遷"],
    ["nl", "王小明", "王小明", "王小明", ""],
    ["ja", "山田 太郎", "山田, 太郎", "山田", "太郎"],
    ["ja", "山田太郎", "山田太郎", "山田太郎", ""],
    ["ja", "さとう はなこ", "さとう, はなこ", "さとう", "はなこ"],
    ["ja", "Yamada Tarō", "Yamada, Tarō", "Yamada", "Tarō"],
    ["ko", "김철수", "김, 철수", "김", "철수"],
    ["ko", "남궁민수", "남궁, 민수", "남궁", "민수"],
    ["ko", "이 영희", "이, 영희", "이", "영희"],
    ["nl", "박지성", "박, 지성", "박", "지성"],
    ["id", "Sukarno", "Sukarno", "Sukarno", ""],
    ["id", "Joko Widodo", "Joko Widodo", "Joko Widodo", ""],
    ["id", "Sri Mulyani Indrawati", "Sri Mulyani Indrawati", "Sri Mulyani Indrawati", ""],
    ["nl", "Gabriel García Márquez", "García Márquez, Gabriel", "García Márquez", "Gabriel"],
    ["nl", "João da Silva Santos", "Santos, João da Silva", "Santos", "João da Silva"],
    ["nl", "Omar al-Khatib", "Khatib, Omar al-", "al-Khatib", "Omar"],
    ["de", "Mohammed bin Salman", "bin Salman, Mohammed", "bin Salman", "Mohammed"],
    ["nl", "Nguyễn Văn An", "Nguyễn Văn An", "Nguyễn Văn An", ""],
    ["nl", "Nguyen Van An", "Nguyen Van An", "Nguyen Van An", ""],
    ["en", "Li Xiaoming", "Li Xiaoming", "Li Xiaoming", ""],
    ["en", "Wei Chen", "Chen, Wei", "Chen", "Wei"],
    ["en", "Mary Ann Smith-Jones, PhD", "Smith-Jones, Mary Ann", "Smith-Jones", "Mary Ann"],
];

#[test]
fn names_have_the_parts_that_their_bearers_would_give() {
    let mut wrong = Vec::new();
    for [tag, name, sorted, family, given] in NAMES {
        let language: Language = tag.parse().expect("a tag");
        let found = sort_name(name, &language);
        let parts = parts(&found);
        if (found.as_str(), parts.family.as_str(), parts.given.as_str()) != (sorted, family, given)
        {
            wrong.push(format!("{tag} {name}: {found} = {parts:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

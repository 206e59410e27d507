// Words that say nothing about what. `asks`: they ask, or hold a sentence together; `not`: what comes after is not wanted,
// unless one of `only` stands between; `or`: either fits; a number before one of `units` or after one of `since` asks too; `free` and
// `remote`: what somebody is. The indexer reads this very text (src/finder/speech.rs).
export const WORDS_NL = {
  "asks": "de het een en dat die dit deze der den des dan als aan bij door in is ik je jij u wij we ze zij hij er om op over te tot uit van voor naar met mee onder tussen maar ook nog al wel zo zijn was waren wordt worden heb heeft hebben had kan kunnen kun zou zouden wil willen moet moeten mag mij me mijn ons onze jullie hun haar hem iemand iemands wie wat waar welke welk hoe wanneer waarom hier daar kent ken kennen weet weten zoek zoekt zoeken gezocht vind vinden nodig graag ervaring ervaren verstand expert experts deskundige deskundigen specialist specialisten specialisme persoon mensen helpen help helpt adviseren goed goede beste veel iets spreekt spreken woont wonen doet doen werkt werken gedaan gewerkt bezig gebied sprekende buurt regio omgeving iedereen alle meer minstens minimaal ruim tenminste per niveau nu direct meteen tijd zoveel ben bent uitsluitend sinds vanaf sedert provincie iedereen allemaal elke",
  "not": "geen niet zonder behalve uitgezonderd buiten",
  "or": "of ofwel noch",
  "only": "alleen slechts enkel ervaring kennis verstand hoe wat waarom genoeg voldoende",
  "units": "jaar jaren uur uren week weken maand maanden dagen",
  "since": "sinds vanaf sedert",
  "free": "beschikbaar beschikbare",
  "remote": "afstand remote"
};

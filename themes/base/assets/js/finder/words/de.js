// Words that say nothing about what. `asks`: they ask, or hold a sentence together; `not`: what comes after is not wanted,
// unless one of `only` stands between; `or`: either fits; a number before one of `units` or after one of `since` asks too; `free` and
// `remote`: what somebody is. The indexer reads this very text (src/finder/speech.rs).
export const WORDS_DE = {
  "asks": "das dem und ein eine einer eines einem einen von zu zum zur mit fur auf aus bei nach uber unter zwischen auch ist sind war wird werden hat haben kann konnen konnte wer wen wem wo ich sie es wir ihr uns mein jemand jemanden kennt weiss suche sucht suchen brauche brauchen hilft helfen hilfe erfahrung erfahren experte experten expertin fachmann spricht wohnt arbeitet sich beim berat beraten sprechend sprechende im alle jeder mehr mindestens pro niveau jetzt sofort derzeit aber sondern bin nur seit provinz region noch",
  "not": "nicht ohne ausser kein keine keinen keiner keinem keines ausserhalb",
  "or": "oder",
  "only": "nur bloss erfahrung kenntnisse wissen wie was warum ob genug ausreichend",
  "units": "jahr jahre jahren stunde stunden woche wochen monate monaten tage",
  "since": "seit",
  "free": "verfugbar verfugbare",
  "remote": "remote fernarbeit homeoffice"
};

// Words that say nothing about what. `asks`: they ask, or hold a sentence together; `not`: what comes after is not wanted,
// unless one of `only` stands between; `or`: either fits; a number before one of `units` or after one of `since` asks too; `free` and
// `remote`: what somebody is. The indexer reads this very text (src/finder/speech.rs).
export const WORDS_FR = {
  "asks": "le la les un une du et dans sur sous avec par pour que qui quoi dont est sont ete etre ont avoir peut peuvent nous vous ils elles il elle tu mon ma mes son sa ses leur leurs quelqu quelquun personne cherche chercher recherche connait connaitre sait savoir besoin aide aider specialiste parle habite travaille conseiller conseille parlant parlante ayant habitant tous tout toutes plus moins niveau maintenant immediatement suite actuellement mais ne suis seulement depuis province region departement",
  "not": "sans sauf pas hormis excepte aucun aucune hors",
  "or": "ou ni",
  "only": "seulement uniquement experience connaissance connaissances comment quoi pourquoi assez",
  "units": "an ans annee annees heure heures semaine semaines mois jours",
  "since": "depuis",
  "free": "disponible disponibles",
  "remote": "distance teletravail remote"
};

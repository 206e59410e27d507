// Words that say nothing about what. `asks`: they ask, or hold a sentence together; `not`: what comes after is not wanted,
// unless one of `only` stands between; `or`: either fits; a number before one of `units` or after one of `since` asks too; `free` and
// `remote`: what somebody is. The indexer reads this very text (src/finder/speech.rs).
export const WORDS_EN = {
  "asks": "a an the and to for on at by from with as it its this that these those there here be been am are were has have having do does did done can could will would should may might must shall who whom whose which what where when why how i you he she they them us our your my his her their someone somebody anyone anybody person people everyone everybody know knows knowing known need needs needed look looking search searching find finding seek seeking want wants helps helping please about into some any good best experience experienced expertise specialists knowledge speaks speak speaking spoken lives living live based near nearby around area work works worked working familiar ive whats whos thats theres youre advise advises advice like talk more than least per level levels now immediately currently too but im either years only just since province region",
  "not": "not no without except excluding excepting isnt arent doesnt dont outside",
  "or": "or nor",
  "only": "only just merely experience knowledge expertise how what why whether enough",
  "units": "year years hour hours week weeks month months days",
  "since": "since",
  "free": "available free",
  "remote": "remote remotely"
};

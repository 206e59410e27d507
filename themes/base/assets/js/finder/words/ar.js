// Words that say nothing about what. `asks`: they ask, or hold a sentence together; `not`: what comes after is not wanted,
// unless one of `only` stands between; `or`: either fits; a number before one of `units` or after one of `since` asks too; `free` and
// `remote`: what somebody is. The indexer reads this very text (src/finder/speech.rs).
export const WORDS_AR = {
  "asks": "من في على عن مع الى يعرف تعرف ابحث نبحث خبير خبيرة خبراء هل هناك شخص احد لديه يتحدث تتحدث يمكنه اريد نريد الان حاليا لكن فقط منذ",
  "not": "بدون ليس ليست باستثناء عدا",
  "or": "او",
  "only": "فقط خبرة كيف",
  "units": "سنة سنوات ساعة ساعات اسبوع",
  "since": "منذ",
  "free": "متاح متاحة متاحون",
  "remote": "بعد"
};

// Words that say nothing about what: they ask, deny, choose, or say what somebody is (src/finder/small_words.rs).

import { WORDS_AR } from './words/ar.js';
import { WORDS_DE } from './words/de.js';
import { WORDS_EN } from './words/en.js';
import { WORDS_ES } from './words/es.js';
import { WORDS_FR } from './words/fr.js';
import { WORDS_NL } from './words/nl.js';

const WORDS = {
  ar: WORDS_AR, de: WORDS_DE, en: WORDS_EN, es: WORDS_ES, fr: WORDS_FR, nl: WORDS_NL,
};

const everywhere = (...keys) => new Set(Object.values(WORDS).flatMap((words) => keys.flatMap((key) => words[key].split(' '))));
const [STOPS, UNITS, SINCE] = [everywhere('asks', 'not', 'or'), everywhere('units'), everywhere('since')];

/** Whether a word asks, or holds a sentence together, and says nothing about what. @param {string} word */
export const isStop = (word) => STOPS.has(word);
/** Whether it is counted in this: years, hours a week. @param {string} word */
export const isUnit = (word) => UNITS.has(word);
/** Whether a year may come after it, since when. @param {string} word */
export const isSince = (word) => SINCE.has(word);

/**
 * What small words mean on a page in a language, of a site in several.
 * @param {string} page
 * @param {string[]} languages
 */
export function speakingOf(page, languages) {
  const known = [...new Set([...languages, 'en'])].filter((tag) => WORDS[tag]);
  const all = (...keys) => new Set(known.flatMap((tag) => keys.flatMap((key) => WORDS[tag][key].split(' '))));
  const asks = all('asks');
  // `of` chooses in Dutch, and in English it does not.
  const chooses = known.flatMap((tag) => WORDS[tag].or.split(' ').filter((word) => tag === page || !asks.has(word)));
  return {
    not: all('not'), or: new Set(chooses), only: all('only'), states: all('free', 'remote'),
  };
}

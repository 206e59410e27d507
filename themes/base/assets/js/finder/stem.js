// What the forms of a word have in common (src/finder/speech.rs): the tables of speech.js applied.

import { SPEECH } from './speech.js';

/** @typedef {{ ending: string, stays: number, least: number, consonant: boolean }} Ending */
/** @typedef {{ starts: string[], steps: Ending[][], close: string, known: Map<string, string> }} Tongue */

const isVowel = (letter) => 'aeiouy'.includes(letter);

/** @param {string} written @returns {Ending} */
function endingOf(written) {
  const [text, rule] = written.split(':');
  const [ending, stays = ''] = text.split('>');
  return { ending, stays: stays.length, least: parseInt(rule, 10), consonant: rule.endsWith('c') };
}

const TONGUES = new Map(Object.entries(SPEECH.stems).map(([tag, { starts, steps, close }]) => (
  [tag, { starts: starts?.split(' ') ?? [], close, steps: steps.map((step) => step.split(' ').map(endingOf)), known: new Map() }])));

/**
 * The languages among `tags` whose words are known to change.
 * @param {string[]} tags
 * @returns {Tongue[]}
 */
export const tonguesOf = (tags) => tags.map((tag) => TONGUES.get(tag)).filter(Boolean);

/** @param {string} text @param {string} close */
function closed(text, close) {
  let stem = text;
  const last = () => stem.at(-1);
  if (close.includes('d') && stem.length > 3 && last() === stem.at(-2) && !isVowel(last())) stem = stem.slice(0, -1);
  if (close.includes('z')) stem = stem.replace(/z$/, 's').replace(/v$/, 'f');
  if (close.includes('v') && stem.length > 2 && stem.at(-2) === stem.at(-3) && 'aeou'.includes(stem.at(-2))
    && !isVowel(last())) stem = stem.slice(0, -2) + last();
  return stem;
}

const isArabic = (word) => /^[\u0620-\u06ff]+$/.test(word);

/** What stays of a word in Arabic letters without what is written before and behind it. */
function withoutStart({ starts, steps }, word) {
  if (word.length < 4 || !isArabic(word)) return word;
  const shortest = (rests, otherwise) => rests.reduce((best, rest) => (rest.length < best.length ? rest : best), otherwise);
  let stem = shortest(starts.filter((start) => word.startsWith(start)).map((start) => word.slice(start.length))
    .filter((rest) => rest.length > 2), word);
  for (const step of steps) {
    stem = shortest(step.filter(({ ending, least }) => stem.endsWith(ending) && stem.length - ending.length >= least)
      .map(({ ending }) => stem.slice(0, stem.length - ending.length)), stem);
  }
  return stem;
}

/**
 * What the forms of a word have in common; the word itself when it is short or not in Latin letters.
 * @param {Tongue} tongue
 * @param {string} word
 */
export function stemOf(tongue, word) {
  if (tongue.starts.length) return withoutStart(tongue, word);
  if (!/^[a-z]{4,}$/.test(word)) return word;
  let stem = tongue.known.get(word);
  if (stem === undefined) {
    stem = word;
    for (const step of tongue.steps) {
      let best;
      for (const it of step) {
        const rest = stem.length - it.ending.length;
        if (rest >= it.least && stem.endsWith(it.ending) && !(it.consonant && rest > 0 && isVowel(stem[rest - 1]))
          && it.ending.length > (best?.ending.length ?? 0)) best = it;
      }
      if (best) stem = stem.slice(0, stem.length - best.ending.length + best.stays);
    }
    stem = closed(stem, tongue.close);
    tongue.known.set(word, stem);
  }
  return stem;
}

/**
 * With what the forms of a word begin that has this stem.
 * @param {Tongue} tongue
 * @param {string} stem
 */
export function beginningsOf({ starts, close }, stem) {
  const all = [stem];
  if (starts.length && stem.length > 2 && isArabic(stem)) all.push(...starts.map((start) => start + stem));
  if (/[^\x00-\x7f]/.test(stem)) return all;
  const [head, last] = [stem.slice(0, -1), stem.at(-1)];
  if (close.includes('z') && 'sf'.includes(last)) all.push(head + (last === 's' ? 'z' : 'v'));
  if (close.includes('v') && !isVowel(last) && head && 'aeou'.includes(head.at(-1))) all.push(head + head.at(-1) + last);
  return all;
}

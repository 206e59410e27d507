// Words as they are compared: folded here as the indexer folds them (src/base/fold.rs, src/finder/words.rs).

import { SPEECH } from './speech.js';

/**
 * @typedef {{ word: string, piece: boolean, letters: number, exact: boolean, stop: boolean, follows: boolean, last: boolean }}
 *   Asked A word that is looked for: a piece of a script without spaces; as it is written alone; one that only asks; right
 *   after the word before it; the last one, which may not be whole yet.
 * @typedef {{ words: Asked[], without: Asked[] }} Question
 */

const LETTERS = {
  ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ħ: 'h', ı: 'i', ς: 'σ',
  '’': '', '‘': '', 'ʼ': '', "'": '',
};

/**
 * Letters without case, marks and signs between them.
 * @param {string} text
 * @returns {string}
 */
export const fold = (text) => [...text.normalize('NFKD').replace(/\p{M}/gu, '')]
  .map((letter) => letter.toLowerCase().replace(/\p{M}/gu, ''))
  .map((letter) => LETTERS[letter] ?? letter)
  .join('')
  .replace(/[^\p{Alphabetic}\p{N}]+/gu, ' ')
  .trim();

// Chinese, Japanese and Korean have no spaces: they fall into pairs of letters.
const UNSPACED = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const RUNS = new RegExp(`${UNSPACED.source}+|[^ ${UNSPACED.source.slice(1, -1)}]+`, 'gu');

const isAlphanumeric = (c) => /[\p{Alphabetic}\p{N}]/u.test(c ?? ' ');
const isAlphabetic = (c) => /\p{Alphabetic}/u.test(c ?? ' ');
const isSpace = (c) => /\p{White_Space}/u.test(c);
const WIDE = { '＋': '+', '＃': '#', '♯': '#', '＆': '&', '／': '/' };

/** Whether a folded word has a sign that names something: `c++`, `.net`, `r&d`. */
export const isSigned = (word) => /[+#&./]/.test(word);

/**
 * The word with such a sign that begins here, and where it ends.
 * @param {string[]} letters
 * @param {number} at
 * @returns {[number, string] | undefined}
 */
function signedAt(letters, at) {
  const ends = (from) => { let to = from; while (isAlphanumeric(letters[to])) to += 1; return to; };
  const folds = (from, to) => fold(letters.slice(from, to).join(''));
  if (letters[at] === '.') {
    const end = ends(at + 1);
    const long = end - at - 1;
    const fits = long >= 2 && long <= 6 && isAlphabetic(letters[at + 1]) && letters[at - 1] !== '.';
    return fits ? [end, `.${folds(at + 1, end)}`] : undefined;
  }
  const end = ends(at);
  const long = end - at;
  if (!long || !isAlphabetic(letters[at])) return undefined;
  const stops = (from, sign) => letters[from] !== sign && !isAlphanumeric(letters[from]);
  if (letters[end] === '+' && letters[end + 1] === '+' && stops(end + 2, '+')) return [end + 2, `${folds(at, end)}++`];
  if (letters[end] === '#' && long <= 2 && stops(end + 1, '#')) return [end + 1, `${folds(at, end)}#`];
  const both = (from, most, sign) => {
    const to = ends(from);
    const fits = to > from && to - from <= most && isAlphabetic(letters[from]);
    return fits ? [to, folds(at, end) + sign + folds(from, to)] : undefined;
  };
  if (letters[end] === '&' && long <= 3) return both(end + 1, 3, '&');
  if (letters[end] === '/' && long === 1 && !'+#'.includes(letters[ends(end + 1)] ?? ' ')) return both(end + 1, 1, '/');
  if (long === 1 && letters.slice(end, end + 3).join('') === ' & ') return both(end + 3, 1, '&');
  return undefined;
}

/**
 * A text folded, in which words with a sign that names something keep it (src/finder/signs.rs).
 * @param {string} text
 */
export function folded(text) {
  if (!/[+#&./＋＃♯＆／]/.test(text)) return fold(text);
  const letters = [...text].map((letter) => WIDE[letter] ?? letter);
  const out = [];
  let [from, at] = [0, 0];
  while (at < letters.length) {
    const signed = isAlphanumeric(letters[at - 1]) ? undefined : signedAt(letters, at);
    if (signed) {
      out.push(fold(letters.slice(from, at).join('')), signed[1]);
      [from] = signed;
      at = from;
    } else at += 1;
  }
  return [...out, fold(letters.slice(from).join(''))].filter(Boolean).join(' ');
}

const ELIDED = new Set('l d j m t s c n qu jusqu lorsqu puisqu dell all nell sull dall un'.split(' '));
const JOINED = new Set(['co', 'e']);
const JOINTS = /(?<![\p{Alphabetic}\p{N}'’ʼ\-‐‑])(\p{Alphabetic}+)(['’ʼ\-‐‑])(?=(.))/gu;

/** A text in which `l'eau` is `eau` and `co-op` is `coop` (src/finder/joints.rs). @param {string} text */
export const unjointed = (text) => text.replace(JOINTS, (whole, word, sign, next) => {
  const [small, letter] = [word.toLowerCase(), next.toLowerCase()];
  if ('-‐‑'.includes(sign)) return JOINED.has(small) && isAlphabetic(letter) ? word : whole;
  return ELIDED.has(small) && /^[aeiouyhàâäéèêëîïôöûüùœæ]/u.test(letter) ? '' : whole;
});

/**
 * The words of a text as they are looked for, and whether each is a piece of a script without spaces.
 * @param {string} text
 * @returns {[string, boolean][]}
 */
function pieces(text) {
  const found = [];
  for (const word of folded(unjointed(text)).split(' ').filter(Boolean)) {
    if (isSigned(word)) { found.push([[...word].slice(0, 32).join(''), false]); continue; }
    for (const [run] of word.matchAll(RUNS)) {
      const letters = [...run];
      if (!UNSPACED.test(run)) found.push([letters.slice(0, 32).join(''), false]);
      else if (letters.length === 1) found.push([run, true]);
      else for (let at = 0; at + 1 < letters.length; at += 1) found.push([letters[at] + letters[at + 1], true]);
    }
  }
  return found;
}

const STOPS = new Set(SPEECH.stops.split(' '));

/** Whether it is known of two words where they stand side by side: of two small ones it is not. */
export const tells = (one, other) => !(STOPS.has(one) && STOPS.has(other));

/** The words of a phrase in quotation marks as one; pieces of a script without spaces say themselves what stands side by side. */
function phrased(text) {
  const words = pieces(text);
  const isTold = words.some(([word], at) => at > 0 && tells(words[at - 1][0], word));
  return !isTold || words.some(([, piece]) => piece) ? words : [[words.map(([word]) => word).join(' '), false]];
}

const isQuote = (c) => c !== undefined && '"“”„‟«»＂'.includes(c);

/** What stands in quotation marks, what has a minus before it, and what is between. */
function parted(text) {
  const letters = [...text];
  const parts = [];
  let [plain, at] = ['', 0];
  while (at < letters.length) {
    const next = letters[at + 1] ?? ' ';
    const minus = (at === 0 || isSpace(letters[at - 1])) && '-−'.includes(letters[at])
      && (isAlphanumeric(next) || isQuote(next) || next === '.');
    const from = at + (minus ? 1 : 0);
    const close = isQuote(letters[from]) ? letters.findIndex((c, place) => place > from && isQuote(c)) : -1;
    const quoted = close > from + 1;
    if (minus || quoted) {
      const space = letters.findIndex((c, place) => place >= from && isSpace(c));
      const end = quoted ? close : space < 0 ? letters.length : space;
      parts.push({ text: plain }, { text: letters.slice(from + (quoted ? 1 : 0), end).join(''), quoted, minus });
      plain = '';
      at = end + (quoted ? 1 : 0);
    } else {
      plain += letters[at];
      at += 1;
    }
  }
  return [...parts, { text: plain }];
}

/**
 * Reads a question (src/finder/question.rs).
 * @param {string} text
 * @returns {Question}
 */
export function questionOf(text) {
  const question = { words: [], without: [] };
  for (const { text: some, quoted, minus } of parted(text)) {
    const into = minus ? question.without : question.words;
    let follows = false;
    for (const [word, piece] of quoted ? phrased(some) : pieces(some)) {
      const isKnown = into.some((known) => known.word === word);
      if (!isKnown) {
        into.push({
          word,
          piece,
          letters: [...word].length,
          exact: Boolean(quoted) || isSigned(word),
          stop: !quoted && !piece && STOPS.has(word),
          follows,
          last: false,
        });
      }
      follows = !isKnown;
    }
  }
  if (question.words.length) question.words.at(-1).last = true;
  if (question.words.every(({ stop }) => stop)) question.words.forEach((word) => { word.stop = false; });
  return question;
}

/**
 * The words of a question one by one, those of phrases too.
 * @param {Question} question
 * @returns {Asked[]}
 */
export const oneByOne = ({ words }) => words.flatMap((asked) => asked.word.split(' ')
  .map((word) => ({ ...asked, word, letters: [...word].length })));

/**
 * The words of a question that say about what.
 * @param {string} text
 */
export const asked = (text) => oneByOne(questionOf(text)).filter(({ stop }) => !stop);

/**
 * Whether two words differ by one typing error: a letter more, less, other, or two that changed places.
 * @param {string} one
 * @param {string} other
 */
export function isNear(one, other) {
  let [short, long] = [[...one], [...other]];
  if (short.length > long.length) [short, long] = [long, short];
  if (long.length - short.length > 1 || one === other) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const tail = (letters, from) => letters.slice(same + from).join('');
  if (short.length < long.length) return tail(short, 0) === tail(long, 1);
  return tail(short, 1) === tail(long, 1)
    || (short[same] === long[same + 1] && short[same + 1] === long[same] && tail(short, 2) === tail(long, 2));
}

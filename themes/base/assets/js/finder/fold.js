// Words as they are compared: folded here as the indexer folds them (src/base/fold.rs, src/finder/words.rs).

import { isSince, isStop, isUnit } from './small.js';

/**
 * @typedef {{ word: string, typed: string, piece: boolean, letters: number, exact: boolean, stop: boolean, follows: boolean,
 *   last: boolean, instead: boolean }} Asked A word that is looked for: as it was typed; a piece of a script without spaces; as
 *   it is written alone; one that only asks; right after the word before it; the last one, which may not be whole yet; one that
 *   may stand for the word before it.
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
const isSigned = (word) => /[+#&./]/.test(word);

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

/** Whether it is known of two words where they stand side by side: of two small ones it is not. */
export const tells = (one, other) => !(isStop(one) && isStop(other));

/** The words of a phrase in quotation marks as one; pieces of a script without spaces say themselves what stands side by side. */
function phrased(text) {
  const words = pieces(text);
  const isTold = words.some(([word], at) => at > 0 && tells(words[at - 1][0], word));
  return !isTold || words.some(([, piece]) => piece) ? words : [[words.map(([word]) => word).join(' '), false]];
}

const isQuote = (c) => c !== undefined && '"“”„‟«»＂'.includes(c);

/** Whether a stroke stands between names of which one has a sign: `C/C++`, `C++/C#`. */
function isInstead(letters, at) {
  const isSign = (c) => c === '+' || c === '#';
  if (letters[at] !== '/' || at === 0) return false;
  let end = at + 1;
  while (isAlphanumeric(letters[end])) end += 1;
  return end > at + 1 && (isSign(letters[at - 1]) || (isAlphanumeric(letters[at - 1]) && isSign(letters[end])));
}

/** What stands in quotation marks, what has a minus before it, and what is between. */
function parted(text) {
  const letters = [...text];
  const parts = [];
  let [plain, at, instead] = ['', 0, false];
  while (at < letters.length) {
    if (isInstead(letters, at)) {
      parts.push({ text: plain, instead });
      [plain, at, instead] = ['', at + 1, true];
      continue;
    }
    const next = letters[at + 1] ?? ' ';
    const minus = (at === 0 || isSpace(letters[at - 1])) && '-−'.includes(letters[at])
      && (isAlphanumeric(next) || isQuote(next) || next === '.');
    const from = at + (minus ? 1 : 0);
    const close = isQuote(letters[from]) ? letters.findIndex((c, place) => place > from && isQuote(c)) : -1;
    const quoted = close > from + 1;
    if (minus || quoted) {
      const space = letters.findIndex((c, place) => place >= from && isSpace(c));
      const end = quoted ? close : space < 0 ? letters.length : space;
      parts.push({ text: plain, instead }, { text: letters.slice(from + (quoted ? 1 : 0), end).join(''), quoted, minus });
      [plain, instead] = ['', false];
      at = end + (quoted ? 1 : 0);
    } else {
      plain += letters[at];
      at += 1;
    }
  }
  return [...parts, { text: plain, instead }];
}

const bare = (chunk) => chunk.replace(/^[^\p{Alphabetic}\p{N}]+|[^\p{Alphabetic}\p{N}]+$/gu, '');

/** As what each word of a text was typed. */
function typedWords(text) {
  const all = new Map();
  const say = (word, shown) => all.has(word) || all.set(word, shown);
  for (const chunk of text.split(/\p{White_Space}+/u).filter(Boolean)) {
    const found = pieces(chunk);
    if (found.length === 1 || found.every(([, piece]) => piece)) {
      found.forEach(([word]) => say(word, isSigned(word) ? chunk.replace(/^[,;:?!()]+|[,;:?!()]+$/g, '') : bare(chunk)));
    } else {
      chunk.split(/[!-&(-/:-@[-`{-~]/).forEach((one) => pieces(one).forEach(([word]) => say(word, bare(one))));
    }
  }
  return all;
}

/**
 * The words of a question one after the other, and those that must not be there (src/finder/question.rs).
 * @param {string} text
 * @returns {Question}
 */
export function tokensOf(text) {
  const question = { words: [], without: [] };
  for (const { text: some, quoted, minus, instead } of parted(text)) {
    const typed = typedWords(some);
    (quoted ? phrased(some) : pieces(some)).forEach(([word, piece], at) => (minus ? question.without : question.words).push({
      word,
      typed: quoted ? some.trim() : typed.get(word) ?? word,
      piece,
      letters: [...word].length,
      exact: Boolean(quoted) || isSigned(word),
      stop: !quoted && !piece && isStop(word),
      follows: at > 0,
      last: false,
      instead: Boolean(instead) && at === 0,
    }));
  }
  const { words } = question;
  if (words.length) words.at(-1).last = true;
  words.forEach((one, at) => {
    // Since 2018, ten years: how long is not about what.
    if (one.exact || !/^[0-9]+$/.test(one.word)) return;
    const isCounted = at + 1 < words.length && isUnit(words[at + 1].word);
    if (isCounted || (at > 0 && isSince(words[at - 1].word))) one.stop = true;
    if (isCounted) words[at + 1].stop = true;
  });
  return question;
}

function once(words) {
  const kept = [];
  let isKnown = true;
  for (const word of words) {
    const follows = word.follows && !isKnown;
    isKnown = kept.some((known) => known.word === word.word);
    if (!isKnown) kept.push({ ...word, follows });
  }
  return kept;
}

/** With fewer small words, a question of nothing else means them: `de`, `the who`. */
const LEAST_ASKING = 3;

/**
 * A question of words, each of which is looked for once, beside choices where it has any.
 * @param {Question} read
 * @param {boolean} [hasChoices]
 * @returns {Question}
 */
export function questionOf(read, hasChoices) {
  const question = { words: once(read.words), without: once(read.without) };
  const isAll = !question.without.length && !hasChoices;
  if (isAll && question.words.length < LEAST_ASKING && question.words.every(({ stop }) => stop)) {
    question.words.forEach((word) => { word.stop = false; });
  }
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
export const asked = (text) => oneByOne(questionOf(tokensOf(text))).filter(({ stop }) => !stop);

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

// Words as they are compared: folded here as the indexer folds them (src/base/fold.rs, src/finder/words.rs).

/** @typedef {{ word: string, piece: boolean, letters: number }} Asked A word that is looked for. */

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

/**
 * The words of a question.
 * @param {string} text
 * @returns {Asked[]}
 */
export function asked(text) {
  const found = new Map();
  for (const [run] of fold(text).matchAll(RUNS)) {
    const letters = [...run];
    if (!UNSPACED.test(run)) found.set(letters.slice(0, 32).join(''), false);
    else if (letters.length === 1) found.set(run, true);
    else for (let at = 0; at + 1 < letters.length; at += 1) found.set(letters[at] + letters[at + 1], true);
  }
  return [...found].map(([word, piece]) => ({ word, piece, letters: [...word].length }));
}

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

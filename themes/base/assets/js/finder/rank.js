// The rule by which the finder answers: that of `vakwerk search` (src/finder/search.rs), to the point.

import { asked, fold, isNear } from './fold.js';
import { each, index, lines, topicList } from './files.js';

/** @typedef {{ entry: number, points: number, through?: number }} Hit */
/** @typedef {Map<number, { count: number, through?: number }>} Found */

const WHOLE = 4;
const BEGINNING = 3;
const NEAR = 2;
const FIELDS = [16, 30, 40, 50, 100];

const pointsOf = (worth) => FIELDS[worth >> 3] * (9 + (worth & 7));
const topicPoints = (worth) => 10 * (72 + (worth >> 1) * 2);

/** @param {Found} found */
function keep(found, entry, count, through) {
  const known = found.get(entry);
  if (!known || count > known.count) found.set(entry, { count, through });
}

/**
 * Adds what is about a topic that has a word which `weigh` weighs; says whether there is one.
 * @param {Found} found
 * @param {(word: string) => number} weigh
 */
async function byTopics(found, weigh) {
  const meant = [];
  index.topics.forEach((topic, at) => {
    const of = (name) => Math.max(0, ...name.split(' ').map(weigh));
    const best = Math.max(...topic.folded.map(of));
    if (best) meant.push([at, best, of(topic.folded[0]) !== best]);
  });
  const lists = await Promise.all(meant.map(([at]) => topicList(at)));
  meant.forEach(([at, best, synonym], place) => each(lists[place], (entry, worth) => {
    keep(found, entry, topicPoints(worth) * best, synonym || worth % 2 === 0 ? at : undefined);
  }));
  return meant.length > 0;
}

/**
 * What fits one word; `named` says whether a name or a topic has it.
 * @param {import('./fold.js').Asked} word
 * @returns {Promise<{ found: Found, named: boolean }>}
 */
async function find({ word, piece, letters }) {
  const found = new Map();
  const weigh = (known) => (known === word ? WHOLE : known.startsWith(word) ? BEGINNING : 0);
  const add = (rows, weight) => rows.forEach(([known, code]) => known.includes(' ')
    || each(code, (entry, worth) => keep(found, entry, pointsOf(worth) * weight(known))));
  const [names, texts] = await Promise.all([
    lines('names', word),
    letters > 2 || piece ? lines('texts', word) : [],
  ]);
  add(names, weigh);
  let named = found.size > 0;
  add(texts, weigh);
  // A single letter is no beginning, but may be a whole word: R.
  const whole = (known) => (known === word ? WHOLE : 0);
  named = (await byTopics(found, letters > 1 || piece ? weigh : whole)) || named;
  if (!named && !piece && letters > 4) {
    const part = Math.floor((letters - 1) / 2);
    const [ahead, back] = await Promise.all([
      lines('names', [...word].slice(0, part).join('')),
      lines('back', [...word].reverse().slice(0, part).join('')),
    ]);
    add(ahead.filter(([known]) => isNear(known, word)), () => NEAR);
    const others = back.map(([known]) => [...known].reverse().join('')).filter((known) => isNear(known, word));
    const rows = await Promise.all(others.map(async (other) => (
      (await lines('names', other)).filter(([known]) => known === other))));
    add(rows.flat(), () => NEAR);
    await byTopics(found, (known) => (isNear(known, word) ? NEAR : 0));
  }
  return { found, named };
}

/** What is in both, with the points of both together. */
function both(found, other) {
  const left = new Map();
  for (const [entry, known] of found) {
    const also = other.get(entry);
    if (also) left.set(entry, { count: known.count + also.count, through: known.through ?? also.through });
  }
  return left;
}

/** @param {Found} found @returns {Hit[]} */
const ranked = (found) => [...found]
  .map(([entry, { count, through }]) => ({ entry, points: count, through }))
  .sort((one, other) => other.points - one.points || one.entry - other.entry);

/**
 * Everything that has all words of a question, best first; none when nothing is asked.
 * @param {string} question
 * @returns {Promise<Hit[] | undefined>}
 */
export async function search(question) {
  const all = asked(question);
  if (!all.length) return undefined;
  const [first, ...rest] = (await Promise.all(all.map(find))).map(({ found }) => found);
  const found = rest.reduce(both, first);
  if (all.length > 1) {
    const whole = fold(question);
    const lift = (entry, count) => { const known = found.get(entry); if (known) known.count += count; };
    (await lines('names', whole)).forEach(([known, code]) => each(code, (entry) => (
      lift(entry, 1600 * (known === whole ? WHOLE : NEAR)))));
    await Promise.all(index.topics.map(async (topic, at) => topic.folded.includes(whole)
      && each(await topicList(at), (entry, worth) => lift(entry, topicPoints(worth) * WHOLE))));
  }
  return ranked(found);
}

/**
 * When nothing has all words: what has as many of them as go together, words that name something before others, rare
 * ones before common ones. So a whole sentence is answered by what it is about.
 * @param {string} question
 * @returns {Promise<{ hits: Hit[], kept: string[] } | undefined>}
 */
export async function searchLoosely(question) {
  const all = asked(question);
  if (all.length < 2) return undefined;
  const answers = await Promise.all(all.map(async (word) => ({ word: word.word, ...(await find(word)) })));
  const order = answers.filter(({ found }) => found.size)
    .sort((one, other) => other.named - one.named || one.found.size - other.found.size);
  if (!order.length) return undefined;
  let { found } = order[0];
  const kept = [order[0].word];
  for (const { word, found: other } of order.slice(1)) {
    const left = both(found, other);
    if (left.size) { found = left; kept.push(word); }
  }
  return { hits: ranked(found), kept: all.map(({ word }) => word).filter((word) => kept.includes(word)) };
}

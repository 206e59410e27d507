// The rule by which the finder answers: that of `vakwerk search` (src/finder/search.rs), to the point.

import { folded, oneByOne, questionOf } from './fold.js';
import { stemOf } from './stem.js';
import { NEAR, WHOLE, find, formsOf, keep, together, tongues, topicPoints, weigh } from './fit.js';
import { each, experts, hashOf, index, lines, mixedOf, topicList } from './files.js';

/**
 * @typedef {{ entry: number, points: number, through?: number, why: number[] }} Hit
 * @typedef {{ count: number, through?: number, why: [number, number][] }} Sum
 * @typedef {{ hits: Hit[], kept?: string[], leftOut: string[] }} Answer
 */

const MOST_WORDS = 8;
const MOST_OF_TEXT = 40;
const MOST_RARE = 12;
/** Between two words that may stand as one the other way round, so many small words may stand. */
const MOST_BETWEEN = 2;

/** What a question asked in a month begins with, for the order of what counts the same (src/finder/ties.rs). */
const seedOf = (question) => hashOf(`${index.manifest.month} ${question}`);

const placeOf = (seed, entry) => mixedOf(seed ^ Math.imul(entry + 1, 0x9e3779b1));

/** The order of what counts the same, for a question. */
export function tied(question) {
  const seed = seedOf(folded(question));
  // Of what is not somebody, the site has an order.
  const isSomebody = ({ entry }) => entry < experts();
  return (one, other) => (isSomebody(one) && isSomebody(other)
    ? placeOf(seed, one.entry) - placeOf(seed, other.entry) : one.entry - other.entry);
}

/** How often a word is rarer by half than one that everything has. */
function rarity(count) {
  const all = index.manifest.kinds.reduce((sum, [, some]) => sum + some, 0);
  let times = 0;
  while (times < MOST_RARE && count * 2 ** (times + 1) <= all) times += 1;
  return times;
}

/** @returns {Map<number, Sum>} */
const summed = (found, scale) => new Map([...found].map(([entry, { count, through, why }]) => {
  const points = scale(count);
  return [entry, { count: points, through, why: [[points, why]] }];
}));

function weighed({ found }) {
  const rare = 4 + rarity(found.size);
  return summed(found, (count) => Math.floor((count * rare) / 4));
}

const plus = (one, other) => ({
  count: one.count + other.count, through: one.through ?? other.through, why: [...one.why, ...other.why],
});

/** What is in both, with the points of both together. */
function both(sums, other) {
  const left = new Map();
  for (const [entry, sum] of sums) if (other.has(entry)) left.set(entry, plus(sum, other.get(entry)));
  return left;
}

/** @param {Map<number, Sum>} sums @param {string} question @returns {Hit[]} */
function ranked(sums, question) {
  const tie = tied(question);
  return [...sums].map(([entry, { count, through, why }]) => ({
    entry, points: count, through, why: [...new Set([...why].sort((one, other) => other[0] - one[0]).map(([, reason]) => reason))],
  })).sort((one, other) => other.points - one.points || tie(one, other));
}

/** What may stand of a word where it is one with the next: itself, and its stems, as `städtische Planung` is `Stadtplanung`. */
const beginningsOfCompound = ({ word }) => [word, ...tongues().map((tongue) => stemOf(tongue, word))];

/**
 * Two words of a question that may stand as one (src/finder/compounds.rs): side by side, or the other way round with
 * small words between, as `Planung der Stadt` is `Stadtplanung`.
 * @param {import('./fold.js').Asked[]} words
 */
function compoundsOf(words) {
  const plain = ({ stop, exact, piece }) => !stop && !exact && !piece;
  return words.flatMap((first, at) => {
    let next = at + 1;
    while (next <= at + MOST_BETWEEN && words[next]?.follows && words[next].stop) next += 1;
    const second = words[next];
    if (!plain(first) || !second?.follows || !plain(second)) return [];
    const turned = next > at + 1;
    const [begins, ends] = turned ? [second, first] : [first, second];
    const beginnings = beginningsOfCompound(begins).flatMap((it) => (turned ? [it, `${it}s`] : [it]));
    return [{ first, all: [...new Set(beginnings)].sort().map((it) => ({ ...ends, word: it + ends.word })) }];
  });
}

/** What fits each word; two of them may stand as one elsewhere. */
async function fitsOf(question, said) {
  const fits = await Promise.all(said.map((word) => find(formsOf(word, false))));
  await Promise.all(compoundsOf(question.words).map(async ({ first, all }) => {
    const at = said.indexOf(first);
    const founds = await Promise.all(all.map((one) => (
      together(formsOf({ ...one, letters: [...one.word].length }, false)))));
    founds.forEach((found) => found.forEach((mark, entry) => {
      keep(fits[at].found, entry, mark);
      keep(fits[at + 1].found, entry, mark);
    }));
  }));
  return fits;
}

/** Takes away what has a word that must not be there. */
async function without(sums, question) {
  const lost = await Promise.all(question.without.map((word) => find(formsOf(word, true))));
  return lost.length ? new Map([...sums].filter(([entry]) => !lost.some(({ found }) => found.has(entry)))) : sums;
}

const lift = (sums, entry, count) => { const known = sums.get(entry); if (known) known.count += count; };

/** Lifts entries whose title is the whole question or begins with it. */
async function rewardTitles(whole, sums) {
  // A name of one word begins with none of several.
  const kinds = whole.includes(' ') ? ['titles'] : ['names', 'titles'];
  const known = (await Promise.all(kinds.map((kind) => lines(kind, whole)))).flat();
  known.forEach(([name, code]) => each(code, (entry) => (
    lift(sums, entry, 1600 * (name === whole ? WHOLE : NEAR)))));
}

/** Lifts entries about a topic whose name of several words stands in the question, side by side. */
async function rewardTopics(words, sums) {
  const forms = words.map((word) => formsOf(word, true));
  const stands = (name) => {
    const all = name.split(' ');
    return all.length > 1 && forms.some((_, from) => from + all.length <= forms.length
      && all.every((word, at) => weigh(forms[from + at], word) > 0));
  };
  await Promise.all(index.topics.map(async (topic, at) => topic.folded.some(stands)
    && each(await topicList(at), (entry, worth) => lift(sums, entry, topicPoints(worth) * WHOLE))));
}

/** What a text is about: each of its longest words for itself. */
async function ofText(said) {
  const all = new Set(said.flatMap(({ word }) => [word, ...tongues().map((tongue) => stemOf(tongue, word))]));
  const longest = said.filter(({ letters, exact }) => letters > 2 || exact)
    .sort((one, other) => other.letters - one.letters).slice(0, MOST_OF_TEXT);
  const sums = new Map();
  for (const { found } of await Promise.all(longest.map((word) => find(formsOf(word, true), all)))) {
    const rare = rarity(found.size);
    summed(found, (count) => Math.floor((count * rare) / 4)).forEach((sum, entry) => (
      sums.set(entry, sums.has(entry) ? plus(sums.get(entry), sum) : sum)));
  }
  return new Map([...sums].filter(([, { count }]) => count > 0));
}

/**
 * When nothing has all words: what has as many of them as go together, words that name something before others, rare ones
 * before common ones. Where there are people among what was found, people must be left.
 */
async function loosely(question, said, fits, leftOut, text) {
  const order = fits.map((_, at) => at).filter((at) => fits[at].found.size)
    .sort((one, other) => fits[other].named - fits[one].named || fits[one].found.size - fits[other].found.size);
  const people = (sums) => [...sums.keys()].some((entry) => entry < experts());
  let found = new Map();
  const kept = new Set();
  for (const at of order) {
    const some = weighed(fits[at]);
    // eslint-disable-next-line no-await-in-loop -- each step goes on from the one before it.
    const next = await without(kept.size ? both(found, some) : some, question);
    if (next.size && (people(next) || !people(found))) { found = next; kept.add(at); }
  }
  const words = (has) => said.filter((_, at) => kept.has(at) === has).map(({ word }) => word);
  return { hits: ranked(found, text), kept: kept.size ? words(true) : undefined, leftOut: [...leftOut, ...words(false)] };
}

/**
 * Everything that fits a question, best first.
 * @param {string} text
 * @returns {Promise<Answer>}
 */
export async function search(text) {
  const question = questionOf(text);
  const said = question.words.filter(({ stop }) => !stop);
  const leftOut = question.words.filter(({ stop }) => stop).map(({ word }) => word);
  if (!said.length) return { hits: [], leftOut: [] };
  if (said.filter(({ exact, piece }) => !exact && !piece).length > MOST_WORDS) {
    return { hits: ranked(await without(await ofText(said), question), text), leftOut: [] };
  }
  const fits = await fitsOf(question, said);
  let sums = fits.map(weighed).reduce(both);
  const apart = oneByOne(question);
  if (apart.length > 1) {
    await rewardTitles(folded(text), sums);
    await rewardTopics(apart, sums);
  }
  sums = await without(sums, question);
  if (!sums.size && said.length > 1) return loosely(question, said, fits, leftOut, text);
  return { hits: ranked(sums, text), leftOut };
}

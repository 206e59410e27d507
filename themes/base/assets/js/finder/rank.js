// The rule by which the finder answers: that of `vakwerk search` (src/finder/search.rs), to the point.

import { folded, oneByOne, questionOf } from './fold.js';
import { understood } from './understood.js';
import { stemOf } from './stem.js';
import { NEAR, WHOLE, find, formsOf, inPlace, keep, together, tongues, topicPoints, weigh } from './fit.js';
import { each, experts, hashOf, index, lines, mixedOf, topicList } from './files.js';

/**
 * @typedef {{ entry: number, points: number, through?: number, why: number[] }} Hit
 * @typedef {{ count: number, through?: number, why: [number, number][] }} Sum
 * @typedef {{ hits: Hit[], kept?: string[], leftOut: string[], without: string[], taken: [string, string][], isMost: boolean, isEmpty: boolean }} Answer
 * @typedef {{ typed: string[], sums: Map<number, Sum>, rank: number, about?: number }} Unit A word or a choice; 0 where a topic or a place has it.
 */

const MOST_WORDS = 8;
const MOST_OF_TEXT = 40;
const MOST_RARE = 12;
/** Of so many topics or more, nearly nobody has all; so many people who have are enough; each further word counts so much. */
const LEAST_TOPICS = 3;
const ENOUGH = 3;
const FURTHER = 40_000;
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

/**
 * Takes away what has a word that must not be there. Of a place that a word denies, only who is there: others may have worked
 * there.
 */
async function without(sums, question) {
  const lost = await Promise.all(question.without.map(async (word) => {
    const forms = formsOf(word, true);
    const there = word.denied ? await inPlace(forms) : new Set();
    return there.size ? there : (await find(forms)).found;
  }));
  return lost.length ? new Map([...sums].filter(([entry]) => !lost.some((some) => some.has(entry)))) : sums;
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

const peopleOf = (sums) => [...sums.keys()].filter((entry) => entry < experts()).length;

/** Whoever has any of several topics, where fewer than a few have all (src/finder/relaxed.rs). @param {Unit[]} units */
function mostly(units, all) {
  const isTopic = ({ about }) => about !== undefined;
  if (new Set(units.filter(isTopic).map(({ about }) => about)).size < LEAST_TOPICS || peopleOf(all) >= ENOUGH) return undefined;
  const [counts, found] = [new Map(), new Map()];
  for (const { sums } of units) {
    sums.forEach((sum, entry) => {
      counts.set(entry, (counts.get(entry) ?? 0) + 1);
      found.set(entry, found.has(entry) ? plus(found.get(entry), sum) : sum);
    });
  }
  const isAbout = (entry) => units.some((unit) => isTopic(unit) && unit.sums.has(entry));
  const most = new Map([...found].filter(([entry]) => isAbout(entry)).map(([entry, sum]) => (
    [entry, { ...sum, count: (all.get(entry) ?? sum).count + FURTHER * counts.get(entry) }])));
  return peopleOf(most) > peopleOf(all) ? most : undefined;
}

/**
 * When nothing has all words: what has as many of them as go together, topics and places before other names, and these before
 * what stands in a text, rare ones before common ones. Where there are people among what was found, people must be left.
 * @param {Unit[]} units
 */
async function loosely(units, only) {
  const order = units.map((_, at) => at).filter((at) => units[at].sums.size)
    .sort((one, other) => units[one].rank - units[other].rank || units[one].sums.size - units[other].sums.size);
  let found = new Map();
  const kept = new Set();
  for (const at of order) {
    // eslint-disable-next-line no-await-in-loop -- each step goes on from the one before it.
    const next = await only(kept.size ? both(found, units[at].sums) : units[at].sums);
    if (next.size && (peopleOf(next) || !peopleOf(found))) { found = next; kept.add(at); }
  }
  return { found, kept };
}

/** Each word with what fits it. @returns {Promise<Unit[]>} */
async function unitsOf(question, said) {
  return (await fitsOf(question, said)).map((fit, at) => (
    { typed: [said[at].typed], sums: weighed(fit), rank: fit.whole ? 0 : fit.named ? 1 : 2, about: fit.about >= 0 ? fit.about : undefined, taken: fit.taken }));
}

const allOf = (units) => (units.length ? units.map(({ sums }) => sums).reduce(both) : new Map());
const isSaid = ({ stop }) => !stop;

/** What has one side of a choice, the more the better. Of a side that nothing has, the words were left out. */
async function choiceOf(sides, leftOut) {
  const whole = { typed: [], sums: new Map(), rank: 2 };
  for (const side of sides) {
    const question = questionOf({ words: side, without: [] }, true);
    // eslint-disable-next-line no-await-in-loop -- sides count in their order.
    const units = await unitsOf(question, question.words.filter(isSaid));
    const sums = allOf(units);
    // eslint-disable-next-line no-await-in-loop
    await rewardTopics(side, sums);
    const typed = units.flatMap((unit) => unit.typed);
    if (!sums.size) { leftOut.push(...typed); continue; }
    whole.typed.push(...typed);
    whole.about ??= units.find(({ about }) => about !== undefined)?.about;
    whole.rank = Math.min(whole.rank, ...units.map(({ rank }) => rank));
    sums.forEach((sum, entry) => whole.sums.set(entry, whole.sums.has(entry) ? plus(whole.sums.get(entry), sum) : sum));
  }
  return whole;
}

/**
 * Everything that fits a question, best first.
 * @param {string} text
 * @returns {Promise<Answer>}
 */
export async function search(text) {
  const { question, choices, isEmpty } = await understood(text);
  const said = question.words.filter(isSaid);
  const leftOut = question.words.filter(({ stop }) => stop).map(({ typed }) => typed);
  const answer = {
    hits: [], leftOut: [], without: [...new Set(question.without.map(({ typed }) => typed))], taken: [], isMost: false, isEmpty,
  };
  const only = (sums) => without(sums, question);
  if (!said.length && !choices.length) {
    const everybody = new Map(Array.from({ length: experts() }, (_, entry) => [entry, { count: 0, why: [] }]));
    return { ...answer, hits: answer.without.length ? ranked(await only(everybody), text) : [] };
  }
  if (said.filter(({ exact, piece }) => !exact && !piece).length > MOST_WORDS) {
    return { ...answer, hits: ranked(await only(await ofText([...said, ...choices.flat(2)])), text) };
  }
  const units = await unitsOf(question, said);
  // eslint-disable-next-line no-await-in-loop -- what is left out is said in order.
  for (const sides of choices) units.push(await choiceOf(sides, leftOut));
  answer.taken = units.filter(({ taken }) => taken).map(({ typed, taken }) => [typed[0], taken]);
  const sums = allOf(units);
  const apart = oneByOne(question);
  if (apart.length > 1) {
    await rewardTitles(folded(text), sums);
    await rewardTopics(apart, sums);
  }
  const all = await only(sums);
  const most = mostly(units, all);
  if (most) return { ...answer, hits: ranked(await only(most), text), leftOut: [...new Set(leftOut)], isMost: true };
  if (all.size || units.length < 2) return { ...answer, hits: ranked(all, text), leftOut: [...new Set(leftOut)] };
  const { found, kept } = await loosely(units, only);
  const words = (has) => units.filter((_, at) => kept.has(at) === has).flatMap(({ typed }) => typed);
  return {
    ...answer, hits: ranked(found, text), kept: kept.size ? [...new Set(words(true))] : undefined, leftOut: [...new Set([...leftOut, ...words(false)])],
  };
}

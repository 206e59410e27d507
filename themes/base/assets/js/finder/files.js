// The index: static files, each fetched once, when somebody asks for what it holds (src/finder/dataset.rs).

import { folded, unjointed } from './fold.js';

/** @typedef {{ slug: string, names: string[], wider: number[], place: number, folded: string[] }} Topic */

export const root = document.getElementById('finder');
const settings = root?.dataset ?? {};
/** What the page says to the script: words, and where things are. */
export const words = JSON.parse(settings.words ?? '{}');
export const { base, home, lang } = settings;
const folder = (settings.manifest ?? '').replace(/manifest[^/]*$/, '');

/** What is known of the index once `ready` has come: `manifest`, and all topics. */
export const index = { manifest: undefined, /** @type {Topic[]} */ topics: [] };

const files = new Map();

/**
 * @param {string} name
 * @param {'json' | 'text'} read
 */
export function fetched(name, read) {
  if (!files.has(name)) {
    const asking = fetch(folder + name)
      .then((answer) => (answer.ok ? answer[read]() : Promise.reject(new Error(name))))
      .catch((error) => { files.delete(name); throw error; });
    files.set(name, asking);
  }
  return files.get(name);
}

const hashAt = (hashes, at) => hashes.slice(at * 4, at * 4 + 4);

/** Fetches what every question needs, once. */
export const ready = () => (ready.once ??= (async () => {
  index.manifest = await (await fetch(settings.manifest)).json();
  const topics = await fetched(`topics-${index.manifest.topics}.json`, 'json');
  index.topics = topics.map(([slug, names, wider, place]) => (
    { slug, names, wider, place, folded: names.map((name) => folded(unjointed(name))) }));
})().catch((error) => { ready.once = null; throw error; }));

/** What few questions need: which files there are of pairs, and of names written backwards. */
const seldom = () => fetched(`seldom-${index.manifest.seldom}.json`, 'json');

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUE = new Uint8Array(128);
[...DIGITS].forEach((digit, at) => { VALUE[digit.charCodeAt(0)] = at; });

/**
 * Reads numbers that are written in letters, five bits each.
 * @param {string} code
 */
export function reader(code) {
  let at = 0;
  const letter = () => VALUE[code.charCodeAt(at++)];
  const number = () => {
    let [sum, shift, bits] = [0, 0, 32];
    while (bits & 32) { bits = letter(); sum |= (bits & 31) << shift; shift += 5; }
    return sum;
  };
  return { letter, number, more: () => at < code.length };
}

/**
 * Says every entry of a list, with its worth.
 * @param {string} code
 * @param {(entry: number, worth: number) => void} say
 */
export function each(code, say) {
  const from = reader(code);
  let entry = 0;
  while (from.more()) { entry += from.number(); say(entry, from.letter()); }
}

/**
 * The words of a dictionary that begin with `prefix`, each with its list.
 * @param {'names' | 'titles' | 'texts' | 'back'} kind
 * @param {string} prefix
 * @returns {Promise<string[][]>}
 */
export async function lines(kind, prefix) {
  const { first, hash: hashes } = index.manifest[kind] ?? (await seldom())[kind];
  const wanted = [];
  for (let at = 0; at < first.length; at += 1) {
    const begins = at + 1 === first.length || first[at + 1] > prefix;
    if (begins && (first[at] <= prefix || first[at].startsWith(prefix))) {
      wanted.push(fetched(`${kind}-${at}-${hashAt(hashes, at)}.txt`, 'text'));
    }
  }
  const texts = await Promise.all(wanted);
  return texts.flatMap((text) => text.split('\n').filter((line) => line.startsWith(prefix)))
    .map((line) => line.split('\t'));
}

/**
 * The list of a word of a dictionary, when it has one.
 * @param {'names' | 'texts'} kind
 * @param {string} word
 * @returns {Promise<string | undefined>}
 */
export async function line(kind, word) {
  const { first, hash: hashes } = index.manifest[kind];
  let at = first.length - 1;
  while (at >= 0 && first[at] > word) at -= 1;
  if (at < 0) return undefined;
  const text = await fetched(`${kind}-${at}-${hashAt(hashes, at)}.txt`, 'text');
  return text.split('\n').find((one) => one.startsWith(`${word}\t`))?.split('\t')[1];
}

const CODES = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';

/** The number of some bytes (FNV-1a), as in src/base/lot.rs. @param {string} text */
export const hashOf = (text) => new TextEncoder().encode(text)
  .reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5) >>> 0;

/** A number, mixed so that nothing of its order is left. @param {number} number */
export function mixedOf(number) {
  let mixed = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * The list of two words that stand side by side (src/finder/pairs.rs).
 * @param {string} one
 * @param {string} other
 * @returns {Promise<string | undefined>}
 */
export async function pairLine(one, other) {
  const { pairs: hashes } = await seldom();
  const number = mixedOf(hashOf(`${one} ${other}`)) >>> 2;
  const at = Math.floor((number * (hashes.length / 4)) / 2 ** 30);
  const code = [24, 18, 12, 6, 0].map((shift) => CODES[(number >>> shift) & 63]).join('');
  const text = await fetched(`pairs-${at}-${hashAt(hashes, at)}.txt`, 'text');
  return text.split('\n').find((known) => known.startsWith(`${code}\t`))?.split('\t')[1];
}

/** The place of each expert in the order of names. */
export async function nameOrder() {
  const from = reader(await fetched(`order-${index.manifest.order}.txt`, 'text'));
  return Array.from({ length: experts() }, () => from.number());
}

/**
 * The list of a topic.
 * @param {number} topic
 */
export async function topicList(topic) {
  const { first, hash: hashes } = index.manifest.lists;
  const { place } = index.topics[topic];
  let at = first.length - 1;
  while (first[at] > place) at -= 1;
  const text = await fetched(`lists-${at}-${hashAt(hashes, at)}.txt`, 'text');
  return text.split('\n')[place - first[at]];
}

/** How many files the lists of topics are in, each of some 1 KB as it is sent. */
export const listFiles = () => index.manifest.lists.hash.length / 4;

/** The topic of that slug, by its place; -1 when there is none. */
export const topicAt = (slug) => index.topics.findIndex((topic) => topic.slug === slug);

/**
 * What is shown of an entry.
 * @param {number} entry
 */
export async function record(entry) {
  const { size, neighbours, hash: hashes } = index.manifest.records;
  const at = Math.floor(entry / size);
  const hash = hashAt(hashes, Math.floor(at / neighbours));
  return (await fetched(`records-${at}-${hash}.json`, 'json'))[entry % size];
}

/** How many experts there are; they come first among the entries. */
export const experts = () => index.manifest.kinds[0][1];

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

/** Whether the site was built anew since this page came: other files hold the index then, and its page names them. */
export async function isOutdated() {
  const page = await fetch(location.pathname, { cache: 'no-cache' });
  return page.ok && !(await page.text()).includes(settings.manifest);
}

const hashAt = (hashes, at) => hashes.slice(at * 4, at * 4 + 4);

/** Which of two words comes first, letter by letter, as in Rust. */
export function compared(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return (one.codePointAt(at) ?? -1) - (other.codePointAt(at) ?? -1);
}

/**
 * The place of each topic's list: those that have a word in common, the one that most have, stand side by side
 * (src/finder/topics.rs).
 * @param {string[]} titles
 */
function placesOf(titles) {
  const counts = new Map();
  titles.forEach((title) => title.split(' ').forEach((word) => counts.set(word, (counts.get(word) ?? 0) + 1)));
  const more = (one, other) => counts.get(one) - counts.get(other) || compared(one, other);
  const shared = titles.map((title) => title.split(' ').reduce((best, word) => (more(word, best) > 0 ? word : best)));
  const order = titles.map((_, at) => at).sort((one, other) => compared(shared[one], shared[other]) || one - other);
  const places = [];
  order.forEach((at, place) => { places[at] = place; });
  return places;
}

/** Fetches what every question needs, once. */
export const ready = () => (ready.once ??= (async () => {
  const manifest = await (await fetch(settings.manifest)).json();
  let sum = 0;
  manifest.lists.first = manifest.lists.first.map((step) => (sum += step));
  const raw = await (await fetch(`${folder}topics-${manifest.topics}.json`)).json();
  const all = raw.map(([names]) => names.map((name) => folded(unjointed(name))));
  const places = placesOf(all.map(([title]) => title));
  index.topics = raw.map(([names, before, slug], at) => ({
    slug: slug ?? all[at][0].replaceAll(' ', '-'),
    names,
    wider: before.map((steps) => at - steps),
    place: places[at],
    folded: all[at],
  }));
  index.manifest = manifest;
})().catch((error) => { ready.once = null; throw error; }));

/** Which files there are of a kind; of one that few questions need, a file says that. */
async function filesOf(kind) {
  const known = index.manifest[kind];
  return typeof known === 'string' ? fetched(`files-of-${kind}-${known}.json`, 'json') : known;
}

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
  const { first, hash: hashes } = await filesOf(kind);
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
  const hashes = await filesOf('pairs');
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

/** The numbers of the entries of a kind: the first, and the one behind the last. @param {string} kind */
export function numbers(kind) {
  let from = 0;
  for (const [known, count] of index.manifest.kinds) {
    if (known === kind) return [from, from + count];
    from += count;
  }
  return [from, from];
}

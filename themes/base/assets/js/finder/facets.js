// What results can be narrowed down to: OR inside a facet, AND across facets.

import { kilometres } from './distance.js';
import { each, experts, fetched, index, lang, reader, topicAt, topicList, words } from './files.js';

/** @typedef {import('./rank.js').Hit} Hit */
/** @typedef {import('./address.js').State} State */

/** Facets of experts alone. */
export const COLUMNS = ['place', 'language', 'availability', 'freshness', 'remote'];
export const NARROWING = ['topic', 'group', ...COLUMNS];

let facets;
let groups = [];

/**
 * Fetches who is in which group, for whoever asks for a group: whoever is in a group within it is on its list, too
 * (src/finder/groups.rs).
 */
async function allGroups() {
  const name = index.manifest.groups;
  const rows = name ? await fetched(`groups-${name}.json`, 'json') : [];
  groups = rows.map(([slug, title, above, list]) => ({ slug, title, wider: above === null ? [] : [above], list }));
  return groups;
}

/** All towns: `[key, name]`, and where they are, when that is known. */
export const places = () => fetched(`places-${index.manifest.places}.json`, 'json');

/** The facets of all experts: their values, and a row for each expert. */
export async function columns() {
  if (facets) return facets;
  const [raw, towns] = await Promise.all([fetched(`facets-${index.manifest.facets}.json`, 'json'), places()]);
  const [place, language, marks, points] = ['place', 'language', 'marks', 'points'].map((name) => reader(raw[name]));
  const rows = Array.from({ length: experts() }, () => ({
    place: place.number(),
    languages: Array.from({ length: language.number() }, () => language.number()),
    availability: marks.letter(),
    freshness: marks.letter(),
    remote: marks.letter(),
    points: points.number(),
  }));
  const titles = (list, name) => list.map((key) => [key, name(key)]);
  const languages = new Intl.DisplayNames([lang], { type: 'language' });
  facets = {
    rows,
    place: { values: towns, of: (row) => [row.place] },
    language: { values: titles(raw.languages, (tag) => languages.of(tag)), of: (row) => row.languages },
    availability: {
      values: titles(raw.availability, (key) => words[`availability.${key}`]), of: (row) => [row.availability],
    },
    freshness: { values: titles(raw.freshness, (key) => words[`freshness.${key}`]), of: (row) => [row.freshness] },
    remote: { values: [['yes', words.remote]], of: (row) => [row.remote] },
  };
  return facets;
}

/** Fetches what chosen values are called. @param {State} state */
export const named = (state) => Promise.all([
  state.group.length && allGroups(), COLUMNS.some((name) => state[name].length) && columns(),
]);

/** What a value of a facet is called; the value itself when nobody knows. */
export function titled(name, key) {
  if (name === 'topic') return index.topics[topicAt(key)]?.names[0] ?? key;
  if (name === 'group') return groups.find(({ slug }) => slug === key)?.title ?? key;
  return facets?.[name].values.find(([known]) => known === key)?.[1] ?? key;
}

/** Where a town is, when that is known. */
const positionOf = ([, , ...position]) => (position.length ? position : undefined);

/**
 * How far each town is from the nearest that was chosen, by its place; none for towns of which nobody knows where they are.
 * @param {State} state
 */
export async function distances(state) {
  const towns = await places();
  const from = towns.filter(([key]) => state.place.includes(key)).map(positionOf).filter(Boolean);
  return towns.map((town) => {
    const at = positionOf(town);
    return at && from.length ? Math.min(...from.map((one) => kilometres(one, at))) : undefined;
  });
}

/** Whether it is known of a chosen town where it is. */
export const isSomewhere = async (state) => (
  (await places()).some((town) => state.place.includes(town[0]) && positionOf(town)));

/** The values of a facet that were chosen, by their places from 1; of towns, those that are near enough, too. */
async function chosen(name, { values }, state) {
  // A town by another name is the same: it is no way off.
  const far = name === 'place' ? await distances(state) : [];
  const isChosen = ([key], at) => state[name].includes(key) || far[at] <= Number(state.within);
  return new Set(values.flatMap((value, at) => (isChosen(value, at) ? [at + 1] : [])));
}

/** Everything on the lists of chosen values, of topics or of groups. */
async function listed(name, keys) {
  const known = name === 'group' ? await allGroups() : [];
  const codes = name === 'group'
    ? known.filter(({ slug }) => keys.includes(slug)).map(({ list }) => list)
    : await Promise.all(keys.map(topicAt).filter((at) => at >= 0).map(topicList));
  const inside = new Set();
  codes.forEach((code) => each(code, (entry) => inside.add(entry)));
  return inside;
}

/**
 * The hits that have, of every facet with a choice, one of the values chosen.
 * @param {Hit[]} hits
 * @param {State} state
 * @param {string} [except] A facet whose choice does not count.
 */
export async function narrowed(hits, state, except) {
  let kept = hits;
  for (const name of ['topic', 'group'].filter((one) => state[one].length && one !== except)) {
    const inside = await listed(name, state[name]);
    kept = kept.filter((hit) => inside.has(hit.entry));
  }
  const active = COLUMNS.filter((name) => state[name].length && name !== except);
  if (!active.length) return kept;
  const { rows, ...all } = await columns();
  const wanted = await Promise.all(active.map(async (name) => [all[name].of, await chosen(name, all[name], state)]));
  return kept.filter(({ entry }) => entry < experts()
    && wanted.every(([of, values]) => of(rows[entry]).some((value) => values.has(value))));
}

const mostFirst = (one, other) => other[2] - one[2] || (one[0] < other[0] ? -1 : 1);

/**
 * How many of the hits have each value of a facet, its own choice aside: `[key, title, count, depth]`, most first.
 * @param {string} name
 * @param {Hit[]} hits
 * @param {State} state
 */
export async function counted(name, hits, state) {
  const without = await narrowed(hits, state, name);
  const counts = new Map();
  const add = (value) => value && counts.set(value, (counts.get(value) ?? 0) + 1);
  if (name === 'topic' || name === 'group') {
    const inside = new Set(without.map((hit) => hit.entry));
    const all = name === 'topic' ? index.topics.map(({ slug, names: [title], wider }) => ({ slug, title, wider })) : await allGroups();
    await Promise.all(all.map(async ({ list }, at) => (
      each(list ?? await topicList(at), (entry) => inside.has(entry) && add(at + 1)))));
    return asTree(all, counts);
  }
  const all = await columns();
  for (const { entry } of without) if (entry < experts()) all[name].of(all.rows[entry]).forEach(add);
  // Two towns of one name are one to choose, and so is one town of several names: by the name that was chosen, or that most use.
  const merged = new Map();
  const names = new Map();
  const isChosen = ([value]) => state[name].includes(all[name].values[value - 1][0]);
  const inOrder = [...counts].sort((one, other) => isChosen(other) - isChosen(one) || other[1] - one[1] || one[0] - other[0]);
  for (const [value, count] of inOrder) {
    const town = all[name].values[value - 1];
    const at = name === 'place' ? positionOf(town)?.join() : undefined;
    if (at && !names.has(at)) names.set(at, town);
    const [key, title] = names.get(at) ?? town;
    merged.set(key, [key, title, (merged.get(key)?.[2] ?? 0) + count]);
  }
  return [...merged.values()].sort(mostFirst);
}

/** Topics below their first wider topic, and groups below that which they are part of, with their depth. */
function asTree(all, counts) {
  const below = new Map();
  for (const [value, count] of counts) {
    const { slug, title, wider } = all[value - 1];
    const above = wider.find((one) => counts.has(one + 1)) ?? -1;
    below.set(above, [...(below.get(above) ?? []), [slug, title, count, value - 1]]);
  }
  const rows = [];
  const visit = (wider, depth) => {
    if (depth > 6) return;
    (below.get(wider) ?? []).sort(mostFirst).forEach(([slug, name, count, at]) => {
      rows.push([slug, name, count, depth]);
      visit(at, depth + 1);
    });
  };
  visit(-1, 0);
  return rows;
}

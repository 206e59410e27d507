// What results can be narrowed down to: OR inside a facet, AND across facets.

import { kilometres } from './distance.js';
import { each, experts, fetched, index, lang, reader, topicAt, topicList, words } from './files.js';

/** @typedef {import('./rank.js').Hit} Hit */
/** @typedef {import('./address.js').State} State */

/** Facets of experts alone. */
export const COLUMNS = ['place', 'language', 'availability', 'freshness', 'remote'];
export const NARROWING = ['topic', ...COLUMNS];

let facets;

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
  const named = (list, name) => list.map((key) => [key, name(key)]);
  const languages = new Intl.DisplayNames([lang], { type: 'language' });
  facets = {
    rows,
    place: { values: towns, of: (row) => [row.place] },
    language: { values: named(raw.languages, (tag) => languages.of(tag)), of: (row) => row.languages },
    availability: {
      values: named(raw.availability, (key) => words[`availability.${key}`]), of: (row) => [row.availability],
    },
    freshness: { values: named(raw.freshness, (key) => words[`freshness.${key}`]), of: (row) => [row.freshness] },
    remote: { values: [['yes', words.remote]], of: (row) => [row.remote] },
  };
  return facets;
}

/** What a value of a facet is called; the value itself when nobody knows. */
export function titled(name, key) {
  if (name === 'topic') return index.topics[topicAt(key)]?.names[0] ?? key;
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

/**
 * The hits that have, of every facet with a choice, one of the values chosen.
 * @param {Hit[]} hits
 * @param {State} state
 * @param {string} [except] A facet whose choice does not count.
 */
export async function narrowed(hits, state, except) {
  let kept = hits;
  if (state.topic.length && except !== 'topic') {
    const inside = new Set();
    for (const at of state.topic.map(topicAt).filter((place) => place >= 0)) {
      each(await topicList(at), (entry) => inside.add(entry));
    }
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
  if (name === 'topic') {
    const inside = new Set(without.map((hit) => hit.entry));
    await Promise.all(index.topics.map(async (_, at) => (
      each(await topicList(at), (entry) => inside.has(entry) && add(at + 1)))));
    return asTree(counts);
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

/** Topics below their first wider topic, with their depth. */
function asTree(counts) {
  const below = new Map();
  for (const [value, count] of counts) {
    const topic = index.topics[value - 1];
    const wider = topic.wider.find((one) => counts.has(one + 1)) ?? -1;
    below.set(wider, [...(below.get(wider) ?? []), [topic.slug, topic.names[0], count, value - 1]]);
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

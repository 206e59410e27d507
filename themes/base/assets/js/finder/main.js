// The finder: from what is asked to what is shown, and back into the address.

import { folded, questionOf, tokensOf } from './fold.js';
import { experts, index, isOutdated, listFiles, nameOrder, ready, record, root, words } from './files.js';
import { search, tied } from './rank.js';
import { beginningsOf, stemOf, tonguesOf } from './stem.js';
import { NARROWING, columns, distances, named, narrowed } from './facets.js';
import { addressOf, arrived, isKept, keepQuestion, leads, write } from './address.js';
import { around, chips, group, help, panel, part, say, shown } from './show.js';
import { suggesting } from './box.js';
import { shortlist } from './compare.js';

const input = document.getElementById('q');
let state = arrived();
let run = 0;

/** With more files of topics than these, a network is large. */
const MOST_LISTS = 40;

/**
 * Everything that fits, in its order.
 * @returns {Promise<import('./rank.js').Answer>}
 */
async function answer() {
  if (state.q.trim()) return search(state.q);
  const all = Array.from({ length: experts() }, (_, entry) => ({ entry, points: 0, why: [] }));
  return {
    hits: all.sort(tied('')), leftOut: [], without: [], taken: [],
  };
}

async function sorted(hits) {
  const all = [...hits];
  if (state.sort === 'name') {
    const places = await nameOrder();
    return all.sort((one, other) => (places[one.entry] ?? one.entry) - (places[other.entry] ?? other.entry));
  }
  if (state.sort === 'relevance' && !state.q.trim() && state.within && state.place.length) {
    const [{ rows }, far] = await Promise.all([columns(), distances(state)]);
    const of = ({ entry }) => far[(rows[entry]?.place ?? 0) - 1] ?? Infinity;
    return all.sort((one, other) => of(one) - of(other) || 0);
  }
  if (state.sort === 'freshness' || !state.q.trim()) {
    const { rows } = await columns();
    all.sort((one, other) => (rows[other.entry]?.points ?? 0) - (rows[one.entry]?.points ?? 0));
  }
  return all;
}

/** The hits kind by kind: people first, unless what was asked for is the name of something else (src/finder/sections.rs). */
async function sectioned(all) {
  const sections = [];
  let from = 0;
  for (const [kind, count] of index.manifest.kinds) {
    const [first, last] = [from, from + count];
    const inside = all.filter(({ entry }) => entry >= first && entry < last);
    if (inside.length) sections.push({ kind, inside });
    from = last;
  }
  const whole = folded(state.q);
  if (!whole) return sections;
  const called = await Promise.all(sections.map(async ({ kind, inside }) => (
    kind !== 'topics' && folded((await record(inside[0].entry))[1]) === whole)));
  const order = (one) => (called[sections.indexOf(one)] ? 0 : 1);
  return sections.toSorted((one, other) => order(one) - order(other));
}

/** How many there are, which words were left out, and what must not be there. @param {import('./rank.js').Answer} found */
function told(count, { kept, leftOut, without, taken, isMost, isEmpty }) {
  if (isEmpty) return words.about;
  if (!count) return words.nothing;
  const all = kept ? say('loosely', count, { words: kept.join(' ') }) : say(isMost ? 'mostly' : 'results', count);
  const listed = (key, some) => (some.length ? [words[key].replace('{words}', () => some.join(', '))] : []);
  const read = taken.map(([typed, known]) => `${typed} → ${known}`);
  return [all, ...listed('taken', read), ...listed('without', without), ...listed('left_out', leftOut)].join(' · ');
}

const unfold = (name) => { root.querySelector(`[data-facet="${name}"]`).open = true; };

/**
 * Opens the topics beside the results, once, on a screen with room for them. Of a large network whoever wants them
 * opens them: how many fit each stands in as many bytes as all that is shown else.
 */
function openTopics() {
  if (openTopics.done) return;
  openTopics.done = true;
  if (listFiles() <= MOST_LISTS && matchMedia('(min-width: 60rem)').matches) unfold('topic');
}

async function show() {
  const mine = (run += 1);
  const isAsked = Boolean(state.q.trim() || NARROWING.some((name) => state[name].length) || state.sort !== 'relevance');
  part('ways').hidden = isAsked;
  part('found').hidden = !isAsked;
  part('help').hidden = true;
  if (!isAsked) part('status').textContent = '';
  if (!isAsked && !state.pick.length) { part('shortlist').hidden = true; return; }
  try {
    await ready();
    openTopics();
    await shortlist(state.pick, pick, () => mine !== run);
    if (!isAsked) { root.dataset.shown = addressOf(state); return; }
    const found = await answer();
    const { hits, kept: some } = found;
    const kept = await narrowed(hits, state);
    const sections = await sectioned(await sorted(kept));
    const wanted = some ? some.join(' ') : state.q;
    const made = await Promise.all(sections.map(({ kind, inside }) => group(kind, inside, wanted, show, { slugs: state.pick, toggle: pick })));
    if (mine !== run) return;
    part('results').replaceChildren(...made);
    part('status').textContent = told(kept.length, found);
    if (!kept.length) {
      part('ways').hidden = false;
      part('found').hidden = !NARROWING.some((name) => state[name].length);
      const without = Object.fromEntries(NARROWING.map((name) => [name, []]));
      help(state, hits.length, {
        all: () => change(without, true),
        topic: (slug) => change({ ...without, q: '', topic: [slug] }, true),
      });
    }
    await named(state);
    chips(state, (name, key) => { toggle(name, key); input.focus(); });
    await around(state, (within) => change({ within }, true));
    if (mine !== run) return;
    root.dataset.shown = addressOf(state);
    await Promise.all(NARROWING.map((name) => panel(name, hits, state, () => mine !== run, toggle)));
  } catch (error) {
    if (mine !== run) return;
    // The address has all that was asked.
    if (await isOutdated().catch(() => false)) { location.reload(); return; }
    part('status').textContent = words.failed;
    throw error;
  }
}

function change(next, isStep) {
  Object.keys(shown).forEach((kind) => delete shown[kind]);
  state = { ...state, ...next };
  if (input.value !== state.q) input.value = state.q;
  write(state, isStep);
  return show();
}

const toggle = (name, key) => change({
  [name]: state[name].includes(key) ? state[name].filter((one) => one !== key) : [...state[name], key],
}, true);

/** Puts somebody on the shortlist, or takes them off; who was ticked stays at hand. */
async function pick(slug) {
  await toggle('pick', slug);
  part('results').querySelector(`.pick input[value="${CSS.escape(slug)}"]`)?.focus();
}

const box = suggesting(input, {
  narrow: (name, key) => change({ q: '', [name]: [...new Set([...state[name], key])] }, true),
  all: () => change({ q: input.value }, true),
});

// Who pressed Enter comes back to that question.
input.addEventListener('input', () => change({ q: input.value }, isKept()));
input.form.addEventListener('submit', (event) => {
  event.preventDefault();
  box.close();
  keepQuestion();
  show();
});
leads(() => state);
root.querySelectorAll('[data-facet]').forEach((one) => one.addEventListener('toggle', () => one.open && show()));
part('sort').addEventListener('change', (event) => change({ sort: event.target.value }, true));

function restore() {
  state = arrived();
  Object.keys(shown).forEach((kind) => delete shown[kind]);
  Object.assign(shown, history.state?.shown);
  input.value = state.q;
  part('sort').value = state.sort;
  NARROWING.filter((name) => state[name].length && root.querySelector(`[data-facet="${name}"]`)).forEach(unfold);
  return show();
}
window.addEventListener('popstate', restore);

// For whoever builds on it: how many fit, and `[id, points]` of the first; and the words that they have, of those where
// not all could be had.
window.vakwerkFinder = {
  words: (text) => {
    const { words: all, without } = questionOf(tokensOf(text));
    const some = (from, which) => from.filter(which).map(({ word }) => word);
    return {
      asked: some(all, () => true), stops: some(all, ({ stop }) => stop), exact: some(all, ({ exact }) => exact), without: some(without, () => true),
    };
  },
  /** What the forms of a word have in common in a language, and with what its forms begin. */
  stem: (language, word) => {
    const [tongue] = tonguesOf([language]);
    const stem = stemOf(tongue, word);
    return { stem, begins: beginningsOf(tongue, stem) };
  },
  search: async (question, most = 50) => {
    await ready();
    const {
      hits, kept, leftOut, without, taken, isMost, isEmpty,
    } = await search(question);
    const best = hits.slice(0, most).map(async ({ entry, points }) => {
      let [at, from] = [0, 0];
      while (entry >= from + index.manifest.kinds[at][1]) { from += index.manifest.kinds[at][1]; at += 1; }
      return [`${index.manifest.kinds[at][0]}/${(await record(entry))[0]}`, points];
    });
    return { total: hits.length, best: await Promise.all(best), kept, left_out: leftOut, without, taken, most: isMost, says_nothing: isEmpty };
  },
};
root.hidden = false;
restore();

// The finder: from what is asked to what is shown, and back into the address.

import { asked } from './fold.js';
import { experts, index, ready, record, root, words } from './files.js';
import { search, searchLoosely } from './rank.js';
import { NARROWING, columns, narrowed } from './facets.js';
import { addressOf, stateOf } from './address.js';
import { chips, group, help, panel, part, say, shown } from './show.js';
import { suggesting } from './box.js';

const input = document.getElementById('q');
let state = stateOf(location.search);
let run = 0;

/** Everything that fits, in its order; `kept` are the words that were looked for when not all of them are anywhere. */
async function answer() {
  if (!state.q.trim()) return { hits: Array.from({ length: experts() }, (_, entry) => ({ entry, points: 0 })) };
  const hits = await search(state.q) ?? [];
  return (hits.length ? undefined : await searchLoosely(state.q)) ?? { hits };
}

async function sorted(hits) {
  const all = [...hits];
  if (state.sort === 'name') return all.sort((one, other) => one.entry - other.entry);
  if (state.sort === 'freshness' || !state.q.trim()) {
    const { rows } = await columns();
    all.sort((one, other) => (rows[other.entry]?.points ?? 0) - (rows[one.entry]?.points ?? 0));
  }
  return all;
}

async function show() {
  const mine = (run += 1);
  const isAsked = Boolean(state.q.trim() || NARROWING.some((name) => state[name].length) || state.sort !== 'relevance');
  part('ways').hidden = isAsked;
  part('found').hidden = !isAsked;
  part('help').hidden = true;
  if (!isAsked) { part('status').textContent = ''; return; }
  try {
    await ready();
    const { hits, kept: some } = await answer();
    const kept = await narrowed(hits, state);
    const all = await sorted(kept);
    const sections = [];
    let from = 0;
    for (const [kind, count] of index.manifest.kinds) {
      const inside = all.filter(({ entry }) => entry >= from && entry < from + count);
      if (inside.length) sections.push(group(kind, inside, some ? some.join(' ') : state.q, show));
      from += count;
    }
    const made = await Promise.all(sections);
    if (mine !== run) return;
    part('results').replaceChildren(...made);
    const found = some ? say('loosely', kept.length, { words: some.join(' ') }) : say('results', kept.length);
    part('status').textContent = kept.length ? found : words.nothing;
    if (!kept.length) {
      part('ways').hidden = false;
      part('found').hidden = !NARROWING.some((name) => state[name].length);
      const without = Object.fromEntries(NARROWING.map((name) => [name, []]));
      help(state, hits.length, {
        all: () => change(without, true),
        topic: (slug) => change({ ...without, q: '', topic: [slug] }, true),
      });
    }
    if (needsNames(state)) await columns();
    chips(state, (name, key) => { toggle(name, key); input.focus(); });
    root.dataset.shown = addressOf(state);
    await Promise.all(NARROWING.map((name) => panel(name, hits, state, () => mine !== run, toggle)));
  } catch (error) {
    if (mine === run) part('status').textContent = words.failed;
    throw error;
  }
}

/** Whether names of chosen values have to be known. */
const needsNames = (chosen) => NARROWING.some((name) => name !== 'topic' && chosen[name].length);

function change(next, isStep) {
  Object.keys(shown).forEach((kind) => delete shown[kind]);
  state = { ...state, ...next };
  if (input.value !== state.q) input.value = state.q;
  const address = addressOf(state);
  if (address !== location.pathname + location.search) {
    history[isStep ? 'pushState' : 'replaceState'](null, '', address);
  }
  return show();
}

const toggle = (name, key) => change({
  [name]: state[name].includes(key) ? state[name].filter((one) => one !== key) : [...state[name], key],
}, true);

const box = suggesting(input, {
  narrow: (name, key) => change({ q: '', [name]: [...new Set([...state[name], key])] }, true),
  all: () => change({ q: input.value }, true),
});

input.addEventListener('input', () => change({ q: input.value }, false));
input.form.addEventListener('submit', (event) => {
  event.preventDefault();
  box.close();
  history.pushState(null, '', addressOf(state));
  show();
});
root.querySelectorAll('[data-facet]').forEach((one) => one.addEventListener('toggle', () => one.open && show()));
part('sort').addEventListener('change', (event) => change({ sort: event.target.value }, true));

function restore() {
  state = stateOf(location.search);
  input.value = state.q;
  part('sort').value = state.sort;
  const isWide = matchMedia('(min-width: 60rem)').matches;
  NARROWING.forEach((name) => {
    if (state[name].length || (isWide && name === 'topic')) root.querySelector(`[data-facet="${name}"]`).open = true;
  });
  return show();
}
window.addEventListener('popstate', restore);

// For whoever builds on it: how many fit, and `[id, points]` of the first; and the words that they have, of those where
// not all could be had.
window.vakwerkFinder = {
  words: (text) => asked(text).map(({ word }) => word),
  search: async (question, most = 50) => {
    await ready();
    const all = await search(question) ?? [];
    const { hits, kept } = (all.length ? undefined : await searchLoosely(question)) ?? { hits: all };
    const best = hits.slice(0, most).map(async ({ entry, points }) => {
      let [at, from] = [0, 0];
      while (entry >= from + index.manifest.kinds[at][1]) { from += index.manifest.kinds[at][1]; at += 1; }
      return [`${index.manifest.kinds[at][0]}/${(await record(entry))[0]}`, points];
    });
    return { total: hits.length, best: await Promise.all(best), kept };
  },
};
root.hidden = false;
restore();

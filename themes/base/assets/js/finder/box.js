// The box: suggestions of people, groups, topics and places while one types.

import { fold } from './fold.js';
import { each, index, lines, numbers, ready, record, home, words } from './files.js';
import { places } from './facets.js';
import { face, isExpert, make } from './show.js';

const MOST = { people: 4, groups: 3, topics: 5, places: 3 };

/** A text in which what was typed is bold; as it is where folding changes how many letters there are. */
function typed(text, word) {
  const folded = fold(text);
  const from = folded.startsWith(word) ? 0 : folded.indexOf(` ${word}`) + 1;
  if (folded.length !== text.length || (from === 0 && !folded.startsWith(word))) return [text];
  const to = from + word.length;
  return [text.slice(0, from), make('b', {}, text.slice(from, to)), text.slice(to)];
}

/**
 * @typedef {{ title: string, of: string, sign?: Node, note?: string, choose: () => void }} Suggestion
 * @param {string} word
 * @param {(name: string, key: string) => void} narrow
 * @returns {Promise<Suggestion[]>}
 */
async function suggestions(word, narrow) {
  if (word.length < 2) return [];
  const begins = (name) => name.startsWith(word) || name.includes(` ${word}`);
  const [names, towns] = await Promise.all([lines(word.includes(' ') ? 'titles' : 'names', word), places()]);
  const entries = new Set();
  names.forEach(([, code]) => each(code, (entry) => entries.add(entry)));
  const all = [...entries].sort((one, other) => one - other);
  const [from, to] = numbers('groups');
  const [people, groups] = await Promise.all([
    [all.filter(isExpert), MOST.people],
    [all.filter((entry) => entry >= from && entry < to), MOST.groups],
  ].map(([found, most]) => Promise.all(found.slice(0, most).map(record))));
  const topics = index.topics.filter(({ folded }) => folded.some(begins)).slice(0, MOST.topics);
  const fitting = towns.filter(([, title]) => begins(fold(title))).slice(0, MOST.places);
  return [
    ...people.map(([slug, title, , , , , , picture]) => ({
      title, of: words.experts, sign: face(title, picture), choose: () => location.assign(`${home}experts/${slug}/`),
    })),
    ...groups.map(([slug, title]) => ({
      title, of: words.groups, choose: () => location.assign(`${home}groups/${slug}/`),
    })),
    ...topics.map(({ slug, names: [title, ...others], folded }) => ({
      title,
      of: words.topics,
      // Found by another word for it: that is said.
      note: begins(folded[0]) ? '' : others[folded.slice(1).findIndex(begins)],
      choose: () => narrow('topic', slug),
    })),
    ...fitting.map(([key, title]) => ({ title, of: words.place, choose: () => narrow('place', key) })),
  ];
}

/**
 * @param {HTMLInputElement} input
 * @param {{ narrow: (name: string, key: string) => void, all: () => void }} go
 */
export function suggesting(input, go) {
  const box = document.getElementById('suggestions');
  let fits = [];
  let picked = -1;
  let run = 0;

  const options = () => [...box.querySelectorAll('li')];
  function close() {
    run += 1;
    box.hidden = true;
    picked = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
  function choose(one) {
    close();
    one.choose();
  }
  async function suggest() {
    const mine = (run += 1);
    await ready();
    const word = fold(input.value);
    const found = await suggestions(word, go.narrow);
    if (mine !== run || document.activeElement !== input) return;
    picked = -1;
    fits = found.length ? [...found, { title: words.all_results, of: '', choose: go.all }] : [];
    input.removeAttribute('aria-activedescendant');
    const option = (one) => make('li', {
      id: `suggestion-${fits.indexOf(one)}`,
      role: 'option',
      'aria-selected': 'false',
      onmousedown: (event) => { event.preventDefault(); choose(one); },
    }, one.sign, make('span', {}, ...typed(one.title, word),
      one.note && make('span', { className: 'meta' }, ` (${one.note})`)));
    const groups = [...Map.groupBy(fits, ({ of }) => of)].map(([of, some]) => make('ul', {
      role: 'group', 'aria-label': of || words.all_results,
    }, of && make('li', { className: 'of', role: 'presentation' }, of), ...some.map(option)));
    box.replaceChildren(...groups);
    box.hidden = !fits.length;
    input.setAttribute('aria-expanded', String(fits.length > 0));
  }

  input.addEventListener('input', suggest);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const open = !box.hidden && fits.length;
    if (event.key === 'Escape' && open) { event.preventDefault(); close(); }
    if (event.key === 'Enter' && open && picked >= 0) { event.preventDefault(); choose(fits[picked]); }
    if (!open || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    picked = picked < 0 && step < 0 ? fits.length - 1 : (picked + step + fits.length) % fits.length;
    options().filter((one) => one.role === 'option')
      .forEach((one, at) => one.setAttribute('aria-selected', String(at === picked)));
    input.setAttribute('aria-activedescendant', `suggestion-${picked}`);
    document.getElementById(`suggestion-${picked}`).scrollIntoView({ block: 'nearest' });
  });
  return { close };
}

// The shortlist: people who are ticked, kept in the address alone, and shown side by side.

import { each, index, pairLine, record, topicList, home, words } from './files.js';
import { MOST_PICKED } from './address.js';
import { columns } from './facets.js';
import { face, make, part } from './show.js';

/** So many topics are compared at most. */
const MOST_TOPICS = 16;

/** @typedef {{ entry: number, slug: string, shown: unknown[] }} Picked */

/** The person of that slug; nothing when there is none. @param {string} slug @returns {Promise<Picked | undefined>} */
async function person(slug) {
  const entries = [];
  each(await pairLine('', slug) ?? '', (entry) => entries.push(entry));
  const people = await Promise.all(entries.map(async (entry) => ({ entry, slug, shown: await record(entry) })));
  return people.find(({ shown: [known] }) => known === slug);
}

/** The topics that some of them have: most people first, then as the site orders them. @param {Picked[]} people */
async function topicsOf(people) {
  const rows = await Promise.all(index.topics.map(async ({ names }, at) => {
    const having = new Set();
    // The list has everybody on narrower topics too; a bit says who has the topic itself.
    each(await topicList(at), (entry, worth) => { if (worth & 1) having.add(entry); });
    const has = people.map(({ entry }) => having.has(entry));
    return { at, name: names[0], has, count: has.filter(Boolean).length };
  }));
  return rows.filter(({ count }) => count).sort((one, other) => other.count - one.count || one.at - other.at)
    .slice(0, MOST_TOPICS);
}

const row = (title, cells) => cells.some(Boolean)
  && make('tr', {}, make('th', { scope: 'row' }, title), ...cells.map((cell) => make('td', {}, ...[cell].flat())));

/** How well a topic is known: how fresh, where that is known here. */
function known({ shown }, at) {
  const label = shown[6].find(([topic]) => topic === at)?.[1];
  return label ? make('span', { className: `freshness ${label}` }, words[`freshness.${label}`]) : words['compare.has'];
}

/** @param {Picked[]} people @param {(slug: string) => void} drop */
async function table(people, drop) {
  const { rows, language } = await columns();
  const spoken = ({ entry }) => rows[entry].languages.map((one) => language.values[one - 1][1]).join(', ');
  const head = ({ slug, shown: [, name, , , , , , picture] }) => make('th', { scope: 'col' },
    face(name, picture), make('a', { href: `${home}experts/${slug}/` }, name),
    make('button', {
      type: 'button', className: 'screen', 'aria-label': words.remove.replace('{facet}', () => name), onclick: () => drop(slug),
    }, '×'));
  const status = ({ shown: [, , , , , available] }) => available && words[`availability.${available}`];
  const topics = (await topicsOf(people)).map(({ at, name, has }) => (
    row(name, people.map((one, place) => has[place] && known(one, at)))));
  return make('table', {},
    make('caption', {}, words.compare),
    make('thead', {}, make('tr', {}, make('td', {}), ...people.map(head))),
    make('tbody', {}, ...[
      row('', people.map(({ shown: [, , line] }) => line)),
      row(words.place, people.map(({ shown: [, , , place] }) => place)),
      row(words.language, people.map(spoken)),
      row(words['compare.availability'], people.map(status)),
      ...topics,
    ].filter(Boolean)));
}

/**
 * Shows the people who are ticked.
 * @param {string[]} slugs
 * @param {(slug: string) => void} drop
 * @param {() => boolean} isOld
 */
export async function shortlist(slugs, drop, isOld) {
  const box = part('shortlist');
  if (!slugs.length) { box.replaceChildren(); box.hidden = true; return; }
  const people = (await Promise.all(slugs.slice(0, MOST_PICKED).map(person))).filter(Boolean);
  const shown = people.length && await table(people, drop);
  if (isOld()) return;
  box.replaceChildren(...(people.length ? [
    make('h2', {}, words.shortlist, ' ', make('span', { className: 'meta' }, String(people.length))),
    make('div', { className: 'table', tabIndex: 0, role: 'region', 'aria-label': words.compare }, shown),
    make('p', { className: 'screen' }, make('button', { type: 'button', className: 'more', onclick: () => window.print() }, words.print)),
  ] : []));
  box.hidden = !people.length;
}

/** What stands beside a person who was found: whether they are on the shortlist. */
export function tick(slug, name, { slugs, toggle }) {
  const checked = slugs.includes(slug);
  return make('label', { className: 'pick screen' },
    make('input', {
      type: 'checkbox', value: slug, checked, disabled: !checked && slugs.length >= MOST_PICKED, onchange: () => toggle(slug),
    }),
    make('span', {}, words.pick, make('span', { className: 'hidden' }, ` ${name}`)));
}

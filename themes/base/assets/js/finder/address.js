// What is asked stands in the address, so that a search can be kept, shared, and gone back to.

import { NARROWING } from './facets.js';

/**
 * @typedef {{ q: string, sort: string, topic: string[], group: string[], place: string[], language: string[],
 *   availability: string[], freshness: string[], remote: string[], pick: string[], within: string }} State
 *   `within`: so many kilometres from the places.
 */

const SORTS = ['relevance', 'freshness', 'name'];
/** As far as anybody on the earth is. */
const FURTHEST = 20_000;

/**
 * @param {string} address
 * @returns {State}
 */
export function stateOf(address) {
  const from = new URLSearchParams(address);
  const sort = from.get('sort');
  const within = Number(from.get('within'));
  return {
    q: from.get('q') ?? '',
    sort: SORTS.includes(sort) ? sort : 'relevance',
    within: within > 0 && within <= FURTHEST ? String(within) : '',
    ...Object.fromEntries([...NARROWING, 'pick'].map((name) => [name, from.getAll(name)])),
  };
}

/**
 * @param {State} state
 * @returns {string}
 */
export function addressOf(state) {
  const to = new URLSearchParams();
  if (state.q.trim()) to.set('q', state.q.trim());
  for (const name of NARROWING) state[name].forEach((value) => to.append(name, value));
  if (state.within && state.place.length) to.set('within', state.within);
  state.pick.forEach((slug) => to.append('pick', slug));
  if (state.sort !== 'relevance') to.set('sort', state.sort);
  return `${location.pathname}${to.size ? `?${to}` : ''}`;
}

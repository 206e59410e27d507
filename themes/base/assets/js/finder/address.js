// What is asked stands in the address, so that a search can be kept, shared, and gone back to.

import { NARROWING } from './facets.js';

/**
 * @typedef {{ q: string, sort: string, topic: string[], place: string[], language: string[], availability: string[],
 *   freshness: string[], remote: string[], pick: string[] }} State
 */

const SORTS = ['relevance', 'freshness', 'name'];

/**
 * @param {string} address
 * @returns {State}
 */
export function stateOf(address) {
  const from = new URLSearchParams(address);
  const sort = from.get('sort');
  return {
    q: from.get('q') ?? '',
    sort: SORTS.includes(sort) ? sort : 'relevance',
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
  state.pick.forEach((slug) => to.append('pick', slug));
  if (state.sort !== 'relevance') to.set('sort', state.sort);
  return `${location.pathname}${to.size ? `?${to}` : ''}`;
}

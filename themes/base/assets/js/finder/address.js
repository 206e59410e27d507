// What is asked stands in the address, so that a search can be kept, shared, and gone back to. A long text does not: it
// stays with the browser's own history, where no host ever sees it.

import { NARROWING } from './facets.js';

/**
 * @typedef {{ q: string, sort: string, topic: string[], group: string[], place: string[], language: string[],
 *   availability: string[], freshness: string[], remote: string[], pick: string[], within: string }} State
 *   `within`: so many kilometres from the places.
 */

const SORTS = ['relevance', 'freshness', 'name'];
/** As far as anybody on the earth is. */
const FURTHEST = 20_000;
/** A longer question is a text that somebody pasted. */
const LONGEST = 300;
/** So many people stand side by side at most. */
export const MOST_PICKED = 5;
/** Under this name a long text goes over to the page of another language. */
const CARRIED = 'vakwerk-text';

/** Browsers refuse an address after some hundred in half a minute, and a key that is held is faster; so long until it is told again. */
const LATER = 5000;

let later;
/** The address that was refused. */
let due = '';

/**
 * Tells the browser what is asked, as a further step or in place of the last.
 * @param {Record<string, unknown>} state
 * @param {string} [address]
 * @param {boolean} [isStep]
 */
function tell(state, address = due, isStep = false) {
  clearTimeout(later);
  try {
    history[isStep ? 'pushState' : 'replaceState'](state, '', address);
    due = '';
  } catch (error) {
    if (error.name !== 'SecurityError') throw error;
    due = address;
    later = setTimeout(tell, LATER, state, address, isStep);
  }
}

/** What lasts as long as the tab; none where somebody lets sites keep nothing. */
function session() {
  try { return sessionStorage; } catch { return undefined; }
}

const isLong = ({ q }) => q.trim().length > LONGEST;

/** What is kept of a state beside its address: a long text, how many are shown, whether Enter was pressed. */
const beside = (state, more) => ({ ...(isLong(state) && { q: state.q }), ...more });

/**
 * @param {string} address
 * @returns {State}
 */
function stateOf(address) {
  const from = new URLSearchParams(address);
  const sort = from.get('sort');
  const within = Number(from.get('within'));
  return {
    q: from.get('q') ?? '',
    sort: SORTS.includes(sort) ? sort : 'relevance',
    within: within > 0 && within <= FURTHEST ? String(within) : '',
    ...Object.fromEntries(NARROWING.map((name) => [name, from.getAll(name)])),
    pick: [...new Set(from.getAll('pick'))].slice(0, MOST_PICKED),
  };
}

/**
 * @param {State} state
 * @returns {string}
 */
export function addressOf(state) {
  const to = new URLSearchParams();
  if (state.q.trim() && !isLong(state)) to.set('q', state.q.trim());
  for (const name of NARROWING) state[name].forEach((value) => to.append(name, value));
  if (state.within && state.place.length) to.set('within', state.within);
  state.pick.forEach((slug) => to.append('pick', slug));
  if (state.sort !== 'relevance') to.set('sort', state.sort);
  return `${location.pathname}${to.size ? `?${to}` : ''}`;
}

/** What is asked for by the address and by what is kept beside it. @returns {State} */
export function arrived() {
  const state = stateOf(location.search);
  clearTimeout(later);
  due = '';
  const carried = session()?.getItem(CARRIED);
  session()?.removeItem(CARRIED);
  state.q = (history.state?.q ?? carried) || state.q;
  const isOther = new URLSearchParams(location.search).getAll('pick').length > state.pick.length;
  if (isLong(state) || isOther) tell(beside(state, history.state), addressOf(state));
  return state;
}

/** Writes down what is asked, as a further step or in place of the last. @param {State} state @param {boolean} isStep */
export function write(state, isStep) {
  const address = addressOf(state);
  const isSame = address === location.pathname + location.search && !due && !isLong(state) && !history.state?.q;
  if (!isSame) tell(beside(state), address, isStep);
}

/** Keeps the question as it is: what is typed next is a further step. */
export const keepQuestion = () => tell({ ...history.state, isKept: true });

export const isKept = () => Boolean(history.state?.isKept);

/** Keeps how many of each kind are shown. @param {Record<string, number>} shown */
export const keepShown = (shown) => tell({ ...history.state, shown: { ...shown } });

/** The pages of other languages are asked the same. @param {() => State} now */
export function leads(now) {
  document.querySelectorAll('.languages a').forEach((link) => link.addEventListener('click', () => {
    const state = now();
    link.search = addressOf(state).slice(location.pathname.length);
    if (isLong(state)) session()?.setItem(CARRIED, state.q);
  }));
}

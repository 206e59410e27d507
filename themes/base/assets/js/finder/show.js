// What is shown: cards, marks in their words, facets with counts, chips, and help when there is nothing.

import { asked, fold, isNear } from './fold.js';
import { fieldOf, formsOf, weigh } from './fit.js';
import { base, experts, home, index, lang, record, root, words } from './files.js';
import { keepShown } from './address.js';
import { NARROWING, counted, isSomewhere, titled } from './facets.js';
import { tick } from './compare.js';

const many = new Intl.PluralRules(lang);
export const number = new Intl.NumberFormat(lang);

/** A part of the page by its name. */
export const part = (name) => (name === 'ways'
  ? document.querySelector('[data-ways]')
  : root.querySelector(`[data-part="${name}"]`));

/** A sentence with a number in it, in the form that the language has for that number. */
export function say(key, count, more = {}) {
  const forms = words[key];
  const at = [0, 1, 2, 3, 11, 100].findIndex((one) => many.select(one) === many.select(count));
  const said = forms[Math.max(0, at)].replace('{n}', number.format(count));
  return Object.entries(more).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), said);
}

/**
 * An element with what is in it.
 * @param {string} name
 * @param {Record<string, unknown>} properties
 * @param {...(Node | string | undefined | null | false)} inside
 */
export function make(name, properties = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element && key !== 'role') element[key] = value; else element.setAttribute(key, value);
  }
  element.append(...inside.filter(Boolean));
  return element;
}

/**
 * A text in which the words that were asked for are marked.
 * @param {string} text
 * @param {import('./fit.js').Forms[]} wanted
 */
function marked(text, wanted) {
  const pieces = [];
  let from = 0;
  for (const found of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = fold(found[0]);
    const piece = wanted.find(({ word, piece: isPiece }) => isPiece && found[0].includes(word));
    if (!piece && !wanted.some((forms) => !forms.piece && weigh(forms, folded))) continue;
    const start = piece ? found.index + found[0].indexOf(piece.word) : found.index;
    const end = piece ? start + piece.word.length : start + found[0].length;
    if (start < from) continue;
    pieces.push(text.slice(from, start), make('mark', {}, text.slice(start, end)));
    from = end;
  }
  return [...pieces, text.slice(from)];
}

/** One or two letters for whoever has no portrait, by the rule of the site's other pages. */
function initials(name) {
  const bare = (name.split(/[([（]/)[0].trim() || name).split(/\s+/);
  const letter = (word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? '';
  const first = letter(bare[0] ?? '');
  if (/[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u.test(first)) return first;
  if (/\p{Script=Arabic}/u.test(first)) {
    return [bare[0], ...bare.slice(1).slice(-1)].map((word) => letter(word.replace(/^ال(?=..)/u, ''))).join('\u200c');
  }
  const last = bare.slice(1).reverse().find((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
  return (first + (last ? letter(last) : '')).toUpperCase();
}

/** A face, or letters in its place. */
export function face(name, picture) {
  return picture
    ? make('img', { className: 'face', src: base + picture, alt: '', width: 48, height: 60, loading: 'lazy' })
    : make('span', { className: 'face initials', 'aria-hidden': 'true' }, initials(name));
}

const MOST_REASONS = 3;

/** Why something was found, in words; nothing where it is plain to see. */
function reason(kind, why, through) {
  const field = fieldOf(why);
  if (field) return field === 'name' ? '' : words[`why.${field}`];
  const key = why === through ? 'through' : kind === 'experts' ? 'why.knows' : 'why.about';
  return words[key].replace('{topic}', () => index.topics[why].names[0]);
}

function card(kind, hit, wanted, picks, [slug, title, line, place, years, available, about, picture]) {
  const reasons = hit.why.map((why) => reason(kind, why, hit.through)).filter(Boolean).slice(0, MOST_REASONS);
  const through = reasons.length > 0 && make('p', { className: 'meta through' }, reasons.join(' · '));
  const status = available && (kind === 'experts'
    ? make('span', { className: `availability ${available}` }, words[`availability.${available}`])
    : words.closed);
  const facts = [status, place, years].filter(Boolean).flatMap((fact, at) => (at ? [' · ', fact] : [fact]));
  const marks = about.map(([topic, label]) => make('li', { className: label },
    label && make('b', {}, words[`freshness.${label}`]), ' ',
    ...marked(index.topics[topic].names[0], wanted)));
  const text = make('div', {},
    make('h3', {}, make('a', { href: `${home}${kind === 'pages' ? '' : `${kind}/`}${slug}/` }, ...marked(title, wanted))),
    line && make('p', { className: 'headline' }, ...marked(line, wanted)),
    facts.length && make('p', { className: 'meta' }, ...facts),
    marks.length && make('ul', { className: 'marks' }, ...marks),
    through,
    kind === 'experts' && tick(slug, title, picks));
  const isPerson = kind === 'experts';
  return make('li', {}, make('article', { className: `card result${isPerson ? '' : ' bare'}` },
    isPerson && face(title, picture), text));
}

/** How many of each kind are shown, when it is not the usual number. */
export const shown = {};

/**
 * The results of one kind.
 * @param {string} kind
 * @param {import('./rank.js').Hit[]} hits
 * @param {string} question
 * @param {() => Promise<void>} again
 * @param {{ slugs: string[], toggle: (slug: string) => void }} picks Who is on the shortlist.
 */
export async function group(kind, hits, question, again, picks) {
  const most = shown[kind] ?? (kind === 'experts' ? 10 : 3);
  const wanted = asked(question).map((word) => formsOf(word, false));
  const some = hits.slice(0, most);
  const records = await Promise.all(some.map((hit) => record(hit.entry)));
  const list = make('ul', { className: 'results' }, ...some.map((hit, at) => card(kind, hit, wanted, picks, records[at])));
  const more = hits.length > most && make('button', {
    type: 'button',
    className: 'more',
    onclick: async () => {
      shown[kind] = most + 20;
      keepShown(shown);
      await again();
      part('results').querySelector(`[data-kind="${kind}"] .results`).children[most]?.querySelector('a').focus();
    },
  }, words.more);
  const count = make('span', { className: 'meta' }, number.format(hits.length));
  return make('section', { 'data-kind': kind, 'aria-label': words[kind] },
    make('h2', {}, words[kind], ' ', count), list, more);
}

/** How many values of a facet are shown at first, and at most (of groups nearly all). */
const FEW_OPTIONS = 8;
const mostOptions = (name) => (name === 'group' ? 500 : 60);

/** One facet, with its values and how many each leads to; nothing when it is closed. */
export async function panel(name, hits, state, isOld, toggle) {
  const box = root.querySelector(`[data-facet="${name}"]`);
  if (!box || !box.open) return;
  const options = await counted(name, hits, state);
  if (isOld()) return;
  for (const key of state[name]) if (!options.some(([known]) => known === key)) options.push([key, titled(name, key), 0]);
  const held = box.contains(document.activeElement) ? document.activeElement.value : null;
  const option = ([key, title, count, deep]) => make('li', { className: deep ? `deep-${Math.min(deep, 3)}` : '' },
    make('label', {},
      make('input', {
        type: 'checkbox', name, value: key, checked: state[name].includes(key), onchange: () => toggle(name, key),
      }),
      make('span', {}, title),
      make('span', { className: 'meta' }, number.format(count))));
  const most = box.dataset.all ? mostOptions(name) : FEW_OPTIONS;
  const isSeen = ([key], at) => at < most || state[name].includes(key);
  const more = options.length > most && make('li', {}, make('button', {
    type: 'button',
    className: 'more',
    onclick: async () => {
      box.dataset.all = 'yes';
      await panel(name, hits, state, isOld, toggle);
      box.querySelectorAll('input')[FEW_OPTIONS]?.focus();
    },
  }, words.more));
  const seen = options.filter(isSeen);
  box.querySelector('ul').replaceChildren(...seen.map(option), ...(more && !box.dataset.all ? [more] : []));
  if (held !== null) [...box.querySelectorAll('input')].find((one) => one.value === held)?.focus();
}

/** Kilometres around a town that may be chosen. */
const AROUND = [10, 25, 50, 100];
const far = new Intl.NumberFormat(lang, { style: 'unit', unit: 'kilometer' });

/**
 * How far from the chosen towns somebody may be, when it is known where these are.
 * @param {import('./address.js').State} state
 * @param {(within: string) => void} choose
 */
export async function around(state, choose) {
  const box = root.querySelector('[data-facet="place"]');
  if (!box) return;
  const isShown = state.place.length > 0 && await isSomewhere(state);
  const known = box.querySelector('.around');
  if (!isShown) { known?.remove(); return; }
  const all = [...new Set([...AROUND, ...(state.within ? [Number(state.within)] : [])])].sort((one, other) => one - other);
  const option = (value, text) => make('option', { value, selected: value === state.within }, text);
  const select = make('select', { id: 'within', onchange: ({ target }) => choose(target.value) },
    option('', '–'), ...all.map((one) => option(String(one), far.format(one))));
  const line = make('p', { className: 'around' }, make('label', { htmlFor: 'within' }, words.within), ' ', select);
  const isHeld = known?.contains(document.activeElement);
  if (known) known.replaceWith(line); else box.append(line);
  if (isHeld) select.focus();
}

/** What is chosen, each with a button that takes it away. */
export function chips(state, take) {
  const called = (name, key) => (
    name === 'place' && state.within ? `${titled(name, key)} · ${far.format(state.within)}` : titled(name, key));
  const all = NARROWING.flatMap((name) => state[name].map((key) => make('li', {}, make('button', {
    type: 'button',
    'aria-label': words.remove.replace('{facet}', () => called(name, key)),
    onclick: () => take(name, key),
  }, called(name, key), ' ×'))));
  part('chips').replaceChildren(...all);
  part('chips').hidden = !all.length;
  part('chosen').textContent = all.length ? `(${number.format(all.length)})` : '';
}

/**
 * Ways on when nothing was found: without what was chosen, and topics that are called something like it.
 * @param {import('./address.js').State} state
 * @param {number} others How many there are without what was chosen.
 * @param {{ all: () => void, topic: (slug: string) => void }} go
 */
export function help(state, others, go) {
  const wanted = asked(state.q).filter(({ letters }) => letters > 3);
  const isLike = (known, word) => isNear(known, word) || (known.length > 3 && known.slice(0, 4) === word.slice(0, 4));
  const near = index.topics.filter(({ folded }) => folded.some((name) => name.split(' ')
    .some((known) => wanted.some(({ word }) => isLike(known, word))))).slice(0, 6);
  const button = (title, onclick) => make('li', {}, make('button', { type: 'button', onclick }, title));
  const ways = [
    ...(others ? [button(say('unfiltered', others), go.all)] : []),
    ...near.map(({ names, slug }) => button(names[0], () => go.topic(slug))),
  ];
  part('instead').replaceChildren(...(near.length ? [make('p', {}, words.near)] : []),
    ...(ways.length ? [make('ul', { className: 'chips' }, ...ways)] : []));
  part('help').hidden = false;
}

/** Whether an entry is an expert. */
export const isExpert = (entry) => entry < experts();

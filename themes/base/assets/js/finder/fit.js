// What fits one word of a question, and why (src/finder/forms.rs, src/finder/fit.rs).

import { fold, isNear, tells } from './fold.js';
import { beginningsOf, stemOf, tonguesOf } from './stem.js';
import { compared, each, experts, index, lang, line, lines, pairLine, topicList } from './files.js';
import { speakingOf } from './small.js';

/**
 * @typedef {{ word: string, letters: number, piece: boolean, exact: boolean, begins: boolean, beginsNames: boolean,
 *   forgiving: boolean, isShort: boolean, stems: [import('./stem.js').Tongue, string][] }} Forms The forms in which a word may stand.
 * @typedef {{ count: number, through?: number, why: number }} Mark What a word counts for an entry. Why: a topic, by its
 *   place; or a field, as a number below 0.
 * @typedef {Map<number, Mark>} Found
 */

export const WHOLE = 4;
const BEGINNING = 3;
const FORM = 3;
export const NEAR = 2;
const PART = 2;
const INITIAL = 1;
const FIELDS = [16, 30, 36, 38, 40, 44, 50, 100];
const FIELD_NAMES = ['story', 'project', 'language', 'free', 'offer', 'place', 'headline', 'name'];

const pointsOf = (worth) => FIELDS[worth >> 3] * (9 + (worth & 7));
export const topicPoints = (worth) => 10 * (72 + (worth >> 1) * 2);
/** The name of a field that is a reason; nothing when the reason is a topic. */
export const fieldOf = (why) => (why < 0 ? FIELD_NAMES[-1 - why] : undefined);

export const tongues = () => (tongues.known ??= tonguesOf(index.manifest.tongues));

/** What small words mean on this page. */
export const speaking = () => (speaking.known ??= speakingOf(lang.split('-')[0], index.manifest.tongues));

/**
 * @param {import('./fold.js').Asked} asked
 * @param {boolean} inText Whether it is part of a text, and not being typed.
 * @returns {Forms}
 */
export function formsOf({ word, piece, letters, exact, last }, inText) {
  const typed = !exact && !inText && !/^[0-9]+$/.test(word);
  return {
    word,
    letters,
    piece,
    exact,
    begins: piece || (typed && letters > 1),
    beginsNames: piece || (typed && (letters > 1 || last)),
    forgiving: typed && !piece && letters > 4,
    isShort: typed && !piece && letters === 4,
    stems: exact || piece ? [] : tongues().map((tongue) => [tongue, stemOf(tongue, word)]),
  };
}

/** With what words begin that may be meant. @param {Forms} forms */
function beginningsOfForms({ word, stems }) {
  const all = [word, ...stems.flatMap(([tongue, stem]) => (stem.length > 2 ? beginningsOf(tongue, stem) : []))].sort();
  return all.filter((one, at) => !all.some((other, place) => place < at && one.startsWith(other)));
}

const isForm = (forms, known) => forms.stems.some(([tongue, stem]) => stemOf(tongue, known) === stem);

/** The same with umlauts that were typed as two letters, when there may be any. @param {Forms} forms */
function withUmlauts(forms) {
  const word = forms.word.replaceAll('ae', 'a').replaceAll('oe', 'o').replaceAll('ue', 'u');
  if (forms.exact || forms.piece || word === forms.word || /[^\x00-\x7f]/.test(word)) return undefined;
  return {
    ...forms,
    word,
    letters: word.length,
    forgiving: forms.forgiving && word.length > 4,
    stems: forms.stems.map(([tongue]) => [tongue, stemOf(tongue, word)]),
  };
}

/** Whether a known word is this one with a sign between its letters: `a/b` for `ab`. */
function isWithoutSign({ exact, word }, known) {
  const parts = exact || known.length !== word.length + 1 ? [] : known.split(/[/&]/);
  return parts.length === 2 && parts.join('') === word;
}

/** Whether a known word is this one, in any form, and does not only begin with it. */
const isWhole = (forms, known) => known === forms.word || isForm(forms, known) || isWithoutSign(forms, known);

/** What a known word counts. @param {Forms} forms @param {string} known */
export function weigh(forms, known) {
  if (known === forms.word || isWithoutSign(forms, known)) return WHOLE;
  if (forms.begins && known.startsWith(forms.word)) return BEGINNING;
  return isForm(forms, known) ? FORM : 0;
}

const weighWordOfName = (forms, known) => (
  forms.beginsNames && known !== forms.word && known.startsWith(forms.word)
    // What is called by a letter stands before what begins with it.
    ? (forms.letters === 1 ? INITIAL : BEGINNING) : weigh(forms, known));

/** What a name of a topic counts for a word. */
function weighTopicName(forms, name, said) {
  const all = name.split(' ');
  const best = Math.max(...all.map((word) => weigh(forms, word)));
  if (all.length < 2) return best;
  if (said && !all.every((word) => weigh(forms, word) > 0 || said.has(word))) return 0;
  if (best === WHOLE || forms.piece) return best;
  const joined = all.join('');
  let together = 0;
  if (joined === forms.word) together = WHOLE;
  else if (joined.startsWith(forms.word) || isForm(forms, joined)) together = weigh(forms, joined);
  const isAcronym = forms.letters > 2 && forms.letters < 7 && all.map((word) => [...word][0]).join('') === forms.word;
  return Math.max(best, together, isAcronym ? BEGINNING : 0);
}

/** Whether a known word is a part of a word put together of several. */
function compoundOf({ word, exact, piece, letters, stems }) {
  if (exact || piece || letters < 8 || /[^\x00-\x7f]/.test(word)) return undefined;
  const parts = new Set();
  for (let at = 3; at <= word.length - 5; at += 1) {
    for (const some of [word.slice(at), word.slice(0, word.length - at)]) {
      parts.add(some);
      stems.forEach(([tongue]) => parts.add(stemOf(tongue, some)));
    }
  }
  const isPart = (it) => it.length > 3 && parts.has(it);
  return (known) => known.length > 4 && known !== word
    && (isPart(known) || stems.some(([tongue]) => isPart(stemOf(tongue, known))));
}

/** Keeps what counts most. @param {Found} found @param {number} entry @param {Mark} mark */
export function keep(found, entry, mark) {
  const known = found.get(entry);
  if (!known || mark.count > known.count) found.set(entry, mark);
}

/** Whether a word names a place or a language, by its list. */
function isFact(code) {
  let found = false;
  each(code, (_, worth) => { found ||= ['place', 'free', 'language'].includes(FIELD_NAMES[worth >> 3]); });
  return found;
}

function add(found, code, weight, from, field) {
  if (!weight) return;
  each(code, (entry, worth) => {
    if (entry >= from && (!field || FIELD_NAMES[worth >> 3] === field)) keep(found, entry, { count: pointsOf(worth) * weight, why: -1 - (worth >> 3) });
  });
}

/** Who is in a place that is called so. @param {Forms} forms @returns {Promise<Set<number>>} */
export async function inPlace(forms) {
  const there = new Set();
  const texts = await Promise.all(beginningsOfForms(forms).map((one) => lines('texts', one)));
  texts.flat().filter(([known]) => weigh(forms, known)).forEach(([, code]) => each(code, (entry, worth) => {
    if (FIELD_NAMES[worth >> 3] === 'place') there.add(entry);
  }));
  return there;
}

/**
 * Adds what is about a topic that has a name which `weight` weighs; says whether there is one. What is about a narrower
 * topic is about the wider one too, and counts as much there: where that is meant as well, its list alone is fetched.
 * @param {Found} found
 * @param {(name: string) => number} weight
 */
async function byTopics(found, weight) {
  const worths = index.topics.map(({ folded }) => Math.max(...folded.map(weight)));
  const isWithin = ({ wider }, best) => wider.some((at) => worths[at] >= best);
  const meant = index.topics.map((topic, at) => ({ topic, at, best: worths[at] }))
    .filter(({ topic, best }) => best && !isWithin(topic, best));
  const lists = await Promise.all(meant.map(({ at }) => topicList(at)));
  meant.forEach(({ topic, at, best }, place) => {
    const byTitle = weight(topic.folded[0]) === best;
    each(lists[place], (entry, worth) => keep(found, entry, {
      count: topicPoints(worth) * best, through: !byTitle || worth % 2 === 0 ? at : undefined, why: at,
    }));
  });
  return meant.length > 0;
}

/** Adds what has the word with a typing error; says which word of a topic was taken for it. */
async function addNear(forms, found) {
  const { word, letters } = forms;
  const half = Math.floor((letters - 1) / 2);
  const [ahead, back] = await Promise.all([
    lines('names', [...word].slice(0, half).join('')),
    lines('back', [...word].reverse().slice(0, half).join('')),
  ]);
  const near = (known) => isNear(known, word);
  ahead.filter(([known]) => near(known)).forEach(([, code]) => add(found, code, NEAR, 0));
  const others = back.map(([known]) => [...known].reverse().join('')).filter(near);
  (await Promise.all(others.map((other) => line('names', other)))).forEach((code) => code && add(found, code, NEAR, 0));
  return nearTopics(found, word);
}

/** Adds what is about a topic with a word that is nearly what was typed; says which word that is. */
async function nearTopics(found, word) {
  const near = (known) => isNear(known, word);
  await byTopics(found, (name) => (name.split(' ').some(near) ? NEAR : 0));
  return index.topics.flatMap(({ folded: names }) => names.flatMap((name) => name.split(' '))).filter(near)
    .reduce((least, known) => (least === undefined || compared(known, least) < 0 ? known : least), undefined);
}

/**
 * What fits a word; `named` says whether a name or a topic has it, `whole` whether a topic or a place has all of it. In a text, names of people do not count, and of topics
 * with names of several words all must be said.
 * @param {Forms} forms
 * @param {Set<string>} [said] The words of the text, with their stems.
 * @returns {Promise<{ found: Found, named: boolean, whole: boolean }>}
 */
export async function find(forms, said) {
  if (forms.word.includes(' ')) return findPhrase(forms.word, Boolean(said));
  const fit = await look(forms, said);
  if (fit.found.size) return fit;
  if (forms.isShort) {
    const found = new Map();
    const taken = await nearTopics(found, forms.word);
    if (taken !== undefined) {
      return {
        found, named: false, whole: false, taken,
      };
    }
  }
  const word = fold(forms.word);
  if (word === forms.word) {
    const other = withUmlauts(forms);
    return other ? look(other, said) : fit;
  }
  if (!word || word.includes(' ')) return fit;
  return look({
    ...forms, word, letters: [...word].length, piece: false, exact: true, begins: false, beginsNames: false, forgiving: false, isShort: false, stems: [],
  }, said);
}

/** What has a phrase: its words side by side, as they are written (src/finder/phrase.rs). */
export async function findPhrase(phrase, inText) {
  const words = phrase.split(' ');
  const weight = WHOLE * words.length;
  const both = words.slice(1).map((word, at) => [words[at], word]).filter(([one, other]) => tells(one, other));
  const all = (await Promise.all(both.map(([one, other]) => pairLine(one, other)))).map((code) => {
    const marks = new Map();
    each(code ?? '', (entry, worth) => {
      const isPerson = entry < experts() && FIELD_NAMES[worth >> 3] === 'name';
      if (!inText || !isPerson) marks.set(entry, { count: pointsOf(worth) * weight, why: -1 - (worth >> 3) });
    });
    return marks;
  });
  const found = new Map();
  for (const [entry, first] of all[0] ?? []) {
    const marks = all.map((some) => some.get(entry));
    if (marks.every(Boolean)) found.set(entry, marks.reduce((least, mark) => (mark.count < least.count ? mark : least), first));
  }
  const named = [...found.values()].some(({ why }) => ['name', 'place', 'language'].includes(fieldOf(why)));
  const isTopic = await byTopics(found, (name) => (` ${name} `.includes(` ${phrase} `) ? weight : 0));
  return { found, named: named || isTopic, whole: isTopic };
}

async function look(forms, said) {
  const found = new Map();
  const beginnings = beginningsOfForms(forms);
  const inTexts = forms.letters > 2 || forms.piece;
  const [names, texts, short] = await Promise.all([
    Promise.all(beginnings.map((one) => lines('names', one))),
    Promise.all(beginnings.map((one) => (inTexts ? lines('texts', one) : []))),
    inTexts ? undefined : line('texts', forms.word),
  ]);
  names.flat().forEach(([known, code]) => add(
    found,
    code,
    weighWordOfName(forms, known),
    // Names of people have no other forms.
    !said && known.startsWith(forms.word) ? 0 : experts(),
  ));
  let [named, whole] = [found.size > 0, false];
  // Others who have a word for what somebody is speak of something else.
  const field = speaking().states.has(forms.word) ? 'free' : undefined;
  texts.flat().forEach(([known, code]) => {
    add(found, code, weigh(forms, known), 0, field);
    whole ||= isWhole(forms, known) && isFact(code);
  });
  named ||= whole;
  if (short) add(found, short, WHOLE, 0);
  const worth = (name) => weighTopicName(forms, name, said);
  named = (await byTopics(found, worth)) || named;
  const about = index.topics.findIndex(({ folded: names }) => names.some((name) => (
    worth(name) > 0 && name.split(' ').some((word) => isWhole(forms, word)))));
  whole ||= about >= 0;
  const taken = !named && forms.forgiving ? await addNear(forms, found) : undefined;
  const has = named ? undefined : compoundOf(forms);
  if (has) named = await byTopics(found, (name) => (has(name) ? PART : 0));
  return {
    found, named, whole, about, taken,
  };
}

/**
 * What has two words of a question as one.
 * @param {Forms} forms
 * @returns {Promise<Found>}
 */
export async function together(forms) {
  const found = new Map();
  if (forms.letters < 5) return found;
  const beginnings = beginningsOfForms(forms);
  const [names, texts] = await Promise.all(['names', 'texts'].map(async (kind) => (
    (await Promise.all(beginnings.map((one) => lines(kind, one)))).flat())));
  names.forEach(([known, code]) => add(found, code, weigh(forms, known), experts()));
  texts.forEach(([known, code]) => add(found, code, weigh(forms, known), 0));
  await byTopics(found, (name) => (name.includes(' ') ? 0 : weigh(forms, name)));
  return found;
}

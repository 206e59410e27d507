// What a question means: what must be there, what either of will do, and what is not wanted (src/finder/understood.rs).

import { folded, questionOf, tokensOf } from './fold.js';
import { fieldOf, findPhrase, formsOf, speaking, weigh } from './fit.js';
import { experts, index, lines } from './files.js';

/** @typedef {{ question: import('./fold.js').Question, choices: import('./fold.js').Asked[][][], isEmpty: boolean }} Understood */

/** Names of more words are not looked for; nor around a word that denies. */
const MOST_OF_NAME = 5;
const MOST_AROUND = 8;
const MOST_OF_PLACE = 3;

/** Whether an entry is called so, of several words. */
const isTitle = async (whole) => (
  whole.includes(' ') && (await lines('titles', whole)).some(([known]) => known === whole));

const wholeOf = (run) => run.map(({ word }) => word).join(' ');

/** The name of a topic that words are, in any form. */
function topicOf(run) {
  const forms = run.map((word) => formsOf(word, true));
  const isIt = (name) => {
    const all = name.split(' ');
    return all.length === forms.length && all.every((word, at) => weigh(forms[at], word) > 0);
  };
  return index.topics.flatMap(({ folded: names }) => names).find(isIt);
}

async function isPlace(run) {
  const isSmall = run.slice(1).every(({ stop }, at) => stop && run[at].stop);
  if (run.length > MOST_OF_PLACE || isSmall || run.at(-1).stop) return false;
  const { found } = await findPhrase(wholeOf(run), true);
  return [...found.values()].some(({ why }) => fieldOf(why) === 'place');
}

/** Whether a topic, an entry or a place is called by several words. */
const isName = async (run) => Boolean(topicOf(run)) || await isTitle(wholeOf(run)) || isPlace(run);

/** Whether a word is a part of a name in the question. */
async function isInName(tokens, at) {
  const end = tokens.findIndex(({ stop }, place) => place > at && !stop);
  const ahead = ` ${wholeOf(tokens.slice(at, end + 1))} `;
  if (end > at && index.topics.some(({ folded: names }) => names.some((name) => ` ${name} `.includes(ahead)))) return true;
  const runs = [];
  for (let from = Math.max(0, at + 1 - MOST_AROUND); from <= at; from += 1) {
    for (let to = at + 1; to <= Math.min(tokens.length, from + MOST_AROUND); to += 1) if (to > from + 1) runs.push(tokens.slice(from, to));
  }
  return runs.some(topicOf) || (await Promise.all(runs.map((run) => isTitle(wholeOf(run))))).some(Boolean);
}

/** The name, or the word that says about what, that comes next: from where to where. */
async function after(tokens, from) {
  for (let at = from; at < tokens.length; at += 1) {
    const most = Math.min(tokens.length - at, MOST_OF_NAME);
    for (let long = most; long > 1; long -= 1) {
      // eslint-disable-next-line no-await-in-loop -- the longest name is looked for first.
      if (await isName(tokens.slice(at, at + long))) return [at, at + long];
    }
    if (!tokens[at].stop) return [at, at + 1];
  }
  return undefined;
}

/** The name or the word that was read last, taken away for a choice; the choice that was. */
async function before(read) {
  const last = read.at(-1);
  if (!last || last.stop) return undefined;
  read.pop();
  if (last.sides) return last.sides;
  const start = read.findLastIndex(({ sides }) => sides) + 1;
  for (let long = Math.min(read.length - start, MOST_OF_NAME - 1); long > 0; long -= 1) {
    const run = [...read.slice(read.length - long), last];
    // eslint-disable-next-line no-await-in-loop -- the longest name is looked for first.
    if (await isName(run)) { read.length -= long; return [run]; }
  }
  return [[last]];
}

/** What must not be there, of words that are denied: as they are written, side by side, and the topic that they name. */
function unwanted(run) {
  const whole = wholeOf(run);
  const topic = run.length > 1 ? topicOf(run) : undefined;
  const all = topic && topic !== whole ? [topic, whole] : [whole];
  return all.map((word) => ({
    word,
    typed: run.map(({ typed }) => typed).join(' '),
    piece: run[0].piece,
    letters: [...word].length,
    exact: run.length > 1 || run[0].exact,
    stop: false,
    follows: false,
    last: false,
    instead: false,
    denied: true,
  }));
}

/**
 * Understands a question. Where there is nobody, nobody is left of what is denied: there its words are what they are.
 * @param {string} text
 * @returns {Promise<Understood>}
 */
/* eslint-disable no-await-in-loop -- each word is read after the one before it. */
export async function understood(text) {
  const { words: tokens, without } = tokensOf(text);
  const { or, only } = speaking();
  const not = experts() ? speaking().not : new Set();
  const read = [];
  let [at, isApart, denied] = [0, false, false];
  while (at < tokens.length) {
    const token = tokens[at];
    const isSmall = token.stop && (not.has(token.word) || or.has(token.word)) && !await isInName(tokens, at);
    const run = isSmall && (not.has(token.word) || denied) ? await after(tokens, at + 1) : undefined;
    if (run && !tokens.slice(at + 1, run[0] + 1).some(({ word }) => only.has(word))) {
      without.push(...unwanted(tokens.slice(...run)));
      [at, isApart, denied] = [run[1], true, true];
      continue;
    }
    denied = false;
    if (token.instead || (isSmall && or.has(token.word))) {
      const next = await after(tokens, token.instead ? at : at + 1);
      const sides = next && await before(read);
      if (sides) {
        read.push({ sides: [...sides, tokens.slice(...next)] });
        [at, isApart] = [next[1], true];
        continue;
      }
    }
    read.push({ ...token, follows: token.follows && !isApart });
    [at, isApart] = [at + 1, false];
  }
  const whole = folded(text);
  const choices = read.filter(({ sides }) => sides).map(({ sides }) => sides);
  const question = questionOf({ words: read.filter(({ sides }) => !sides), without }, choices.length > 0);
  const asks = () => !choices.length && question.words.every(({ stop }) => stop);
  if (asks()) {
    // `Who does IT?`: what is written in capitals is meant.
    const isCalled = await isTitle(whole);
    const isLoud = text.toUpperCase() === text;
    const isMeant = ({ typed }) => isCalled || (!isLoud && /^\p{Uppercase}{2,}$/u.test(typed));
    question.words.forEach((word) => { word.stop &&= !isMeant(word); });
  }
  return { question, choices, isEmpty: asks() && !question.without.length && whole !== '' };
}
/* eslint-enable no-await-in-loop */

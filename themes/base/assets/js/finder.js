// The finder: answers by the rule of `vakwerk search`, from the static files that the manifest names.
(() => {
const root = document.getElementById('finder');
if (!root) return;
const { base, home, lang } = root.dataset;
const words = JSON.parse(root.dataset.words);
const input = document.getElementById('q');
const folder = root.dataset.manifest.replace(/manifest[^/]*$/, '');
const $ = (name) => (name === 'ways' ? document.querySelector('[data-ways]') : root.querySelector(`[data-part="${name}"]`));
const WHOLE = 4, BEGINNING = 3, NEAR = 2, FIELDS = [16, 30, 40, 50, 100];

// Words, folded as the indexer folds them.
const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ħ: 'h', ı: 'i', ς: 'σ', '’': '', '‘': '', 'ʼ': '', "'": '' };
const fold = (text) => [...text.normalize('NFKD').replace(/\p{M}/gu, '')]
  .map((letter) => letter.toLowerCase().replace(/\p{M}/gu, ''))
  .map((letter) => LETTERS[letter] ?? letter).join('').replace(/[^\p{Alphabetic}\p{N}]+/gu, ' ').trim();
const UNSPACED = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const RUNS = new RegExp(`${UNSPACED.source}+|[^ ${UNSPACED.source.slice(1, -1)}]+`, 'gu');
function asked(text) {
  const found = new Map();
  for (const [run] of fold(text).matchAll(RUNS)) {
    const letters = [...run];
    if (!UNSPACED.test(run)) found.set(letters.slice(0, 32).join(''), false);
    else if (letters.length === 1) found.set(run, true);
    else for (let at = 0; at + 1 < letters.length; at += 1) found.set(letters[at] + letters[at + 1], true);
  }
  return [...found].map(([word, piece]) => ({ word, piece, letters: [...word].length }));
}
function isNear(one, other) {
  let [short, long] = [[...one], [...other]];
  if (short.length > long.length) [short, long] = [long, short];
  if (long.length - short.length > 1 || one === other) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const tail = (letters, from) => letters.slice(same + from).join('');
  if (short.length < long.length) return tail(short, 0) === tail(long, 1);
  return tail(short, 1) === tail(long, 1)
    || (short[same] === long[same + 1] && short[same + 1] === long[same] && tail(short, 2) === tail(long, 2));
}

// Files, each fetched once.
const files = new Map();
const fetched = (name, read) => {
  if (!files.has(name)) {
    files.set(name, fetch(folder + name).then((answer) => (answer.ok ? answer[read]() : Promise.reject(new Error(name))))
      .catch((error) => { files.delete(name); throw error; }));
  }
  return files.get(name);
};
const hash = (hashes, at) => hashes.slice(at * 4, at * 4 + 4);
let manifest, topics, facets;
const ready = () => (ready.once ??= (async () => {
  manifest = await (await fetch(root.dataset.manifest)).json();
  topics = (await fetched(`topics-${manifest.topics}.json`, 'json')).map(([slug, names, wider]) => ({ slug, names, wider, folded: names.map(fold) }));
})().catch((error) => { ready.once = null; throw error; }));
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUE = new Uint8Array(128);
[...DIGITS].forEach((digit, at) => { VALUE[digit.charCodeAt(0)] = at; });
function reader(code) {
  let at = 0;
  const letter = () => VALUE[code.charCodeAt(at++)];
  const number = () => {
    let [sum, shift, bits] = [0, 0, 32];
    while (bits & 32) { bits = letter(); sum |= (bits & 31) << shift; shift += 5; }
    return sum;
  };
  return { letter, number, more: () => at < code.length };
}
function each(code, say) {
  const from = reader(code);
  let entry = 0;
  while (from.more()) { entry += from.number(); say(entry, from.letter()); }
}
async function lines(kind, prefix) {
  const { first, hash: hashes } = manifest[kind];
  const wanted = [];
  for (let at = 0; at < first.length; at += 1) {
    const begins = at + 1 === first.length || first[at + 1] > prefix;
    if (begins && (first[at] <= prefix || first[at].startsWith(prefix))) wanted.push(fetched(`${kind}-${at}-${hash(hashes, at)}.txt`, 'text'));
  }
  const texts = await Promise.all(wanted);
  return texts.flatMap((text) => text.split('\n').filter((line) => line.startsWith(prefix))).map((line) => line.split('\t'));
}
async function topicList(topic) {
  const { first, hash: hashes } = manifest.lists;
  let at = first.length - 1;
  while (first[at] > topic) at -= 1;
  const text = await fetched(`lists-${at}-${hash(hashes, at)}.txt`, 'text');
  return text.split('\n')[topic - first[at]];
}
const entryFile = (entry) => {
  const at = Math.floor(entry / manifest.records.size);
  return fetched(`records-${at}-${hash(manifest.records.hash, at)}.json`, 'json');
};

// The rule.
const points = (worth) => FIELDS[worth >> 3] * (9 + (worth & 7));
const topicPoints = (worth) => 10 * (72 + (worth >> 1) * 2);
const keep = (found, entry, count, through) => {
  const known = found.get(entry);
  if (!known || count > known.count) found.set(entry, { count, through });
};
async function byTopics(found, weigh) {
  const meant = [];
  topics.forEach((topic, at) => {
    const of = (name) => Math.max(0, ...name.split(' ').map(weigh));
    const best = Math.max(...topic.folded.map(of));
    if (best) meant.push([at, best, of(topic.folded[0]) !== best]);
  });
  const lists = await Promise.all(meant.map(([at]) => topicList(at)));
  meant.forEach(([at, best, synonym], place) => each(lists[place], (entry, worth) => {
    keep(found, entry, topicPoints(worth) * best, synonym || worth % 2 === 0 ? at : undefined);
  }));
  return meant.length > 0;
}
async function find({ word, piece, letters }) {
  const found = new Map();
  const weigh = (known) => (known === word ? WHOLE : known.startsWith(word) ? BEGINNING : 0);
  const add = (rows, weight) => rows.forEach(([known, code]) => known.includes(' ')
    || each(code, (entry, worth) => keep(found, entry, points(worth) * weight(known))));
  const [names, texts] = await Promise.all([lines('names', word), letters > 2 || piece ? lines('texts', word) : []]);
  add(names, weigh);
  let named = found.size > 0;
  add(texts, weigh);
  // A single letter is no beginning, but may be a whole word: R.
  const whole = (known) => (known === word ? WHOLE : 0);
  named = (await byTopics(found, letters > 1 || piece ? weigh : whole)) || named;
  if (!named && !piece && letters > 4) {
    const part = Math.floor((letters - 1) / 2);
    const [ahead, back] = await Promise.all([
      lines('names', [...word].slice(0, part).join('')),
      lines('back', [...word].reverse().slice(0, part).join('')),
    ]);
    add(ahead.filter(([known]) => isNear(known, word)), () => NEAR);
    const others = back.map(([known]) => [...known].reverse().join('')).filter((known) => isNear(known, word));
    const rows = await Promise.all(others.map(async (other) => (await lines('names', other)).filter(([known]) => known === other)));
    add(rows.flat(), () => NEAR);
    await byTopics(found, (known) => (isNear(known, word) ? NEAR : 0));
  }
  return found;
}
async function search(question) {
  const all = asked(question);
  if (!all.length) return undefined;
  const [found, ...rest] = await Promise.all(all.map(find));
  for (const other of rest) {
    for (const [entry, known] of found) {
      const also = other.get(entry);
      if (also) { known.count += also.count; known.through ??= also.through; } else found.delete(entry);
    }
  }
  if (all.length > 1) {
    const whole = fold(question);
    const lift = (entry, count) => { const known = found.get(entry); if (known) known.count += count; };
    (await lines('names', whole)).forEach(([known, code]) => each(code, (entry) => lift(entry, 1600 * (known === whole ? WHOLE : NEAR))));
    await Promise.all(topics.map(async (topic, at) => topic.folded.includes(whole)
      && each(await topicList(at), (entry, worth) => lift(entry, topicPoints(worth) * WHOLE))));
  }
  return [...found].map(([entry, { count, through }]) => ({ entry, points: count, through }))
    .sort((one, other) => other.points - one.points || one.entry - other.entry);
}

// Facets: columns of the experts, who come first among the entries.
const experts = () => manifest.kinds[0][1];
async function columns() {
  if (facets) return facets;
  const raw = await fetched(`facets-${manifest.facets}.json`, 'json');
  const [place, language, marks, points] = ['place', 'language', 'marks', 'points'].map((name) => reader(raw[name]));
  const rows = Array.from({ length: experts() }, () => ({
    place: place.number(), languages: Array.from({ length: language.number() }, () => language.number()),
    availability: marks.letter(), freshness: marks.letter(), remote: marks.letter(), points: points.number(),
  }));
  const named = (list, name) => list.map((key) => [key, name(key)]);
  facets = {
    rows,
    place: { values: raw.places, of: (row) => [row.place] },
    language: { values: named(raw.languages, (tag) => new Intl.DisplayNames([lang], { type: 'language' }).of(tag)), of: (row) => row.languages },
    availability: { values: named(raw.availability, (key) => words[`availability.${key}`]), of: (row) => [row.availability] },
    freshness: { values: named(raw.freshness, (key) => words[`freshness.${key}`]), of: (row) => [row.freshness] },
    remote: { values: [['yes', words.remote]], of: (row) => [row.remote] },
  };
  return facets;
}
const COLUMNS = ['place', 'language', 'availability', 'freshness', 'remote'];
const topicAt = (slug) => topics.findIndex((topic) => topic.slug === slug);
async function narrowed(hits, state) {
  let kept = hits;
  for (const slug of state.topic) {
    const inside = new Set();
    if (topicAt(slug) >= 0) each(await topicList(topicAt(slug)), (entry) => inside.add(entry));
    kept = kept.filter((hit) => inside.has(hit.entry));
  }
  const active = COLUMNS.filter((name) => state[name].length);
  if (!active.length) return kept;
  const { rows, ...all } = await columns();
  return kept.filter(({ entry }) => entry < experts() && active.every((name) => state[name].every((key) => {
    const value = all[name].values.findIndex(([known]) => known === key) + 1;
    return value > 0 && all[name].of(rows[entry]).includes(value);
  })));
}
/** How many of the hits have each value: `[key, title, count]`, most first. */
async function counted(name, hits) {
  const counts = new Map();
  const add = (value) => value && counts.set(value, (counts.get(value) ?? 0) + 1);
  if (name === 'topic') {
    const inside = new Set(hits.map((hit) => hit.entry));
    await Promise.all(topics.map(async (_, at) => each(await topicList(at), (entry) => inside.has(entry) && add(at + 1))));
    return asTree(counts);
  }
  const all = await columns();
  for (const { entry } of hits) if (entry < experts()) all[name].of(all.rows[entry]).forEach(add);
  return [...counts].map(([value, count]) => [...all[name].values[value - 1], count]).sort(mostFirst);
}
const mostFirst = (one, other) => other[2] - one[2] || (one[0] < other[0] ? -1 : 1);
/** Topics below their first wider topic, with their depth. */
function asTree(counts) {
  const below = new Map();
  for (const [value, count] of counts) {
    const wider = topics[value - 1].wider.find((one) => counts.has(one + 1)) ?? -1;
    below.set(wider, [...(below.get(wider) ?? []), [topics[value - 1].slug, topics[value - 1].names[0], count, value - 1]]);
  }
  const rows = [];
  const visit = (wider, depth) => (depth > 6 ? [] : below.get(wider) ?? []).sort(mostFirst).forEach(([slug, name, count, at]) => {
    rows.push([slug, name, count, depth]);
    visit(at, depth + 1);
  });
  visit(-1, 0);
  return rows;
}

// What is asked, in the address.
const NARROWING = ['topic', ...COLUMNS];
const SORTS = ['relevance', 'freshness', 'name'];
function stateOf(address) {
  const from = new URLSearchParams(address);
  const sort = from.get('sort');
  return { q: from.get('q') ?? '', sort: SORTS.includes(sort) ? sort : 'relevance', ...Object.fromEntries(NARROWING.map((name) => [name, from.getAll(name)])) };
}
function addressOf(state) {
  const to = new URLSearchParams();
  if (state.q.trim()) to.set('q', state.q.trim());
  for (const name of NARROWING) state[name].forEach((value) => to.append(name, value));
  if (state.sort !== 'relevance') to.set('sort', state.sort);
  return `${location.pathname}${to.size ? `?${to}` : ''}`;
}
let state = stateOf(location.search);
const many = new Intl.PluralRules(lang);
const number = new Intl.NumberFormat(lang);
const say = (key, count) => {
  const forms = words[key];
  const said = [0, 1, 2, 3, 11, 100].findIndex((one) => many.select(one) === many.select(count));
  return forms[Math.max(0, said)].replace('{n}', number.format(count));
};

// What is shown.
function make(name, properties = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element && key !== 'role') element[key] = value; else element.setAttribute(key, value);
  }
  element.append(...inside.filter((one) => one !== undefined && one !== null && one !== ''));
  return element;
}
function card(kind, hit, [slug, title, line, place, years, available, about, picture]) {
  const through = hit.through !== undefined && make('p', { className: 'meta through' }, words.through.replace('{topic}', topics[hit.through].names[0]));
  const status = available && (kind === 'experts' ? words[`availability.${available}`] : words.closed);
  const facts = [place, years, status].filter(Boolean).join(' · ');
  const marks = about.map(([topic, label]) => make('li', { className: label }, topics[topic].names[0], label && make('span', { className: 'hidden' }, ` (${words[`freshness.${label}`]})`)));
  const text = make('div', {}, make('h3', {}, make('a', { href: `${home}${kind}/${slug}/` }, title)), line && make('p', { className: 'headline' }, line),
    facts && make('p', { className: 'meta' }, facts), marks.length ? make('ul', { className: 'marks' }, ...marks) : '', through || '');
  return make('li', {}, make('article', { className: 'card result' }, picture ? make('img', { className: 'face small', src: base + picture, alt: '', width: 48, height: 60, loading: 'lazy' }) : '', text));
}
const shown = {};
async function group(kind, hits) {
  const most = shown[kind] ?? (kind === 'experts' ? 10 : 3);
  const some = hits.slice(0, most);
  const chunks = await Promise.all(some.map((hit) => entryFile(hit.entry)));
  const list = make('ul', { className: 'results' }, ...some.map((hit, at) => card(kind, hit, chunks[at][hit.entry % manifest.records.size])));
  const more = hits.length > most && make('button', { type: 'button', className: 'more', onclick: async () => {
    shown[kind] = most + 20;
    await show();
    $('results').querySelector(`[data-kind="${kind}"] .results`).children[most]?.querySelector('a').focus();
  } }, words.more);
  return make('section', { 'data-kind': kind, 'aria-label': words[kind] }, make('h2', {}, words[kind], ' ', make('span', { className: 'meta' }, number.format(hits.length))), list, more || '');
}
async function panel(name, hits) {
  const box = root.querySelector(`[data-facet="${name}"]`);
  const mine = run;
  if (!box || !box.open) return;
  const options = await counted(name, hits);
  if (mine !== run) return;
  for (const key of state[name]) if (!options.some(([known]) => known === key)) options.push([key, key, 0]);
  const held = box.contains(document.activeElement) ? document.activeElement.value : null;
  box.querySelector('ul').replaceChildren(...options.slice(0, 40).map(([key, title, count, deep]) => make('li', { className: deep ? `deep-${Math.min(deep, 3)}` : '' },
    make('label', {}, make('input', { type: 'checkbox', name, value: key, checked: state[name].includes(key), onchange: () => toggle(name, key) }), ' ', title, ' ', make('span', { className: 'meta' }, number.format(count))))));
  if (held !== null) [...box.querySelectorAll('input')].find((one) => one.value === held)?.focus();
}
function chips() {
  const titled = (name, key) => (name === 'topic' ? topics[topicAt(key)]?.names[0] : facets?.[name].values.find(([known]) => known === key)?.[1]) ?? key;
  const all = NARROWING.flatMap((name) => state[name].map((key) => make('li', {}, make('button', {
    type: 'button', 'aria-label': words.remove.replace('{facet}', titled(name, key)), onclick: () => { toggle(name, key); input.focus(); },
  }, titled(name, key), ' ×'))));
  $('chips').replaceChildren(...all);
  $('chips').hidden = !all.length;
}
let run = 0;
async function show() {
  const mine = (run += 1);
  const isAsked = state.q.trim() || NARROWING.some((name) => state[name].length);
  $('ways').hidden = Boolean(isAsked);
  $('found').hidden = !isAsked;
  if (!isAsked) { $('status').textContent = ''; return; }
  try {
    await ready();
    const hits = await search(state.q) ?? (state.q.trim() ? [] : Array.from({ length: experts() }, (_, entry) => ({ entry, points: 0 })));
    const kept = await narrowed(hits, state);
    if (mine !== run) return;
    const sorted = [...kept];
    if (state.sort === 'name') sorted.sort((one, other) => one.entry - other.entry);
    if (state.sort === 'freshness' || !state.q.trim()) {
      const { rows } = await columns();
      if (state.sort !== 'name') sorted.sort((one, other) => (rows[other.entry]?.points ?? 0) - (rows[one.entry]?.points ?? 0));
    }
    const sections = [];
    let from = 0;
    for (const [kind, count] of manifest.kinds) {
      const inside = sorted.filter(({ entry }) => entry >= from && entry < from + count);
      if (inside.length) sections.push(group(kind, inside));
      from += count;
    }
    const made = await Promise.all(sections);
    if (mine !== run) return;
    $('results').replaceChildren(...made);
    $('status').textContent = kept.length ? say('results', kept.length) : words.nothing;
    chips();
    root.dataset.shown = addressOf(state);
    await Promise.all(NARROWING.map((name) => panel(name, kept)));
  } catch (error) {
    if (mine === run) $('status').textContent = words.failed;
    throw error;
  }
}
function change(next, commit) {
  Object.keys(shown).forEach((kind) => delete shown[kind]);
  state = { ...state, ...next };
  const address = addressOf(state);
  if (address !== location.pathname + location.search) history[commit ? 'pushState' : 'replaceState'](null, '', address);
  return show();
}
const toggle = (name, key) => change({ [name]: state[name].includes(key) ? state[name].filter((one) => one !== key) : [...state[name], key] }, true);

// The box, with topics as suggestions.
const box = document.getElementById('suggestions');
let picked = -1;
function suggest() {
  const word = fold(input.value);
  const fits = word.length > 1 && topics ? topics.filter(({ folded }) => folded.some((name) => name.startsWith(word) || name.includes(` ${word}`))).slice(0, 6) : [];
  picked = -1;
  input.removeAttribute('aria-activedescendant');
  box.replaceChildren(...fits.map((topic, at) => make('li', { id: `suggestion-${at}`, role: 'option', 'aria-selected': 'false', onmousedown: (event) => { event.preventDefault(); choose(topic); } }, `${words.topic}: ${topic.names[0]}`)));
  box.hidden = !fits.length;
  input.setAttribute('aria-expanded', String(fits.length > 0));
  box.fits = fits;
}
function close() { box.hidden = true; picked = -1; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); }
function choose(topic) {
  input.value = '';
  close();
  change({ q: '', topic: [...new Set([...state.topic, topic.slug])] }, true);
}
input.addEventListener('input', () => {
  change({ q: input.value }, false);
  ready().then(suggest);
});
input.addEventListener('keydown', (event) => {
  const open = !box.hidden && box.fits?.length;
  if (event.key === 'Escape' && open) { event.preventDefault(); close(); }
  if (event.key === 'Enter' && open && picked >= 0) { event.preventDefault(); choose(box.fits[picked]); }
  if (!open || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
  event.preventDefault();
  picked = (picked + (event.key === 'ArrowDown' ? 1 : -1) + box.fits.length + (picked < 0 && event.key === 'ArrowUp' ? 1 : 0)) % box.fits.length;
  [...box.children].forEach((one, at) => one.setAttribute('aria-selected', String(at === picked)));
  input.setAttribute('aria-activedescendant', `suggestion-${picked}`);
});
input.addEventListener('blur', close);
input.form.addEventListener('submit', (event) => { event.preventDefault(); close(); history.pushState(null, '', addressOf(state)); show(); });
root.querySelectorAll('[data-facet]').forEach((one) => one.addEventListener('toggle', () => one.open && show()));
$('sort').addEventListener('change', (event) => change({ sort: event.target.value }, true));
function restore() {
  state = stateOf(location.search);
  input.value = state.q;
  $('sort').value = state.sort;
  NARROWING.forEach((name) => { if (state[name].length) root.querySelector(`[data-facet="${name}"]`).open = true; });
  return show();
}
window.addEventListener('popstate', restore);
// For whoever builds on it: how many fit, and `[id, points]` of the first.
window.vakwerkFinder = {
  words: (text) => asked(text).map(({ word }) => word),
  search: async (question, most = 50) => {
    await ready();
    const hits = await search(question) ?? [];
    const best = hits.slice(0, most).map(async ({ entry, points: count }) => {
      let [at, from] = [0, 0];
      while (entry >= from + manifest.kinds[at][1]) { from += manifest.kinds[at][1]; at += 1; }
      return [`${manifest.kinds[at][0]}/${(await entryFile(entry))[entry % manifest.records.size][0]}`, count];
    });
    return { total: hits.length, best: await Promise.all(best) };
  },
};
root.hidden = false;
restore();
})();

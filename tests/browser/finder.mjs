// node finder.mjs FOLDER QUESTIONS RECORDS: the finder in a browser. QUESTIONS is a file of `[question, total, [[id, points], …], kept, left out, [without, taken, most, says nothing]]`
// as the terminal answers, RECORDS what `vakwerk export records` writes. Prints what is wrong, one line each.
import { readFile } from 'node:fs/promises';
import { axeScript, launch, serve, settled } from './browser.mjs';
import { firstQuestion } from './first.mjs';

const [folder, questionsFile, recordsFile] = process.argv.slice(2);
const questions = JSON.parse(await readFile(questionsFile, 'utf8'));
const records = (await readFile(recordsFile, 'utf8')).trim().split('\n').map((line) => JSON.parse(line));
const vectors = JSON.parse(await readFile(new URL('words.json', import.meta.url), 'utf8'));
const axe = await axeScript();
const site = await serve(folder);
const browser = await launch();
const faults = [];
const check = (holds, fault) => holds || faults.push(fault);
const watch = (page) => {
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  return page;
};
const titles = (page, kind = 'experts') => page.locator(`[data-kind="${kind}"] h3 a`).allInnerTexts();

// The page's own policy holds here.
const page = watch(await (await browser.newContext()).newPage());
await page.goto(`${site.base}/search/`);
for (const { text, ...wanted } of vectors) {
  const found = await page.evaluate((it) => window.vakwerkFinder.words(it), text);
  for (const [key, words] of Object.entries(found)) {
    check(JSON.stringify(words) === JSON.stringify(wanted[key] ?? []), `${key} of ${text}: ${words}, not ${wanted[key]}`);
  }
}
const stems = JSON.parse(await readFile(new URL('stems.json', import.meta.url), 'utf8'));
for (const { language, stem, forms } of stems) {
  for (const form of forms) {
    const found = await page.evaluate(([tag, word]) => window.vakwerkFinder.stem(tag, word), [language, form]);
    check(found.stem === stem, `${language}: the stem of ${form} is ${found.stem}, not ${stem}`);
    check(found.begins.some((one) => form.startsWith(one)), `${language}: ${form} begins with none of ${found.begins}`);
  }
}
let [hits, same] = [0, 0];
for (const [question, total, best, kept, leftOut, more] of questions) {
  const found = await page.evaluate((it) => window.vakwerkFinder.search(it), question);
  check(found.total === total, `"${question}" finds ${found.total}, the terminal ${total}`);
  check(JSON.stringify(found.best) === JSON.stringify(best), `"${question}" finds ${JSON.stringify(found.best.slice(0, 3))}, the terminal ${JSON.stringify(best.slice(0, 3))}`);
  check(JSON.stringify(found.kept ?? null) === JSON.stringify(kept), `"${question}" keeps ${found.kept}, the terminal ${kept}`);
  check(JSON.stringify(found.left_out) === JSON.stringify(leftOut), `"${question}" leaves out ${found.left_out}, the terminal ${leftOut}`);
  const others = [found.without, found.taken, found.most, found.says_nothing];
  check(JSON.stringify(others) === JSON.stringify(more), `"${question}" is without ${JSON.stringify(others)}, the terminal ${JSON.stringify(more)}`);
  hits += found.total;
  same += 1;
}

// Typing, facets, and the address.
const language = (await page.getAttribute('html', 'lang'));
const people = records.filter((record) => record.kind === 'experts' && record.language === language);
const topics = new Map(records.filter((record) => record.kind === 'topics' && record.language === language).map((record) => [record.slug, record]));
const [wanted] = people;
await page.locator('#q').pressSequentially(wanted.title.slice(0, 4));
await settled(page);
check((await titles(page)).length > 0, 'typing finds nobody');
await page.fill('#q', wanted.title);
await settled(page);
check((await titles(page))[0] === wanted.title, `${wanted.title} is not first of ${await titles(page)}`);
check(new URL(page.url()).searchParams.get('q') === wanted.title.trim(), 'the question is not in the address');
check(/\d/.test(await page.locator('[role=status]').innerText()), 'the count is not said');

// All experts of a town, without words, from the address alone; counts are right under AND.
const towns = new Map();
for (const { place } of people) if (place) towns.set(place, (towns.get(place) ?? 0) + 1);
const [town, count] = [...towns].sort((one, other) => other[1] - one[1])[0];
await page.goto(`${site.base}/search/?sort=name`);
await page.evaluate(() => document.querySelectorAll('[data-facet]').forEach((one) => { one.open = true; }));
await page.fill('#q', town.slice(0, 1).toLowerCase() === 'a' ? 'e' : 'a');
await settled(page);
/** The values of a facet, all of them, each with its count. */
const options = async (name) => {
  const more = page.locator(`[data-facet="${name}"] .more`);
  if (await more.count()) await more.click();
  await page.waitForFunction((it) => !document.querySelector(`[data-facet="${it}"] .more`), name);
  return values(name);
};
const values = async (name) => page.locator(`[data-facet="${name}"] li:has(input)`).evaluateAll((all) => all.map((one) => [one.querySelector('input').value, Number(one.querySelector('.meta').innerText.replace(/\D/g, ''))]));
await page.fill('#q', '');
await page.goto(`${site.base}/search/?remote=yes`);
await page.evaluate(() => document.querySelectorAll('[data-facet]').forEach((one) => { one.open = true; }));
await settled(page);
await page.waitForFunction(() => document.querySelectorAll('[data-facet="language"] li').length > 0);
await page.waitForLoadState('networkidle');
await page.locator('[data-facet="topic"] input').first().waitFor();
await page.waitForTimeout(300);
const remote = people.filter((one) => one.remote);
check((await page.locator('[role=status]').innerText()).replace(/\D/g, '') === String(remote.length), `remote: ${await page.locator('[role=status]').innerText()}, not ${remote.length}`);
const recount = (of) => {
  const counts = new Map();
  for (const one of remote) for (const value of new Set(of(one))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};
for (const [name, of] of [['language', (one) => one.languages.map((tag) => tag.split('-')[0])], ['availability', (one) => (one.availability ? [one.availability] : [])]]) {
  const shown = new Map(await options(name));
  for (const [value, number] of recount(of)) check(shown.get(value) === number, `${name} ${value}: ${shown.get(value)}, not ${number}`);
}
const about = new Map(await options('topic'));
for (const [slug, number] of recount((one) => one.topics.map((topic) => topic.slug))) {
  // Experts on narrower topics count too.
  if (about.has(slug)) check(about.get(slug) >= number, `topic ${slug}: ${about.get(slug)} is less than ${number}`);
}
const [topic, inTopic] = [...about][0];
await page.locator(`[data-facet="topic"] input[value="${topic}"]`).check();
await settled(page);
check((await page.locator('[role=status]').innerText()).replace(/\D/g, '') === String(inTopic), `the count of ${topic} (${inTopic}) is not what it leads to`);
check(new URL(page.url()).searchParams.getAll('topic').includes(topic), 'the facet is not in the address');
check(await page.locator('[data-part=chips] button').count() === 2, 'there are not two chips');
const address = page.url();
await page.goBack();
await settled(page);
check((await page.locator('[role=status]').innerText()).replace(/\D/g, '') === String(remote.length), 'back does not lead back');
const other = watch(await (await browser.newContext()).newPage());
await other.goto(address);
await settled(other);
check((await other.locator('[role=status]').innerText()).replace(/\D/g, '') === String(inTopic), 'an address that is shared shows something else');
await other.locator('[data-part=chips] button').first().click();
await settled(other);
check(await other.locator('[data-part=chips] button').count() === 1, 'a chip cannot be removed');

// OR inside a facet: two places give the people of both, and the counts of a facet leave its own choice aside.
const status = async () => Number((await page.locator('[role=status]').innerText()).replace(/\D/g, ''));
await page.goto(`${site.base}/search/?sort=name`);
await page.evaluate(() => document.querySelectorAll('[data-facet]').forEach((one) => { one.open = true; }));
await settled(page);
await page.waitForFunction(() => document.querySelectorAll('[data-facet="place"] li').length > 2);
const before = await options('place');
for (const [key] of before.slice(0, 2)) {
  await page.locator(`[data-facet="place"] input[value="${key}"]`).check();
  await settled(page);
}
await page.waitForTimeout(300);
check(await status() === before[0][1] + before[1][1], `two places give ${await status()}, not ${before[0][1]} and ${before[1][1]}`);
const after = new Map(await values('place'));
check(before.every(([key, number]) => after.get(key) === number), 'a choice changes the counts of its own facet');

// What is found is marked; when nothing has all words, what has most of them is shown; when nothing is found, there is help.
const [word] = wanted.title.split(' ').filter((one) => one.length > 3);
await page.goto(`${site.base}/search/?${new URLSearchParams({ q: `${word} qqxzvk` })}`);
await settled(page);
check((await titles(page)).length > 0, `nobody is found by "${word}" beside a word that nothing has`);
check(await page.locator('[data-part=results] mark').count() > 0, 'what was asked for is not marked');
await page.goto(`${site.base}/search/?q=qqxzvk&remote=yes`);
await settled(page);
check(await page.locator('[data-ways]').isVisible(), 'an empty result shows no other ways');
await page.goto(`${site.base}/search/?${new URLSearchParams({ q: `${[...topics.values()].find(({ title: name }) => name.length > 6).title.slice(0, 5)}qq` })}`);
await settled(page);
check(await page.locator('[data-part=instead] button').count() > 0 || (await titles(page)).length > 0, 'an empty result names no topic that is like it');

// A shortlist stands in the address alone: whoever gets it sees the same people side by side, and prints them.
await page.goto(`${site.base}/search/?remote=yes`);
await settled(page);
const ticks = page.locator('.pick input');
const couple = [await ticks.nth(0).inputValue(), await ticks.nth(1).inputValue()];
for (const slug of couple) {
  const tick = page.locator(`.pick input[value="${slug}"]`);
  // One with the keyboard, one with a hand.
  if (slug === couple[0]) {
    await tick.focus();
    await page.keyboard.press('Space');
  } else {
    await tick.click({ timeout: 5000 });
  }
  await settled(page);
  await page.waitForFunction((it) => document.activeElement.value === it, slug);
}
const compared = page.url();
check(JSON.stringify(new URL(compared).searchParams.getAll('pick')) === JSON.stringify(couple), 'who is ticked is not in the address');
await other.goto(`${site.base}/search/?${new URLSearchParams([...couple, 'nobody-of-that-name'].map((slug) => ['pick', slug]))}`);
await settled(other);
const columnsOf = await other.locator('[data-part=shortlist] thead th a').evaluateAll((all) => all.map((one) => one.href.split('/').at(-2)));
check(JSON.stringify(columnsOf) === JSON.stringify(couple), `side by side stand ${columnsOf}, not ${couple}`);
check(await other.locator('[data-part=shortlist] tbody tr').count() > 2, 'nothing is compared');
check(await other.locator('[data-ways]').isVisible(), 'a shortlist alone hides the ways');
await page.emulateMedia({ media: 'print' });
check(await page.locator('[data-part=shortlist] table').isVisible() && !await page.locator('[data-part=results]').isVisible(), 'a shortlist is not printed alone');
await page.emulateMedia({ media: 'screen' });
await other.locator('[data-part=shortlist] thead button').first().click();
await settled(other);
check(await other.locator('[data-part=shortlist] thead th').count() === 1, 'nobody can be taken off the shortlist');
check(JSON.stringify(new URL(other.url()).searchParams.getAll('pick').slice(0, 1)) === JSON.stringify(couple.slice(1)), 'who is taken off stays in the address');

// With the keyboard alone: a suggestion, then the first result.
await other.goto(`${site.base}/search/`);
const [, titled] = [...topics].find(([slug]) => slug === topic);
await other.locator('#q').focus();
await other.keyboard.type(titled.title.slice(0, 5));
await settled(other);
await other.waitForSelector('#suggestions li');
await other.keyboard.press('ArrowDown');
check(await other.locator('#suggestions [aria-selected=true]').count() === 1, 'no suggestion is selected');
check(Boolean(await other.getAttribute('#q', 'aria-activedescendant')), 'the selected suggestion is not said');
await other.keyboard.press('Enter');
await settled(other);
check(new URL(other.url()).searchParams.getAll('topic').length === 1, 'Enter does not choose the suggestion');
for (let press = 0; press < 40; press += 1) {
  await other.keyboard.press('Tab');
  if (await other.evaluate(() => document.activeElement.closest('[data-part=results]'))) break;
}
check(await other.evaluate(() => Boolean(document.activeElement.closest('[data-part=results] a'))), 'the results cannot be reached with Tab');

// Accessible while it shows results, in all widths and schemes.
for (const colorScheme of ['light', 'dark']) {
  const context = await browser.newContext({ colorScheme, bypassCSP: true });
  const shown = watch(await context.newPage());
  await shown.goto(`${address}&${new URLSearchParams(couple.map((slug) => ['pick', slug]))}`);
  await settled(shown);
  await shown.fill('#q', titled.title.slice(0, 4));
  await settled(shown);
  await shown.evaluate(axe);
  for (const width of [320, 360, 768, 1280]) {
    await shown.setViewportSize({ width, height: 900 });
    const wide = await shown.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    check(wide <= 0, `${width} px: ${wide} px too wide`);
    const { violations } = await shown.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
    for (const one of violations) faults.push(`${width} px ${colorScheme}: ${one.id}: ${one.nodes[0].html.slice(0, 160)}`);
  }
  await context.close();
}

// A first question costs a visitor little: a name, a topic, a sentence.
for (const text of [wanted.title, titled.title, `who knows ${titled.title} in ${wanted.place ?? 'Groningen'}?`]) {
  const bytes = await firstQuestion(browser, site.base, text);
  check(bytes > 0, `"${text}" fetches nothing`);
  check(bytes < 60_000, `"${text}" fetches ${bytes} bytes`);
}

// A site that is built anew while somebody looks: the page comes anew with what was asked, once.
const held = await (await browser.newContext()).newPage();
await held.goto(`${site.base}/search/`, { waitUntil: 'networkidle' });
let loads = 0;
held.on('domcontentloaded', () => { loads += 1; });
await held.route('**/finder/**', (route) => route.fulfill({ status: 404, body: '' }));
await held.route('**/search/**', async (route) => {
  const answer = await route.fetch();
  await route.fulfill({ response: answer, body: (await answer.text()).replace(/manifest-[^" ]+\.json/, 'manifest-0000.json') });
});
await held.fill('#q', titled.title);
await held.waitForFunction(() => JSON.parse(document.getElementById('finder').dataset.words).failed === document.querySelector('[role=status]').innerText);
await held.waitForTimeout(500);
check(loads === 1, `a page of a site that was built anew comes ${loads} times`);
check(await held.inputValue('#q') === titled.title, 'what was asked is lost when a site is built anew');

// A browser that lets sites keep nothing, and after some addresses refuses more for a while, as a held key is faster.
const strict = watch(await (await browser.newContext()).newPage());
await strict.addInitScript(() => {
  Object.defineProperty(window, 'sessionStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } });
  const told = history.replaceState.bind(history);
  window.refused = 0;
  history.replaceState = (...all) => {
    if (window.isStrict) { window.refused += 1; throw new DOMException('too many', 'SecurityError'); }
    told(...all);
  };
});
await strict.goto(`${site.base}/search/`);
await strict.evaluate(() => { window.isStrict = true; });
await strict.locator('#q').pressSequentially(wanted.title);
await strict.waitForSelector('[data-kind="experts"] h3 a');
await strict.keyboard.press('Enter');
check((await titles(strict)).includes(wanted.title), 'nobody is found where the browser refuses addresses');
check(await strict.evaluate(() => window.refused > 1), 'no address was refused');
await strict.evaluate(() => { window.isStrict = false; });
await settled(strict);
check(new URL(strict.url()).searchParams.get('q') === wanted.title, `what was asked is not in the address later: ${strict.url()}`);
// What is typed is said back as it was typed.
await strict.fill('#q', `${wanted.title} -"a $& b"`);
await strict.waitForFunction(() => document.querySelector('[role=status]').innerText.includes('a $& b'), null, { timeout: 5000 })
  .catch(() => faults.push('what must not be there is said otherwise than it was typed'));
await browser.close();
site.close();
for (const fault of [...new Set(faults)]) console.log(fault);
console.log(`${same} questions, ${hits} results, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);

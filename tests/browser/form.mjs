// node form.mjs FOLDER OUT: somebody joins, changes their profile, corrects what the form says is wrong, and withdraws, with
// the keyboard alone, at the width of a phone and of a desk. FOLDER is a built site whose expert is `jan`; what is sent is
// written into OUT. Prints what is wrong, one line each.
import { readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { axeScript, launch, serve } from './browser.mjs';

const [folder, out] = process.argv.slice(2);
const MOST = 25 * 1024;
const axe = await axeScript();
const site = await serve(folder);
const browser = await launch();
const faults = [];
const check = (holds, fault) => holds || faults.push(fault);

/** Moves the focus with Tab until it is on what is looked for. */
async function to(page, selector) {
  for (let steps = 0; steps < 600; steps += 1) {
    const there = await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);
    if (there) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

async function type(page, selector, text) {
  await to(page, selector);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

async function look(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  violations.forEach(({ id, nodes }) => faults.push(`${name}: axe: ${id} at ${nodes[0].target}`));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  check(!wide, `${name} is wider than the screen`);
  const small = await page.evaluate(() => [...document.querySelectorAll('.filling :is(button, input, select, .parts a)')]
    .filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect())
    .filter(({ width, height }) => width < 24 || height < 24).length);
  check(small === 0, `${name}: ${small} targets are smaller than 24 pixels`);
}

async function opened(width, scheme, address) {
  const page = await (await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme })).newPage();
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && !message.text().includes('404')
    && faults.push(`console: ${message.text()}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== site.base && protocol !== 'blob:') faults.push(`asks ${request.url()}`);
  });
  await page.goto(site.base + address);
  await page.waitForSelector('#profile-form[data-ready]');
  return page;
}

const sent = async (page, name) => {
  await page.waitForSelector('#sending:not([hidden])');
  check(await page.evaluate(() => document.activeElement.id) === 'sending', `${name}: the focus does not follow`);
  const text = await page.locator('#sent').inputValue();
  const links = await page.locator('[data-ways] a').evaluateAll((all) => all.map((one) => one.href));
  return { text, links };
};
const submission = (text) => text.replace(/^```.*\n/, '').replace(/\n```\n?$/, '');
const pressed = async (page, selector) => {
  await to(page, selector);
  await page.keyboard.press('Enter');
};

for (const [width, scheme] of [[360, 'light'], [1280, 'dark']]) {
  // Joining: what is wrong is told in words, beside the field and at the top, and leads there.
  let page = await opened(width, scheme, '/join/');
  await look(page, `join at ${width}`);
  await pressed(page, 'form .act button');
  check(await page.evaluate(() => document.activeElement.matches('[data-faults]')), 'the focus does not go to what is wrong');
  check(await page.locator('[data-faults] li').count() === 2, 'a name and a consent are missing, and that is not all that is told');
  await pressed(page, '[data-faults] li:first-child a');
  check(await page.evaluate(() => document.activeElement.id) === 'f-name', 'what is wrong does not lead to its field');
  check(await page.locator('#f-name').getAttribute('aria-invalid') === 'true', 'a field does not say that it is wrong');
  const told = await page.locator('#f-name').getAttribute('aria-describedby');
  check(await page.locator(`#${told.split(' ').at(-1)}`).innerText() !== '', 'what is wrong is not said of the field');
  await page.keyboard.type(`Noor "de" Wit: ${width}`);
  await page.keyboard.press('Tab');
  check(await page.locator('#f-name').getAttribute('aria-invalid') === null, 'what was corrected stays wrong');
  await type(page, '#f-headline', 'Heat # in old houses');
  await type(page, '#f-location\\.city', 'Assen');
  await type(page, '#f-contact\\.email', 'noor');
  await page.keyboard.press('Tab');
  check(await page.locator('#f-contact\\.email-fault').count() === 1, 'a broken mail address is not told');
  await look(page, `faults at ${width}`);
  await page.keyboard.press('Shift+Tab');
  await type(page, '#f-contact\\.email', `noor${width}@example.org`);
  await pressed(page, '[data-top=languages] [data-add]');
  await type(page, '[data-top=languages] [data-field=tag] input', 'nl');
  await type(page, '#f-roles', 'adviser\nno');
  await pressed(page, '[data-top=expertise] [data-add]');
  await page.keyboard.type('Heat');
  await to(page, '[data-top=expertise] [data-field=level] select');
  await page.keyboard.type('exp');
  await type(page, '[data-top=expertise] [data-field=since] input', '2019-13');
  await page.keyboard.press('Tab');
  check(await page.locator('[data-top=expertise] .fault').count() === 1, 'a month that there is not is not told');
  await page.keyboard.press('Shift+Tab');
  await type(page, '[data-top=expertise] [data-field=since] input', '2019-03');
  await type(page, '#f-who', 'I look first.\n\nThen I *measure*.');
  await pressed(page, '[data-top=experience] [data-add]');
  await page.keyboard.type('Engineer');
  await type(page, '[data-top=experience] [data-field=from] input', '2014');
  await pressed(page, '[data-top=experience] [data-add]');
  await page.keyboard.type('Painter');
  await pressed(page, '[data-top=experience] li:last-child [data-remove]');
  check(await page.locator('[data-top=experience] li').count() === 1, 'an item is not taken away');
  await to(page, '#f-consent');
  await page.keyboard.press('Space');
  await pressed(page, 'form .act button');
  const joined = await sent(page, 'join');
  await look(page, `sending at ${width}`);
  check(joined.links[0]?.startsWith('https://github.com/us/network/new/main?filename=experts%2Fnoor-de-wit-'), `it leads to ${joined.links[0]}`);
  check(joined.links.some((link) => link.startsWith('mailto:office@test.example?')), 'no way leads to a letter');
  const [download] = await Promise.all([page.waitForEvent('download'), pressed(page, '[data-ways] a[download]')]);
  await download.saveAs(join(out, `join-${width}.json`));
  await writeFile(join(out, `join-${width}.md`), joined.text);
  await page.context().close();

  // Changing: only what was changed is sent.
  page = await opened(width, scheme, '/edit/?who=jan');
  await look(page, `edit at ${width}`);
  check(await page.locator('#f-name').inputValue() === 'Jan', 'the form is not filled');
  check(await page.locator('#f-contact\\.email').inputValue() === '', 'what the page encodes stands in the form');
  await pressed(page, 'form .act button');
  check(await page.locator('#sending').isHidden(), 'nothing is sent as a change');
  await type(page, '#f-headline', `Builds at ${width}`);
  await pressed(page, 'form .act button');
  const changed = await sent(page, 'edit');
  const { changes } = JSON.parse(submission(changed.text));
  check(JSON.stringify(Object.keys(changes)) === '["headline"]', `one field was changed, and sent is ${Object.keys(changes)}`);
  check(changed.links[0]?.startsWith('https://github.com/us/network/issues/new?title='), `it leads to ${changed.links[0]}`);
  await writeFile(join(out, `edit-${width}.json`), submission(changed.text));
  await pressed(page, '[data-back]');

  // Long texts do not fit an address.
  await to(page, '#f-flow');
  await page.evaluate(() => { document.activeElement.value = 'word '.repeat(2500); });
  await pressed(page, 'form .act button');
  const long = await sent(page, 'long');
  check(long.links.every((link) => link.length < 6001), 'an address is longer than forges take');
  check(await page.locator('[data-ways] button').count() === 1, 'a long text cannot be copied');
  await pressed(page, '[data-back]');

  // Withdrawing.
  await to(page, 'input[name=what]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await pressed(page, 'form .act button');
  const { text } = await sent(page, 'withdraw');
  await writeFile(join(out, `withdraw-${width}.json`), submission(text));
  await page.context().close();
}

// Without scripts the page leads on.
const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
await plain.goto(`${site.base}/join/`);
const way = await plain.locator('.without a').first().getAttribute('href');
check(way === 'https://github.com/us/network/issues/new?template=profile.yml', `without scripts it leads to ${way}`);
check(await plain.locator('#profile-form').isHidden(), 'a form that does nothing is shown');

// What the form weighs: the page, its script and its sheet.
const html = await readFile(join(folder, 'join/index.html'));
const own = [...html.toString().matchAll(/(?:src|href)="(\/assets\/(?:js|css)\/form\.[^"]+)"/g)].map(([, path]) => path);
check(own.length === 2, `the form loads ${own}`);
const files = [html, ...await Promise.all(own.map((path) => readFile(join(folder, path))))];
const weight = files.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
check(weight <= MOST, `the form weighs ${weight} bytes`);
if (process.env.TOLD) console.error(`the form weighs ${weight} bytes`);

await browser.close();
site.close();
faults.forEach((fault) => console.log(fault));
process.exit(faults.length ? 1 : 0);

// node phone.mjs FOLDER: every kind of page on a phone, 360 px wide and 740 px high; prints what is wrong, one line each.
//
// - no table cell of up to eight letters stands on two lines;
// - the head of a page is one row;
// - a list shows its first entry within 500 px;
// - a profile shows whether there is room, and how to reach the person, on the first screen, unless its name and
//   headline are long, and says it once: the bar at the foot of the screen comes when its head has gone;
// - what one taps alone, not a link in a sentence, is at least 44 px high.
import { kinds, launch, serve } from './browser.mjs';

const folder = process.argv[2];
const site = await serve(folder);
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
const page = await context.newPage();
const faults = [];
const pages = await kinds(folder, 1);

/** What is wrong with the page that is open. */
function lookAt() {
  const found = [];
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const at = (selector) => document.querySelector(selector)?.getBoundingClientRect();
  for (const cell of document.querySelectorAll('td, th')) {
    const text = cell.innerText.trim();
    if (!text || text.length > 8 || !isShown(cell) || cell.querySelector('svg, .hidden')) continue;
    const range = document.createRange();
    range.selectNodeContents(cell);
    const lines = new Set([...range.getClientRects()].filter(({ width }) => width).map(({ bottom }) => Math.round(bottom / 6)));
    if (lines.size > 1) found.push(`the cell "${text}" stands on ${lines.size} lines`);
  }
  const wide = document.documentElement.scrollWidth - screen.width;
  if (wide > 0) found.push(`${wide} px too wide`);
  if (at('.top').height > 64) found.push(`the head is ${Math.round(at('.top').height)} px high`);
  const first = at('main .cards .card');
  if (document.body.matches('.listing') && first?.top > 500) found.push(`the first card begins at ${Math.round(first.top)} px`);
  // What is longer than a sentence takes its room.
  const isShort = (document.querySelector('.who .words h1, .who .words .headline')?.innerText.length ?? 0)
    + (document.querySelector('.who .headline')?.innerText.length ?? 0) < 160;
  if (document.body.matches('.expert') && isShort) {
    for (const part of ['.who .pill', '.who .act .button']) {
      const there = at(part);
      if (there && there.bottom > 740) found.push(`${part} ends at ${Math.round(there.bottom)} px`);
    }
  }
  const alone = 'button, summary, input:not([type=checkbox]), select, .button, .menu a, .tags a, .facets li > a, .letters a, '
    + '.pages a, .all a, .toc a, .chips a, .tree a, .tool';
  for (const one of document.querySelectorAll(alone)) {
    const { width, height } = one.getBoundingClientRect();
    if (isShown(one) && width > 1 && (height < 43.5 || width < 43.5)) {
      found.push(`${Math.round(width)} by ${Math.round(height)} px is too small to tap: ${one.outerHTML.slice(0, 90)}`);
    }
  }
  return found;
}

/** How often the first screen says whether there is room, and whether the bar of a profile is to be seen. */
function saidOf() {
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true })
    && element.getBoundingClientRect().top < innerHeight && element.getBoundingClientRect().bottom > 0;
  const bar = document.querySelector('.beside:has(.act)');
  return { said: [...document.querySelectorAll('.profile .pill')].filter(isShown).length, bar: bar && isShown(bar) };
}

/** What is wrong with the bar of a profile that is open. */
async function bar() {
  const found = [];
  let first = await page.evaluate(saidOf);
  // A style that follows the scrolling takes hold with the first frame, which a busy machine draws late.
  for (let tries = 0; tries < 20 && (first.said > 1 || first.bar); tries += 1) {
    await page.waitForTimeout(100);
    first = await page.evaluate(saidOf);
  }
  if (first.said > 1) found.push(`the first screen says ${first.said} times whether there is room`);
  if (first.bar === null) return found;
  if (first.bar) found.push('the bar stands there before its head has gone');
  await page.evaluate(() => scrollTo(0, document.querySelector('.who .act').getBoundingClientRect().bottom + 20));
  await page.waitForTimeout(100);
  const later = await page.evaluate(saidOf);
  if (!later.bar) found.push('the bar does not come when its head has gone');
  if (later.said > 1) found.push(`further down it says ${later.said} times whether there is room`);
  return found;
}

for (const url of pages) {
  await page.goto(site.base + url);
  const found = await page.evaluate(lookAt);
  if (await page.locator('.profile').count()) found.push(...await bar());
  for (const fault of found) faults.push(`${url}: ${fault}`);
}
await browser.close();
site.close();
for (const fault of [...new Set(faults)]) console.log(fault);
console.log(`${pages.length} pages looked at on a phone, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);

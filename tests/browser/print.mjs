// node print.mjs FOLDER: a profile prints on at most two A4 pages, a case on one; both say
// where they stand, a profile has its code and what was done before the story. Prints what is not so, one line each.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launch, serve } from './browser.mjs';

/** What is wrong with a page as it is printed, once the pictures that only paper has are there. */
async function onPaper() {
  const top = (selector) => document.querySelector(selector)?.getBoundingClientRect().top;
  const found = [];
  if (!document.querySelector('.bottom .paper')?.checkVisibility()) found.push('paper does not say where the page stands');
  const code = document.querySelector('.who .qr');
  const isThere = () => new Promise((done) => {
    const wait = (left) => (code.naturalWidth || !left ? done(code.naturalWidth) : setTimeout(wait, 50, left - 1));
    wait(100);
  });
  if (code && !(code.checkVisibility() && (await isThere()))) found.push('the code is not on paper');
  if (top('#experience') > top('#story')) found.push('the story stands before the experience');
  return found;
}

const folder = process.argv[2];
const site = await serve(folder);
const browser = await launch();
const page = await browser.newPage();
const faults = [];
let count = 0;
for (const [kind, most] of [['experts', 2], ['projects', 1]]) {
  for (const entry of await readdir(join(folder, kind), { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const url = `/${kind}/${entry.name}/`;
    await page.goto(site.base + url);
    if (!(await page.locator('.profile, .case').count())) continue;
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
    count += 1;
    if (sheets > most) faults.push(`${url} prints on ${sheets} pages, not ${most}`);
    await page.emulateMedia({ media: 'print' });
    for (const fault of await page.evaluate(onPaper)) faults.push(`${url}: ${fault}`);
    await page.emulateMedia({ media: null });
  }
}
await browser.close();
site.close();
for (const fault of faults) console.log(fault);
console.log(`${count} pages printed, ${faults.length} faults`);
process.exit(faults.length || !count ? 1 : 0);

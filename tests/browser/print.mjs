// node print.mjs FOLDER: a profile prints on at most two A4 pages, a case on one; prints which do not, one line each.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launch, serve } from './browser.mjs';

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
  }
}
await browser.close();
site.close();
for (const fault of faults) console.log(fault);
console.log(`${count} pages printed, ${faults.length} faults`);
process.exit(faults.length || !count ? 1 : 0);

// node groups.mjs FOLDER ANSWERS RECORDS: people narrowed down by group, in the finder. ANSWERS is a file of JSON,
// `[[words, [group, …], total, [id, …]], …]` as the terminal answers; RECORDS what `vakwerk export records` writes. Prints
// what is wrong, one line each.
import { readFile } from 'node:fs/promises';
import { axeScript, launch, serve, settled } from './browser.mjs';

const [folder, answersFile, recordsFile] = process.argv.slice(2);
const answers = JSON.parse(await readFile(answersFile, 'utf8'));
const records = (await readFile(recordsFile, 'utf8')).trim().split('\n').map((line) => JSON.parse(line));
const axe = await axeScript();
const site = await serve(folder);
const browser = await launch();
const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
const faults = [];
const check = (holds, fault) => holds || faults.push(fault);
page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
let fetched = 0;
page.on('request', (request) => { if (/\/groups-[^/]*\.json$/.test(request.url())) fetched += 1; });
const found = () => page.locator('[data-part=results] h3 a').evaluateAll((all) => all.map((one) => new URL(one.href).pathname.split('/').slice(-3, -1).join('/')));
const total = async () => Number((await page.locator('[role=status]').innerText()).split('·')[0].replace(/\D/g, ''));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// Nobody fetches who is in which group who does not ask.
await page.goto(`${site.base}/search/?q=planning`);
await settled(page);
check(fetched === 0, 'a question without a group fetches who is in which');

for (const [words, groups, wanted, first] of answers) {
  const asked = new URLSearchParams([...(words ? [['q', words]] : []), ...groups.map((group) => ['group', group])]);
  await page.goto(`${site.base}/search/?${asked}`);
  await settled(page);
  const [ids, count] = [await found(), wanted ? await total() : 0];
  check(same(ids, first) && count === wanted, `"${words}" in ${groups}: ${count} ${ids}, and the terminal says ${wanted} ${first}`);
}

// By hand: how many a group has stands beside it, groups within others below these, and a choice stands in the address.
await page.goto(`${site.base}/search/?sort=name`);
await settled(page);
await page.locator('[data-facet=group] summary').click();
await page.locator('[data-facet=group] li input').first().waitFor();
await page.locator('[data-facet=group] .more').click();
await page.waitForFunction(() => !document.querySelector('[data-facet=group] .more'));
const counts = new Map();
for (const { kind, groups } of records) if (kind === 'experts') groups.forEach((slug) => counts.set(slug, (counts.get(slug) ?? 0) + 1));
const rows = await page.locator('[data-facet=group] li:has(input)').evaluateAll((all) => all.map((one) => [
  one.querySelector('input').value, Number(one.querySelector('.meta').innerText.replace(/\D/g, '')), one.className]));
check(rows.length === counts.size, `${rows.length} groups are shown, of ${counts.size}`);
for (const [slug, count] of rows) check(counts.get(slug) === count, `${slug} has ${count}, and the records say ${counts.get(slug)}`);
check(rows.some(([, , deep]) => deep), 'no group stands below another');
const [slug, count] = rows.at(-1);
await page.locator(`[data-facet=group] input[value="${slug}"]`).focus();
await page.keyboard.press('Space');
await settled(page);
check(same(new URL(page.url()).searchParams.getAll('group'), [slug]), 'a choice does not stand in the address');
check(await total() === count, `a group of ${count} leads to ${await total()}`);
check(fetched > 0, 'nobody asked who is in which group');
await page.evaluate(axe);
const { violations } = await page.evaluate(() => window.axe.run());
violations.forEach(({ id, nodes }) => faults.push(`axe: ${id} at ${nodes[0].target}`));
await page.locator('[data-part=chips] button').click();
await settled(page);
check(same(new URL(page.url()).searchParams.getAll('group'), []), 'a chip does not take the group away');

// A group that is not, or is no more, has nobody, and says so.
await page.goto(`${site.base}/search/?group=nobody-of-that-name`);
await settled(page);
check((await found()).length === 0 && await page.locator('[data-part=chips] button').count() === 1, 'an unknown group finds somebody, or cannot be taken away');
await browser.close();
site.close();
faults.forEach((fault) => console.log(fault));
process.exit(faults.length ? 1 : 0);

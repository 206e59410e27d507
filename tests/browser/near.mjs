// node near.mjs FOLDER TOWN ANSWERS: who is near a town, in the finder. ANSWERS is JSON, `[[kilometres, [slug, …]], …]` as the
// terminal answers. Prints what is wrong, one line each.
import { axeScript, launch, serve, settled } from './browser.mjs';

const [folder, town, answers] = process.argv.slice(2);
const axe = await axeScript();
const site = await serve(folder);
const browser = await launch();
const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
const faults = [];
const check = (holds, fault) => holds || faults.push(fault);
page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
const found = () => page.locator('[data-kind="experts"] h3 a').evaluateAll((all) => all.map((one) => new URL(one.href).pathname.split('/').at(-2)));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

for (const [within, wanted] of JSON.parse(answers)) {
  await page.goto(`${site.base}/search/?place=${town}&within=${within}`);
  await settled(page);
  const people = await found();
  check(same(people.toSorted(), wanted.toSorted()), `within ${within} km of ${town}: ${people}, and the terminal says ${wanted}`);
  check(['anna', 'kim'].includes(people[0]) && (within < 1000 || people.at(-1) === 'ida'), `not the nearest first: ${people}`);
}

// By hand, and back in the address.
await page.goto(`${site.base}/search/?place=${town}`);
await settled(page);
const alone = await found();
await page.locator('#within').selectOption('25');
await settled(page);
check(new URL(page.url()).searchParams.get('within') === '25', 'what was chosen does not stand in the address');
check((await found()).length > alone.length, 'nobody from around is found');
await page.locator('#within').selectOption('');
await settled(page);
check(same(await found(), alone), 'without a distance not the same are found as before');
await page.evaluate(axe);
const { violations } = await page.evaluate(() => window.axe.run());
violations.forEach(({ id, nodes }) => faults.push(`axe: ${id} at ${nodes[0].target}`));
for (const wrong of ['abc', '-5', '0', '1e999', '<b>']) {
  await page.goto(`${site.base}/search/?place=${town}&within=${encodeURIComponent(wrong)}`);
  await page.locator('h3 a').first().waitFor();
  check(same(await found(), alone), `within=${wrong} finds others than the town alone`);
}
// A town by another name is the same town.
await page.goto(`${site.base}/search/?place=den-haag`);
await settled(page);
check(same((await found()).toSorted(), ['gijs', 'hugo']), `in Den Haag are ${await found()}`);
await browser.close();
site.close();
faults.forEach((fault) => console.log(fault));
process.exit(faults.length ? 1 : 0);

// node keeping.mjs FOLDER: what is asked is kept, and told to nobody else. FOLDER is a site in Dutch and English whose
// finder finds more than ten people by `warmte`. Prints what is wrong, one line each.
import { launch, serve, settled } from './browser.mjs';

const [folder] = process.argv.slice(2);
const site = await serve(folder);
const browser = await launch();
const faults = [];
const check = (holds, fault) => holds || faults.push(fault);
const page = await (await browser.newContext()).newPage();
// Whoever goes on before a page has faded in skips that.
page.on('pageerror', ({ message }) => /^Transition was (skipped|aborted)/.test(message) || faults.push(`script: ${message}`));
const told = [];
page.on('request', (request) => told.push(`${request.url()} ${request.headers().referer ?? ''}`));
const people = () => page.locator('[data-kind="experts"] h3').count();
const longText = `${'Wij zoeken iemand die warmtenetten kent en met bewoners praat. '.repeat(8)}Quaquaversaal.`;

// A text that is pasted stands in no address, and comes back with reload, with Back and in another language.
await page.goto(`${site.base}/search/`);
await page.fill('#q', longText);
await settled(page);
check(await people() > 0, 'a long text finds nobody');
check(new URL(page.url()).search === '', `a long text stands in the address: ${page.url().slice(0, 80)}`);
await page.reload();
await settled(page);
check(await page.inputValue('#q') === longText, 'a long text is gone after a reload');
check(await people() > 0, 'a long text is not answered after a reload');
await page.locator('[data-kind="experts"] h3 a').first().click();
await page.waitForURL('**/experts/**');
check(await page.evaluate(() => document.referrer) === '', 'a profile is told from where somebody comes');
await page.goBack();
await settled(page);
check(await page.inputValue('#q') === longText, 'a long text is gone after Back');
await page.locator('.languages a[hreflang=en]').click();
await page.waitForURL('**/en/search/**');
await settled(page);
check(await page.inputValue('#q') === longText, 'a long text is gone in another language');
check(!told.some((one) => one.includes('Quaquaversaal') || one.includes('Wij+zoeken')), 'a long text is told to a host');
await page.goto(`${site.base}/search/?${new URLSearchParams({ q: longText })}`);
await settled(page);
check(new URL(page.url()).search === '' && await page.inputValue('#q') === longText, 'a long text stays in the address that it came by');

// Another language is asked the same, with the same choices.
await page.goto(`${site.base}/search/?q=warmtenetten&place=groningen`);
await settled(page);
await page.locator('.languages a[hreflang=en]').click();
await page.waitForURL('**/en/search/**');
check(new URL(page.url()).search === '?q=warmtenetten&place=groningen', `another language is asked ${page.url()}`);

// Enter on what is shown is no further step; what is typed next is one.
await page.goto(`${site.base}/search/`);
await page.fill('#q', 'warmte');
await settled(page);
const before = await page.evaluate(() => history.length);
for (let times = 0; times < 3; times += 1) await page.locator('#q').press('Enter');
await settled(page);
check(await page.evaluate(() => history.length) === before, 'Enter on the same question is a further step');
await page.fill('#q', 'recht');
await settled(page);
await page.goBack();
await settled(page);
check(await page.inputValue('#q') === 'warmte', 'Back does not lead to the question on which Enter was pressed');

// After more, a profile and Back, as many are there as before.
const more = page.locator('[data-kind="experts"] > .more');
check(await more.count() === 1, 'there are not more than ten');
await more.click();
await page.waitForFunction(() => document.querySelectorAll('[data-kind="experts"] h3').length > 10);
const shown = await people();
await page.locator('[data-kind="experts"] h3 a').last().click();
await page.waitForURL('**/experts/**');
await page.goBack();
await settled(page);
await page.waitForFunction((wanted) => document.querySelectorAll('[data-kind="experts"] h3').length === wanted, shown, { timeout: 5000 })
  .catch(() => faults.push(`after Back fewer than ${shown} are shown`));

// Seven who are on the shortlist by the address: the first five are compared, ticked and in the address.
const slugs = await page.locator('.pick input').evaluateAll((all) => all.slice(0, 7).map((one) => one.value));
await page.goto(`${site.base}/search/?${new URLSearchParams([['q', 'warmte'], ...slugs.map((slug) => ['pick', slug])])}`);
await settled(page);
const compared = await page.locator('[data-part=shortlist] thead th a').evaluateAll((all) => all.map((one) => one.href.split('/').at(-2)));
const ticked = await page.locator('.pick input:checked').evaluateAll((all) => all.map((one) => one.value));
const first = JSON.stringify(slugs.slice(0, 5));
check(JSON.stringify(compared) === first, `compared are ${compared}`);
check(JSON.stringify(ticked.toSorted()) === JSON.stringify(slugs.slice(0, 5).toSorted()), `ticked are ${ticked}`);
check(JSON.stringify(new URL(page.url()).searchParams.getAll('pick')) === first, `the address has ${page.url()}`);

// Without a script the page says so, and leads on.
const bare = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
await bare.goto(`${site.base}/search/`);
check((await bare.locator('noscript').innerText()).includes('JavaScript'), 'without a script the page does not say so');
check(await bare.locator('#ways a').count() > 2, 'without a script there are no lists');

await browser.close();
site.close();
for (const fault of faults) console.log(fault);
console.log(`${faults.length} faults`);
process.exit(faults.length ? 1 : 0);

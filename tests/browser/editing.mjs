// node editing.mjs ADDRESS PICTURE [SHOTS]: the editor as somebody uses it, and as somebody else's page tries to. Prints
// what is wrong, one line each. With SHOTS, keeps pictures of the page in that folder.
import { createServer } from 'node:http';
import { axeScript, launch } from './browser.mjs';

const [address, picture, shots] = process.argv.slice(2);
const axe = await axeScript();
const { origin } = new URL(address);
const faults = [];
const check = (holds, what) => holds || faults.push(what);
const browser = await launch();
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function open(options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  // What was sent and is refused is told by the browser, too; and a page that is just being replaced may ask for a
  // picture that went with the former photo.
  page.on('console', (message) => {
    const { url } = message.location();
    const isExpected = /status of 422/.test(message.text()) || (/status of 404/.test(message.text()) && url.includes('/pictures/'));
    if (message.type() === 'error' && !isExpected) faults.push(`console: ${message.text()} ${url}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    check(url.startsWith(origin) || /^(data|blob|about):/.test(url), `asks ${url}`);
  });
  await page.goto(address);
  await page.waitForSelector('#profile-form[data-ready]');
  return page;
}
const state = (page) => page.locator('#editor-state');
const told = (page, text) => page.waitForFunction(
  (wanted) => document.getElementById('editor-state').textContent.includes(wanted), text, { timeout: 15_000 });

// How it looks, and whether everybody can use it.
for (const colorScheme of ['light', 'dark']) {
  const page = await open({ colorScheme, bypassCSP: true });
  check(!page.url().includes('token'), 'the token stays in the address');
  await page.evaluate(axe);
  for (const [width, height] of [[360, 800], [1280, 900]]) {
    await page.setViewportSize({ width, height });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    check(wide <= 0, `${width} px: ${wide} px too wide`);
    const [main, beside] = await Promise.all(['main', '.editor-page'].map((name) => page.locator(name).first().boundingBox()));
    check(width < 960 ? beside.y >= main.y + main.height : beside.x >= main.x + main.width - 1, `${width} px: the page stands wrong`);
    const { violations } = await page.evaluate((tags) => axe.run({ exclude: ['iframe'] }, { runOnly: tags, iframes: false }), TAGS);
    for (const one of violations) faults.push(`${width} px ${colorScheme}: ${one.id}: ${one.nodes[0].html.slice(0, 200)}`);
    if (shots) await page.screenshot({ path: `${shots}/editor-${width}-${colorScheme}.png`, fullPage: width < 960 });
  }
  await page.context().close();
}

// What is saved shows, and is taken back.
const page = await open();
const frame = page.frameLocator('#editor-frame');
const headline = page.locator('[data-top="headline"] input');
const before = await headline.inputValue();
await headline.fill('Words: of today #1');
const start = Date.now();
await page.keyboard.press('Control+s');
await frame.getByText('Words: of today #1').first().waitFor({ timeout: 15_000 });
console.error(`save to new page: ${Date.now() - start} ms`);
await told(page, await page.evaluate(() => (document.documentElement.lang === 'nl' ? 'Bewaard' : 'Saved')));
check(await headline.inputValue() === 'Words: of today #1', 'what was typed is gone');
await page.locator('#editor-undo').click();
await page.waitForEvent('load');
await page.waitForSelector('#profile-form[data-ready]');
check(await headline.inputValue() === before, 'undo does not take back');
await frame.getByText(before).first().waitFor({ timeout: 15_000 });

// A fault is told beside the field, which has the focus, and nothing is lost.
await page.evaluate(() => {
  const field = document.querySelector('[data-top="availability"] select');
  field.append(new Option('sometimes', 'sometimes'));
  field.value = 'sometimes';
  field.dispatchEvent(new Event('change', { bubbles: true }));
});
await page.locator('#editor-save').click();
await page.locator('[data-top="availability"] .editor-fault').waitFor({ timeout: 15_000 });
check(await page.evaluate(() => Boolean(document.activeElement.closest('[data-top="availability"]'))), 'the focus is not at the fault');
check(await state(page).getAttribute('data-fault') !== null, 'the state tells no fault');
if (shots) await page.screenshot({ path: `${shots}/editor-fault.png` });
page.on('dialog', (dialog) => dialog.accept());
await page.reload();
await page.waitForSelector('#profile-form[data-ready]');

// A photo with a point, by keys alone.
await page.locator('.editor-tools summary').first().press('Enter');
await page.setInputFiles('#editor-file', picture);
await page.locator('#editor-point').focus();
for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowLeft');
check((await page.locator('#editor-focus').textContent()).includes('40 %'), 'arrow keys do not move the point');
if (shots) await page.screenshot({ path: `${shots}/editor-photo.png` });
await page.locator('#editor-photo button.second').click();
await told(page, await page.evaluate(() => (document.documentElement.lang === 'nl' ? 'Bewaard' : 'Saved')));
const values = await page.evaluate(async () => {
  const answer = await fetch(`/.edit/values${location.search}`);
  return answer.json();
});
check(JSON.stringify(values.changes.photo.focus) === '[0.4,0.5]', `the photo is ${JSON.stringify(values.changes.photo)}`);

// Of everybody, one field is changed and nothing else, whatever forms the file has.
const people = await page.evaluate(async () => (await fetch('/.edit/profiles')).json());
const known = () => page.evaluate(async () => (await fetch(`/.edit/values${location.search}`)).json());
for (const { slug } of people) {
  await page.goto(`${origin}/.edit/?who=${slug}`);
  await page.waitForSelector('#profile-form[data-ready]');
  const was = await known();
  await page.locator('[data-top="pronouns"] input').fill('they');
  await page.locator('#editor-save').click();
  try {
    await told(page, await page.evaluate(() => (document.documentElement.lang === 'nl' ? 'Bewaard' : 'Saved')));
  } catch {
    faults.push(`${slug}: ${await state(page).textContent()} ${await page.locator('[data-faults]').innerText()}`);
    continue;
  }
  const now = await known();
  check(now.changes.pronouns === 'they', `${slug}: not saved`);
  delete was.changes.pronouns;
  delete now.changes.pronouns;
  check(JSON.stringify([was.changes, was.sections]) === JSON.stringify([now.changes, now.sections]), `${slug}: more was changed`);
}

// A page of another site, with the editor open in the same browser.
const evil = createServer((request, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end('<!doctype html><title>elsewhere</title>');
});
await new Promise((ready) => { evil.listen(0, '127.0.0.1', ready); });
const other = await page.context().newPage();
await other.goto(`http://127.0.0.1:${evil.address().port}/`);
const tried = await other.evaluate(async (base) => {
  const body = JSON.stringify({ vakwerk: 1, expert: 'x', changes: { headline: 'broken in' } });
  const ways = {
    simple: () => fetch(`${base}/.edit/save`, { method: 'POST', mode: 'no-cors', credentials: 'include', body }),
    asked: () => fetch(`${base}/.edit/save`, { method: 'POST', credentials: 'include', headers: { 'Vakwerk-Token': 'x' }, body }),
    read: () => fetch(`${base}/.edit/profiles`, { credentials: 'include' }),
  };
  const found = {};
  for (const [name, way] of Object.entries(ways)) {
    try {
      const answer = await way();
      found[name] = answer.type === 'opaque' ? 'opaque' : answer.status;
    } catch {
      found[name] = 'refused';
    }
  }
  return found;
}, origin);
check(tried.asked === 'refused' && tried.read === 'refused' && tried.simple !== 200, `another site: ${JSON.stringify(tried)}`);
await other.setContent(`<iframe src="${origin}/.edit/"></iframe>`);
await other.waitForTimeout(500);
check(!(await other.frames().at(-1).content()).includes('profile-form'), 'the editor can be framed');

await browser.close();
evil.close();
console.log(faults.join('\n'));
process.exitCode = faults.length ? 1 : 0;

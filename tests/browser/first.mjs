// What the first question of a visit fetches, in bytes as hosts compress them; fonts and pictures aside, which pages have too.
import { gzipSync } from 'node:zlib';
import { settled } from './browser.mjs';

/** For so long nothing more comes, in milliseconds. */
const QUIET = 600;

export async function firstQuestion(browser, base, text) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${base}/search/`, { waitUntil: 'networkidle' });
  const got = [];
  let [asked, last] = [0, 0];
  page.on('request', () => { asked += 1; last = Date.now(); });
  page.on('requestfinished', async (request) => {
    if (request.url().includes('/finder/')) got.push(await (await request.response()).body());
    asked -= 1;
    last = Date.now();
  });
  await page.fill('#q', text);
  await settled(page);
  last = Date.now();
  while (asked > 0 || Date.now() - last < QUIET) await page.waitForTimeout(50);
  await page.context().close();
  return got.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

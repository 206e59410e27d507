// What the first question of a visit fetches, in bytes as hosts compress them; fonts and pictures aside, which pages have too.
import { gzipSync } from 'node:zlib';

export async function firstQuestion(browser, base, text) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${base}/search/`, { waitUntil: 'networkidle' });
  const got = [];
  page.on('response', (answer) => answer.url().includes('/finder/') && got.push(answer.body()));
  await page.fill('#q', text);
  await page.waitForFunction(() => document.getElementById('finder').dataset.shown === location.pathname + location.search);
  await page.waitForLoadState('networkidle');
  const bodies = await Promise.all(got);
  await page.context().close();
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

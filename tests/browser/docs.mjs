// node docs.mjs VAKWERK: the pictures of the README and of docs/pages/looks, made anew from the example. VAKWERK is the program.
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launch, serve } from './browser.mjs';

const program = resolve(process.argv[2]);
const root = resolve(import.meta.dirname, '../..');
const DAY = '2026-11-23';
const PROFILE = 'en/experts/jan-de-vries/';
const README = [
  { name: 'expert', url: PROFILE, width: 1280, height: 1480, scale: 0.75, colorScheme: 'light' },
  { name: 'request', url: 'en/requests/warmte-uit-effluent/', width: 1280, height: 1387, scale: 0.75, colorScheme: 'light' },
  { name: 'expert-phone', url: PROFILE, width: 360, height: 1400, scale: 1, colorScheme: 'dark' },
];
const PRESETS = ['book', 'studio', 'institution', 'notebook', 'neighbourhood'];

/** Builds the example, with another look when one is named, and serves it. */
async function example(folder, preset) {
  const site = join(folder, preset ?? 'own');
  await cp(join(root, 'example-site'), site, { recursive: true, filter: (path) => !/\/(public|\.vakwerk\/cache\/pages)$/.test(path) });
  if (preset) {
    const file = join(site, 'vakwerk.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^theme:.*$/m, `theme: { preset: ${preset} }`).replace(/^params:.*\n/m, ''));
  }
  const out = join(folder, `${preset ?? 'own'}-out`);
  execFileSync(program, ['build', site, '--out', out, '--date', DAY, '--no-sync'], { stdio: 'ignore' });
  return serve(out);
}

/** What a browser of that size shows of an address, as WebP. */
async function shot(browser, url, { width, height, scale, colorScheme }) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const devtools = await context.newCDPSession(page);
  const clip = { x: 0, y: 0, width, height, scale };
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 86, clip });
  await context.close();
  return Buffer.from(data, 'base64');
}

const folder = await mkdtemp(join(tmpdir(), 'vakwerk-docs-'));
const browser = await launch();
const own = await example(folder);
for (const picture of README) {
  await writeFile(join(root, `docs/${picture.name}.webp`), await shot(browser, `${own.base}/${picture.url}`, picture));
  console.log(picture.name);
}
own.close();
for (const preset of PRESETS) {
  const site = await example(folder, preset);
  const half = { width: 1280, height: 1480, scale: 0.4805, colorScheme: 'light' };
  const halves = [];
  for (const url of ['en/', PROFILE]) halves.push(await shot(browser, `${site.base}/${url}`, half));
  // Both beside each other, with a little room between.
  const page = await browser.newPage({ viewport: { width: 1252, height: 720 } });
  const sources = halves.map((bytes) => `<img src="data:image/webp;base64,${bytes.toString('base64')}">`);
  await page.setContent(`<style>body{margin:0;display:flex;gap:22px;overflow:hidden;background:#d8d8d8}</style>${sources.join('')}`);
  const devtools = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, width: 1252, height: 711, scale: 1 };
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 82, clip });
  await writeFile(join(root, `docs/pages/looks/${preset}.webp`), Buffer.from(data, 'base64'));
  await page.close();
  site.close();
  console.log(preset);
}
await browser.close();
await rm(folder, { recursive: true });

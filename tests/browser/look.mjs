// node look.mjs FOLDER: every kind of page in light and dark at four widths; prints what is wrong, one line each.
import { axeScript, kinds, launch, serve } from './browser.mjs';

const axe = await axeScript();
const WIDTHS = [320, 360, 768, 1280];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const folder = process.argv[2];
const site = await serve(folder);
const browser = await launch();
const faults = [];
const todo = await kinds(folder, 1);
const count = todo.length;

async function look(url) {
  const at = (rest) => faults.push(`${url} ${rest}`);
  let spoken;
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    page.on('request', (request) => {
      const host = new URL(request.url()).origin;
      if (host !== site.base && !request.url().startsWith('data:')) at(`asks ${host}`);
    });
    page.on('response', (response) => response.status() >= 400 && at(`gets ${response.status()} for ${response.url()}`));
    page.on('console', (message) => message.type() === 'error' && at(`console: ${message.text()}`));
    page.on('pageerror', (error) => at(`script: ${error.message}`));
    await page.goto(site.base + url);
    await page.evaluate(axe);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) at(`${width} px: ${wide} px too wide`);
      const { violations } = await page.evaluate((tags) => axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), TAGS);
      for (const one of violations) at(`${width} px ${colorScheme}: ${one.id}, ${one.nodes.length} times: ${one.nodes[0].html.slice(0, 160)}`);
    }
    spoken = await page.locator('body').innerText();
    await context.close();
  }
  // The same words with scripts off, under the page's own security policy.
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && at(`under its policy: ${message.text()}`));
  await page.goto(site.base + url);
  const plain = await page.locator('body').innerText();
  const words = new Set(plain.split(/\s+/));
  const missing = spoken.split(/\s+/).filter((word) => !words.has(word));
  if (missing.length) at(`without scripts lacks: ${missing.slice(0, 8).join(' ')}`);
  await context.close();
}

await Promise.all([1, 2].map(async () => {
  for (let url = todo.shift(); url; url = todo.shift()) await look(url);
}));
await browser.close();
site.close();
for (const fault of [...new Set(faults)].sort()) console.log(fault);
console.log(`${count} pages looked at, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);

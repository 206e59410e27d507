// node shots.mjs FOLDER INTO: pictures of every kind of page at 1280 and 360 px, light, dark and printed.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { kinds, launch, serve } from './browser.mjs';

const [folder, into] = process.argv.slice(2);
await mkdir(into, { recursive: true });
const site = await serve(folder);
const browser = await launch();
for (const url of await kinds(folder, 1)) {
  const name = url.replaceAll('/', '-').replace(/^-|-$/g, '') || 'home';
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1280, 360]) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      await page.goto(site.base + url);
      await page.screenshot({ path: join(into, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      if (colorScheme === 'light' && width === 1280) await page.pdf({ path: join(into, `${name}.pdf`), format: 'A4', preferCSSPageSize: true });
      await context.close();
    }
  }
  console.log(name);
}
await browser.close();
site.close();

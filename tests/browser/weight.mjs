// node weight.mjs FOLDER [table]: what a phone fetches before anybody scrolls, 360 px wide at twice the pixels, over
// a slow line (300 ms, 90 KB/s), as a usual host would send it (gzip). Prints what is wrong, one line each; with
// `table` also every page with its bytes by kind.
//
// - the first view weighs at most 90 KB, letters included;
// - nothing moves while it comes (layout shift below 0.02).
import { gzipSync } from 'node:zlib';
import { kinds, launch, serve } from './browser.mjs';

const MOST = 90_000;
const MOST_SHIFT = 0.02;
const [folder, table] = process.argv.slice(2);
const site = await serve(folder, { packed: (body) => gzipSync(body) });
const browser = await launch();
const faults = [];

/** Opens a page as somebody does who was never here, and tells its bytes by kind and how much moved. */
async function weigh(url) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true,
  });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  await wire.send('Network.emulateNetworkConditions', {
    offline: false, latency: 300, downloadThroughput: 90_000, uploadThroughput: 40_000,
  });
  const kindOf = new Map();
  const bytes = { Document: 0, Stylesheet: 0, Font: 0, Script: 0, Image: 0 };
  wire.on('Network.responseReceived', ({ requestId, type }) => kindOf.set(requestId, type));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kindOf.get(requestId);
    bytes[kind in bytes ? kind : 'Document'] += encodedDataLength;
  });
  await page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(site.base + url, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  const moved = await page.evaluate(() => window.moved);
  await context.close();
  return { bytes, moved, all: Object.values(bytes).reduce((sum, one) => sum + one, 0) };
}

const pages = await kinds(folder, 1);
for (const url of pages) {
  const { bytes, moved, all } = await weigh(url);
  if (table) {
    const kb = (count) => (count / 1000).toFixed(1).padStart(6);
    console.log(`${kb(all)} KB  ${Object.entries(bytes).map(([kind, one]) => `${kind} ${kb(one)}`).join('  ')}  `
      + `moved ${moved.toFixed(3)}  ${url}`);
  }
  if (all > MOST) faults.push(`${url}: the first view weighs ${Math.round(all / 1000)} KB`);
  if (moved >= MOST_SHIFT) faults.push(`${url}: things move by ${moved.toFixed(3)} while it comes`);
}
await browser.close();
site.close();
for (const fault of faults) console.log(fault);
console.log(`${pages.length} pages weighed, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);

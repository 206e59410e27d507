// A real Chromium over a built site, served on loopback with the paths that a web server would have.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { readFile, readdir, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { chromium } from 'playwright-core';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
  '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.woff2': 'font/woff2', '.jpg': 'image/jpeg',
  '.png': 'image/png', '.webp': 'image/webp', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
};
const PACKED_ALREADY = new Set(['.woff2', '.jpg', '.png', '.webp']);
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

export const chromiumPath = () =>
  [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  );

/** Serves a folder. `packed` makes of the bytes of a text what a host sends that compresses it with gzip. */
export async function serve(folder, { packed } = {}) {
  const server = createServer(async (request, response) => {
    let path = join(folder, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    try {
      if ((await stat(path)).isDirectory()) path = join(path, 'index.html');
      const body = await readFile(path);
      response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
      const isPacked = packed && !PACKED_ALREADY.has(extname(path));
      if (isPacked) response.setHeader('Content-Encoding', 'gzip');
      response.end(isPacked ? packed(body) : body);
    } catch {
      response.statusCode = 404;
      response.end('not found');
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

export const launch = () => chromium.launch({ executablePath: chromiumPath(), args: FLAGS });

/** Some pages of every kind in every language: addresses, at most `most` of a kind. */
export async function kinds(folder, most) {
  const seen = new Map();
  for (const entry of (await readdir(folder, { recursive: true })).sort()) {
    if (!entry.endsWith('.html')) continue;
    const text = await readFile(join(folder, entry), 'utf8');
    const kind = /<html lang="([^"]+)".*?<body class="([^"]+)"/s.exec(text)?.slice(1).join(' ');
    if (!kind) continue;
    const pages = seen.get(kind) ?? [];
    // Of many pages the longest show most; they come first.
    pages.push([text.length, '/' + entry.split(sep).join('/').replace(/index\.html$/, '')]);
    seen.set(kind, pages);
  }
  return [...seen.values()].flatMap((pages) => {
    pages.sort((a, b) => b[0] - a[0]);
    const chosen = pages.slice(0, most);
    if (pages.length > most) chosen.push(pages.at(-1));
    return chosen.map(([, url]) => url);
  });
}

/** The script that finds what is not accessible. */
export const axeScript = () => readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Waits until the finder shows what its address asks for. */
export const settled = (page) => page.waitForFunction(() => (
  document.getElementById('finder').dataset.shown === location.pathname + location.search));

export { relative };

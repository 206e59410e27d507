// node recording.mjs PROGRAM FILE.svg: what `serve` shows while somebody writes, as a drawing that moves. Everything in it
// is what the program did: each picture of the page is taken after the text beside it was saved.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';

const [program, into] = process.argv.slice(2);
const example = join(dirname(fileURLToPath(import.meta.url)), '../../example-site');
const PORT = 4178;
const FILE = 'experts/jan-de-vries/profile.en.md';
const PAGE = `http://127.0.0.1:${PORT}/en/experts/jan-de-vries/`;
const WIDTH = 960;
const BAR = 148;
const VIEW = { width: WIDTH, height: 470 };

const before = 'headline: Interim project lead for heat networks';
/** What is written, and how long it stands, in seconds. */
const SCENES = [
  { line: before, seconds: 2.5, words: 'vakwerk serve example-site' },
  { line: 'headline: Heat networks that residents ask for', seconds: 3.5, words: 'saved: the page follows' },
  { line: 'headlin: Heat networks that residents ask for', seconds: 4, words: 'a slip: place and remedy stand over the page' },
  { line: 'headline: Heat networks that residents ask for', seconds: 3, words: 'mended' },
];

const folder = await mkdtemp(join(tmpdir(), 'vakwerk-recording-'));
await cp(example, folder, { recursive: true, filter: (path) => !/[/\\](public|\.vakwerk)$/.test(path) });
const serving = spawn(program, ['serve', folder, '--port', String(PORT)], { stdio: 'ignore' });
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: VIEW, reducedMotion: 'reduce' });
  await answers(PAGE);
  await page.goto(PAGE);
  const file = join(folder, FILE);
  const text = await readFile(file, 'utf8');
  if (!text.includes(before)) throw new Error(`${FILE} has no line "${before}"`);
  const shots = [];
  for (const { line } of SCENES) {
    await writeFile(file, text.replace(before, line));
    // Each scene is seen when the page says what was written, or shows why it cannot, and is whole.
    await page.waitForFunction(isThere, line.split(': '), { timeout: 60_000 });
    shots.push(await page.screenshot({ type: 'jpeg', quality: 72 }));
  }
  await writeFile(into, drawing(shots));
} finally {
  await browser.close();
  serving.kill();
  await rm(folder, { recursive: true, force: true });
}

/** In the browser: whether the page shows what stands behind a key, or the overlay of a key that is none. */
function isThere([key, value]) {
  const { body, images } = document;
  const overlay = document.querySelector('#vakwerk-overlay');
  const isShown = key === 'headline' ? !overlay && body.innerText.includes(value) : overlay?.innerText.includes(key);
  return isShown && images[0].complete && images[0].naturalWidth > 0;
}

/** Waits until the server answers. */
async function answers(url) {
  for (let tries = 0; tries < 150; tries += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((ready) => setTimeout(ready, 200));
  }
  throw new Error(`${program} serves nothing at ${url}`);
}

/** The scenes one after the other: the file above, the page under it. Without motion the second stands still. */
function drawing(shots) {
  const whole = SCENES.reduce((sum, scene) => sum + scene.seconds, 0);
  const percent = (seconds) => ((100 * seconds) / whole).toFixed(2);
  let begin = 0;
  let styles = '';
  let scenes = '';
  SCENES.forEach(({ line, seconds, words }, at) => {
    const [from, to] = [percent(begin), percent(begin + seconds)];
    styles += `@keyframes s${at}{0%,${from}%{opacity:${at ? 0 : 1}}${from}.01%,${to}%{opacity:1}`
      .replace(`${from}.01%`, `${(Number(from) + 0.01).toFixed(2)}%`)
      .concat(`${(Number(to) + 0.01).toFixed(2)}%,100%{opacity:0}}`)
      .concat(`.s${at}{opacity:0;animation:s${at} ${whole}s infinite}`);
    const [key, value] = line.split(': ');
    scenes += `<g class="s${at}"><text x="24" y="60" class="code"><tspan class="key">${key}:</tspan> ${value}</text>`
      + `<text x="${WIDTH - 24}" y="126" text-anchor="end" class="words">${words}</text>`
      + `<image y="${BAR}" width="${WIDTH}" height="${VIEW.height}" href="data:image/jpeg;base64,${shots[at].toString('base64')}"/></g>`;
    begin += seconds;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${BAR + VIEW.height}" role="img" aria-label="A profile is written, and the page follows at each save">
<style>
.code{font:19px ui-monospace,Menlo,Consolas,monospace;fill:#1d1d1b}.key{fill:#0b6b4f}
.words,.name,.dim{font:15px system-ui,sans-serif;fill:#5a5a55}.dim{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:17px;fill:#9a9a92}
${styles}
@media (prefers-reduced-motion:reduce){g{animation:none!important}.s1{opacity:1!important}}
</style>
<rect width="100%" height="100%" fill="#f3f2ee"/>
<text x="24" y="126" class="name">${FILE}</text>
<text x="24" y="32" class="dim">---</text><text x="24" y="90" class="dim">roles: [project lead, board advisor]</text>
<line x1="0" x2="${WIDTH}" y1="${BAR - 0.5}" y2="${BAR - 0.5}" stroke="#d0cfc8"/>
${scenes}
</svg>
`;
}

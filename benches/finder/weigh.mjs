// node weigh.mjs FOLDER RECORDS [PAGEFIND]: what the finder of a built site weighs and how long it takes, and beside it
// Pagefind over the same records when the third argument names a folder for its files.
import { createReadStream } from 'node:fs';
import { readdir, stat, writeFile, mkdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { launch, serve, settled } from '../../tests/browser/browser.mjs';

const [folder, recordsFile, pagefindFolder] = process.argv.slice(2);
const records = [];
for await (const line of createInterface({ input: createReadStream(recordsFile) })) {
  const record = JSON.parse(line);
  if (record.kind === 'experts' || record.kind === 'topics' || pagefindFolder) records.push(pagefindFolder ? record : { ...record, text: '' });
}
const language = records[0].language;
const own = records.filter((record) => record.language === language);
const experts = own.filter((record) => record.kind === 'experts');
const topics = own.filter((record) => record.kind === 'topics');

async function size(root) {
  let [files, bytes] = [0, 0];
  for (const entry of await readdir(root, { recursive: true })) {
    const { isFile, size: length } = await stat(join(root, entry)).then((it) => ({ isFile: it.isFile(), size: it.size }));
    if (isFile) { files += 1; bytes += length; }
  }
  return `${files} files, ${(bytes / 1e6).toFixed(1)} MB`;
}
/** Counts what a page asks for from now on, compressed as a host would send it. */
function meter(page) {
  const sent = { requests: 0, bytes: 0, pending: [] };
  page.on('response', (response) => sent.pending.push((async () => {
    const body = await response.body().catch(() => Buffer.alloc(0));
    sent.requests += 1;
    sent.bytes += gzipSync(body, { level: 6 }).length;
  })()));
  return { take: async () => { await Promise.all(sent.pending); const { requests, bytes } = sent; Object.assign(sent, { requests: 0, bytes: 0, pending: [] }); return { requests, bytes }; } };
}
const say = ({ requests, bytes }) => `${requests} requests, ${(bytes / 1000).toFixed(1)} KB compressed`;

// Questions: whole names, parts of names, topics, a topic with a name, every kind alike.
const questions = Array.from({ length: 200 }, (_, at) => {
  const person = experts[Math.floor((at * experts.length) / 200)];
  const topic = topics[at % topics.length];
  return [person.title, person.title.split(' ').at(-1), topic.title, person.title.slice(0, 5), `${topic.title} ${person.title.split(' ')[0]}`][at % 5];
});

const browser = await launch();
const site = await serve(folder);
console.log(`finder on disk: ${await size(join(folder, 'finder'))}`);
const page = await browser.newPage();
const weight = meter(page);
await page.goto(`${site.base}/search/`);
await page.waitForLoadState('networkidle');
console.log(`the page itself, with its style, fonts and script: ${say(await weight.take())}`);
const word = topics[Math.floor(topics.length / 3)].title.split(' ')[0];
async function typed(text) {
  const before = Date.now();
  await page.fill('#q', text);
  await settled(page);
  const took = Date.now() - before;
  await page.waitForLoadState('networkidle');
  return `${say(await weight.take())}, ${took} ms from the key to the results`;
}
console.log(`first question, "${word.slice(0, 3)}": ${await typed(word.slice(0, 3))}`);
console.log(`one more letter, "${word.slice(0, 4)}": ${await typed(word.slice(0, 4))}`);
const fresh = await browser.newPage();
const other = meter(fresh);
await fresh.goto(`${site.base}/search/`);
await fresh.waitForLoadState('networkidle');
await other.take();
const name = experts[Math.floor(experts.length / 2)].title;
await fresh.fill('#q', name);
await settled(fresh);
await fresh.waitForLoadState('networkidle');
console.log(`first question, "${name}": ${say(await other.take())}`);
const times = [];
const answers = [];
for (const question of questions) {
  const before = Date.now();
  answers.push((await page.evaluate((it) => window.vakwerkFinder.search(it, 10), question)).best.map(([id]) => id));
  times.push(Date.now() - before);
}
times.sort((one, two) => one - two);
console.log(`200 questions: median ${times[100]} ms, 95 % within ${times[190]} ms`);

if (pagefindFolder) {
  const pagefind = await import('pagefind');
  const before = Date.now();
  const { index } = await pagefind.createIndex();
  for (const record of own) {
    await index.addCustomRecord({ url: `/${record.id}/`, language, content: [record.title, record.headline, ...record.topics.map((topic) => topic.title), record.text].filter(Boolean).join('\n'), meta: { title: record.title } });
  }
  await index.writeFiles({ outputPath: join(pagefindFolder, 'pagefind') });
  console.log(`Pagefind: built in ${((Date.now() - before) / 1000).toFixed(1)} s, ${await size(join(pagefindFolder, 'pagefind'))}`);
  await mkdir(pagefindFolder, { recursive: true });
  await writeFile(join(pagefindFolder, 'index.html'), '<!doctype html><title>Pagefind</title>');
  const beside = await serve(pagefindFolder);
  const there = await browser.newPage();
  const theirs = meter(there);
  await there.goto(`${beside.base}/`);
  await theirs.take();
  const ask = (question) => there.evaluate(async (it) => {
    const engine = window.engine ??= await import('/pagefind/pagefind.js');
    const { results } = await engine.search(it);
    return (await Promise.all(results.slice(0, 10).map((result) => result.data()))).map((one) => one.url.replace(/^\/|\/$/g, ''));
  }, question);
  const started = Date.now();
  await ask(word.slice(0, 3));
  const took = Date.now() - started;
  await there.waitForLoadState('networkidle');
  console.log(`Pagefind: first question, "${word.slice(0, 3)}": ${say(await theirs.take())}, ${took} ms`);
  let [found, wanted] = [0, 0];
  for (const [at, question] of questions.entries()) {
    const got = await ask(question);
    wanted += answers[at].length;
    found += answers[at].filter((id) => got.includes(id)).length;
  }
  console.log(`Pagefind: of the first ten by the finder's rule, ${(found / wanted).toFixed(3)} are among its first ten (the finder's own are those of a plain scan: 1.000)`);
  beside.close();
  await pagefind.close();
}
await browser.close();
site.close();

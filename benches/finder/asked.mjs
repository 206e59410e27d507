// node asked.mjs FOLDER RECORDS QUESTIONS WORK: how well questions are answered over a built site: by its finder, and beside it by
// Pagefind, MiniSearch and SQLite FTS5 over the same records. RECORDS is what `vakwerk export records` writes; QUESTIONS has, a line
// each, a language, a question and the slugs of who should be found, with tabs between (tests/suite/questions.tsv). WORK is a folder for
// Pagefind's files. Only people count: prints the mean of one over the rank of the first right one, and how many questions find nobody.
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import * as pagefind from 'pagefind';
import { launch, serve } from '../../tests/browser/browser.mjs';

const [folder, recordsFile, questionsFile, work] = process.argv.slice(2);
const lines = (text) => text.split('\n').filter(Boolean);
const records = lines(await readFile(recordsFile, 'utf8')).map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'experts');
const questions = lines(await readFile(questionsFile, 'utf8')).map((line) => line.split('\t'));
const languages = [...new Set(questions.map(([language]) => language))];
const home = process.env.HOME_LANGUAGE ?? languages[0];
const fields = ({ title, headline, topics, text, place }) => ({
  title, headline: headline ?? '', topics: topics.map((one) => one.title).join('\n'), text: [text, place].filter(Boolean).join('\n'),
});
const slug = (id) => id.split('/').pop();

const browser = await launch();
const site = await serve(folder);

async function ours(language) {
  const page = await browser.newPage();
  await page.goto(`${site.base}${language === home ? '' : `/${language}`}/search/`, { waitUntil: 'networkidle' });
  return async (question) => {
    const { best } = await page.evaluate((it) => window.vakwerkFinder.search(it, 1000), question);
    return best.map(([id]) => id).filter((id) => id.startsWith('experts/')).map(slug);
  };
}

function miniSearch(own) {
  const index = new MiniSearch({ fields: ['title', 'headline', 'topics', 'text'], searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3, topics: 2 } } });
  index.addAll(own.map((record) => ({ id: record.id, ...fields(record) })));
  return async (question) => index.search(question).map(({ id }) => slug(id));
}

/** Any of the words, by BM25, with stems of English and nothing of a word's signs: its usual setting for texts. */
const FTS = `
import json, re, sqlite3, sys
own, questions = json.load(sys.stdin)
db = sqlite3.connect(":memory:")
db.execute("create virtual table people using fts5(id unindexed, title, headline, topics, text, tokenize='porter unicode61 remove_diacritics 2')")
db.executemany("insert into people values (?, ?, ?, ?, ?)", own)
ask = "select id from people where people match ? order by bm25(people, 0, 3, 1, 2, 1)"
found = []
for question in questions:
    words = re.findall(r"\\w+", question)
    found.append([row[0] for row in db.execute(ask, [" OR ".join(f'"{word}"' for word in words)])] if words else [])
print(json.dumps(found))
`;

function fts5(own, asked) {
  const rows = own.map((record) => { const { title, headline, topics, text } = fields(record); return [record.id, title, headline, topics, text]; });
  const found = JSON.parse(execFileSync('python3', ['-c', FTS], { input: JSON.stringify([rows, asked]), maxBuffer: 1 << 28 }));
  const answers = new Map(asked.map((question, at) => [question, found[at].map(slug)]));
  return async (question) => answers.get(question);
}

async function pageFind(own, language) {
  const { index } = await pagefind.createIndex();
  for (const record of own) {
    const { title, headline, topics, text } = fields(record);
    await index.addCustomRecord({ url: `/${record.id}/`, language, content: [title, headline, topics, text].join('\n'), meta: { title } });
  }
  const into = join(work, language);
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  await index.writeFiles({ outputPath: join(into, 'pagefind') });
  await writeFile(join(into, 'index.html'), `<!doctype html><html lang="${language}"><title>Pagefind</title>`);
  const beside = await serve(into);
  const page = await browser.newPage();
  await page.goto(`${beside.base}/`);
  return (question) => page.evaluate(async (it) => {
    const engine = window.engine ??= await import('/pagefind/pagefind.js');
    const { results } = await engine.search(it);
    return (await Promise.all(results.slice(0, 50).map((one) => one.data()))).map(({ url }) => url.split('/').filter(Boolean).pop());
  }, question);
}

const ways = { 'the finder': [], Pagefind: [], MiniSearch: [], 'SQLite FTS5': [] };
for (const language of languages) {
  const own = records.filter((record) => record.language === language);
  const asked = questions.filter(([of]) => of === language);
  const engines = [await ours(language), await pageFind(own, language), miniSearch(own), fts5(own, asked.map(([, question]) => question))];
  for (const [, question, wanted] of asked) {
    const right = wanted.split(' ');
    for (const [at, ranks] of Object.values(ways).entries()) {
      const found = await engines[at](question);
      ranks.push({ rank: found.findIndex((one) => right.includes(one)) + 1, found: found.length });
    }
  }
}
console.log(`${questions.length} questions in ${languages.join(', ')}`);
for (const [name, ranks] of Object.entries(ways)) {
  const mean = ranks.reduce((sum, { rank }) => sum + (rank ? 1 / rank : 0), 0) / ranks.length;
  console.log(`${name.padEnd(14)} MRR ${mean.toFixed(3)}, ${ranks.filter(({ found }) => !found).length} find nobody`);
}
await pagefind.close();
await browser.close();
site.close();

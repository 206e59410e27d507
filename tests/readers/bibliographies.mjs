// Publications by Citation.js: both formats say the same, and what it cites from them stands on the page.
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import { check, data, each, ending, files, text } from './lib.mjs';

const name = (author) => [author['non-dropping-particle'], author.literal ?? author.family, author.given].filter(Boolean).join(' ');
const facts = (work) => [
  work.title.replace(/[{}()]/g, ''), work.DOI?.toLowerCase(), work.volume, work.issue, work.page,
  work.issued?.['date-parts']?.[0]?.[0], (work.author ?? []).map(name).join('; ').replace(/[{}()]/g, ''),
].map((fact) => fact ?? '').join(' | ');

const words = (html) => html.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")
  .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replace(/\s+/g, ' ').trim();

export default async function read() {
  await each('bibliography', ending('publications.bib'), (path) => {
    const bibtex = new Cite(text(path)).data;
    const csl = data(path.replace(/bib$/, 'json'));
    check(path, new Set(bibtex.map((work) => work['citation-key'])).size === bibtex.length, 'two entries have one key');
    check(path, bibtex.length === csl.length, `${bibtex.length} entries, and ${csl.length} as CSL-JSON`);
    for (const [at, work] of csl.entries()) {
      check(path, facts(bibtex[at]) === facts(work), `${facts(bibtex[at])} is not ${facts(work)}`);
    }
    const page = path.replace('publications.bib', 'index.html');
    if (path === 'publications.bib' || !files.includes(page)) return;
    const shown = [...text(page).matchAll(/<p class="?cite"?>(.*?)<\/p>/gs)].map((found) => words(found[1]));
    const whole = csl.filter((work) => work.author?.every((author) => name(author) !== 'others') && work.type !== 'document');
    const styled = new Cite(whole).format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' });
    const cited = styled.trim().split('\n').map((line) => line.trim()).filter((line) => line !== '');
    if (shown.length < csl.length) return;
    // Citation.js writes names of journals as English titles; ours stand as they are written.
    const known = shown.map((line) => line.toLowerCase());
    for (const line of cited) check(page, known.includes(line.toLowerCase()), `not cited as ${line}`);
  });
}

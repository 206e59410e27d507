// microformats2: the representative h-card by the algorithm of the wiki, h-resume, h-feed, h-entry; rel=me only on a person's own page.
import { mf2 } from 'microformats-parser';
import { base, check, each, ending, text } from './lib.mjs';

const everything = (items) => items.flatMap((item) => typeof item !== 'object' || !item.type ? [] : [item, ...everything(item.children ?? []), ...Object.values(item.properties).flatMap(everything)]);

function representative(parsed, url) {
  const cards = everything(parsed.items).filter((item) => item.type.includes('h-card'));
  const has = (card, key) => (card.properties[key] ?? []).some((one) => (one.value ?? one) === url);
  const me = new Set(parsed.rels.me ?? []);
  return cards.find((card) => has(card, 'uid') && has(card, 'url'))
    ?? cards.find((card) => (card.properties.url ?? []).some((one) => me.has(one)))
    ?? (cards.length === 1 && has(cards[0], 'url') ? cards[0] : undefined);
}

export default async function read() {
  await each('microformats', ending('index.html'), (path) => {
    const html = text(path);
    const baseUrl = base + path.replace(/index\.html$/, '');
    const parsed = mf2(html, { baseUrl });
    const all = everything(parsed.items);
    for (const item of all) {
      check(path, (item.properties.name ?? item.properties.contact ?? []).length > 0, `${item.type} without a name`);
      if (item.type.includes('h-event') && html.includes('class="cv"')) check(path, item.properties.name.length === 1, 'h-event with several names');
    }
    const heading = html.match(/<h1[^>]*>([\s\S]*?)<\/h1>/)?.[1].replace(/<[^>]*>/g, '').trim();
    const unescape = (words) => words?.replace(/&#x?[0-9a-f]+;|&\w+;/gi, (one) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&#x2F;': '/' })[one] ?? one).replace(/\s+/g, ' ');
    if (html.includes('class="profile')) {
      const card = representative(parsed, baseUrl);
      check(path, card !== undefined, 'no representative h-card');
      check(path, card?.properties.name?.[0]?.replace(/\s+/g, ' ') === unescape(heading), `h-card of ${card?.properties.name}, not ${heading}`);
      const resume = all.filter((item) => item.type.includes('h-resume'));
      check(path, resume.length === 1 && resume[0].properties.contact?.[0]?.type?.includes('h-card'), 'no h-resume with a contact');
      const answers = html.split('<div class="prose p-summary"').length - 1;
      check(path, (answers > 0) === html.includes('class="questions"'), 'answers that are no summary');
      const line = answers === 0 && html.includes('class="headline p-note"') ? 1 : 0;
      check(path, (resume[0].properties.summary ?? []).length === answers + line, `${resume[0].properties.summary?.length} summaries of ${answers} answers`);
    }
    check(path, (parsed.rels.me ?? []).length === 0 || html.includes('class="profile'), 'rel=me for somebody else');
  });
}

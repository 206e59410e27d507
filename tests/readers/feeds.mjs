// Feeds by two parsers and by what their standards demand; OPML, calendar, sitemap, Turtle, CSV.
import ICAL from 'ical.js';
import Parser from 'rss-parser';
import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed, parseOpml } from 'feedsmith';
import { Parser as Turtle } from 'n3';
import { folded } from './cards.mjs';
import { arrives, base, bytes, check, data, each, ending, files, text } from './lib.mjs';

const list = (value) => value === undefined ? [] : [value].flat();
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;

export default async function read() {
  await each('atom', files.filter((path) => /(^|\/)feed\.xml$/.test(path)), async (path) => {
    check(path, XMLValidator.validate(text(path)) === true, 'is not XML');
    const feed = new XMLParser({ ignoreAttributes: false }).parse(text(path)).feed;
    for (const key of ['id', 'title', 'updated', 'author']) check(path, list(feed[key]).length === 1, `has not one ${key}`);
    check(path, feed['@_xmlns'] === 'http://www.w3.org/2005/Atom' && list(feed.link).some((link) => link['@_rel'] === 'self' && link['@_href'] === base + path), 'does not know itself');
    const entries = list(feed.entry);
    check(path, entries.length <= 50 && new Set(entries.map((entry) => entry.id)).size === entries.length, 'too many entries, or two with one id');
    for (const entry of entries) {
      for (const key of ['id', 'title', 'updated', 'summary']) check(path, list(entry[key]).length === 1, `an entry has not one ${key}`);
      check(path, entry.id !== feed.id, 'an entry has the id of its feed');
      check(path, MOMENT.test(entry.updated) && entry.updated <= feed.updated, `dated ${entry.updated}`);
      check(path, list(entry.link).every((link) => arrives(link['@_href'])), `leads nowhere: ${entry.id}`);
    }
    const one = await new Parser().parseString(text(path));
    const other = parseAtomFeed(text(path));
    check(path, one.items.length === entries.length && (other.entries ?? []).length === entries.length, 'two parsers count differently');
    check(path, entries.every((entry, at) => one.items[at].title === other.entries[at].title?.value || one.items[at].title === other.entries[at].title), 'two parsers read two titles');
  });
  await each('json feed', files.filter((path) => /(^|\/)feed\.json$/.test(path)), (path) => {
    const feed = data(path);
    check(path, feed.version === 'https://jsonfeed.org/version/1.1' && feed.title && Array.isArray(feed.items), 'lacks what the standard demands');
    check(path, feed.feed_url === base + path, 'does not know itself');
    for (const item of feed.items) {
      check(path, typeof item.id === 'string' && item.content_text && MOMENT.test(item.date_modified) && arrives(item.url), `item ${item.id}`);
      check(path, item.author === undefined && (item.tags ?? []).every((tag) => typeof tag === 'string'), 'what 1.1 does not know');
    }
    check(path, parseJsonFeed(text(path)).items.length === feed.items.length, 'the parser counts differently');
    const twin = new XMLParser().parse(text(path.replace(/json$/, 'xml'))).feed;
    check(path, list(twin.entry).length === feed.items.length, 'its twin brings something else');
  });
  await each('opml', ending('.opml'), (path) => {
    const found = parseOpml(text(path));
    const outlines = (items) => items.flatMap((one) => [one, ...outlines(one.outlines ?? [])]);
    const all = outlines(found.body.outlines);
    check(path, all.every((one) => one.text), 'an outline without text');
    check(path, all.filter((one) => one.type === 'rss').every((one) => one.xmlUrl), 'a feed without an address');
    const pages = all.filter((one) => one.xmlUrl?.startsWith(base)).map((one) => one.htmlUrl);
    check(path, new Set(pages).size > pages.length / 2 && pages.every(arrives), 'feeds of the network that follow no page of their own');
    check(path, all.filter((one) => one.xmlUrl?.startsWith(base)).every((one) => arrives(one.xmlUrl)), 'a feed that is not there');
  });
  await each('calendar', ending('.ics'), (path) => {
    folded(path);
    const calendar = new ICAL.Component(ICAL.parse(text(path)));
    check(path, calendar.getFirstPropertyValue('version') === '2.0' && calendar.getFirstPropertyValue('prodid'), 'lacks VERSION or PRODID');
    const events = calendar.getAllSubcomponents('vevent');
    check(path, events.length > 0 && events.every((one) => ['uid', 'dtstamp', 'dtstart', 'summary'].every((key) => one.getFirstPropertyValue(key))), 'an event lacks something');
    const ends = events.map((one) => new ICAL.Event(one)).filter((one) => one.component.hasProperty('dtend'));
    check(path, ends.every((one) => one.endDate.compare(one.startDate) >= 0), 'an event that ends before it begins');
    check(path, new Set(events.map((one) => one.getFirstPropertyValue('uid'))).size === events.length, 'two events with one UID');
  });
  await each('sitemap', files.filter((path) => /^sitemap.*\.xml$/.test(path)), (path) => {
    check(path, bytes(path).length <= 52428800, 'too large');
    const found = new XMLParser({ ignoreAttributes: false }).parse(text(path));
    const urls = list(found.urlset?.url ?? found.sitemapindex?.sitemap);
    check(path, urls.length > 0 && urls.length <= 50000 && new Set(urls.map((url) => url.loc)).size === urls.length, `${urls.length} addresses`);
    for (const url of urls) {
      check(path, arrives(url.loc), `${url.loc} is not there`);
      check(path, !text(url.loc.slice(base.length).replace(/\/$|^$/, (end) => `${end}index.html`)).includes('content="noindex"'), `${url.loc} is not to be found`);
      for (const link of list(url['xhtml:link'])) check(path, arrives(link['@_href']), `${link['@_href']} is not there`);
    }
  });
  await each('turtle', ending('.ttl'), (path) => {
    const quads = new Turtle({ format: 'text/turtle' }).parse(text(path));
    const skos = 'http://www.w3.org/2004/02/skos/core#';
    const of = (name) => quads.filter((quad) => quad.predicate.value === skos + name);
    const concepts = new Set(quads.filter((quad) => quad.object.value === `${skos}Concept`).map((quad) => quad.subject.value));
    check(path, concepts.size > 0, 'no concepts');
    for (const name of ['broader', 'narrower', 'related']) {
      const pairs = new Set(of(name).map((quad) => `${quad.subject.value} ${quad.object.value}`));
      const inverse = new Set(of({ broader: 'narrower', narrower: 'broader', related: 'related' }[name]).map((quad) => `${quad.object.value} ${quad.subject.value}`));
      check(path, [...pairs].every((pair) => inverse.has(pair)), `${name} without its inverse`);
      check(path, of(name).every((quad) => concepts.has(quad.object.value)), `${name} leads nowhere`);
    }
    const labels = of('prefLabel').map((quad) => `${quad.subject.value} ${quad.object.language}`);
    check(path, new Set(labels).size === labels.length, 'two preferred labels in one language (SKOS S14)');
    const preferred = new Set(of('prefLabel').map((quad) => `${quad.subject.value} ${quad.object.id}`));
    check(path, of('altLabel').every((quad) => !preferred.has(`${quad.subject.value} ${quad.object.id}`)), 'a label both preferred and alternative (SKOS S13)');
    check(path, [...concepts].every((one) => arrives(one)), 'a concept without a page');
  });
  await each('csv', ending('.csv'), (path) => {
    const rows = parseCsv(bytes(path), { columns: true, record_delimiter: '\r\n', relax_column_count: false });
    check(path, rows.every((row) => row.id && row.name && arrives(row.url)), 'a row without name or page');
    check(path, rows.every((row) => Object.values(row).every((cell) => !/^[=+\-@]/.test(cell))), 'a formula');
    const listed = data(path.replace(/csv$/, 'json'));
    check(path, listed.experts.length === rows.length && listed.experts.every((one, at) => one.id === rows[at].id), 'lists others than experts.json');
  });
}

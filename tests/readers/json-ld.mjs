// JSON-LD: through a processor, against the properties that schema.org gives each type, and every name leads somewhere.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { arrives, base, check, each, ending, text } from './lib.mjs';

const types = readFileSync(createRequire(import.meta.url).resolve('schema-dts').replace(/schema\.[^/]*$/, 'schema.d.ts'), 'utf8');
const bodies = new Map();
let open;
for (const line of types.split('\n')) {
  const head = line.match(/^(?:export )?interface (\w+)(?: extends (.+))? \{$/);
  if (head) bodies.set(head[1], open = { parents: (head[2] ?? '').split(',').map((one) => one.trim().replace(/^Partial<|>$/g, '')), own: new Set() });
  else if (line === '}') open = undefined;
  else if (open) open.own.add(line.match(/^ {4}"([^"]+)"\?:/)?.[1]);
}

function allows(name, property) {
  const found = bodies.get(name);
  return found ? found.own.has(property) || found.parents.some((parent) => allows(parent, property)) : false;
}

function walk(path, value, from) {
  if (Array.isArray(value)) return value.forEach((one) => walk(path, one, from));
  if (value === null || typeof value !== 'object') return check(path, value !== null && value !== '', 'JSON-LD says nothing');
  const type = value['@type'];
  if (value['@id']?.startsWith(base)) check(path, arrives(value['@id']), `names ${value['@id']}, where nothing is`);
  check(path, Object.keys(value).length > 0, 'an empty group');
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('@')) continue;
    check(path, !Array.isArray(inner) || inner.length > 0, `an empty list ${key}`);
    // A role stands between two things and repeats the property that led to it.
    check(path, type === undefined || allows(`${type}Leaf`, key) || allows(`${type}Base`, key) || (/^(Organization)?Role$/.test(type) && key === from), `${type} has no ${key}`);
    if (['url', 'image', 'item', 'sameAs'].includes(key) && typeof inner === 'string') check(path, /^https?:\/\//.test(inner), `${key} is not absolute: ${inner}`);
    walk(path, inner, key);
  }
}

const context = { '@context': { '@vocab': 'https://schema.org/', url: { '@type': '@id' }, sameAs: { '@type': '@id' }, image: { '@type': '@id' }, item: { '@type': '@id' } } };
const documentLoader = async (url) => ({ contextUrl: null, documentUrl: url, document: context });

export const graphs = new Map();

export default async function read() {
  check('schema-dts', allows('PersonLeaf', 'knowsAbout') && !allows('DemandLeaf', 'price'), 'is not understood');
  await each('json-ld', ending('.html'), async (path) => {
    const html = text(path);
    const scripts = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map((one) => one[1]);
    check(path, scripts.length <= 1, 'several graphs');
    const noindex = /<meta name="robots" content="noindex"/.test(html);
    check(path, noindex ? scripts.length === 0 : scripts.length === 1, `${scripts.length} graphs, noindex ${noindex}`);
    for (const script of scripts) {
      check(path, !/[<>&\u2028\u2029]/.test(script), 'signs of HTML in JSON-LD');
      const graph = JSON.parse(script);
      graphs.set(path, graph['@graph']);
      graph['@graph'].forEach((node) => walk(path, node));
      const expanded = await jsonld.expand(graph, { documentLoader, safe: true });
      const quads = await jsonld.toRDF(expanded, { documentLoader });
      check(path, quads.length >= 3, 'hardly says anything');
      const canonical = html.match(/<link rel="canonical" href="([^"]+)"/)?.[1];
      check(path, graph['@graph'][0]['@id'] === canonical, `is about ${graph['@graph'][0]['@id']}, not ${canonical}`);
      // What a page is about is told where the page names it, or has a place of its own.
      const main = graph['@graph'][0].mainEntity ?? {};
      const told = Object.keys(main).length > 1 ? [main] : [];
      const named = new Set([...graph['@graph'], ...told].map((node) => node['@id']));
      for (const key of ['mainEntity', 'about', 'breadcrumb']) {
        const id = graph['@graph'][0][key]?.['@id'];
        check(path, id === undefined || named.has(id), `${key} ${id} is not in the graph`);
      }
    }
  });
}

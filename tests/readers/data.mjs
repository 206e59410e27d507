// JSON against its schemas: JSON Resume, our own open data, and what Murmurations demands.
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { arrives, base, check, data, each, ending } from './lib.mjs';

const require = createRequire(import.meta.url);

// The two schemas of Murmurations that we speak, by the rules that their fields publish; keys that they do not have are errors here.
const url = { type: 'string', maxLength: 2000, pattern: '^https?://' };
const short = { type: 'string', minLength: 1, maxLength: 100 };
const unique = (items, most) => ({ type: 'array', items, minItems: 1, uniqueItems: true, ...(most && { maxItems: most }) });
const common = {
  linked_schemas: unique({ type: 'string', pattern: '^[a-z][a-z0-9_]{7,97}-v[0-9]+\\.[0-9]+\\.[0-9]+$' }),
  name: { type: 'string', minLength: 1, maxLength: 200 },
  primary_url: url,
  tags: unique({ type: 'string', minLength: 1, maxLength: 100 }, 100),
  description: { type: 'string' },
  image: url,
  urls: unique({ type: 'object', properties: { name: { type: 'string' }, url }, required: ['url'], additionalProperties: false }),
  telephone: short,
  country_iso_3166: { type: 'string', pattern: '^[A-Z]{2}$' },
  relationships: unique({ type: 'object', properties: { predicate_url: url, object_url: url }, required: ['predicate_url', 'object_url'], additionalProperties: false }),
  contact_details: { type: 'object', properties: { email: { type: 'string', format: 'email' }, contact_form: url }, minProperties: 1, additionalProperties: false },
};
const murmurations = {
  'people_schema-v0.1.0': {
    type: 'object', additionalProperties: false, required: ['linked_schemas', 'name', 'primary_url', 'tags'],
    properties: { ...common, knows_language: unique({ type: 'string' }), locality: short, region: short },
  },
  'organizations_schema-v1.0.0': {
    type: 'object', additionalProperties: false, required: ['linked_schemas', 'name'],
    properties: { ...common, mission: { type: 'string', maxLength: 1000 }, status: { enum: ['active', 'completed', 'cancelled', 'on_hold', 'in_planning'] }, rss: url },
  },
};

export default async function read() {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const resume = ajv.compile(require('@jsonresume/schema/schema.json'));
  await each('resume', ending('resume.json'), (path) => {
    check(path, resume(data(path)), ajv.errorsText(resume.errors));
    check(path, data(path).basics.name && arrives(data(path).basics.url), 'nobody');
  });
  const modern = new Ajv2020({ strict: false, allErrors: true, formats: { uint16: true, uint32: true } });
  addFormats(modern);
  const schemas = ending('expert.schema.json');
  const expert = schemas.length > 0 && modern.compile(data(schemas[0]));
  await each('data', ending('expert.json'), (path) => {
    check(path, expert(data(path)), modern.errorsText(expert.errors));
    const links = [data(path), ...(data(path).projects ?? []), ...(data(path).collaborators ?? []), ...(data(path).expertise ?? []).map((one) => one.topic)];
    check(path, links.every((one) => arrives(one.url)), 'leads nowhere');
  });
  await each('experts', ending('experts.json'), (path) => {
    check(path, data(path).experts.every((one) => arrives(one.url) && (!one.data || arrives(one.data))), 'leads nowhere');
  });
  const profiles = Object.fromEntries(Object.entries(murmurations).map(([name, schema]) => [name, ajv.compile(schema)]));
  await each('murmurations', ending('murmurations.json'), (path) => {
    const profile = data(path);
    const [name] = profile.linked_schemas;
    check(path, name in profiles && profiles[name](profile), `${name}: ${ajv.errorsText(profiles[name]?.errors)}`);
    check(path, profile.primary_url.startsWith(base) && arrives(profile.primary_url), `primary_url ${profile.primary_url}`);
    check(path, profile.rss === undefined || arrives(profile.rss), `rss ${profile.rss}`);
    check(path, name.startsWith('people') || path === 'murmurations.json', 'somebody speaks for an organization');
  });
}

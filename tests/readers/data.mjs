// JSON against its schemas: JSON Resume, our own open data, and what Murmurations demands.
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { arrives, base, check, data, each, ending } from './lib.mjs';

const require = createRequire(import.meta.url);

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
  await each('murmurations', ending('murmurations.json'), (path) => {
    const profile = data(path);
    check(path, profile.linked_schemas.every((one) => /^[a-z][a-z0-9_]{7,97}-v[0-9]+\.[0-9]+\.[0-9]+$/.test(one)), 'linked_schemas');
    check(path, profile.name.length <= 200 && profile.primary_url.startsWith(base) && arrives(profile.primary_url), 'name or primary_url');
    check(path, profile.tags.length >= 1 && profile.tags.length <= 100 && new Set(profile.tags).size === profile.tags.length && profile.tags.every((tag) => tag.length <= 100), 'tags');
  });
}

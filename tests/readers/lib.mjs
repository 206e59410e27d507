// What the readers share: the files of a built site, and the list of faults.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const folder = process.argv[2];
export const base = process.argv[3];
export const faults = [];
export const counts = {};

export const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
  .sort();
const known = new Set(files);

export const bytes = (path) => readFileSync(join(folder, path));
export const text = (path) => bytes(path).toString('utf8');
export const data = (path) => JSON.parse(text(path));
export const ending = (...ends) => files.filter((path) => ends.some((end) => path.endsWith(end)));

/** Whether an address of the site leads to one of its files. */
export function arrives(url) {
  if (!url.startsWith(base)) return false;
  const path = decodeURI(url.slice(base.length).split('#')[0]);
  return known.has(path === '' || path.endsWith('/') ? `${path}index.html` : path);
}

export function check(path, holds, what) {
  counts.checks = (counts.checks ?? 0) + 1;
  if (!holds) faults.push(`${path}: ${what}`);
}

export async function each(kind, paths, read) {
  for (const path of paths) {
    counts[kind] = (counts[kind] ?? 0) + 1;
    try {
      await read(path);
    } catch (error) {
      faults.push(`${path}: ${kind}: ${error.message?.slice(0, 300)}`);
    }
  }
}

export function end() {
  console.log(JSON.stringify(counts));
  for (const fault of faults.slice(0, 60)) console.error(fault);
  if (faults.length > 60) console.error(`and ${faults.length - 60} more`);
  process.exit(faults.length > 0 ? 1 : 0);
}

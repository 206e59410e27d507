// The fields of the form, as values of a profile and back. What is empty is not there.

export const form = document.getElementById('profile-form');
/** Where the form goes, and what is said, in the page's language. */
export const settings = JSON.parse(form?.dataset.settings ?? '{}');
export const words = JSON.parse(form?.dataset.words ?? '{}');

/**
 * A sentence with its names filled in.
 * @param {string} key
 * @param {Record<string, unknown>} [names]
 */
export const said = (key, names = {}) =>
  (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(names[name] ?? whole));

export const all = (root, selector) => [...root.querySelectorAll(selector)];
export const controlOf = (field) => field.querySelector('input, select, textarea');
export const labelOf = (field) => field.querySelector('label')?.firstChild?.textContent?.trim() ?? '';

/** What stands in a field that holds one value; undefined when nothing does. */
export function leaf(field) {
  const text = controlOf(field).value.replace(/\r\n?/g, '\n').trim();
  if (!text) return undefined;
  switch (field.dataset.kind) {
    case 'lines': return text.split('\n').map((line) => line.trim()).filter(Boolean);
    case 'number': return /^\d+$/.test(text) ? Number(text) : text;
    case 'switch': return text === 'true';
    case 'prose': return text;
    default: return text.replace(/\s+/g, ' ');
  }
}

function setLeaf(field, value) {
  const text = Array.isArray(value) ? value.join('\n') : String(value ?? '');
  const control = controlOf(field);
  // A word that no choice has stays, so that it is not lost.
  if (control.tagName === 'SELECT' && text && !all(control, 'option').some((one) => one.value === text)) {
    control.append(new Option(text, text));
  }
  control.value = text;
}

const leaves = (root) => all(root, '[data-field]');

export function inside(root) {
  const found = {};
  for (const field of leaves(root)) {
    const value = leaf(field);
    if (value !== undefined) found[field.dataset.field] = value;
  }
  return found;
}

/** An item as the profile writes it: a language is its tag, or its tag with a level. */
function written(key, { tag, level, ...rest }) {
  if (key !== 'languages') return { ...(level && { level }), ...rest };
  return level ? { [tag ?? '']: level } : tag;
}

function read(key, item) {
  if (key === 'languages') {
    if (typeof item === 'string') return { tag: item };
    const [[tag, level]] = Object.entries(item);
    return { tag, level };
  }
  if (typeof item === 'string') return { [key === 'expertise' ? 'topic' : 'title']: item };
  return item;
}

/** What stands under a key at the top of the profile. */
export function valueOf(top) {
  const { top: key, shape } = top.dataset;
  if (shape === 'one') return leaf(top.querySelector('[data-field]'));
  if (shape === 'group') {
    const found = inside(top);
    return Object.keys(found).length ? found : undefined;
  }
  const items = all(top, '.items > li').map(inside).filter((item) => Object.keys(item).length);
  if (!items.length) return undefined;
  if (shape === 'pairs') return Object.fromEntries(items.map(({ service, address }) => [service ?? '', address ?? '']));
  return items.map((item) => written(key, item));
}

/**
 * Puts a value under a key at the top of the profile.
 * @param {(top: HTMLElement) => HTMLElement} add
 */
export function setValue(top, value, add) {
  const { top: key, shape } = top.dataset;
  const put = (root, found) => leaves(root).forEach((field) => setLeaf(field, found[field.dataset.field]));
  if (shape === 'one') setLeaf(top.querySelector('[data-field]'), value);
  else if (shape === 'group') put(top, value ?? {});
  else if (shape === 'pairs') {
    Object.entries(value ?? {}).forEach(([service, address]) => put(add(top), { service, address }));
  } else (value ?? []).forEach((item) => put(add(top), read(key, item)));
}

export const tops = () => all(form, '[data-top]');

/** Everything that stands in the form, by key. */
export const values = () => Object.fromEntries(
  tops().map((top) => [top.dataset.top, valueOf(top)]).filter(([, value]) => value !== undefined));

// The form of a profile: filled with what the site says of somebody, checked, and made ready to be sent.

import { all, controlOf, form, inside, leaf, said, settings, setValue, tops, valueOf, values } from './fields.js';
import { checked, fault, list, tell } from './checks.js';
import { add, announce, isolate, listen } from './items.js';
import { hide, show } from './send.js';

const who = new URLSearchParams(location.search).get('who') ?? '';
const isEdit = settings.purpose === 'edit';
const consent = form?.querySelector('[data-consent]');
/** What stood in each field before anybody touched it, as the form itself says it. */
let before = {};
/** What the site says of whom it is about, as the form was filled with it; nothing of whom it does not know. */
let known = {};
let isNobody = false;
/** What was last made ready to be sent. */
let kept = '{}';

function spared(field) {
  delete field.dataset.required;
  controlOf(field).removeAttribute('aria-required');
}

const what = () => form.elements.what?.value ?? 'change';

function counted() {
  for (const group of all(form, '[data-group]')) {
    const number = all(group, '[data-top]').filter((top) => valueOf(top) !== undefined).length;
    form.querySelector(`[data-count="${group.dataset.group}"]`).textContent = number ? said('filled', { n: number }) : '';
  }
}

/** Only what the choice at the top asks for is there to be filled in. */
function turned() {
  const changes = what() === 'change';
  form.querySelector('[data-fields]').hidden = !changes;
  consent.hidden = isEdit;
}

async function filled() {
  if (!isEdit) return;
  if (!/^[a-z0-9][a-z0-9-]{0,199}$/.test(who)) {
    isNobody = true;
    announce(said('unknown'));
    return;
  }
  try {
    const answer = await fetch(`${settings.people}${who}/edit.json`);
    known = answer.ok ? await answer.json() : {};
    for (const top of tops()) {
      const value = known[top.dataset.top];
      if (value !== undefined) setValue(top, value, add);
    }
    // Who has a page has a profile, also when programs may not read it.
    isNobody = !answer.ok && (await fetch(`${settings.people}${who}/`)).status === 404;
    announce(answer.ok ? '' : said(isNobody ? 'unknown' : 'empty'));
  } catch {
    announce(said('empty'));
  }
}

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

/** What differs from how it was; a key in which nothing stands any more is null. */
function changes() {
  const now = values();
  const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
  const found = {};
  for (const key of keys) {
    if (JSON.stringify(before[key]) !== JSON.stringify(now[key])) found[key] = now[key] ?? null;
  }
  return found;
}

function submit(event) {
  event.preventDefault();
  hide();
  const submission = { vakwerk: 1, expert: isEdit ? who : null, changes: {} };
  const faults = what() === 'change' ? checked(form) : [];
  // Who is not to be seen on the site can take their consent back all the same.
  if (isEdit && isNobody && (what() !== 'withdraw' || !who)) faults.push([form.querySelector('.what'), said('unknown')]);
  if (!isEdit) {
    const box = consent.querySelector('.field');
    const missing = controlOf(box).checked ? '' : said('consent');
    tell(box, missing);
    if (missing) faults.push([box, missing]);
    submission.consent = { on: today(), text: consent.querySelector('[data-wording]').textContent.trim() };
  }
  if (what() === 'change') submission.changes = changes();
  if (isEdit) submission.base = Object.fromEntries(Object.keys(submission.changes).map((key) => [key, known[key] ?? null]));
  if (what() === 'same') submission.nothing_changed = true;
  if (what() === 'withdraw') submission.withdraw = true;
  const ready = { same: 'ready_same', withdraw: 'ready_withdraw' }[what()] ?? (isEdit ? 'ready_edit' : 'ready_new');
  list(faults);
  if (faults.length) return;
  if (what() === 'change' && !Object.keys(submission.changes).length) {
    announce(said('nothing'));
    form.querySelector('[data-state]').scrollIntoView({ block: 'center' });
    return;
  }
  announce('');
  // Whoever edits at home saves it, and goes on from there.
  const now = values();
  const done = () => {
    before = now;
    kept = JSON.stringify(now);
  };
  if (!form.dispatchEvent(new CustomEvent('submission', { detail: { submission, done }, cancelable: true }))) return;
  kept = JSON.stringify(now);
  show(submission, values().name ?? before.name ?? who, said(ready));
}

if (form) {
  document.querySelector('[data-without]').hidden = true;
  form.hidden = false;
  listen();
  isolate(form);
  form.addEventListener('submit', submit);
  // What was made ready is of before.
  for (const kind of ['input', 'change']) form.addEventListener(kind, hide);
  form.addEventListener('click', ({ target }) => {
    if (target.closest('[data-add], [data-remove]')) hide();
    counted();
  });
  addEventListener('beforeunload', (event) => {
    if (JSON.stringify(values()) !== kept) event.preventDefault();
  });
  form.addEventListener('change', ({ target }) => {
    const field = target.closest('[data-field]');
    if (field) {
      tell(field, fault(field));
      // What one field asks of the others of its item may be over.
      const around = field.closest('.item, [data-shape=group]');
      if (around && !Object.keys(inside(around)).length) all(around, '[data-field]').forEach((one) => tell(one, ''));
    }
    turned();
    counted();
  });
  document.querySelector('[data-back]').addEventListener('click', () => {
    hide();
    form.querySelector('h2').focus();
  });
  filled().then(() => {
    before = isEdit ? values() : {};
    kept = JSON.stringify(before);
    // What is not known here is not asked for again: what is left empty stays as it is.
    if (isEdit) all(form, '[data-shape=one] [data-required]').filter((field) => leaf(field) === undefined).forEach(spared);
    turned();
    counted();
    form.dataset.ready = '';
  });
}

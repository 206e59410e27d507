// The form of a profile: filled with what the site says of somebody, checked, and made ready to be sent.

import { all, controlOf, form, inside, said, settings, setValue, tops, valueOf, values } from './fields.js';
import { checked, fault, list, tell } from './checks.js';
import { add, announce, listen } from './items.js';
import { hide, show } from './send.js';

const who = new URLSearchParams(location.search).get('who') ?? '';
const isEdit = settings.purpose === 'edit';
const consent = form?.querySelector('[data-consent]');
/** What stood in each field before anybody touched it, as the form itself says it. */
let before = {};

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
    announce(said('unknown'));
    return;
  }
  try {
    const answer = await fetch(`${settings.people}${who}/edit.json`);
    const profile = answer.ok ? await answer.json() : {};
    for (const top of tops()) {
      const value = profile[top.dataset.top];
      if (value !== undefined) setValue(top, value, add);
    }
    announce(answer.ok ? '' : said('empty'));
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
  if (isEdit && !who) faults.push([form.querySelector('.what'), said('unknown')]);
  if (!isEdit) {
    const box = consent.querySelector('.field');
    const missing = controlOf(box).checked ? '' : said('consent');
    tell(box, missing);
    if (missing) faults.push([box, missing]);
    submission.consent = { on: today(), text: consent.querySelector('[data-wording]').textContent.trim() };
  }
  if (what() === 'change') submission.changes = changes();
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
  const done = () => { before = now; };
  if (!form.dispatchEvent(new CustomEvent('submission', { detail: { submission, done }, cancelable: true }))) return;
  show(submission, values().name ?? before.name ?? who, said(ready));
}

if (form) {
  document.querySelector('[data-without]').hidden = true;
  form.hidden = false;
  listen();
  form.addEventListener('submit', submit);
  // What was made ready is of before.
  form.addEventListener('input', hide);
  form.addEventListener('click', counted);
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
    turned();
    counted();
    form.dataset.ready = '';
  });
}

// What can be seen to be wrong before anything is sent, and how it is told: in words beside the field, and in a list at
// the top whose lines lead there. The program that reads the form checks everything again.

import { all, controlOf, form, inside, labelOf, leaf, said } from './fields.js';

const isDay = (text) => {
  const [year, month = 1, day = 1] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const RULES = {
  email: (text) => /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]{2,}$/.test(text),
  phone: (text) => /^\+?[\d\s().\/-]{6,24}$/.test(text),
  url: (text) => /^(https?:\/\/)?[^\s/?#@:]+\.[^\s/?#@:.]{2,}([/?#]\S*)?$/i.test(text) || /^10\.\d{4,9}\/\S+$/.test(text),
  date: (text) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) && isDay(text),
  number: (text) => /^\d+$/.test(text),
  tag: (text) => /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(text),
};

/** Another value of the item in which a field is. */
const beside = (field, key) => String(inside(field.closest('.item, [data-shape=group]'))[key] ?? '');

function isBefore(end, start) {
  const length = Math.min(end.length, start.length);
  return length > 0 && end.slice(0, length) < start.slice(0, length);
}

/** Whether an item above has the same service: a profile has one link under each name. */
function isTwice(field, text) {
  const others = all(field.closest('[data-top]'), '[data-field=service]');
  const above = others.slice(0, others.indexOf(field));
  return above.some((one) => String(leaf(one) ?? '').toLowerCase() === text.toLowerCase());
}

/** Words for what is wrong with a field; empty when nothing is. */
export function fault(field) {
  const { kind, required, min, max, field: key } = field.dataset;
  const value = leaf(field);
  const label = labelOf(field);
  if (kind === 'consent') return '';
  if (value === undefined) {
    // An item in which nothing stands is no item, and so is a group.
    const around = field.closest('.item, [data-shape=group]');
    const counts = required !== undefined && (!around || Object.keys(inside(around)).length > 0);
    return counts ? said('required', { field: label }) : '';
  }
  const text = String(value);
  if (key === 'last_used' && text === 'current') return '';
  // An account on a service is written as an address or as a name there.
  if (key === 'address' && /^@?[\w.-]+(@[\w.-]+)?$/.test(text)) return '';
  if (RULES[kind] && !RULES[kind](text)) return said(kind, { field: label, value: text });
  if (kind === 'number' && (Number(text) < Number(min ?? 0) || Number(text) > Number(max ?? Infinity))) {
    return said('between', { field: label, min, max });
  }
  if (key === 'since' && text > new Date().toISOString().slice(0, text.length)) return said('future', { field: label, value: text });
  if (key === 'to' && isBefore(text, beside(field, 'from'))) return said('order', { field: label, value: text });
  if (key === 'service' && isTwice(field, text)) return said('twice', { field: label, value: text });
  if (key === 'name' && !/\p{L}/u.test(text)) return said('name');
  return '';
}

/** Shows or takes away what is wrong with a field. */
export function tell(field, text) {
  const control = controlOf(field);
  const id = `${control.id}-fault`;
  let told = document.getElementById(id);
  const helps = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
  if (!text) {
    told?.remove();
    control.removeAttribute('aria-invalid');
  } else {
    if (!told) {
      told = document.createElement('p');
      told.id = id;
      told.className = 'fault';
      field.append(told);
    }
    told.textContent = text;
    control.setAttribute('aria-invalid', 'true');
    helps.push(id);
  }
  if (helps.length) control.setAttribute('aria-describedby', helps.join(' '));
  else control.removeAttribute('aria-describedby');
}

const box = form?.querySelector('[data-faults]');

/** Lists the faults at the top, and moves there; with none the list goes. */
export function list(faults) {
  const rows = faults.map(([field, text]) => {
    const link = document.createElement('a');
    const control = controlOf(field);
    link.href = `#${control.id}`;
    link.textContent = text;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      control.closest('details')?.setAttribute('open', '');
      control.focus();
    });
    const row = document.createElement('li');
    row.append(link);
    return row;
  });
  box.querySelector('ul').replaceChildren(...rows);
  box.hidden = rows.length === 0;
  if (rows.length) box.focus();
}

/** Everything that is wrong, told beside its field. */
export function checked(root) {
  const faults = [];
  for (const field of all(root, '[data-field]')) {
    const text = fault(field);
    tell(field, text);
    if (text) faults.push([field, text]);
  }
  return faults;
}

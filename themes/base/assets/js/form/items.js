// Lists: items are added and taken away, and the focus goes where one goes on.

import { all, form, said } from './fields.js';

let last = 0;
const state = form?.querySelector('[data-state]');

export function announce(text) {
  state.textContent = text;
}

const nameOf = (top) => top.querySelector('legend').textContent.trim();

function number(top) {
  all(top, '.items > li').forEach((item, at) => {
    const name = said('item', { field: nameOf(top), n: at + 1 });
    item.querySelector('legend').textContent = name;
    item.querySelector('[data-of]').textContent = `(${name})`;
  });
}

/** Lets a date in a hint run from left to right, in whatever script the hint is. */
export function isolate(root) {
  for (const hint of all(root, '[data-kind=date] .hint')) {
    hint.replaceChildren(...hint.textContent.split(/(\d{4}(?:-\d{2})+)/).map((part, at) => {
      if (at % 2 === 0) return part;
      const date = document.createElement('bdi');
      date.dir = 'ltr';
      date.textContent = part;
      return date;
    }));
  }
}

/** Adds an item to a list, with numbers of its own in everything that refers to something. */
export function add(top) {
  last += 1;
  const item = top.querySelector('template').content.firstElementChild.cloneNode(true);
  for (const one of all(item, '[id], [for], [aria-describedby]')) {
    for (const name of ['id', 'for', 'aria-describedby']) {
      const value = one.getAttribute(name);
      if (value) one.setAttribute(name, value.replace('-@', `-${last}`));
    }
  }
  isolate(item);
  top.querySelector('.items').append(item);
  number(top);
  return item;
}

export function listen() {
  form.addEventListener('click', ({ target }) => {
    const top = target.closest('[data-top]');
    if (target.closest('[data-add]')) {
      add(top).querySelector('input, select, textarea').focus();
    } else if (target.closest('[data-remove]')) {
      const item = target.closest('li');
      const next = item.nextElementSibling ?? item.previousElementSibling;
      item.remove();
      number(top);
      announce(said('removed', { field: nameOf(top) }));
      (next?.querySelector('input, select, textarea') ?? top.querySelector('[data-add]')).focus();
    }
  });
}

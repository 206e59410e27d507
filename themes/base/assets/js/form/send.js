// How what was filled in goes to the network: an address that opens the forge or the mail program with it, or a file.
// Nothing is sent by this page.

import { all, said, settings } from './fields.js';
import { fileOf, slugOf } from './file.js';

/** Longer addresses are cut by forges and mail programs. */
const MOST = 6000;

const section = document.getElementById('sending');
const encode = encodeURIComponent;
const sent = section?.querySelector('[data-sent]');

const fenced = (submission) => `\`\`\`json vakwerk\n${JSON.stringify(submission, null, 1)}\n\`\`\`\n`;

function made(name, href) {
  const way = section.querySelector(`[data-way="${name}"]`).textContent;
  const link = document.createElement(href ? 'a' : 'button');
  link.textContent = way;
  link.className = 'button';
  if (href) link.setAttribute('href', href);
  else link.setAttribute('type', 'button');
  return link;
}

/**
 * Where it goes: what each way is called and leads to.
 * @param {object} submission
 * @param {string} name
 */
export function show(submission, name, told) {
  const { repository, branch, folder, email, download } = settings;
  const isNew = submission.expert === null;
  const subject = said(isNew ? 'subject_new' : 'subject_edit', { name });
  const body = fenced(submission);
  const links = [];
  let text = body;
  let isLong = false;
  const fit = (address, short) => {
    if (address.length <= MOST) return address;
    isLong = true;
    return short;
  };
  if (repository && isNew) {
    const { text: wording, on } = submission.consent;
    text = fileOf({ ...submission.changes, consent: on }).replace(/\n---\n$/, `\n# ${wording.replace(/\s+/g, ' ')}\n---\n`);
    const file = `${repository}/new/${branch}?filename=${encode(`${folder}experts/${slugOf(name)}.md`)}`;
    links.push(made('github', fit(`${file}&value=${encode(text)}`, file)));
  } else if (repository) {
    const issue = `${repository}/issues/new?title=${encode(subject)}`;
    links.push(made('github', fit(`${issue}&body=${encode(body)}`, issue)));
  }
  if (email) {
    const letter = `mailto:${email}?subject=${encode(subject)}`;
    links.push(made('mail', fit(`${letter}&body=${encode(body.replace(/\n/g, '\r\n'))}`, letter)));
  }
  if (isLong) {
    const copy = made('copy');
    copy.addEventListener('click', async () => {
      sent.select();
      try {
        await navigator.clipboard.writeText(sent.value);
      } catch {
        document.execCommand('copy');
      }
      section.querySelector('[data-told]').textContent = said('copied');
    });
    links.unshift(copy);
  }
  if (download || isLong) {
    const link = made('download', URL.createObjectURL(new Blob([JSON.stringify(submission, null, 1)], { type: 'application/json' })));
    link.setAttribute('download', `${submission.expert ?? slugOf(name)}.json`);
    links.push(link);
  }
  links.slice(1).forEach((link) => link.classList.add('second'));
  section.querySelector('[data-ways]').replaceChildren(...links.map((link) => {
    const row = document.createElement('li');
    row.append(link);
    return row;
  }));
  section.querySelector('[data-told]').textContent = isLong ? `${told} ${said('long')}` : told;
  sent.value = text;
  section.hidden = false;
  section.focus();
}

export function hide() {
  section.hidden = true;
  all(section, '[data-ways] a[download]').forEach((link) => URL.revokeObjectURL(link.href));
}

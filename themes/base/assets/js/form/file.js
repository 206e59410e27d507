// A new profile as a file: front matter in YAML. Every text that could mean something else stands in quotes, as JSON
// writes it, which YAML reads.

const isPlain = (text) => /^\p{L}[\p{L}\p{N} .()'&/+-]*$/u.test(text) && !/\s$/.test(text)
  && !/^(y|n|yes|no|on|off|true|false|null|\.nan)$/i.test(text);

function scalar(value) {
  if (typeof value !== 'string') return String(value);
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) || isPlain(value)) return value;
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (sign) =>
    `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const inline = (value) => {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (value === null || typeof value !== 'object') return scalar(value);
  return `{ ${Object.entries(value).map(([key, one]) => `${scalar(key)}: ${inline(one)}`).join(', ')} }`;
};

function entry(key, value) {
  if (Array.isArray(value) && value.some((item) => typeof item === 'object')) {
    return `${key}:\n${value.map((item) => `  - ${inline(item)}\n`).join('')}`;
  }
  return `${key}: ${inline(value)}\n`;
}

/** The text of the file of a new profile. */
export const fileOf = (profile) =>
  `---\n${Object.entries(profile).map(([key, value]) => entry(key, value)).join('')}---\n`;

/** The name of its file: as the program makes one of a name, but for scripts that it would
 * spell out: such a file has a name of its own, which says nothing. */
export const slugOf = (name) => name.normalize('NFD').toLowerCase().replace(/\p{M}|'/gu, '')
  .replace(/ß/g, 'ss').replace(/ø/g, 'o').replace(/ł/g, 'l').replace(/æ/g, 'ae').replace(/đ/g, 'd')
  .replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60)
  || `profile-${Date.now().toString(36)}`;

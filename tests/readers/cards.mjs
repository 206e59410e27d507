// Contact cards: octets and folds by hand, then two parsers; jCard against what ical.js makes of the vCard; QR read back.
import ICAL from 'ical.js';
import VCard from 'vcf';
import jsQR from 'jsqr';
import { bytes, check, counts, data, each, ending, files, text } from './lib.mjs';

export function folded(path) {
  const raw = bytes(path);
  check(path, raw[0] !== 0xef, 'a byte order mark');
  const lines = raw.toString('utf8').split('\r\n');
  check(path, lines.pop() === '', 'the last line has no end');
  for (const [at, line] of lines.entries()) {
    check(path, Buffer.byteLength(line) <= 75, `line ${at + 1} has ${Buffer.byteLength(line)} octets`);
    check(path, !/[\u0000-\u0008\u000a-\u001f\u007f\ufffd]/.test(line), `line ${at + 1} has control characters`);
    const next = lines[at + 1];
    // Folded as late as a character allows.
    if (next?.startsWith(' ')) check(path, Buffer.byteLength(line) + Buffer.byteLength([...next.slice(1)][0]) > 75, `line ${at + 1} is folded early`);
  }
}

const components = (words) => {
  const parsed = ICAL.parse(words);
  return (typeof parsed[0] === 'string' ? [parsed] : parsed).map((one) => new ICAL.Component(one));
};
// ical.js leaves the backslash that RFC 2426 demands before a semicolon in values of vCard 3.0; the other parser does not.
const first = (card, name) => {
  const value = card.getFirstPropertyValue(name);
  return typeof value === 'string' && card.getFirstPropertyValue('version') === '3.0' ? value.replaceAll('\\;', ';') : value;
};
const beside = (path, name) => path.replace(/[^/]*$/, name);
const count = (words, line) => words.split('\r\n').filter((one) => one === line).length;

function picture(svg) {
  const size = Number(svg.match(/viewBox="0 0 (\d+) /)[1]);
  const scale = 4;
  const pixels = new Uint8ClampedArray(size * size * scale * scale * 4).fill(255);
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let row = y * scale; row < (+y + 1) * scale; row++) for (let column = x * scale; column < (+x + +run) * scale; column++) {
      pixels.fill(0, (row * size * scale + column) * 4, (row * size * scale + column) * 4 + 3);
    }
  }
  return jsQR(pixels, size * scale, size * scale)?.data;
}

export default async function read() {
  await each('vcard', ending('.vcf'), (path) => {
    folded(path);
    const words = text(path);
    const whole = components(words);
    check(path, whole.length === count(words, 'BEGIN:VCARD') && whole.length > 0, `${whole.length} cards`);
    for (const card of whole) {
      check(path, first(card, 'fn') && first(card, 'uid') && first(card, 'version'), 'a card lacks FN, UID or VERSION');
    }
    const others = VCard.parse(words.replaceAll('\r\n ', ''));
    check(path, others.length === whole.length, `the second parser sees ${others.length} cards`);
    others.forEach((other, at) => {
      const name = other.get('fn').valueOf().replace(/\\([,;\\])/g, '$1');
      check(path, name === first(whole[at], 'fn'), `two parsers read two names: ${name} and ${first(whole[at], 'fn')}`);
    });
  });
  await each('vcard 3', ending('card.vcf'), (path) => {
    const [card] = components(text(path));
    check(path, first(card, 'version') === '3.0' && card.getFirstProperty('n') !== null, 'not vCard 3.0 with N');
    if (ending('expert.json').includes(beside(path, 'expert.json'))) {
      check(path, first(card, 'fn') === data(beside(path, 'expert.json')).name, 'another name than in expert.json');
    }
    const photo = card.getFirstProperty('photo');
    if (photo?.getParameter('encoding') === 'b') {
      const jpeg = Buffer.from(String(photo.getFirstValue()), 'base64');
      const [portrait] = ending('index.html').filter((one) => one === beside(path, 'index.html'));
      check(path, jpeg.length <= 20000 && jpeg.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])), `a portrait of ${jpeg.length} bytes`);
      check(path, files.some((one) => one.endsWith('.jpg') && bytes(one).equals(jpeg)), 'the portrait is none of those that go out');
      check(path, portrait && text(portrait).includes('u-photo'), 'a portrait that the page does not show');
      counts.portraits = (counts.portraits ?? 0) + 1;
    }
    check(path, card.getAllProperties('tel').every((tel) => tel.getParameter('type')), 'a telephone number without a type');
  });
  await each('vcard 4', ending('card4.vcf'), (path) => {
    const words = text(path);
    check(path, words.startsWith('BEGIN:VCARD\r\nVERSION:4.0\r\n'), 'VERSION is not the second line');
    const [card] = components(words);
    const topics = card.getAllProperties('expertise');
    check(path, topics.every((one, at) => [undefined, 'beginner', 'average', 'expert'].includes(one.getParameter('level')) && one.getParameter('index') === `${at + 1}`), 'EXPERTISE with an unknown LEVEL or without INDEX');
    check(path, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(first(card, 'uid')), 'UID is no UUID');
    const other = beside(path, 'jcard.json');
    if (ending('jcard.json').includes(other)) {
      const same = (properties) => Object.fromEntries(['fn', 'n', 'title', 'uid'].map((name) => [name, properties.find((one) => one[0] === name)?.[3]]));
      check(other, JSON.stringify(same(data(other)[1])) === JSON.stringify(same(card.toJSON()[1])), 'says something else than the vCard');
    }
  });
  await each('jcard', ending('jcard.json'), (path) => {
    const card = new ICAL.Component(data(path));
    check(path, card.name === 'vcard' && data(path)[1][0][0] === 'version', 'not a jCard');
    for (const [name, parameters, type, value] of data(path)[1]) {
      check(path, type !== 'timestamp' || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value), `${name} is dated ${value}`);
      check(path, name !== 'n' || !String(parameters['sort-as']).includes(',') || Array.isArray(parameters['sort-as']), 'sort-as is one string');
    }
    check(path, first(card, 'fn') === first(components(text(beside(path, 'card.vcf')))[0], 'fn'), 'another name');
  });
  await each('jscontact', ending('jscontact.json'), (path) => {
    const card = data(path);
    check(path, card['@type'] === 'Card' && card.version === '1.0' && card.uid.startsWith('urn:uuid:'), 'lacks what RFC 9553 demands');
    check(path, card.name.full === first(components(text(beside(path, 'card.vcf')))[0], 'fn'), 'another name');
    for (const map of Object.values(card).filter((one) => typeof one === 'object')) {
      for (const id of Object.keys(map)) check(path, id.length <= 255, 'an id is too long');
    }
    check(path, Object.values(card.personalInfo ?? {}).every((one) => [undefined, 'low', 'medium', 'high'].includes(one.level)), 'a level that RFC 9553 does not know');
  });
  await each('group', ending('network.vcf'), (path) => {
    const cards = components(text(path));
    const group = cards.at(-1);
    const uids = new Set(cards.slice(0, -1).map((card) => first(card, 'uid')));
    const members = group.getAllProperties('member').map((one) => one.getFirstValue());
    check(path, first(group, 'kind') === 'group' && members.length === uids.size && members.every((uid) => uids.has(uid)), 'the group is not that of its cards');
  });
  await each('qr', ending('card.svg'), (path) => {
    const said = picture(text(path));
    check(path, said !== undefined, 'cannot be read');
    if (!said?.startsWith('BEGIN:VCARD')) return;
    const [[short], [whole]] = [said, text(beside(path, 'card.vcf'))].map(components);
    for (const key of ['fn', 'title']) check(path, first(short, key) === first(whole, key), `another ${key}`);
  });
}

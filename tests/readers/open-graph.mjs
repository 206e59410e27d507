// Open Graph, canonical addresses and alternates of every page: what the protocol demands, and whether it arrives.
import { XMLParser } from 'fast-xml-parser';
import { arrives, base, bytes, check, each, ending, files, text } from './lib.mjs';

const head = new XMLParser({ ignoreAttributes: false, htmlEntities: true, unpairedTags: ['meta', 'link'], stopNodes: ['*.script'] });
const list = (value) => value === undefined ? [] : [value].flat();

export default async function read() {
  await each('open graph', ending('.html'), (path) => {
    const html = text(path);
    if (!html.includes('property="og:')) {
      check(path, html.includes('http-equiv="refresh"'), 'a page without Open Graph');
      return;
    }
    const parsed = head.parse(html.match(/<head>[\s\S]*?<\/head>/)[0]).head;
    const metas = list(parsed.meta).filter((meta) => meta['@_property']);
    const of = (name) => metas.filter((meta) => meta['@_property'] === name).map((meta) => meta['@_content']);
    for (const name of ['og:title', 'og:type', 'og:url', 'og:site_name']) check(path, of(name).length === 1 && of(name)[0], `has not one ${name}`);
    // American English is what the protocol takes for granted.
    check(path, of('og:locale').length <= 1, 'has more than one og:locale');
    check(path, of('og:type')[0] === (/<body class="[^"]*\bexpert\b/.test(html) ? 'profile' : 'website'), `og:type ${of('og:type')}`);
    const links = list(parsed.link);
    const canonical = links.filter((link) => link['@_rel'] === 'canonical').map((link) => link['@_href']);
    const hidden = /<meta name="robots" content="noindex"/.test(html);
    check(path, hidden ? canonical.length === 0 : canonical.length === 1 && canonical[0] === of('og:url')[0] && arrives(canonical[0]), `canonical ${canonical}`);
    const locale = of('og:locale')[0] ?? 'en_US';
    check(path, /^[a-z]{2,3}_([A-Z]{2}|\d{3})$/.test(locale) && html.includes(`<html lang="${locale.slice(0, 2)}`), `og:locale ${locale}`);
    const [image] = of('og:image');
    check(path, image !== undefined || !(files.includes('cards/site.png') || files.includes('card.vcf')), 'has no og:image');
    if (image !== undefined) {
      check(path, arrives(image), `og:image ${image}`);
      // What all pages share is described once, at home.
      const described = ['width', 'height', 'alt'].filter((name) => of(`og:image:${name}`)[0]);
      const home = (name) => /^([a-z-]+\/)?index\.html$/.test(name) && text(name).includes(`content="${image}"`) && text(name).includes('og:image:alt');
      if (described.length === 0) check(path, files.some(home), `${image} is described nowhere`);
      else {
        check(path, described.length === 3, `of ${image} is said ${described}`);
        const [width, height] = [of('og:image:width')[0], of('og:image:height')[0]].map(Number);
        const raw = bytes(decodeURI(image.slice(base.length)));
        if (image.endsWith('.png')) check(path, raw.readUInt32BE(16) === width && raw.readUInt32BE(20) === height, `${image} is not ${width} x ${height}`);
        else check(path, width > 0 && height > 0, `${image} has no size`);
      }
    }
    const alternates = links.filter((link) => link['@_rel'] === 'alternate' && link['@_hreflang']);
    const languages = new Set(alternates.map((link) => link['@_hreflang']));
    check(path, alternates.length === languages.size, 'two alternates in one language');
    if (alternates.length > 0) {
      check(path, languages.has('x-default') && alternates.some((link) => link['@_href'] === canonical[0]), 'alternates without x-default or itself');
      for (const link of alternates.filter((one) => arrives(one['@_href']))) {
        const other = link['@_href'].slice(base.length).replace(/\/$|^$/, (end) => `${end}index.html`);
        check(path, text(decodeURI(other)).includes(`href="${canonical[0]}"`), `${link['@_href']} does not lead back`);
      }
    }
  });
}

// node read.mjs FOLDER BASE: reads every machine-readable file of a built site with programs that others wrote.
import bibliographies from './bibliographies.mjs';
import cards from './cards.mjs';
import data from './data.mjs';
import feeds from './feeds.mjs';
import jsonLd from './json-ld.mjs';
import microformats from './microformats.mjs';
import openGraph from './open-graph.mjs';
import { end } from './lib.mjs';

for (const read of [bibliographies, cards, data, feeds, jsonLd, microformats, openGraph]) await read();
end();

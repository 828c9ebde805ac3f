/** Writes a page that shows every card with its samples, drawn by the official renderer, to look at before a release. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allCards } from '../cards/all-cards';
import { galleryPage } from './gallery-page';

const root = join(__dirname, '..', '..');
const folder = join(root, 'artifacts', 'cards');
const renderer = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
const frame = { isSynthetic: true, timeZone: 'Europe/London' };

const samples = allCards.flatMap(({ name, samples: views }) =>
  views.map((sample) => ({
    card: name,
    sample: sample.name,
    summary: sample.summary,
    payload: sample.render(frame),
  })),
);

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'index.html'), galleryPage(renderer, samples));
process.stdout.write(
  `${samples.length} samples of ${allCards.length} cards: ${join(folder, 'index.html')}\n`,
);

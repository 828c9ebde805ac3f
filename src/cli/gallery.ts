/** Writes a page that shows every card with its samples, drawn by the official renderer, to look at before a release. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allCards } from '../cards/all-cards';
import { chartPictures } from '../compose';
import { GalleryCharts } from './gallery-charts';
import { galleryPage } from './gallery-page';

const root = join(__dirname, '..', '..');
const folder = join(root, 'artifacts', 'cards');
const renderer = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
const frame = { isSynthetic: true, timeZone: 'Europe/London' };
const charts = new GalleryCharts(folder);

const samples = allCards.flatMap(({ name, samples: views }) =>
  views.map((sample, index) => ({
    card: name,
    sample: sample.name,
    summary: sample.summary,
    payload: sample.render({ ...frame, chartUrl: charts.urlFor(`${name}-${index}`, sample.view) }),
  })),
);

async function writeGallery(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), galleryPage(renderer, samples));
  const drawn = await charts.drawAll(chartPictures());
  process.stdout.write(
    `${samples.length} samples of ${allCards.length} cards, ${drawn} charts: ${join(folder, 'index.html')}\n`,
  );
}

void writeGallery();

import { pictureOf } from '../../../src/cards/charts/picture-of';
import { manySampleEvidence, sampleEvidence } from '../../../src/cards/sample-escalation';
import { sampleRelease } from '../../../src/cards/sample-release';
import { sampleTrend } from '../../../src/cards/sample-trend';
import type { Chart, ComparisonChart } from '../../../src/domain/chart/chart';
import { compareEvidence } from '../../../src/domain/chart/chart-evidence';
import { compareRelease } from '../../../src/domain/chart/compare-groups';
import { spreadAnswers } from '../../../src/domain/chart/spread-answers';
import type { Figures } from '../../../src/domain/disclosure/release';
import { asId } from '../../../src/domain/ids';
import { catalogueFor } from '../../../src/text/catalogue';
import { ChartPictures } from '../../../src/web/charts/chart-pictures';
import { drawSvg } from '../../../src/web/charts/draw-svg';
import { fitText, textWidth } from '../../../src/web/charts/fit-text';
import { type Pixels, readPng } from '../../teamsapp/png';

const text = catalogueFor('Europe/London');
const usual = sampleRelease('usual');
const total = usual.tables[0]?.rows[0]?.groupId ?? asId('');
const charts: Readonly<Record<string, Chart | undefined>> = {
  groups: compareRelease(usual),
  'a band among groups': compareEvidence(sampleEvidence),
  'thirty groups with long names': compareEvidence(manySampleEvidence),
  distribution: spreadAnswers(usual, total),
  trend: sampleTrend,
};
const pictures = new ChartPictures();
const pictured = (chart: Chart | undefined) => {
  if (!chart) throw new Error('nothing to draw');
  return pictureOf(chart, text);
};

const coloursIn = ({ rgba }: Pixels) => {
  const colours = new Set<number>();
  for (let at = 0; at < rgba.length; at += 4) {
    colours.add(((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0));
  }
  return colours.size;
};
/** Letters are the only thing that is dark among the first lines. */
const darkIn = ({ rgba, width }: Pixels, lines: number) => {
  let dark = 0;
  for (let at = 0; at < lines * width * 4; at += 4) {
    if ((rgba[at] ?? 255) < 80 && (rgba[at + 3] ?? 0) > 200) dark += 1;
  }
  return dark;
};

test.each(Object.entries(charts))(
  '%s: a picture at twice a phone’s width, within what Teams takes, with its title',
  async (_name, chart) => {
    const pixels = readPng(Buffer.from(await pictures.draw(pictured(chart))));
    expect(pixels.width).toBeGreaterThanOrEqual(600);
    expect(pixels.width).toBeLessThanOrEqual(640);
    expect(pixels.height).toBeGreaterThan(150);
    expect(pixels.height).toBeLessThanOrEqual(1_024);
    expect(coloursIn(pixels)).toBeGreaterThan(20);
    expect(darkIn(pixels, 56)).toBeGreaterThan(300);
  },
);

test('what is not shown stands nowhere in the drawing, whatever else the chart knows of it', async () => {
  const secret: Figures = { label: 'notHeardYet', ...{ n: 7_321, favourable: 6_543 } };
  const [table] = usual.tables;
  if (!table) throw new Error('no table');
  const rows = table.rows.map((row) =>
    row.name === 'Doctors' ? { ...row, headcount: 8_765, figures: secret } : row,
  );
  const chart = compareRelease({ ...usual, tables: [{ ...table, rows }] }) as ComparisonChart;
  const { svg } = await drawSvg(pictured(chart));
  expect(svg).toContain('Not heard yet: Doctors');
  expect(svg).not.toMatch(/7,?321|6,?543|8,?765/);
});

test('the same picture is drawn once, and one that fails can be asked for again', async () => {
  const picture = pictured(charts.distribution);
  expect(pictures.draw(picture)).toBe(pictures.draw({ ...picture }));
  const broken = { ...picture, kind: 'unheard of' } as unknown as typeof picture;
  await expect(pictures.draw(broken)).rejects.toThrow();
  await expect(pictures.draw(broken)).rejects.toThrow();
  expect((await pictures.draw(picture)).length).toBeGreaterThan(1_000);
});

test('text is broken between words, and what does not fit ends in an ellipsis', () => {
  const fitted = fitText('one two three four five six', { width: 60, size: 12, mostLines: 2 });
  expect(fitted).toHaveLength(2);
  expect(fitted[1]).toMatch(/…$/);
  for (const line of fitted) expect(textWidth(line, 12)).toBeLessThanOrEqual(60);
  expect(
    fitText('Llanfairpwllgwyngyllgogerychwyrndrobwll', { width: 60, size: 12, mostLines: 2 })[0],
  ).toMatch(/^Llan.*…$/);
  expect(fitText('short', { width: 60, size: 12, mostLines: 2 })).toEqual(['short']);
});

import { comparisonPicture } from '../../../src/cards/charts/comparison-picture';
import { distributionPicture } from '../../../src/cards/charts/distribution-picture';
import { trendPicture } from '../../../src/cards/charts/trend-picture';
import { manySampleEvidence, sampleEvidence } from '../../../src/cards/sample-escalation';
import { sampleRelease } from '../../../src/cards/sample-release';
import { sampleTrend } from '../../../src/cards/sample-trend';
import { waveResultCard } from '../../../src/cards/wave-result.card';
import type { ComparisonChart } from '../../../src/domain/chart/chart';
import { compareEvidence } from '../../../src/domain/chart/chart-evidence';
import { compareRelease } from '../../../src/domain/chart/compare-groups';
import { spreadAnswers } from '../../../src/domain/chart/spread-answers';
import { asId } from '../../../src/domain/ids';
import { catalogueFor } from '../../../src/text/catalogue';
import { elementsIn } from '../card-tree';
import { frame, sampleOf } from '../rendering';

const text = catalogueFor('Europe/London');
const usual = sampleRelease('usual');
const present = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('nothing to draw');
  return value;
};
const compared = comparisonPicture(present(compareRelease(usual)), text);

test('the words say of every group what is drawn of it: share, range and how many', () => {
  for (const { name, share = 0, range } of compared.rows) {
    const [, group, n] = /^(.*) \(([\d,]+)\)$/.exec(name) ?? [];
    const inHundred = (value: number) => Math.round(value * 100);
    expect(compared.altText).toContain(
      `${group}: ${inHundred(share)} in 100, likely ${inHundred(range.lower)} to ${inHundred(range.upper)}, ${n} gave a view.`,
    );
  }
  expect(compared.altText).toContain('floor 60 in 100');
});

test('a band is a range without a share, in the picture and in the words', () => {
  const picture = comparisonPicture(present(compareEvidence(sampleEvidence)), text);
  const [band] = picture.rows;
  expect(band).toMatchObject({ range: { lower: 0, upper: 0.2 }, value: '▼\u00a0≤ 20%', standing: 'below' });
  expect(band).not.toHaveProperty('share');
  expect(picture.key.map(({ mark }) => mark)).toEqual(['below', 'band']);
  expect(picture.altText).toContain('Corporate · Doctors: at most 20 in 100, 12 gave a view.');
});

test('a group that is not shown is named with why, and has no row', () => {
  const chart: ComparisonChart = {
    ...present(compareRelease(usual)),
    notHeardYet: ['Porters'],
    tooSmallToShow: ['A', 'B', 'C', 'D', 'E', 'F'],
  };
  const picture = comparisonPicture(chart, text);
  expect(picture.notes.slice(-2)).toEqual([
    'Not heard yet: Porters',
    'Too small to show: A; B; C; D and 2 more',
  ]);
  expect(picture.rows.some(({ name }) => name.startsWith('Porters'))).toBe(false);
  expect(picture.altText).toContain('Not heard yet: Porters.');
});

test('groups that do not fit are counted, the least confident are drawn', () => {
  const picture = comparisonPicture(present(compareEvidence(manySampleEvidence)), text);
  expect(picture.rows).toHaveLength(9);
  expect(picture.rows[0]?.value).toBe('▼\u00a020%');
  expect(picture.altText).toContain('21 more groups are more confident than these.');
});

test('groups with floors of their own share no line, and the words say each floor', () => {
  const chart = present(compareRelease(usual));
  const groups = chart.groups.map((group, index) => ({ ...group, floor: index === 1 ? 0.8 : 0.6 }));
  const picture = comparisonPicture({ ...chart, groups }, text);
  expect(picture).not.toHaveProperty('floorLabel');
  expect(picture.altText).toContain('218 gave a view, floor 80.');
});

test('every part of a distribution is named, with its share and its number', () => {
  const groupId = usual.tables[0]?.rows[0]?.groupId ?? asId('');
  const chart = present(spreadAnswers(usual, groupId));
  const { parts, altText } = distributionPicture(chart, text);
  expect(parts.map((part) => part.text.split(':')[0])).toEqual([
    'Not at all confident',
    'Not very confident',
    'In between',
    'Fairly confident',
    'Very confident',
  ]);
  for (const part of parts) expect(altText).toContain(part.text);
  const three = {
    ...chart,
    classes: [
      { label: 'unfavourable', count: 4 },
      { label: 'favourable', count: 9 },
    ],
    n: 13,
  };
  expect(distributionPicture(three, text).altText).toContain('Not confident: 31% (4); Confident: 69% (9).');
});

test('a trend tells its points, its gap, its usual range, what changed and which points are more than chance', () => {
  const picture = trendPicture(sampleTrend, text);
  expect(picture.altText).toContain('8 Aug 2025: 66; 8 Sept 2025: 69;');
  expect(picture.altText).toContain('8 Mar 2026: not shown');
  expect(picture.altText).toMatch(/Worse than chance explains: 8 Dec 2026\./);
  expect(picture.altText).toMatch(/Usual range \d+ to \d+ in 100, mean \d+\./);
  expect(picture.altText).toContain('8 Dec 2025: The question names the new record.');
  expect(picture.points.filter(({ share }) => share === undefined)).toHaveLength(1);
  const { from, to } = picture.axis;
  for (const { share = 0.6, limits } of picture.points) {
    for (const value of [share, limits?.lower ?? 0.6, limits?.upper ?? 0.6, picture.floor]) {
      expect(value).toBeGreaterThanOrEqual(from);
      expect(value).toBeLessThanOrEqual(to);
    }
  }
});

test('a short trend says that nothing can be called usual yet', () => {
  const points = sampleTrend.points
    .slice(0, 5)
    .map(({ limits: _limits, ...point }) => ({ ...point, signals: [] }));
  const picture = trendPicture({ ...sampleTrend, points, changes: [] }, text);
  expect(picture.notes).toEqual(['Fewer than 12 results: too few to say what is usual.']);
  expect(picture.key.map(({ mark }) => mark)).toEqual(['usual']);
});

describe('on a card', () => {
  const view = sampleOf(waveResultCard, 'demo’s shape');
  const chartUrl = ({ kind }: { kind: string }) => `https://soundings.example/charts/${kind}.png`;
  const charts = elementsIn(waveResultCard.render(view, { ...frame, chartUrl })).filter(({ type }) =>
    String(type).startsWith('Chart.'),
  );

  test('each bar is whole: up to the likely range, the range, and the rest', () => {
    const stacked = charts.find(({ type }) => type === 'Chart.HorizontalBar.Stacked');
    const bars = stacked?.data as readonly { title: string; data: readonly { value: number }[] }[];
    expect(bars).toHaveLength(12);
    expect(bars[0]).toMatchObject({
      title: '▼ 58% · Everyone (2,356)',
      data: [
        { legend: 'at least', value: 56 },
        { legend: 'perhaps', value: 4 },
        { legend: 'not', value: 40 },
      ],
    });
    for (const { data } of bars) expect(data.reduce((sum, { value }) => sum + value, 0)).toBe(100);
  });

  test('a line is broken at the gap, and nothing is drawn at zero for it', () => {
    const line = charts.find(({ type }) => type === 'Chart.Line');
    const series = line?.data as readonly { legend: string; values: readonly { x: string; y: number }[] }[];
    const shares = series.filter(({ legend }) => legend === 'share');
    expect(shares.map(({ values }) => values.length)).toEqual([7, 9]);
    expect(shares.flatMap(({ values }) => values).every(({ y }) => y > 0)).toBe(true);
  });

  test('without an address for pictures there is no chart', () => {
    expect(JSON.stringify(waveResultCard.render(view, frame))).not.toContain('Chart.');
  });

  test('a programme too large for a card leaves out its most confident groups, and says so', () => {
    const [table] = view.release.tables;
    if (!table) throw new Error('no table');
    const atoms = table.rows.filter(({ kind }) => kind === 'atom');
    const many = Array.from({ length: 8 }, (_, copy) =>
      atoms.map((row) => ({
        ...row,
        name: `${row.name} of hospital ${copy}`,
        groupId: asId<typeof row.groupId>(`${row.groupId}${copy}`),
      })),
    ).flat();
    const release = { ...view.release, tables: [{ ...table, rows: [...table.rows, ...many] }] };
    const json = JSON.stringify(waveResultCard.render({ ...view, release }, { ...frame, chartUrl }));
    expect(Buffer.byteLength(json, 'utf8')).toBeLessThanOrEqual(28 * 1024);
    expect(Buffer.byteLength(json, 'utf16le')).toBeLessThanOrEqual(40 * 1024);
    expect(json).toContain('The rest does not fit on this card.');
    expect(json).toContain('Larkfield General · Nurses and midwives of hospital 0');
  });
});

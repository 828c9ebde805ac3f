import { manySampleEvidence, sampleEvidence } from '../../../src/cards/sample-escalation';
import { sampleRelease } from '../../../src/cards/sample-release';
import { sampleSeries } from '../../../src/cards/sample-trend';
import type { ComparisonChart } from '../../../src/domain/chart/chart';
import { compareEvidence, steepestPiece, trendOfEvidence } from '../../../src/domain/chart/chart-evidence';
import { compareCriteria } from '../../../src/domain/chart/compare-criteria';
import { compareRelease } from '../../../src/domain/chart/compare-groups';
import { followGroup } from '../../../src/domain/chart/follow-group';
import { spreadAnswers } from '../../../src/domain/chart/spread-answers';
import type { Figures, GroupRow, Release } from '../../../src/domain/disclosure/release';
import type { CriterionResult } from '../../../src/domain/gate/verdict';
import { asId } from '../../../src/domain/ids';
import type { Trend } from '../../../src/domain/trend/trend';

const usual = sampleRelease('usual');

function withFigures(of: (row: GroupRow) => Figures): Release {
  const tables = usual.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, figures: of(row) })),
  }));
  return { ...usual, tables };
}

const namesIn = (chart: ComparisonChart | undefined) => chart?.groups.map(({ name }) => name);
const held = { label: 'tooSmallToShow' } as const;

test('a result sets everybody first, then both margins, least confident first', () => {
  const chart = compareRelease(usual);
  expect(namesIn(chart)?.slice(0, 3)).toEqual([
    'Everyone',
    'Scientists and pharmacists',
    'Allied health professionals',
  ]);
  expect(chart?.groups).toHaveLength(12);
  expect(chart?.groups.map(({ isTotal }) => isTotal).lastIndexOf(true)).toBe(0);
});

test('a group that is not shown has a name and no place among the figures', () => {
  const chart = compareRelease(
    withFigures((row) =>
      row.name === 'Doctors' ? { label: 'notHeardYet' } : row.name === 'Corporate' ? held : row.figures,
    ),
  );
  expect(chart?.notHeardYet).toEqual(['Doctors']);
  expect(chart?.tooSmallToShow).toEqual(['Corporate']);
  expect(namesIn(chart)).not.toContain('Doctors');
  expect(namesIn(chart)).not.toContain('Corporate');
});

test('where no margin is shown the atoms stand beside everybody, and without any figure there is no chart', () => {
  const isMargin = ({ kind }: GroupRow) => kind === 'siteGroup' || kind === 'staffFamily';
  const chart = compareRelease(withFigures((row) => (isMargin(row) ? held : row.figures)));
  expect(namesIn(chart)?.[1]).toBe('Larkfield General · Nurses and midwives');
  expect(compareRelease(withFigures(() => held))).toBeUndefined();
  expect(compareRelease({ ...usual, tables: [] })).toBeUndefined();
});

test('answers are spread only where the release spreads them', () => {
  const groupId = usual.tables[0]?.rows[0]?.groupId ?? asId('');
  const chart = spreadAnswers(usual, groupId);
  expect(chart?.classes.reduce((sum, { count }) => sum + count, 0)).toBe(chart?.n);
  const other = usual.tables[0]?.rows[1]?.groupId ?? asId('');
  expect(spreadAnswers(usual, other)).toBeUndefined();
  expect(spreadAnswers(usual, asId('gone'))).toBeUndefined();
});

test('an escalation compares the newest evidence of each group', () => {
  const [first] = sampleEvidence;
  if (!first) throw new Error('no evidence');
  const later = { ...first, waveId: asId<typeof first.waveId>('later'), n: 130, favourableShare: 0.3 };
  const chart = compareEvidence([...sampleEvidence, later]);
  expect(chart?.groups).toHaveLength(sampleEvidence.length);
  expect(chart?.groups.find(({ name }) => name === first.groupName)?.figures.n).toBe(130);
  expect(compareEvidence([])).toBeUndefined();
});

test('the steepest trend is the one farthest under what is usual, in the newest wave alone', () => {
  const [a, b] = manySampleEvidence;
  if (!a || !b) throw new Error('no evidence');
  const trend = { rules: [], mean: 0.6, lower: 0.5, upper: 0.7, points: 16, series: sampleSeries };
  const old = { ...a, waveId: asId<typeof a.waveId>('before'), favourableShare: 0.01, trend };
  expect(steepestPiece([old, { ...b, trend }, { ...a, trend }])).toBe(2);
  expect(steepestPiece([old, b])).toBeUndefined();
  expect(steepestPiece([])).toBeUndefined();
});

test('a trend in evidence has a gap where nothing was shown, and its last point is the signal', () => {
  const [item] = sampleEvidence;
  if (!item) throw new Error('no evidence');
  const trend = {
    rules: ['run' as const],
    mean: 0.67,
    lower: 0.5,
    upper: 0.8,
    points: 16,
    series: sampleSeries,
  };
  const chart = trendOfEvidence({ ...item, trend });
  expect(chart?.points[7]).not.toHaveProperty('share');
  expect(chart?.points.at(-1)?.signals).toEqual([{ rule: 'run', direction: 'down' }]);
  expect(trendOfEvidence(item)).toBeUndefined();
});

test('a trend needs three shares to be drawn', () => {
  const shown = (share: number): Figures => ({
    label: 'shown',
    n: 50,
    favourable: share * 50,
    favourableShare: share,
    interval: { lower: 0, upper: 1 },
  });
  const trend = (figures: readonly Figures[]): Trend => ({
    groupId: asId('total'),
    groupName: 'Everyone',
    groupKind: 'total',
    changes: [],
    points: figures.map((one, index) => ({
      waveId: asId(`w${index}`),
      waveTitle: 'w',
      releasedAt: '2026-12-08T17:05:00.000Z' as Trend['points'][number]['releasedAt'],
      figures: one,
      signals: [],
    })),
  });
  const about = { questionKind: 'confidence', floor: 0.6 } as const;
  expect(followGroup(trend([shown(0.5), held, shown(0.6)]), about)).toBeUndefined();
  const chart = followGroup(trend([shown(0.5), held, shown(0.6), shown(0.7)]), about);
  expect(chart?.points.map(({ share }) => share)).toEqual([0.5, undefined, 0.6, 0.7]);
});

test('a gate holds each group against its own floor, and names those that show nothing', () => {
  const released = {
    waveId: asId<Release['waveId']>('w'),
    waveTitle: 'w',
    releasedAt: usual.releasedAt,
    questionKind: 'confidence' as const,
    n: 40,
    headcount: 90,
    favourable: 20,
    favourableShare: 0.5,
    interval: { lower: 0.35, upper: 0.65 },
  };
  const common = { criterionId: 'c', kind: 'confidence' as const, verdict: 'notSureYet' as const };
  const results: CriterionResult[] = [
    { ...common, groupName: 'Nurses', floor: 0.7, reason: { kind: 'released', figures: released } },
    { ...common, floor: 0.6, reason: { kind: 'released', figures: released } },
    { ...common, groupName: 'East', floor: 0.7, reason: { kind: 'heldBack', waveTitle: 'w' } },
    { ...common, groupName: 'West', floor: 0.7, reason: { kind: 'noRelease' } },
    {
      ...common,
      kind: 'response',
      groupName: 'North',
      floor: 0.5,
      reason: { kind: 'response', percent: 40, waveTitle: 'w', releasedAt: usual.releasedAt },
    },
  ];
  const chart = compareCriteria(results);
  expect(chart?.groups.map(({ name, floor }) => [name, floor])).toEqual([
    ['Everyone', 0.6],
    ['Nurses', 0.7],
  ]);
  expect([chart?.tooSmallToShow, chart?.notHeardYet]).toEqual([['East'], ['West']]);
  expect(compareCriteria(results.slice(2))).toBeUndefined();
});

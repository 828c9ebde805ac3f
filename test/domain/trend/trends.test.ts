import { asId, type GroupId } from '../../../src/domain/ids';
import { type Day, dayOf, plusDays } from '../../../src/domain/instant';
import { divergenceOf } from '../../../src/domain/trend/divergence';
import { findDeteriorations } from '../../../src/domain/trend/find-deteriorations';
import { feedsTrends } from '../../../src/domain/trend/question-history';
import { trendOf } from '../../../src/domain/trend/trend';
import { type Cell, firstRelease, historyOf } from './histories';

/** Twelve waves that move by chance alone. */
const usual = [70, 73, 69, 72, 70, 71, 73, 68, 72, 70, 71, 69];
const total = asId<GroupId>('total');
const changeAt = (wave: number) => ({
  on: dayOf(plusDays(firstRelease, 7 * (wave - 1))) as Day,
  what: 'First ward live',
  setBy: 'Programme board',
});
const trend = (cells: readonly Cell[], changes: readonly ReturnType<typeof changeAt>[] = []) =>
  trendOf(historyOf({ total: cells }), total, changes);

describe('a trend', () => {
  it('has no limits and no signals before the twelfth point that is shown', () => {
    const early = trend([...usual.slice(0, 10), 20]);
    expect(early?.points.every(({ limits, signals }) => !limits && signals.length === 0)).toBe(true);
    expect(early?.deterioration).toBeUndefined();
    expect(trend([...usual.slice(0, 11), 'notHeardYet', 'band'])?.points.at(-1)?.limits).toBeUndefined();
    expect(trend(usual)?.points.every(({ limits }) => limits !== undefined)).toBe(true);
  });

  it('is a deterioration where the latest point is below what is usual', () => {
    expect(trend([...usual, 71])?.deterioration).toBeUndefined();
    const fallen = trend([...usual, 50])?.deterioration;
    expect(fallen).toMatchObject({ rules: ['outsideLimits'], points: 13 });
    expect(fallen?.lower).toBeGreaterThan(0.5);
  });

  it('is none any more once the latest point is back, and none upwards', () => {
    expect(trend([...usual, 50, 71])?.deterioration).toBeUndefined();
    expect(trend([...usual, 92])?.deterioration).toBeUndefined();
  });

  it('leaves withheld points open: they have no share, end a run and are not guessed', () => {
    const low = [67, 67, 67, 67, 67, 67, 67];
    expect(trend([...usual, ...low])?.deterioration?.rules).toContain('run');
    const broken = trend([...usual, ...low.slice(0, 3), 'tooSmallToShow', ...low.slice(0, 4)]);
    expect(broken?.deterioration).toBeUndefined();
    expect(broken?.points[15]).toMatchObject({ figures: { label: 'tooSmallToShow' }, signals: [] });
    expect(trend([...usual, 'notHeardYet'])?.deterioration).toBeUndefined();
  });

  it('depends on nothing but the released figures of its own group', () => {
    const others = historyOf({ total: [...usual, 50], 'staffFamily:nursing': [...usual, 'notHeardYet'] });
    expect(trendOf(others, total, [])).toEqual(trend([...usual, 50]));
  });

  it('is unknown for a group that no wave had', () => {
    expect(trendOf(historyOf({ total: usual }), asId('siteGroup:gone'), [])).toBeUndefined();
  });
});

describe('a declared change', () => {
  const lower = usual.map((value) => value - 20);

  it('gives the points after it limits of their own once there are twelve', () => {
    const rebased = trend([...usual, ...lower], [changeAt(13)]);
    expect(rebased?.points[11]?.limits?.mean).toBeCloseTo(0.7067, 3);
    expect(rebased?.points[12]?.limits?.mean).toBeCloseTo(0.5067, 3);
    expect(rebased?.deterioration).toBeUndefined();
    expect(rebased?.changes).toHaveLength(1);
  });

  it('silences nothing before that: the limits from before it still hold', () => {
    expect(trend([...usual, ...lower.slice(0, 5)], [changeAt(13)])?.deterioration?.rules).toEqual([
      'outsideLimits',
    ]);
  });

  it('leaves what came before without limits where there was too little of it', () => {
    const late = trend([40, 41, ...usual], [changeAt(3)]);
    expect(late?.points[1]?.limits).toBeUndefined();
    expect(late?.points[2]?.limits?.mean).toBeCloseTo(0.7067, 3);
  });
});

describe('deteriorations', () => {
  it('are looked for in the total and the one-way margins, not in the atoms', () => {
    const falling = [...usual, 50];
    const history = historyOf({
      'shift:nights': falling,
      'atom:a1': falling,
      'staffFamily:medical': falling,
    });
    expect(findDeteriorations(history, []).map(({ groupId }) => groupId)).toEqual([
      'staffFamily:medical',
      'shift:nights',
    ]);
  });

  it('are said once, of everyone, where the whole falls with most of its groups', () => {
    const falling = [...usual, 50];
    const whole = { total: falling, 'shift:nights': falling, 'staffFamily:medical': falling };
    expect(findDeteriorations(historyOf(whole), []).map(({ groupId }) => groupId)).toEqual(['total']);
  });

  it('are none without a wave', () => {
    expect(findDeteriorations([], [])).toEqual([]);
  });
});

describe('divergence', () => {
  it('is said of the least confident family whose gap to the whole is wider than usual', () => {
    const found = divergenceOf(
      historyOf({ total: [...usual, 71], 'staffFamily:medical': [...usual.map((value) => value - 5), 40] }),
      [],
    );
    expect(found).toMatchObject({ groupId: 'staffFamily:medical', points: 13 });
    expect(found?.gap).toBeCloseTo(0.31, 10);
  });

  it('is not said when everybody falls together', () => {
    const falling = [...usual, 40];
    const history = historyOf({
      total: falling,
      'staffFamily:medical': falling.map((value) => value - 5),
      'staffFamily:nursing': falling.map((value) => value + 5),
    });
    expect(divergenceOf(history, [])).toBeUndefined();
  });

  it('needs twelve waves in which both are shown', () => {
    const medical: Cell[] = [...usual.map((value) => value - 5), 40];
    medical[3] = 'notHeardYet';
    medical[4] = 'notHeardYet';
    expect(
      divergenceOf(historyOf({ total: [...usual, 71], 'staffFamily:medical': medical }), []),
    ).toBeUndefined();
  });
});

describe('feedsTrends', () => {
  it('takes whole groups and shares that the system drew, and no list of names', () => {
    expect(feedsTrends({ kind: 'everyone' })).toBe(true);
    expect(feedsTrends({ kind: 'random', share: 0.2, seed: 'a' })).toBe(true);
    expect(feedsTrends({ kind: 'list', people: [], why: 'They tried it out.' })).toBe(false);
  });
});

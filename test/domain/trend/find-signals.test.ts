import fc from 'fast-check';
import { findSignals, type TrendRule } from '../../../src/domain/trend/find-signals';

/** Thirds of 1, 2 and 3 either side of a mean of 0. */
const limits = { mean: 0, lower: -3, upper: 3 };

/** Which places a rule marks, such as `[3]`; `-` where a value is not shown. */
function places(rule: TrendRule, direction: 'up' | 'down', values: readonly (number | '-')[]): number[] {
  return findSignals(
    values.map((value) => (value === '-' ? undefined : value)),
    limits,
  ).flatMap((signals, at) =>
    signals.some((one) => one.rule === rule && one.direction === direction) ? [at] : [],
  );
}

describe('findSignals', () => {
  it('marks a point beyond a limit, not one on it', () => {
    expect(places('outsideLimits', 'down', [0, -3, -3.01, 3.5])).toEqual([2]);
    expect(places('outsideLimits', 'up', [0, -3, -3.01, 3.5])).toEqual([3]);
  });

  it('marks seven in a row on one side of the mean, and those that follow', () => {
    const side = [-1, -1, -1, -1, -1, -1];
    expect(places('run', 'down', [1, ...side])).toEqual([]);
    expect(places('run', 'down', [1, ...side, -0.1, 1])).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(places('run', 'down', [...side, 0, ...side])).toEqual([]);
    expect(places('run', 'up', [1, 1, 1, 1, 1, 1, 1, 1])).toHaveLength(8);
  });

  it('marks seven in a row that each fall, whichever side of the mean they are on', () => {
    expect(places('trend', 'down', [2, 1.5, 1, 0.5, 0, -0.5])).toEqual([]);
    expect(places('trend', 'down', [2, 1.5, 1, 0.5, 0, -0.5, -1])).toHaveLength(7);
    expect(places('trend', 'down', [2, 1.5, 1, 1, 0, -0.5, -1, -1.5])).toEqual([]);
    expect(places('trend', 'up', [-1, -0.5, 0, 0.5, 1, 1.5, 2])).toHaveLength(7);
  });

  it('marks the two of three that come near a limit, all three on that side', () => {
    expect(places('twoOfThree', 'down', [1, -2.5, -0.5, -2.2, 1])).toEqual([1, 3]);
    expect(places('twoOfThree', 'down', [1, -2.5, 0.5, -2.2, 1])).toEqual([]);
    expect(places('twoOfThree', 'down', [-2.5, -1, -1, -2.5])).toEqual([]);
    expect(places('twoOfThree', 'up', [2.5, 2.5, 1])).toEqual([0, 1]);
  });

  it('lets a gap end every run', () => {
    expect(places('run', 'down', [-1, -1, -1, '-', -1, -1, -1, -1])).toEqual([]);
    expect(places('trend', 'down', [2, 1.5, 1, '-', 0.5, 0, -0.5, -1])).toEqual([]);
    expect(places('twoOfThree', 'down', [-2.5, '-', -2.5])).toEqual([]);
  });

  it('says of a series turned upside down the same, downwards for upwards', () => {
    const values = fc.array(fc.integer({ min: -35, max: 35 }), { maxLength: 30 });
    fc.assert(
      fc.property(values, (all) => {
        const series = all.map((value) => value / 10);
        const turned = findSignals(
          series.map((value) => -value),
          limits,
        );
        const said = (of: typeof turned) => of.map((signals) => signals.map(({ rule }) => rule).sort());
        expect(said(turned)).toEqual(said(findSignals(series, limits)));
      }),
    );
  });
});

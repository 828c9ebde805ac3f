import fc from 'fast-check';
import { processLimits } from '../../../src/domain/trend/process-limits';

/** NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2 "Individuals control charts": flow rate of ten batches. */
const flowRate = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

describe('processLimits', () => {
  it('agrees with a published worked example', () => {
    const { mean, lower, upper } = processLimits(flowRate) ?? { mean: 0, lower: 0, upper: 0 };
    expect(mean).toBeCloseTo(50.81, 10);
    // Published with 3 ÷ 1.128 in place of 2.66: the same to three figures after the point.
    expect(Math.abs(upper - 55.8041)).toBeLessThan(0.001);
    expect(Math.abs(lower - 45.8159)).toBeLessThan(0.001);
  });

  it('takes no range across a gap and fills none in', () => {
    expect(processLimits([1, 2, undefined, 9, 10])).toEqual({
      mean: 5.5,
      lower: 5.5 - 2.66,
      upper: 5.5 + 2.66,
    });
    expect(processLimits([1, undefined, 2, undefined])).toBeUndefined();
    expect(processLimits([])).toBeUndefined();
  });

  it('moves with the series and widens with its scale', () => {
    const values = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: 1, max: 9 }),
        (all, by, scale) => {
          const before = processLimits(all);
          const after = processLimits(all.map((value) => value * scale + by));
          for (const line of ['mean', 'lower', 'upper'] as const) {
            expect(after?.[line]).toBeCloseTo((before?.[line] ?? Number.NaN) * scale + by, 6);
          }
        },
      ),
    );
  });
});

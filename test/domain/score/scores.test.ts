import fc from 'fast-check';
import type { OutsideShares } from '../../../src/domain/disclosure/release';
import { isDontKnowYetHigh } from '../../../src/domain/score/dont-know-yet';
import { meanScore } from '../../../src/domain/score/mean-score';
import { netAgreement } from '../../../src/domain/score/net-agreement';
import { standingOf } from '../../../src/domain/score/standing-of';
import { finitePopulationInterval, wilsonInterval } from '../../../src/domain/score/wilson';

const percent = ({ lower, upper }: { lower: number; upper: number }) =>
  [lower, upper].map((end) => Math.round(end * 10_000) / 100);
const width = ({ lower, upper }: { lower: number; upper: number }) => upper - lower;

/** Favourable, answers, people. */
const counts = fc
  .tuple(fc.integer({ min: 1, max: 3_000 }), fc.nat(5_000), fc.nat(1_000))
  .map(([n, others, perMille]) => [Math.round((n * perMille) / 1_000), n, n + others] as const);

describe('wilsonInterval', () => {
  it('agrees with the published values', () => {
    expect(percent(wilsonInterval(9, 12))).toEqual([46.77, 91.11]);
    expect(percent(wilsonInterval(14, 14))).toEqual([78.47, 100]);
    expect(percent(wilsonInterval(0, 14))).toEqual([0, 21.53]);
  });

  // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
  it.each([
    [81, 263, 25.53, 36.62],
    [15, 148, 6.24, 16.05],
    [0, 20, 0, 16.11],
    [1, 29, 0.61, 17.18],
  ])('agrees with Newcombe for %d of %d', (favourable, n, lower, upper) => {
    expect(percent(wilsonInterval(favourable, n))).toEqual([lower, upper]);
  });

  it('lies between 0 and 1, holds the share, and mirrors when the answers are turned round', () => {
    fc.assert(
      fc.property(counts, ([favourable, n]) => {
        const { lower, upper } = wilsonInterval(favourable, n);
        const mirrored = wilsonInterval(n - favourable, n);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(favourable / n);
        expect(upper).toBeGreaterThanOrEqual(favourable / n);
        expect(mirrored.lower).toBeCloseTo(1 - upper, 12);
      }),
    );
  });

  it('rises with each favourable answer and narrows with more answers of the same share', () => {
    fc.assert(
      fc.property(counts, ([favourable, n]) => {
        const { lower, upper } = wilsonInterval(favourable, n);
        if (favourable < n) {
          const more = wilsonInterval(favourable + 1, n);
          expect(more.lower).toBeGreaterThan(lower);
          expect(more.upper).toBeGreaterThan(upper);
        }
        expect(width(wilsonInterval(2 * favourable, 2 * n))).toBeLessThan(upper - lower);
      }),
    );
  });

  it('refuses what is no count', () => {
    for (const [favourable, n] of [
      [1, 0],
      [3, 2],
      [-1, 4],
      [0.5, 4],
    ] as const) {
      expect(() => wilsonInterval(favourable, n)).toThrow(RangeError);
    }
  });
});

describe('finitePopulationInterval', () => {
  it('ends where the share is as far away as chance takes it in a group of that size', () => {
    fc.assert(
      fc.property(counts, ([favourable, n, people]) => {
        fc.pre(people > n && favourable > 0 && favourable < n);
        const { lower, upper } = finitePopulationInterval(favourable, n, people);
        for (const end of [lower, upper]) {
          const error = Math.sqrt(((end * (1 - end)) / n) * ((people - n) / (people - 1)));
          expect(Math.abs(favourable / n - end)).toBeCloseTo(1.959964 * error, 6);
        }
      }),
    );
  });

  it('is within the plain interval, becomes it in a group without end, and is certain once everybody answered', () => {
    fc.assert(
      fc.property(counts, ([favourable, n, people]) => {
        const plain = wilsonInterval(favourable, n);
        const finite = finitePopulationInterval(favourable, n, people);
        expect(finite.lower).toBeGreaterThanOrEqual(plain.lower - 1e-12);
        expect(finite.upper).toBeLessThanOrEqual(plain.upper + 1e-12);
        const endless = finitePopulationInterval(favourable, n, 1e12);
        expect(endless.lower).toBeCloseTo(plain.lower, 8);
        expect(endless.upper).toBeCloseTo(plain.upper, 8);
        expect(width(finitePopulationInterval(favourable, n, n))).toBe(0);
      }),
    );
  });

  it('refuses more answers than people', () => {
    expect(() => finitePopulationInterval(3, 12, 11)).toThrow(RangeError);
  });
});

describe('net agreement and mean', () => {
  it('keep neutrals in the denominator', () => {
    expect(netAgreement(6, 2, 10)).toBe(40);
    expect(netAgreement(0, 10, 10)).toBe(-100);
    expect(meanScore([0, 0, 0, 0, 7])).toBe(100);
    expect(meanScore([1, 1, 1, 1, 1])).toBe(50);
  });

  it('stay within their scales, and change sign or side when the answers are turned round', () => {
    const fivePoints = fc
      .array(fc.nat(400), { minLength: 5, maxLength: 5 })
      .filter((all) => all.some(Boolean));
    fc.assert(
      fc.property(fivePoints, (all) => {
        const [one = 0, two = 0, three = 0, four = 0, five = 0] = all;
        const n = one + two + three + four + five;
        const net = netAgreement(four + five, one + two, n);
        expect(Math.abs(net)).toBeLessThanOrEqual(100);
        expect(netAgreement(one + two, four + five, n)).toBeCloseTo(-net, 10);
        const mean = meanScore(all);
        expect(mean).toBeGreaterThanOrEqual(0);
        expect(mean).toBeLessThanOrEqual(100);
        expect(meanScore([...all].reverse())).toBeCloseTo(100 - mean, 10);
      }),
    );
  });

  it('refuse what nobody answered', () => {
    expect(() => meanScore([0, 0, 0, 0, 0])).toThrow(RangeError);
    expect(() => netAgreement(0, 0, 0)).toThrow(RangeError);
    expect(() => netAgreement(3, 3, 5)).toThrow(RangeError);
  });
});

describe('standingOf', () => {
  const shown = (favourable: number, n: number) => ({
    figures: {
      label: 'shown' as const,
      n,
      favourable,
      favourableShare: favourable / n,
      interval: wilsonInterval(favourable, n),
    },
  });
  const band = (name: 'atMost20' | 'from20To80' | 'atLeast80', n: number) => ({
    figures: { label: 'band' as const, n, band: name },
  });

  it('is sure only where the whole interval is on one side of the floor', () => {
    expect(standingOf(shown(90, 100), 0.6)).toBe('atOrAboveFloor');
    expect(standingOf(shown(65, 100), 0.6)).toBe('notSureYet');
    expect(standingOf(shown(30, 100), 0.6)).toBe('belowFloor');
    const exactly = wilsonInterval(90, 100).lower;
    expect(standingOf(shown(90, 100), exactly)).toBe('atOrAboveFloor');
  });

  it('tells 9 of 12 from 900 of 1,200 at a floor of 70 %, although both are 75 %', () => {
    expect(standingOf(shown(9, 12), 0.7)).toBe('notSureYet');
    expect(standingOf(shown(900, 1_200), 0.7)).toBe('atOrAboveFloor');
  });

  it('reads a band by its whole width', () => {
    expect(standingOf(band('atMost20', 14), 0.6)).toBe('belowFloor');
    expect(standingOf(band('atMost20', 14), 0.4)).toBe('notSureYet');
    expect(standingOf(band('from20To80', 14), 0.6)).toBe('notSureYet');
    expect(standingOf(band('atLeast80', 100), 0.6)).toBe('atOrAboveFloor');
  });

  it('passes on why nothing is shown', () => {
    expect(standingOf({ figures: { label: 'notHeardYet' } }, 0.6)).toBe('notHeardYet');
    expect(standingOf({ figures: { label: 'tooSmallToShow' } }, 0.6)).toBe('tooSmallToShow');
  });
});

describe('isDontKnowYetHigh', () => {
  const withOutside = (outside: OutsideShares) =>
    isDontKnowYetHigh({ label: 'band', n: 40, band: 'from20To80', outside });

  it('begins above 30 % who do not know yet, whatever is not their area', () => {
    expect(withOutside({ kind: 'each', dontKnowYet: 0.3, notMyArea: 0.6 })).toBe(false);
    expect(withOutside({ kind: 'each', dontKnowYet: 0.301, notMyArea: 0 })).toBe(true);
  });

  it('takes the joint share where the two may not be told apart, and says nothing where none is shown', () => {
    expect(withOutside({ kind: 'together', dontKnowYetOrNotMyArea: 0.31 })).toBe(true);
    expect(isDontKnowYetHigh({ label: 'band', n: 40, band: 'from20To80' })).toBe(false);
    expect(isDontKnowYetHigh({ label: 'notHeardYet' })).toBe(false);
  });
});

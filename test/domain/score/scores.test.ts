import { meanScore } from '../../../src/domain/score/mean-score';
import { netAgreement } from '../../../src/domain/score/net-agreement';
import { standingOf } from '../../../src/domain/score/standing-of';
import { wilsonInterval } from '../../../src/domain/score/wilson';

const percent = ({ lower, upper }: { lower: number; upper: number }) =>
  [lower, upper].map((end) => Math.round(end * 10_000) / 100);

describe('wilsonInterval', () => {
  it('agrees with the published values', () => {
    expect(percent(wilsonInterval(9, 12))).toEqual([46.77, 91.11]);
    expect(percent(wilsonInterval(14, 14))).toEqual([78.47, 100]);
    expect(percent(wilsonInterval(0, 14))).toEqual([0, 21.53]);
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

describe('net agreement and mean', () => {
  it('keep neutrals in the denominator', () => {
    expect(netAgreement(6, 2, 10)).toBe(40);
    expect(netAgreement(0, 10, 10)).toBe(-100);
    expect(meanScore([0, 0, 0, 0, 7])).toBe(100);
    expect(meanScore([1, 1, 1, 1, 1])).toBe(50);
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

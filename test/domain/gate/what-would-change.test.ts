import fc from 'fast-check';
import { changeOfShare, favourableNeeded, viewsNeeded } from '../../../src/domain/gate/what-would-change';
import { asId } from '../../../src/domain/ids';
import { standingOf } from '../../../src/domain/score/standing-of';
import { wilsonInterval, wilsonOfShare } from '../../../src/domain/score/wilson';
import { noon, rowOf, shown } from './gates';

const group = fc.record({
  n: fc.integer({ min: 11, max: 3000 }),
  floor: fc.integer({ min: 1, max: 95 }).map((percent) => percent / 100),
});

test('with so many favourable the group stands at the floor, with one fewer it does not', () => {
  fc.assert(
    fc.property(group, ({ n, floor }) => {
      const needed = favourableNeeded(n, floor);
      if (needed === undefined) {
        expect(wilsonInterval(n - 2, n).lower).toBeLessThan(floor);
        return;
      }
      const standing = (favourable: number) =>
        standingOf(rowOf('g', [], { figures: shown(favourable, n) }), floor);
      expect(standing(needed)).toBe('atOrAboveFloor');
      if (needed > 2) expect(standing(needed - 1)).not.toBe('atOrAboveFloor');
    }),
  );
});

test('with so many views at the same share it stands at the floor, with one fewer it does not', () => {
  fc.assert(
    fc.property(group, fc.double({ min: 0, max: 1, noNaN: true }), ({ n, floor }, share) => {
      const views = viewsNeeded(share, floor, n, 5000);
      if (views === undefined) return;
      expect(wilsonOfShare(share, views).lower).toBeGreaterThanOrEqual(floor);
      if (views > n) expect(wilsonOfShare(share, views - 1).lower).toBeLessThan(floor);
    }),
  );
});

test('asks for more views where so few could never meet the floor, and never for more than there are people', () => {
  const figures = {
    waveId: asId<Parameters<typeof changeOfShare>[0]['waveId']>('w'),
    waveTitle: 'Ready 3',
    releasedAt: noon('2027-01-05'),
    questionKind: 'confidence' as const,
    n: 12,
    headcount: 60,
    favourable: 9,
    favourableShare: 0.75,
  };
  expect(changeOfShare(figures, 0.7)).toEqual({ kind: 'views', needed: 21, now: 12 });
  expect(changeOfShare({ ...figures, headcount: 20 }, 0.7)).toEqual({ kind: 'notYetPossible' });
  expect(changeOfShare({ ...figures, n: 200, favourable: 145, headcount: 800 }, 0.7)).toMatchObject({
    kind: 'favourable',
    of: 200,
    now: 145,
  });
});

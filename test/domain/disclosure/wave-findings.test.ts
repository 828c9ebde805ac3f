import { groupsBelowFloor, notHeard } from '../../../src/domain/disclosure/wave-findings';
import { leastConfident } from '../../../src/domain/score/least-confident';
import { releaseOf } from './waves';

/** 80, 50 and 15 % favourable of 100; the middle one is not surely below a floor of 60 %. */
const high = { headcount: 200, answers: [5, 5, 10, 40, 40] };
const middle = { headcount: 200, answers: [20, 20, 5, 30, 25] };
const low = { headcount: 200, answers: [40, 40, 5, 10, 5] };

const below = async (sites: Parameters<typeof releaseOf>[0]) =>
  groupsBelowFloor(await releaseOf(sites)).map(({ groupId }) => groupId);

describe('groupsBelowFloor', () => {
  it('names nobody when nobody is surely below', async () => {
    expect(
      await below([
        [high, high],
        [high, middle],
      ]),
    ).toEqual([]);
  });

  it('names the one group in trouble, not the margins it pulls down', async () => {
    const three = [high, high, high];
    expect(await below([[high, high, low], three])).toEqual(['atom:s0.f2']);
  });

  it('names a site once where most of its groups are in trouble', async () => {
    expect(
      await below([
        [low, low, low],
        [high, high, high],
        [high, high, high],
      ]),
    ).toEqual(['siteGroup:s0']);
  });

  it('names a staff family once where most of it is in trouble', async () => {
    expect(
      await below([
        [low, high, high],
        [low, high, high],
        [low, high, high],
      ]),
    ).toEqual(['staffFamily:f0']);
  });

  it('names everybody in one line where most groups are in trouble', async () => {
    expect(
      await below([
        [low, low],
        [low, high],
      ]),
    ).toEqual(['total']);
  });

  it('names a margin whose groups are too few to be sure of one by one', async () => {
    const few = { headcount: 60, answers: [4, 5, 2, 5, 4] };
    expect(
      await below([
        [few, few, few, few],
        [high, high, high, high],
      ]),
    ).toEqual(['siteGroup:s0']);
  });
});

describe('who has not been heard, and who is least confident', () => {
  it('lists the silent groups, the largest first', async () => {
    const release = await releaseOf([
      [high, { headcount: 30, answers: [2] }],
      [{ headcount: 90, answers: [3, 2, 2] }, high],
    ]);
    expect(notHeard(release).map(({ groupId }) => groupId)).toEqual(['atom:s1.f0', 'atom:s0.f1']);
  });

  it('picks the lowest share or band that is shown, of the smallest group', async () => {
    const table = async (sites: Parameters<typeof releaseOf>[0]) =>
      (await releaseOf(sites)).tables[0] ?? { rows: [] };
    expect(
      leastConfident(
        await table([
          [high, low],
          [high, high],
        ]),
      )?.groupId,
    ).toBe('atom:s0.f1');
    const unanimous = { headcount: 30, answers: [10, 4] };
    expect(
      leastConfident(
        await table([
          [high, low],
          [high, unanimous],
        ]),
      )?.groupId,
    ).toBe('atom:s1.f1');
    expect(leastConfident(await table([[{ headcount: 30, answers: [2] }]]))).toBeUndefined();
  });
});

import type { Figures, GroupKind, GroupRow } from '../../../src/domain/disclosure/release';
import { asId } from '../../../src/domain/ids';
import type { DeclaredHeadcount } from '../../../src/domain/programme/programme';
import type { Audience } from '../../../src/domain/pulse/question';
import { wilsonInterval } from '../../../src/domain/score/wilson';
import { reasonsInShort, representativenessOf } from '../../../src/domain/silence/representativeness';
import { type AskedOf, responseByGroup } from '../../../src/domain/silence/response-by-group';

function rowOf(
  groupId: string,
  headcount: number,
  response: number | 'notHeardYet' | 'tooSmallToShow',
): GroupRow {
  const n = typeof response === 'number' ? Math.max(1, Math.round((headcount * response) / 100)) : 0;
  const figures: Figures =
    typeof response === 'number'
      ? { label: 'shown', n, favourable: n, favourableShare: 1, interval: wilsonInterval(n, n) }
      : { label: response };
  return {
    groupId: asId(groupId),
    kind: groupId.split(':')[0] as GroupKind,
    name: `Name of ${groupId}`,
    atomIds: [],
    headcount,
    figures,
    ...(typeof response === 'number' ? { responsePercent: Math.round(response / 5) * 5 } : {}),
    isBelowFloor: false,
  };
}

const declared = (group: Partial<DeclaredHeadcount>): DeclaredHeadcount => ({
  count: 100,
  source: 'Staff record',
  asOf: '2026-03-31' as DeclaredHeadcount['asOf'],
  ...group,
});
const asked = (
  headcounts: readonly DeclaredHeadcount[] = [],
  audience: Audience = { kind: 'everyone' },
): AskedOf => ({
  headcounts,
  audience,
  frame: { atoms: [], siteGroups: [{ id: 'west', name: 'Western community' }] },
});
const whole = rowOf('total', 1_000, 45);
const reasonsOf = (rows: readonly GroupRow[], of = whole, askedOf = asked()) => {
  const found = representativenessOf(of, { rows }, askedOf);
  return found && [found.isRepresentative, reasonsInShort(found.reasons)];
};

describe('responseByGroup', () => {
  it('sets the people asked beside the people counted, of merged groups only where all are counted', () => {
    const rows = [
      whole,
      rowOf('siteGroup:north~south', 300, 40),
      rowOf('staffFamily:medical~nursing', 500, 50),
    ];
    const headcounts = [
      declared({ count: 1_180 }),
      declared({ siteGroup: 'north', count: 150 }),
      declared({ siteGroup: 'south', count: 250 }),
      declared({ staffFamily: 'medical', count: 160 }),
    ];
    expect(responseByGroup({ rows }, asked(headcounts)).map((one) => one.declared)).toEqual([
      1_180,
      400,
      undefined,
    ]);
  });

  it('shows a declared group of whom nobody was ever imported', () => {
    const rows = [whole, rowOf('siteGroup:north', 1_000, 45)];
    expect(responseByGroup({ rows }, asked([declared({ siteGroup: 'west', count: 90 })])).at(-1)).toEqual({
      groupId: 'siteGroup:west',
      kind: 'siteGroup',
      name: 'Western community',
      headcount: 0,
      declared: 90,
    });
  });

  it('expects of a drawn share only its part of the people counted', () => {
    const drawn = asked([declared({ count: 4_001 })], { kind: 'random', share: 0.25, seed: 's' });
    expect(responseByGroup({ rows: [whole] }, drawn)[0]?.declared).toBe(1_001);
  });

  it('tells no response that is withheld, and no areas, cohorts or atoms', () => {
    const rows = [
      rowOf('shift:nights', 60, 'notHeardYet'),
      rowOf('area:ed', 60, 40),
      rowOf('atom:a', 60, 40),
    ];
    expect(responseByGroup({ rows }, asked())).toEqual([
      {
        groupId: 'shift:nights',
        kind: 'shift',
        name: 'Name of shift:nights',
        headcount: 60,
        withheld: 'notHeardYet',
      },
    ]);
  });
});

describe('representativeness', () => {
  it('is lost under a response of 30 %, for the whole and for a group', () => {
    expect(reasonsOf([whole])).toEqual([true, '']);
    const quiet = rowOf('atom:a', 100, 26);
    expect(reasonsOf([whole, quiet], quiet)).toEqual([false, 'lowResponse']);
    const thirty = rowOf('atom:a', 100, 30);
    expect(reasonsOf([whole, thirty], thirty)).toEqual([true, '']);
  });

  it('is lost by the whole when a group that weighs answers 20 points less or more, or is not heard', () => {
    expect(reasonsOf([whole, rowOf('shift:nights', 200, 25)])).toEqual([
      false,
      'unevenResponse shift:nights',
    ]);
    expect(reasonsOf([whole, rowOf('staffFamily:medical', 200, 65)])).toEqual([
      false,
      'unevenResponse staffFamily:medical',
    ]);
    expect(reasonsOf([whole, rowOf('shift:nights', 200, 30)])).toEqual([true, '']);
    expect(reasonsOf([whole, rowOf('shift:nights', 90, 5)])).toEqual([true, '']);
    expect(reasonsOf([whole, rowOf('employment:bank', 100, 'notHeardYet')])).toEqual([
      false,
      'notHeard employment:bank',
    ]);
  });

  it('is lost where fewer than four in five of the people counted were on the list', () => {
    expect(reasonsOf([whole], whole, asked([declared({ count: 1_250 })]))).toEqual([true, '']);
    expect(reasonsOf([whole], whole, asked([declared({ count: 1_251 })]))).toEqual([
      false,
      'notListed total',
    ]);
    const rows = [whole, rowOf('siteGroup:north', 400, 45)];
    expect(reasonsOf(rows, whole, asked([declared({ siteGroup: 'west', count: 20 })]))).toEqual([
      false,
      'notListed siteGroup:west',
    ]);
  });

  it('says nothing of a response that is withheld, nor of a group without a figure', () => {
    const held = rowOf('siteGroup:north', 400, 'tooSmallToShow');
    expect(reasonsOf([whole, held])).toEqual([true, '']);
    expect(reasonsOf([whole, held], held)).toBeUndefined();
  });
});

/** Waves of the demo's shape whose staff answer by chance, as counts: what the verdicts make of a known truth. */

import { type Random, seededRandom } from '../../../src/cli/demo/seeded-random';
import { families, siteGroups } from '../../../src/cli/demo/synthetic-shape';
import { bandOf, isNearlyUnanimous } from '../../../src/domain/disclosure/band';
import { buildFrame } from '../../../src/domain/disclosure/build-frame';
import { computeRelease } from '../../../src/domain/disclosure/compute-release';
import type { Figures, GroupKind, GroupRow, Release } from '../../../src/domain/disclosure/release';
import { asId, type QuestionId } from '../../../src/domain/ids';
import { instantOf } from '../../../src/domain/instant';
import { standingOf } from '../../../src/domain/score/standing-of';
import { wilsonInterval } from '../../../src/domain/score/wilson';
import { solve } from '../../support/solver';

export const minimumGroupSize = 11;
export const floor = 0.7;
const response = 0.35;
/** Of those who are not favourable, as in the demo: the others are neutral. */
const unfavourableOfRest = 0.58;

export interface CountedAtom {
  readonly siteGroup: string;
  readonly staffFamily: string;
  readonly headcount: number;
  readonly n: number;
  readonly favourable: number;
  readonly unfavourable: number;
}

const headcounts = siteGroups.flatMap((siteGroup, place) =>
  families.map(({ id, spread, groups }) => ({
    siteGroup: siteGroup.id,
    staffFamily: id,
    headcount: Math.round(groups.reduce((sum, { people }) => sum + people, 0) * (spread[place] ?? 0)),
  })),
);

/** One wave at 35 % response. `truth`: how many of a staff family are favourable in truth, 0 to 1. */
export function countedWave(seed: string, truth: (staffFamily: string) => number): readonly CountedAtom[] {
  const random = seededRandom(seed);
  return headcounts.map((atom) => {
    const n = drawn(random, atom.headcount, response);
    const favourable = drawn(random, n, truth(atom.staffFamily));
    return { ...atom, n, favourable, unfavourable: drawn(random, n - favourable, unfavourableOfRest) };
  });
}

/** How many of so many, by one number from 0 to 1 (inversion of the binomial distribution). */
function drawn(random: Random, of: number, chance: number): number {
  let left = random();
  let probability = (1 - chance) ** of;
  for (let count = 0; count < of; count += 1) {
    if (left < probability) return count;
    left -= probability;
    probability *= ((of - count) * chance) / ((count + 1) * (1 - chance));
  }
  return of;
}

/** The same wave as the bot would release it. */
export function releaseOfWave(atoms: readonly CountedAtom[]): Promise<Release> {
  const frame = buildFrame({ cells: atoms, siteGroups, staffFamilies: families, minimumGroupSize });
  const questionId = asId<QuestionId>('confident');
  return computeRelease(
    {
      wave: {
        waveId: asId('w1'),
        programmeId: asId('programme'),
        pulseId: asId('pulse'),
        title: 'Pulse 1',
        questions: [{ id: questionId, kind: 'confidence', text: 'How confident are you?' }],
        frame,
        minimumGroupSize,
        confidenceFloor: floor,
      },
      tallies: atoms.map((atom) => ({
        atomId: asId(atomIdOf(atom)),
        questionId,
        counts: {
          point2: atom.unfavourable,
          point3: atom.n - atom.favourable - atom.unfavourable,
          point4: atom.favourable,
        },
      })),
      releasedAt: instantOf(0),
    },
    solve,
  );
}

/** Every row of a first question's table, with nothing withheld but what has too few answers: a release shows these rows or
 * fewer, so whatever it raises is raised here too. */
export function rowsOf(atoms: readonly CountedAtom[]): readonly GroupRow[] {
  const margin = (kind: 'siteGroup' | 'staffFamily') =>
    [...new Set(atoms.map((atom) => atom[kind]))].map((id) =>
      rowOf(
        kind,
        `${kind}:${id}`,
        atoms.filter((atom) => atom[kind] === id),
      ),
    );
  return [
    rowOf('total', 'total', atoms),
    ...margin('siteGroup'),
    ...margin('staffFamily'),
    ...atoms.map((atom) => rowOf('atom', `atom:${atomIdOf(atom)}`, [atom])),
  ];
}

export const atomIdOf = ({ siteGroup, staffFamily }: CountedAtom) => `${siteGroup}.${staffFamily}`;

function rowOf(kind: GroupKind, groupId: string, members: readonly CountedAtom[]): GroupRow {
  const sum = (of: (atom: CountedAtom) => number) => members.reduce((total, atom) => total + of(atom), 0);
  const figures = figuresOf({
    n: sum((atom) => atom.n),
    favourable: sum((atom) => atom.favourable),
    unfavourable: sum((atom) => atom.unfavourable),
  });
  return {
    groupId: asId(groupId),
    kind,
    name: groupId,
    atomIds: members.map((atom) => asId(atomIdOf(atom))),
    headcount: sum((atom) => atom.headcount),
    figures,
    isBelowFloor: standingOf({ figures }, floor) === 'belowFloor',
  };
}

function figuresOf(counts: Pick<CountedAtom, 'n' | 'favourable' | 'unfavourable'>): Figures {
  const { n, favourable } = counts;
  if (n < minimumGroupSize) return { label: 'notHeardYet' };
  if (isNearlyUnanimous(counts as Parameters<typeof isNearlyUnanimous>[0])) {
    return { label: 'band', n, band: bandOf({ n, favourable }) };
  }
  return {
    label: 'shown',
    n,
    favourable,
    favourableShare: favourable / n,
    interval: wilsonInterval(favourable, n),
  };
}

/** The demo's people: every family spread over the site groups as its shape says, everything else by seeded chance. */

import { dayOf, type Instant, plusDays } from '../../domain/instant';
import type { PersonRow } from '../../domain/programme/person-row';
import { pick, type Random, seededRandom } from './seeded-random';
import { syntheticName } from './synthetic-name';
import { families, type ShapeFamily, type ShapeStaffGroup, siteGroups, sites } from './synthetic-shape';

/** `today` as an instant: training days lie in the two months before it. */
export function syntheticPeople(seed: string, today: Instant): PersonRow[] {
  const random = seededRandom(`people:${seed}`);
  const rows: PersonRow[] = [];
  for (const family of families) {
    for (const group of family.groups) {
      for (const [index, count] of apportion(group.people, family.spread).entries()) {
        for (let person = 0; person < count; person += 1) {
          rows.push(rowOf({ random, today, family, group, siteGroupIndex: index, number: rows.length + 1 }));
        }
      }
    }
  }
  return rows;
}

interface Place {
  readonly random: Random;
  readonly today: Instant;
  readonly family: ShapeFamily;
  readonly group: ShapeStaffGroup;
  readonly siteGroupIndex: number;
  readonly number: number;
}

function rowOf({ random, today, family, group, siteGroupIndex, number }: Place): PersonRow {
  const siteGroup = siteGroups[siteGroupIndex]?.id ?? '';
  const site = pick(
    random,
    sites.filter((candidate) => candidate.siteGroup === siteGroup),
  );
  const isHospital = siteGroupIndex < 2;
  const dayBefore = () => dayOf(plusDays(today, -1 - Math.floor(random() * 60)));
  const isTrained = random() < (isHospital ? 0.58 : 0.41);
  const isTested = isTrained && random() < 0.7;
  return {
    aadObjectId: directoryIdOf(number),
    displayName: syntheticName(random),
    staffGroup: group.id,
    site: site.odsCode,
    area: isHospital ? pick(random, family.areas) : 'Community services',
    cohort: site.cohort,
    shift: pick(random, ['days', 'nights', 'rotating', 'unknown'], family.shifts),
    employment:
      group.id === 'students'
        ? 'student'
        : pick(random, ['substantive', 'bank', 'agency', 'honorary'], [0.88, 0.08, 0.03, 0.01]),
    trainedOn: isTrained ? dayBefore() : '',
    worksFirstFortnight: random() < 0.72 ? 'yes' : 'no',
    accessTestedOn: isTested ? dayBefore() : '',
  };
}

/** Recognisable as nobody's. */
function directoryIdOf(number: number): string {
  return `5e7c0de0-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Whole numbers that add up to `total`, each as near to its share as can be (largest remainder). */
function apportion(total: number, shares: readonly number[]): number[] {
  const exact = shares.map((share) => share * total);
  const counts = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder);
  const left = total - counts.reduce((sum, count) => sum + count, 0);
  for (const { index } of byRemainder.slice(0, left)) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}

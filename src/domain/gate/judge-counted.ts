/** The verdict on training and access: counted from people, so that chance plays no part. */

import type { PeopleCounts } from './count-people';
import type { AccessCriterion, TrainingCriterion } from './gate-definition';
import type { Judged } from './judge-released';
import type { CountedShare, PeopleColumn } from './verdict';

/** Met when both shares reach the floor: of all users, and of those who work in the first fortnight. No figure of fewer
 * than k people is given, nor of the fewer than k who would be left between the two. */
export function judgeTraining(
  { id, floor }: TrainingCriterion,
  counts: PeopleCounts,
  minimum: number,
): Judged {
  const count = counts.byCriterion[id];
  if (counts.missing.includes('trained_on')) return missing('trained_on');
  if (counts.missing.includes('works_first_fortnight') || !count) return missing('works_first_fortnight');
  const { trained: all, trainedOfFirstFortnight: firstFortnight } = count;
  if (all.of < minimum) return tooFew(minimum, 'group');
  if (firstFortnight.of === 0) return missing('works_first_fortnight');
  if (firstFortnight.of < minimum) return tooFew(minimum, 'firstFortnight');
  const others = all.of - firstFortnight.of;
  const shown = others === 0 || others >= minimum ? { firstFortnight } : {};
  const reason = { kind: 'training', all, ...shown } as const;
  if (reaches(all, floor) && reaches(firstFortnight, floor)) return { verdict: 'met', reason };
  const more = shown.firstFortnight ? { firstFortnight: shortOf(firstFortnight, floor) } : {};
  return { verdict: 'notMet', reason, change: { kind: 'people', all: shortOf(all, floor), ...more } };
}

export function judgeAccess({ id, floor }: AccessCriterion, counts: PeopleCounts, minimum: number): Judged {
  const count = counts.byCriterion[id];
  if (counts.missing.includes('access_tested_on') || !count) return missing('access_tested_on');
  const { accessTested: all } = count;
  if (all.of < minimum) return tooFew(minimum, 'group');
  const reason = { kind: 'accessTested', all } as const;
  if (reaches(all, floor)) return { verdict: 'met', reason };
  return { verdict: 'notMet', reason, change: { kind: 'people', all: shortOf(all, floor) } };
}

const reaches = ({ counted, of }: CountedShare, floor: number) => counted / of >= floor;

/** How many more people it takes; 0 where it is reached. */
function shortOf({ counted, of }: CountedShare, floor: number): number {
  let needed = Math.floor(floor * of);
  while (!reaches({ counted: needed, of }, floor)) needed += 1;
  return Math.max(0, needed - counted);
}

function missing(column: PeopleColumn): Judged {
  return {
    verdict: 'notHeardYet',
    reason: { kind: 'missingColumn', column },
    change: { kind: 'column', column },
  };
}

function tooFew(minimum: number, who: 'group' | 'firstFortnight'): Judged {
  return {
    verdict: 'tooSmallToShow',
    reason: { kind: 'fewPeople', minimum, who },
    change: { kind: 'assurance' },
  };
}

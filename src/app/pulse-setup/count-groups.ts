/** How many people there are in each group that an audience may name, and how many an audience holds. */

import type { Named, Programme } from '../../domain/programme/programme';
import type { CountedAudience, CountedGroup } from '../../domain/pulse/chat-pulse';
import type { Audience } from '../../domain/pulse/question';
import { selectAudience } from '../../domain/pulse/select-audience';
import { readCandidates } from '../audience/read-candidates';
import type { AppContext } from '../context';

/** Reads every person of the programme. */
export async function countGroups(
  { store }: Pick<AppContext, 'store'>,
  programme: Programme,
  audience: Audience,
): Promise<CountedAudience> {
  const candidates = await readCandidates(store, programme);
  const countIn = (
    declared: readonly Named[],
    groupOf: (one: (typeof candidates)[number]) => string | undefined,
  ) => {
    const counts = new Map<string, number>();
    for (const candidate of candidates) {
      const id = groupOf(candidate);
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return declared.map(({ id, name }): CountedGroup => ({ id, name, people: counts.get(id) ?? 0 }));
  };
  const cohorts = [...new Set(candidates.flatMap(({ person }) => person.cohort ?? []))].sort();
  return {
    siteGroups: countIn(programme.siteGroups, ({ cell }) => cell.siteGroup),
    staffFamilies: countIn(programme.staffFamilies, ({ cell }) => cell.staffFamily),
    cohorts: countIn(
      cohorts.map((name) => ({ id: name, name })),
      ({ person }) => person.cohort,
    ),
    people: candidates.length,
    asked: selectAudience(programme, candidates, audience).asked.length,
  };
}

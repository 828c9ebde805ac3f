/** How many people there are in each group that an audience may name, and how many an audience holds. */

import { canonicalJson } from '../../domain/canonical-json';
import type { Named, Programme } from '../../domain/programme/programme';
import type { CountedAudience, CountedGroup } from '../../domain/pulse/chat-pulse';
import type { Audience } from '../../domain/pulse/question';
import { candidatesOf } from '../audience/candidates-of';
import { PeopleAsked } from '../audience/people-asked';
import type { AppContext } from '../context';
import { KeptForAMinute } from '../kept-for-a-minute';

const kept = new KeptForAMinute<CountedAudience>();

/** Reads every person of the programme, and keeps what came of it for a minute. */
export function countGroups(
  context: Pick<AppContext, 'store' | 'clock'>,
  programme: Programme,
  audience: Audience,
): Promise<CountedAudience> {
  const key = canonicalJson([programme.id, audience]);
  return kept.get(context, key, () => count(context, programme, audience));
}

async function count(
  { store }: Pick<AppContext, 'store'>,
  programme: Programme,
  audience: Audience,
): Promise<CountedAudience> {
  const people = new PeopleAsked(() => candidatesOf(store, programme), programme, audience);
  await people.count();
  const { everybody, asked } = people;
  const countIn = (declared: readonly Named[], part: 'siteGroup' | 'staffFamily') =>
    declared.map(({ id, name }): CountedGroup => {
      const cells = everybody.cells.filter((cell) => cell[part] === id);
      return { id, name, people: cells.reduce((sum, { headcount }) => sum + headcount, 0) };
    });
  const cohorts = [...everybody.of('cohort')].map(([name, count]) => ({ id: name, name, people: count }));
  return {
    siteGroups: countIn(programme.siteGroups, 'siteGroup'),
    staffFamilies: countIn(programme.staffFamilies, 'staffFamily'),
    cohorts: cohorts.sort((a, b) => (a.name < b.name ? -1 : 1)),
    people: everybody.people,
    asked: asked.people,
  };
}

/** Who of a programme's role holders is there, and who is away. */

import { localDay } from '../../domain/calendar/local-time';
import type { OrganisationId, PersonId } from '../../domain/ids';
import type { Programme, Role } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { isAway, organisationIn } from './absence';
import { holdersOf } from './role-holders';

/** For which organisation a person is in a programme: a role holder whom no file names is of the first. */
export async function organisationOf(
  context: Pick<AppContext, 'store'>,
  programme: Programme,
  personId: PersonId,
): Promise<OrganisationId | undefined> {
  return (await organisationIn(context, programme.id, personId)) ?? programme.organisations[0]?.odsCode;
}

export async function isAwayIn(
  context: Pick<AppContext, 'store' | 'clock'>,
  programme: Programme,
  personId: PersonId,
): Promise<boolean> {
  const organisationId = await organisationOf(context, programme, personId);
  const today = localDay(context.clock.now(), programme.timeZone);
  return organisationId !== undefined && isAway(context, personId, organisationId, today);
}

export async function presentOf(
  context: Pick<AppContext, 'store' | 'clock'>,
  programme: Programme,
  people: readonly PersonId[],
): Promise<readonly PersonId[]> {
  const away = await Promise.all(people.map((personId) => isAwayIn(context, programme, personId)));
  return people.filter((_one, index) => !away[index]);
}

export function presentHolders(
  context: Pick<AppContext, 'store' | 'clock' | 'keys'>,
  programme: Programme,
  held: readonly Role[],
): Promise<readonly PersonId[]> {
  const people = holdersOf(context.keys, programme, held).map(({ personId }) => personId);
  return presentOf(context, programme, [...new Set(people)]);
}

/** Finds out who can be asked about an escalation now: who holds its steps, and who of them is away. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { localDay } from '../../domain/calendar/local-time';
import type { Asking } from '../../domain/escalation/chain';
import type { Asked, Escalation } from '../../domain/escalation/escalation';
import type { Roster } from '../../domain/escalation/roster';
import { type ChainStep, stepsOf } from '../../domain/escalation/steps-of';
import type { PersonId } from '../../domain/ids';
import { decidingRoles } from '../../domain/programme/held-roles';
import { type Programme, type RoleHolder, roles } from '../../domain/programme/programme';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { isAway, organisationIn } from '../people/absence';
import { type Holder, holdersOf } from '../people/role-holders';
import type { Keys } from '../ports/keys';

type Ports = Pick<AppContext, 'store' | 'keys' | 'clock'>;

/** What the chain's rules need to know about now. The steps are those of the escalation's own policy; who holds them is
 * looked up in the programme as it is. */
export async function askingNow(
  context: Ports,
  programme: Programme,
  escalation: Pick<Escalation, 'source' | 'policy' | 'category'>,
): Promise<Asking> {
  const now = context.clock.now();
  const roster = await rosterOf(context, programme, escalation, now);
  return { roster, calendar: calendarOf(programme), now };
}

async function rosterOf(
  context: Ports,
  programme: Programme,
  { source, policy, category }: Pick<Escalation, 'source' | 'policy' | 'category'>,
  now: Asking['now'],
): Promise<Roster> {
  const { keys } = context;
  const all = holdersOf(keys, programme, roles);
  const holders = new Set(all.map(({ personId }) => personId));
  const rungs = stepsOf(policy).map((step) => ({ step, people: peopleOf(keys, programme, all, step) }));
  const deputies = askedOf(holdersOf(keys, programme, ['deputySro']));
  const asked = new Set([...rungs.flatMap(({ people }) => people), ...deputies].map((one) => one.personId));
  const sponsors = (policy.sponsors ?? [])
    .filter((sponsor) => sponsor.category === category)
    .map(({ aadObjectId }) => keys.personIdOf(programme.tenantId, aadObjectId))
    .filter((personId) => holders.has(personId));
  // A gate that nobody decides is for the lead to know.
  const leads = source.kind === 'gate' ? holdersOf(keys, programme, leadRoles) : [];
  const copied = [...sponsors, ...leads.map(({ personId }) => personId)];
  const away = await awayOf(context, programme, [...asked], now);
  return { rungs, deputies, holders, away, copied: [...new Set(copied)] };
}

/** Those who have left are asked nothing; the board's contact is whoever it is now. */
function peopleOf(
  keys: Keys,
  programme: Programme,
  all: readonly Holder[],
  step: ChainStep,
): readonly Asked[] {
  if ('role' in step.who) {
    const { role } = step.who;
    return (programme.roles[role] ?? []).map((holder) => ({ personId: idOf(keys, programme, holder), role }));
  }
  const current = step.isBoard ? programme.escalationPolicy.board : undefined;
  const personId = idOf(keys, programme, current ?? step.who.person);
  const role = decidingRoles.find((one) =>
    all.some((holder) => holder.personId === personId && holder.role === one),
  );
  return role ? [{ personId, role }] : [];
}

function idOf(keys: Keys, { tenantId }: Programme, { aadObjectId }: RoleHolder): PersonId {
  return keys.personIdOf(tenantId, aadObjectId);
}

function askedOf(holders: readonly Holder[]): readonly Asked[] {
  return holders.map(({ personId, role }) => ({ personId, role }));
}

async function awayOf(
  context: Ports,
  programme: Programme,
  people: readonly PersonId[],
  now: Asking['now'],
): Promise<ReadonlySet<PersonId>> {
  const today = localDay(now, programme.timeZone);
  const first = programme.organisations[0]?.odsCode;
  const looked = await Promise.all(
    people.map(async (personId) => {
      const organisationId = (await organisationIn(context, programme.id, personId)) ?? first;
      return organisationId && (await isAway(context, personId, organisationId, today)) ? [personId] : [];
    }),
  );
  return new Set(looked.flat());
}

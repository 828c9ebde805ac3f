/** Lets what waits for somebody who is away wait for somebody who is there. */

import { localDay } from '../../domain/calendar/local-time';
import { resettle } from '../../domain/escalation/chain';
import { askDeputies } from '../../domain/gate/ask-gate';
import { asId, type EscalationId, type GateId, type OrganisationId, type PersonId } from '../../domain/ids';
import { type Programme, type Role, roles } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import type { WaitingItem } from '../desk/waiting-item';
import { isAway, organisationIn } from '../people/absence';
import { holdersOf } from '../people/role-holders';
import { changeRecord, readRecord } from '../records';
import { changeChain } from './change-escalation';

/** Asks somebody else where nobody else was asked. @returns who beside this person can decide it now, by name. */
export async function handOverWaiting(
  context: AppContext,
  programme: Programme,
  item: WaitingItem,
  personId: PersonId,
): Promise<readonly string[]> {
  const people =
    item.kind === 'gate'
      ? await askAboutGate(context, programme, asId(item.id))
      : await askAboutEscalation(context, programme, asId(item.id));
  return namesOf(
    context,
    programme,
    people.filter((one) => one !== personId),
  );
}

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

async function askAboutEscalation(
  context: AppContext,
  programme: Programme,
  escalationId: EscalationId,
): Promise<readonly PersonId[]> {
  const place = { programmeId: programme.id, escalationId };
  const changed = await changeChain(context, place, (current, asking) => {
    const next = resettle(current, asking);
    return next ? { outcome: 'askedOthers', next } : { outcome: 'stays' };
  });
  const asked = changed.outcome === 'noSuchEscalation' ? [] : (changed.escalation.assignment?.asked ?? []);
  return presentOf(
    context,
    programme,
    asked.map(({ personId }) => personId),
  );
}

/** Where nobody of those asked is there, the deputies are asked as well. @returns who can decide it and is there. */
export async function askAboutGate(
  context: AppContext,
  programme: Programme,
  gateId: GateId,
): Promise<readonly PersonId[]> {
  const { store, clock } = context;
  const gate = await readRecord(store, 'gate', programme.id, gateId);
  const asked = await presentHolders(context, programme, gate?.document.askedRoles ?? []);
  if (asked.length > 0) return asked;
  const deputies = await presentHolders(context, programme, ['deputySro']);
  if (deputies.length === 0) return [];
  await changeRecord(store, 'gate', programme.id, gateId, (current) => {
    const next = askDeputies(current, clock.now());
    return next ? { outcome: 'askedDeputies', next } : { outcome: 'stays' };
  });
  return deputies;
}

function presentHolders(context: AppContext, programme: Programme, held: readonly Role[]) {
  const people = holdersOf(context.keys, programme, held).map(({ personId }) => personId);
  return presentOf(context, programme, [...new Set(people)]);
}

async function presentOf(
  context: AppContext,
  programme: Programme,
  people: readonly PersonId[],
): Promise<readonly PersonId[]> {
  const away = await Promise.all(people.map((personId) => isAwayIn(context, programme, personId)));
  return people.filter((_one, index) => !away[index]);
}

function namesOf({ keys }: AppContext, programme: Programme, people: readonly PersonId[]): readonly string[] {
  const holders = holdersOf(keys, programme, roles);
  const names = people.map((personId) => holders.find((one) => one.personId === personId)?.displayName);
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** Lets what waits for somebody who is away wait for somebody who is there. */

import { resettle } from '../../domain/escalation/chain';
import { askDeputies } from '../../domain/gate/ask-gate';
import { asId, type EscalationId, type GateId, type PersonId } from '../../domain/ids';
import { type Programme, roles } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import type { WaitingItem } from '../desk/waiting-item';
import { holdersOf } from '../people/role-holders';
import { presentHolders, presentOf } from '../people/who-is-there';
import { changeRecord, readRecord } from '../records';
import { askAboutReview } from '../review/ask-about-review';
import { changeChain } from './change-escalation';

/** Asks somebody else where nobody else was asked. @returns who beside this person can decide it now, by name. */
export async function handOverWaiting(
  context: AppContext,
  programme: Programme,
  item: WaitingItem,
  personId: PersonId,
): Promise<readonly string[]> {
  const people = await askOthers(context, programme, item);
  return namesOf(
    context,
    programme,
    people.filter((one) => one !== personId),
  );
}

function askOthers(
  context: AppContext,
  programme: Programme,
  { kind, id }: WaitingItem,
): Promise<readonly PersonId[]> {
  switch (kind) {
    case 'gate':
      return askAboutGate(context, programme, asId(id));
    case 'review':
      return askAboutReview(context, programme, asId(id));
    default:
      return askAboutEscalation(context, programme, asId(id));
  }
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

function namesOf({ keys }: AppContext, programme: Programme, people: readonly PersonId[]): readonly string[] {
  const holders = holdersOf(keys, programme, roles);
  const names = people.map((personId) => holders.find((one) => one.personId === personId)?.displayName);
  return [...new Set(names.filter((name) => name !== undefined))];
}

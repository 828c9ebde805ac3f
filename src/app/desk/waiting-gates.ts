/** The gates that wait for one person: to be decided, or with a change of frozen terms for the SRO. */

import type { Gate } from '../../domain/gate/gate';
import { proposedChange, termsInForce } from '../../domain/gate/gate-terms';
import { isOver } from '../../domain/gate/settle-gate';
import type { Instant } from '../../domain/instant';
import type { AppContext } from '../context';
import { listRecords } from '../records';
import type { Waiter, WaitingItem } from './waiting-item';

export async function waitingGates(
  { store }: Pick<AppContext, 'store'>,
  waiter: Waiter,
): Promise<readonly WaitingItem[]> {
  const waiting: WaitingItem[] = [];
  for await (const { document } of listRecords(store, 'gate', waiter.programme.id)) {
    if (document.status === 'withdrawn' || isOver(document)) continue;
    const item = waitingGate(document, waiter);
    if (item) waiting.push(item);
  }
  return waiting;
}

/** A change comes first: it decides what the gate is judged by. */
function waitingGate(gate: Gate, { roles }: Waiter): WaitingItem | undefined {
  const { programmeId, gateId, name, status, askedRoles, decisions } = gate;
  const decidesOn = `${termsInForce(gate).decidesOn}T12:00:00.000Z` as Instant;
  const common = { id: gateId, programmeId, about: name, deadline: gate.decideBy ?? decidesOn };
  const change = proposedChange(gate);
  if (change && roles.includes('sro')) {
    return { ...common, kind: 'gateChange', asking: change.number, task: 'gateChange' };
  }
  if (status !== 'asked' || !askedRoles.some((role) => roles.includes(role))) return undefined;
  return { ...common, kind: 'gate', asking: decisions.length, task: 'gate' };
}

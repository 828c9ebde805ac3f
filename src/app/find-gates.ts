/** The gates of a programme, the next to be decided first, and those that wait for a person. */

import type { Gate } from '../domain/gate/gate';
import { proposedChange, termsInForce } from '../domain/gate/gate-terms';
import { isOver } from '../domain/gate/settle-gate';
import type { GateId, ProgrammeId } from '../domain/ids';
import type { Role } from '../domain/programme/programme';
import type { AppContext } from './context';
import type { OwnProgramme } from './programmes-of';
import { listRecords } from './records';

/** Without those that were taken out of the file before they froze; decided ones come last. */
export async function findGates(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
): Promise<readonly Gate[]> {
  const gates: Gate[] = [];
  for await (const { document } of listRecords(store, 'gate', programmeId)) {
    if (document.status !== 'withdrawn') gates.push(document);
  }
  return gates.sort(
    (a, b) =>
      Number(isOver(a)) - Number(isOver(b)) ||
      (termsInForce(a).decidesOn < termsInForce(b).decidesOn ? -1 : 1),
  );
}

interface WaitingGate {
  readonly programmeId: ProgrammeId;
  readonly gateId: GateId;
  readonly about: 'gate' | 'change';
}

/** Those this person can decide now, and those with a change of terms for the SRO. */
export async function findWaitingGates(
  context: Pick<AppContext, 'store'>,
  own: readonly OwnProgramme[],
): Promise<readonly WaitingGate[]> {
  const waiting: WaitingGate[] = [];
  for (const { programme, roles } of own) {
    if (roles.length === 0) continue;
    const gates = await findGates(context, programme.id);
    for (const { gateId, ...gate } of gates) {
      const about = waitsFor(gate, roles);
      if (about) waiting.push({ programmeId: programme.id, gateId, about });
    }
  }
  return waiting;
}

function waitsFor(
  gate: Pick<Gate, 'status' | 'askedRoles' | 'changes' | 'decisions'>,
  held: readonly Role[],
): WaitingGate['about'] | undefined {
  if (isOver(gate)) return undefined;
  // A change comes first: it decides what the gate is judged by.
  if (held.includes('sro') && proposedChange(gate)) return 'change';
  const isAsked = gate.status === 'asked' && gate.askedRoles.some((role) => held.includes(role));
  return isAsked ? 'gate' : undefined;
}

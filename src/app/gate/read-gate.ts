/** A gate with its verdicts and everybody its cards may name, for one reader. */

import type { Gate, GateDecision } from '../../domain/gate/gate';
import { isOver } from '../../domain/gate/settle-gate';
import type { Judgement } from '../../domain/gate/verdict';
import type { GateId, PersonId, ProgrammeId } from '../../domain/ids';
import { type Programme, type Role, roles } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { type Holder, holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { readRecord } from '../records';
import { judgementsOf, judgeProposal } from './judge-gate';

export interface ReadGate {
  readonly programme: Programme;
  readonly gate: Gate;
  /** As they are now; of a gate that is decided for good, as they were then. */
  readonly judgements: readonly Judgement[];
  /** Under terms that wait for the SRO. */
  readonly proposal?: Judgement;
  readonly holders: readonly Holder[];
  readonly reader: { readonly personId: PersonId; readonly roles: readonly Role[] };
}

export async function readGate(
  context: AppContext,
  ids: { readonly programmeId: ProgrammeId; readonly gateId: GateId },
  personId: PersonId,
): Promise<ReadGate | undefined> {
  const [programme, stored] = await Promise.all([
    currentProgramme(context, ids.programmeId),
    readRecord(context.store, 'gate', ids.programmeId, ids.gateId),
  ]);
  if (!programme || !stored) return undefined;
  const gate = stored.document;
  const holders = holdersOf(context.keys, programme, roles);
  const proposal = isOver(gate) ? undefined : await judgeProposal(context, programme, gate);
  return {
    programme,
    gate,
    judgements: finalDecision(gate)?.evidence.judgements ?? (await judgementsOf(context, programme, gate)),
    ...(proposal ? { proposal } : {}),
    holders,
    reader: {
      personId,
      roles: holders.filter((holder) => holder.personId === personId).map(({ role }) => role),
    },
  };
}

function finalDecision(gate: Gate): GateDecision | undefined {
  return isOver(gate) ? gate.decisions.at(-1) : undefined;
}

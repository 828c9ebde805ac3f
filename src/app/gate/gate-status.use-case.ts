/** Where every gate of a programme stands: its verdicts with their reasons, and what was decided. */

import type { GateDecision, GateStatus } from '../../domain/gate/gate';
import { isFrozen, termsInForce } from '../../domain/gate/gate-terms';
import { isOver } from '../../domain/gate/settle-gate';
import type { Judgement } from '../../domain/gate/verdict';
import type { GateId, ProgrammeId } from '../../domain/ids';
import type { Day } from '../../domain/instant';
import type { AppContext } from '../context';
import { findProgramme } from '../programme/find-programme';
import { findGates } from './find-gates';
import { judgementsOf } from './judge-gate';

export interface GateState {
  readonly gateId: GateId;
  readonly name: string;
  readonly status: GateStatus;
  readonly decidesOn: Day;
  readonly goLiveOn: Day;
  readonly isFrozen: boolean;
  /** As they are now; of a gate that is decided for good, as they were then. */
  readonly judgements: readonly Judgement[];
  readonly decisions: readonly Omit<GateDecision, 'evidence' | 'names'>[];
}

export type GateStatusOutcome =
  | { readonly outcome: 'noSuchProgramme' | 'noSuchGate' }
  | { readonly outcome: 'judged'; readonly gates: readonly GateState[] };

/** @param command.gate the id of one gate as the programme file declares it; every gate when absent. */
export async function gateStatus(
  context: Pick<AppContext, 'store' | 'clock'>,
  command: { readonly programmeId: ProgrammeId; readonly gate?: string },
): Promise<GateStatusOutcome> {
  const programme = await findProgramme(context.store, command.programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  const all = await findGates(context, programme.id);
  const wanted = command.gate && `gate.${programme.id}.${command.gate}`;
  const found = wanted ? all.filter(({ gateId }) => gateId === wanted) : all;
  if (wanted && found.length === 0) return { outcome: 'noSuchGate' };
  const gates: GateState[] = [];
  for (const gate of found) {
    const { gateId, name, status } = gate;
    const { decidesOn, goLiveOn } = termsInForce(gate);
    const final = isOver(gate) ? gate.decisions.at(-1)?.evidence.judgements : undefined;
    gates.push({
      gateId,
      name,
      status,
      decidesOn,
      goLiveOn,
      isFrozen: isFrozen(gate, context.clock.now()),
      judgements: final ?? (await judgementsOf(context, programme, gate)),
      decisions: gate.decisions.map(({ evidence: _evidence, names: _names, ...decision }) => decision),
    });
  }
  return { outcome: 'judged', gates };
}

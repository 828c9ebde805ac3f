/** The SRO accepts a change of a frozen gate's terms, or keeps them. */

import { type DecideChangeOutcome, decideChange } from '../../domain/gate/decide-change';
import type { Gate } from '../../domain/gate/gate';
import type { GateId, PersonId, ProgrammeId } from '../../domain/ids';
import { maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord, readRecord } from '../records';
import { gateDecider } from './gate-decider';
import { judgementsOf, judgeProposal } from './judge-gate';

export type DecideGateChangeResult =
  | Exclude<DecideChangeOutcome, { outcome: 'decided' }>
  | { readonly outcome: 'decided' | 'noSuchGate' };

export async function decideGateChange(
  context: AppContext,
  command: {
    readonly programmeId: ProgrammeId;
    readonly gateId: GateId;
    readonly personId: PersonId;
    readonly change: number;
    readonly isAccepted: boolean;
    readonly rationale: string;
  },
): Promise<DecideGateChangeResult> {
  const { store, keys, clock } = context;
  const { programmeId, gateId, personId, change, isAccepted } = command;
  const [programme, stored] = await Promise.all([
    currentProgramme(context, programmeId),
    readRecord(store, 'gate', programmeId, gateId),
  ]);
  if (!programme || !stored) return { outcome: 'noSuchGate' };
  const gate = stored.document;
  const agreed = await judgementsOf(context, programme, gate);
  const proposal = await judgeProposal(context, programme, gate);
  const judgements = proposal ? [...agreed, proposal] : agreed;
  const holders = holdersOf(keys, programme, ['sro']);
  const by = gateDecider(holders, personId, ['sro']);
  if (!by) return { outcome: 'askedOfSomeoneElse' };
  const outcome = await changeRecord(
    store,
    'gate',
    programmeId,
    gateId,
    (current): { outcome: DecideGateChangeResult; next?: Gate } => {
      const decided = decideChange(current, {
        change,
        isAccepted,
        rationale: maskText(command.rationale, programme.hospitalNumber).text,
        by,
        evidence: { judgements, calendar: current.calendar },
        nameOf: (id) => holders.find((holder) => holder.personId === id)?.displayName ?? '',
        now: clock.now(),
      });
      if (decided.outcome !== 'decided') return { outcome: decided };
      return { outcome: { outcome: 'decided' }, next: decided.next };
    },
  );
  context.poke();
  return outcome ?? { outcome: 'noSuchGate' };
}

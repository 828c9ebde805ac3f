/** Records a statement on a gate: evidence, the safety case, or an assurance for a group too small to show. */

import type { Gate } from '../../domain/gate/gate';
import {
  type StatementWords,
  type StateOutcome,
  stateOnGate as state,
} from '../../domain/gate/state-on-gate';
import type { GateId, PersonId, ProgrammeId } from '../../domain/ids';
import type { Role } from '../../domain/programme/programme';
import { maskText } from '../../domain/text/mask-text';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord, readRecord } from '../records';
import { judgementsOf } from './judge-gate';

/** Whose word the safety case is. */
export const safetyRoles: readonly Role[] = ['clinicalSafetyOfficer', 'clinicalSafetyDeputy'];

export type StateOnGateResult =
  | Exclude<StateOutcome, { outcome: 'stated' }>
  | { readonly outcome: 'stated' | 'noSuchGate' | 'anotherRole' };

export async function stateOnGate(
  context: AppContext,
  command: {
    readonly programmeId: ProgrammeId;
    readonly gateId: GateId;
    readonly personId: PersonId;
    readonly criterionId: string;
    readonly said: StatementWords;
  },
): Promise<StateOnGateResult> {
  const { store, keys, clock, newId } = context;
  const { programmeId, gateId, personId, criterionId } = command;
  const [programme, stored] = await Promise.all([
    currentProgramme(context, programmeId),
    readRecord(store, 'gate', programmeId, gateId),
  ]);
  if (!programme || !stored) return { outcome: 'noSuchGate' };
  const roles = command.said.kind === 'safetyCase' ? safetyRoles : leadRoles;
  const holder = holdersOf(keys, programme, roles).find((one) => one.personId === personId);
  if (!holder) return { outcome: 'anotherRole' };
  const said = masked(command.said, programme.hospitalNumber);
  const judgements = said.kind === 'assurance' ? await judgementsOf(context, programme, stored.document) : [];
  const statementId = newId();
  const outcome = await changeRecord(
    store,
    'gate',
    programmeId,
    gateId,
    (gate): { outcome: StateOnGateResult; next?: Gate } => {
      const by = { personId, name: holder.displayName, role: holder.role };
      const request = { statementId, criterionId, said, by, judgements, now: clock.now() };
      const result = state(gate, request);
      if (result.outcome !== 'stated') return { outcome: result };
      return { outcome: { outcome: 'stated' }, next: result.next };
    },
  );
  return outcome ?? { outcome: 'noSuchGate' };
}

function masked(said: StatementWords, hospitalNumber: string | undefined): StatementWords {
  const words = maskText(said.words, hospitalNumber).text;
  return said.kind === 'assurance'
    ? { ...said, words, givenBy: maskText(said.givenBy, hospitalNumber).text }
    : { ...said, words };
}

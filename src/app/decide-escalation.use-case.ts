/** Records the executive's decision on an escalation, once. */

import {
  type DecideOutcome,
  type DecideRequest,
  decideEscalation as decide,
} from '../domain/escalation/decide-escalation';
import type { Escalation } from '../domain/escalation/escalation';
import type { EscalationId, PersonId, ProgrammeId } from '../domain/ids';
import { maskText } from '../domain/text/mask-text';
import type { AppContext } from './context';
import { currentProgramme } from './current-programme';
import { changeRecord } from './records';
import { holdersOf } from './role-holders';

export type DecideEscalationOutcome =
  | { readonly outcome: 'noSuchEscalation' }
  | (Exclude<DecideOutcome, { outcome: 'decided' }> & { readonly escalation: Escalation })
  | { readonly outcome: 'decided'; readonly escalation: Escalation };

export async function decideEscalation(
  context: AppContext,
  command: Pick<DecideRequest, 'kind' | 'optionId' | 'rationale' | 'deferUntil'> & {
    readonly programmeId: ProgrammeId;
    readonly escalationId: EscalationId;
    readonly personId: PersonId;
  },
): Promise<DecideEscalationOutcome> {
  const { store, keys, clock } = context;
  const { programmeId, escalationId, personId, rationale, ...choice } = command;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return { outcome: 'noSuchEscalation' };
  const deciders = holdersOf(keys, programme, ['sro', 'deputySro', 'sponsor', 'lead', 'pmo']);
  const name = deciders.find((holder) => holder.personId === personId)?.displayName;
  const outcome = await changeRecord(
    store,
    'escalation',
    programmeId,
    escalationId,
    (escalation): { outcome: DecideEscalationOutcome; next?: Escalation } => {
      if (!name) return { outcome: { outcome: 'askedOfSomeoneElse', escalation } };
      const decided = decide(escalation, {
        ...choice,
        rationale: maskText(rationale).text,
        by: { personId, name },
        now: clock.now(),
      });
      return decided.outcome === 'decided'
        ? { outcome: { outcome: 'decided', escalation: decided.next }, next: decided.next }
        : { outcome: { ...decided, escalation } };
    },
  );
  context.poke();
  return outcome ?? { outcome: 'noSuchEscalation' };
}

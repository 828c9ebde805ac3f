/** Hands an escalation to another role holder, with the reason on record. */

import {
  type DelegateOutcome,
  delegateEscalation as delegate,
} from '../domain/escalation/delegate-escalation';
import type { Escalation } from '../domain/escalation/escalation';
import type { EscalationId, PersonId, ProgrammeId } from '../domain/ids';
import type { Role } from '../domain/programme/programme';
import { maskText } from '../domain/text/mask-text';
import type { AppContext } from './context';
import { currentProgramme } from './current-programme';
import { changeRecord } from './records';
import { holdersOf } from './role-holders';

/** Whom a decision may be handed to. */
export const delegateRoles: readonly Role[] = ['deputySro', 'sponsor', 'sro', 'lead'];

export type DelegateEscalationOutcome =
  | { readonly outcome: 'noSuchEscalation' }
  | (Exclude<DelegateOutcome, { outcome: 'delegated' }> & { readonly escalation: Escalation })
  | { readonly outcome: 'nobodyToDelegateTo' | 'delegated'; readonly escalation: Escalation };

export async function delegateEscalation(
  context: AppContext,
  command: {
    readonly programmeId: ProgrammeId;
    readonly escalationId: EscalationId;
    readonly personId: PersonId;
    readonly delegateTo: PersonId;
    readonly rationale: string;
  },
): Promise<DelegateEscalationOutcome> {
  const { store, keys, clock } = context;
  const { programmeId, escalationId, personId, delegateTo, rationale } = command;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return { outcome: 'noSuchEscalation' };
  const to = holdersOf(keys, programme, delegateRoles).find((holder) => holder.personId === delegateTo);
  const outcome = await changeRecord(
    store,
    'escalation',
    programmeId,
    escalationId,
    (escalation): { outcome: DelegateEscalationOutcome; next?: Escalation } => {
      if (!to) return { outcome: { outcome: 'nobodyToDelegateTo', escalation } };
      const decided = delegate(escalation, {
        programme,
        to: { personId: to.personId, role: to.role },
        rationale: maskText(rationale).text,
        by: personId,
        now: clock.now(),
      });
      return decided.outcome === 'delegated'
        ? { outcome: { outcome: 'delegated', escalation: decided.next }, next: decided.next }
        : { outcome: { ...decided, escalation } };
    },
  );
  context.poke();
  return outcome ?? { outcome: 'noSuchEscalation' };
}

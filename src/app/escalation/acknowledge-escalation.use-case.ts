/** Notes that somebody who was asked to decide has looked. */

import {
  type AcknowledgeOutcome,
  acknowledgeEscalation as decide,
} from '../../domain/escalation/acknowledge-escalation';
import type { PersonId } from '../../domain/ids';
import type { AppContext } from '../context';
import { type Changed, changeEscalation, type EscalationPlace } from './change-escalation';

export function acknowledgeEscalation(
  context: AppContext,
  command: EscalationPlace & { readonly personId: PersonId },
): Promise<Changed<AcknowledgeOutcome>> {
  return changeEscalation(context, command, (escalation, { now }) =>
    decide(escalation, command.personId, now),
  );
}

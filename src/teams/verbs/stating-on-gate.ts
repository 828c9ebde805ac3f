/** What the three statements on a gate have in common: each is saved, or given back with what it lacks. */

import { stateOnGate } from '../../app/gate/state-on-gate.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { Message } from '../../app/ports/messenger';
import type { GateSaid } from '../../cards/messages/gate-message';
import type { StatementWords } from '../../domain/gate/state-on-gate';
import type { GateId, ProgrammeId } from '../../domain/ids';
import type { Actor, EdgeContext } from '../verb';
import { gateReply } from './gate-reply';

export interface StatementOnGate {
  readonly programmeId: ProgrammeId;
  readonly gateId: GateId;
  readonly criterionId: string;
  readonly said: StatementWords;
}

export async function stateOnGateReply(
  edge: EdgeContext,
  actor: Actor,
  { programmeId, gateId, criterionId, said }: StatementOnGate,
): Promise<Message> {
  const { words } = said;
  const typed = said.kind === 'assurance' ? { words, givenBy: said.givenBy } : { words };
  let reply: GateSaid;
  try {
    const { personId } = actor;
    const result = await stateOnGate(edge.app, { programmeId, gateId, personId, criterionId, said });
    reply = { standing: standingSaid(result, typed) };
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    reply = { standing: { notice: 'notConfirmed', typed } };
  }
  return gateReply(edge, actor, { programmeId, gateId }, reply);
}

type Standing = NonNullable<GateSaid['standing']>;

function standingSaid(result: Awaited<ReturnType<typeof stateOnGate>>, typed: Standing['typed']): Standing {
  switch (result.outcome) {
    case 'stated':
      return { notice: 'saved' };
    case 'incomplete':
      return { notice: result.missing, typed };
    case 'noSuchGate':
      return { notice: 'noSuchCriterion', typed };
    default:
      return { notice: result.outcome, typed };
  }
}

/** The cards of the escalations that wait for whoever opens the chat. */

import { findWaitingEscalations } from '../../app/find-waiting-escalations';
import type { Message } from '../../app/ports/messenger';
import { programmesOf } from '../../app/programmes-of';
import type { Actor, EdgeContext } from '../verb';
import { escalationReply } from '../verbs/escalation-reply';

export async function waitingEscalationMessages(
  edge: EdgeContext,
  actor: Actor,
): Promise<readonly Message[]> {
  const own = await programmesOf(edge.app, actor);
  const waiting = await findWaitingEscalations(edge.app, own, actor.personId);
  return Promise.all(waiting.map((ids) => escalationReply(edge, actor, ids)));
}

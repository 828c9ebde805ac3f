/** The cards of the gates that wait for whoever opens the chat. */

import { findWaitingGates } from '../../app/find-gates';
import type { Message } from '../../app/ports/messenger';
import { programmesOf } from '../../app/programmes-of';
import type { Actor, EdgeContext } from '../verb';
import { gateReply } from '../verbs/gate-reply';

export async function waitingGateMessages(edge: EdgeContext, actor: Actor): Promise<readonly Message[]> {
  const own = await programmesOf(edge.app, actor);
  const waiting = await findWaitingGates(edge.app, own);
  return Promise.all(waiting.map((one) => gateReply(edge, actor, one)));
}

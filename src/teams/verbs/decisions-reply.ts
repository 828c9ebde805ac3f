/** A page of the decision log for one reader. */

import { readDecisions } from '../../app/decision/read-decisions';
import type { OwnProgramme } from '../../app/people/programmes-of';
import type { Message } from '../../app/ports/messenger';
import { decisionListCard } from '../../cards/decision-list.card';
import { messageOf } from '../../cards/messages/message';
import { frameOf } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

export async function decisionsReply(
  edge: EdgeContext,
  actor: Actor,
  { programme, roles }: OwnProgramme,
  before?: number,
): Promise<Message> {
  const page = await readDecisions(edge.app, programme, { roles }, before);
  const view = { programme, ...page, now: edge.app.clock.now() };
  return messageOf(decisionListCard, view, frameOf(edge, actor, programme));
}

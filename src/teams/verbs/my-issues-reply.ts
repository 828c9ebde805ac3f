/** A person's own issues, for them alone. */

import { ownIssues } from '../../app/issue/own-issues';
import type { Message } from '../../app/ports/messenger';
import { messageOf } from '../../cards/messages/message';
import { myIssuesCard } from '../../cards/my-issues.card';
import { frameOf } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';
import { notOnAListReply } from './raise-reply';

export async function myIssuesReply(edge: EdgeContext, actor: Actor, page = 1): Promise<Message> {
  const { programme, ...view } = await ownIssues(edge.app, actor.personId, page);
  if (!programme) return notOnAListReply(edge);
  const frame = frameOf(edge, actor, programme, {
    card: 'myIssues',
    subjectId: 'own',
    page: String(view.page),
  });
  return messageOf(myIssuesCard, { programme, ...view }, frame);
}

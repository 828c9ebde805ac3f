/** "comments": what staff wrote in the latest closed wave, for those who may read it. */

import { programmeLedBy } from '../../app/people/programmes-of';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { readingRoles } from '../../domain/programme/reading-roles';
import { defineChatCommand } from '../chat-command';
import { plainFrame } from '../frame-of';
import { commentsReply } from '../verbs/comments-reply';

export const commentsCommand = defineChatCommand({
  name: 'comments',
  pattern: /^((read|show)( the)? )?comments?$/i,
  async handle(edge, { actor }) {
    const programme = await programmeLedBy(edge.app, actor, readingRoles);
    if (!programme) return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
    return commentsReply(edge, actor, { programmeId: programme.id });
  },
});

/** "decisions": the latest entries of the decision log, for those who hold a role. */

import { programmesOf } from '../../app/people/programmes-of';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { defineChatCommand } from '../chat-command';
import { plainFrame } from '../frame-of';
import { decisionsReply } from '../verbs/decisions-reply';

export const decisionsCommand = defineChatCommand({
  name: 'decisions',
  pattern: /^((show )?(the )?(latest )?(decisions|decision log))$/i,
  async handle(edge, { actor }) {
    const own = (await programmesOf(edge.app, actor)).find(({ roles }) => roles.length > 0);
    if (!own) return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
    return decisionsReply(edge, actor, own);
  },
});

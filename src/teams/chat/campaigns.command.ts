/** "campaign status": how far what was sent is; "campaign status all" with the cards of roles. */

import { leadRoles } from '../../app/campaign/plan-campaign';
import { programmeLedBy } from '../../app/people/programmes-of';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { readingRoles } from '../../domain/programme/reading-roles';
import { defineChatCommand } from '../chat-command';
import { plainFrame } from '../frame-of';
import { campaignsReply } from '../verbs/campaigns-reply';

export const campaignsCommand = defineChatCommand({
  name: 'campaigns',
  pattern: /^(?:show )?(?:the |my )?(?:campaigns?(?: status)?|what was sent)( all)?[.?]?$/i,
  async handle(edge, { actor, match }) {
    const programme =
      (await programmeLedBy(edge.app, actor, leadRoles)) ??
      (await programmeLedBy(edge.app, actor, readingRoles));
    if (!programme) return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
    return campaignsReply(edge, actor, { programmeId: programme.id, which: match[1] ? 'all' : 'staff' });
  },
});

/** "issues" lists them; "triage" opens the one that a lead should look at next. */

import { leadRoles } from '../../app/campaign/plan-campaign';
import { readIssuePage } from '../../app/issue/read-issue-page';
import { programmeLedBy, programmesOf } from '../../app/people/programmes-of';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { defineChatCommand } from '../chat-command';
import { plainFrame } from '../frame-of';
import { issuesReply } from '../verbs/issues-reply';
import { triageReply } from '../verbs/triage-reply';

export const issuesCommand = defineChatCommand({
  name: 'issues',
  pattern: /^((show|list) )?(the |all )?issues$/i,
  async handle(edge, { actor }) {
    const programmes = await programmesOf(edge.app, actor);
    const led = programmes.find(({ roles }) => roles.some((role) => leadRoles.includes(role)));
    const own = led ?? programmes.find(({ roles }) => roles.length > 0);
    if (!own) return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
    return issuesReply(edge, actor, own.programme, { filter: 'waiting', page: 0 });
  },
});

export const triageCommand = defineChatCommand({
  name: 'triage',
  pattern: /^(next )?(triage|issue)$/i,
  async handle(edge, { actor }) {
    const programme = await programmeLedBy(edge.app, actor, leadRoles);
    if (!programme) return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
    const { issues } = await readIssuePage(edge.app, programme, { filter: 'waiting', page: 0, size: 1 });
    const [next] = issues;
    if (!next) return issuesReply(edge, actor, programme, { filter: 'waiting', page: 0 });
    return triageReply(edge, actor, { programmeId: programme.id, issueId: next.issue.issueId });
  },
});

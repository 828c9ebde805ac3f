/** A page of the issues of a programme, for whoever holds a role in it. */

import { leadRoles } from '../../app/campaign/plan-campaign';
import { readIssuePage } from '../../app/issue/read-issue-page';
import { holdersOf } from '../../app/people/role-holders';
import type { Message } from '../../app/ports/messenger';
import { issueListCard, issuesOnPage } from '../../cards/issue-list.card';
import { messageOf } from '../../cards/messages/message';
import type { IssueFilter } from '../../domain/issue/filter-issues';
import type { Programme } from '../../domain/programme/programme';
import { frameOf } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

export async function issuesReply(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  { filter, page }: { readonly filter: IssueFilter; readonly page: number },
): Promise<Message> {
  const shown = await readIssuePage(edge.app, programme, { filter, page, size: issuesOnPage });
  const leads = holdersOf(edge.app.keys, programme, leadRoles);
  const isLead = leads.some(({ personId }) => personId === actor.personId);
  return messageOf(issueListCard, { programme, isLead, ...shown }, frameOf(edge, actor, programme));
}

/** What an escalation says of an issue: nothing that points to a person. */

import type { EscalationFact } from '../../domain/escalation/escalation';
import { isOpenHazard } from '../../domain/issue/hazard';
import { type Issue, supportLevelOf } from '../../domain/issue/issue';
import { siteGroupNameOf } from '../../domain/issue/shown-place';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { supportersOf } from './concerns';

/** @param title where none is published: in the lead's words, or the category. */
export async function issueFactOf(
  context: Pick<AppContext, 'store'>,
  programme: Programme,
  issue: Issue,
  title: string,
): Promise<Extract<EscalationFact, { kind: 'issue' }>> {
  const { issueId, category, effect, raisedOn, publishedTitle, site } = issue;
  return {
    kind: 'issue',
    issueId,
    title: publishedTitle ?? title,
    category,
    effect,
    siteGroupName: siteGroupNameOf(programme, site),
    raisedOn,
    support: supportLevelOf(await supportersOf(context, programme.id, issueId)),
    isHazard: isOpenHazard(issue),
  };
}

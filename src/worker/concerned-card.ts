/** The card that tells one of the people an issue concerns, made at the moment of sending. */

import type { AppContext } from '../app/context';
import { readOwnIssue } from '../app/issue/read-own-issue';
import { concernedMessage } from '../cards/messages/concerned-message';
import type { ConcernedCard } from './tell-concerned';

/** @param isLocal true for the Playground, which knows no `refresh`. */
export function concernedCard(context: AppContext, isLocal: boolean): ConcernedCard {
  return async ({ programme, issue, about }, { personId, teamsUserId }) => {
    const own = await readOwnIssue(context, issue, personId);
    if (!own) return 'nothing';
    const { isSynthetic, timeZone } = programme;
    const data = { card: 'concern', programmeId: programme.id, subjectId: own.issue.issueId };
    const refresh = isLocal || !teamsUserId ? {} : { refresh: { userId: teamsUserId, data } };
    const { backupRetentionDays } = context.settings;
    return concernedMessage({ ...own, backupRetentionDays }, { isSynthetic, timeZone, ...refresh }, about);
  };
}

/** The card that answers whatever one of the people an issue concerns did: always where it stands now. */

import { readOwnIssue } from '../../app/issue/read-own-issue';
import type { Message } from '../../app/ports/messenger';
import type { ConcernedView } from '../../cards/concerned-parts';
import { concernedMessage } from '../../cards/messages/concerned-message';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import type { IssueId, ProgrammeId } from '../../domain/ids';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

/** What a tap is told, with the words that were not sent. */
export type ConcernedSaid = Pick<ConcernedView, 'notice' | 'masked' | 'typed'>;

/** Somebody whom the issue does not concern is told the same as where there is no such issue. */
export async function concernedReply(
  edge: EdgeContext,
  actor: Actor,
  ids: { readonly programmeId: ProgrammeId; readonly issueId: IssueId },
  said: ConcernedSaid = {},
): Promise<Message> {
  const own = await readOwnIssue(edge.app, ids, actor.personId);
  if (!own) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
  const { backupRetentionDays } = edge.app.settings;
  const frame = frameOf(edge, actor, own.programme, { card: 'concern', subjectId: own.issue.issueId });
  return concernedMessage({ ...own, backupRetentionDays, ...said }, frame);
}

/** The card that answers whatever was done about a hazard: always where it stands now. */

import { readHazard } from '../../app/hazard/read-hazard';
import { hazardRoles } from '../../app/hazard/settle-hazard.use-case';
import type { Message } from '../../app/ports/messenger';
import { type HazardSaid, hazardMessage } from '../../cards/messages/hazard-message';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import type { IssueId, ProgrammeId } from '../../domain/ids';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

/** What staff wrote is for those whose task it is. */
export async function hazardReply(
  edge: EdgeContext,
  actor: Actor,
  { programmeId, issueId }: { readonly programmeId: ProgrammeId; readonly issueId: IssueId },
  said?: HazardSaid,
): Promise<Message> {
  const place = await readHazard(edge.app, { programmeId, issueId }, actor.personId);
  const mayRead = place?.reader.roles.some((role) => hazardRoles.includes(role)) ?? false;
  if (!place || !mayRead) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
  const frame = frameOf(edge, actor, place.programme, { card: 'hazard', subjectId: issueId });
  return hazardMessage(place, frame, said);
}

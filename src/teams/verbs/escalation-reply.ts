/** The card that answers whatever was done on an escalation: always where it stands now. */

import { type ReadEscalation, readEscalation } from '../../app/escalation/read-escalation';
import type { Message } from '../../app/ports/messenger';
import {
  type EscalationPart,
  type EscalationSaid,
  escalationMessage,
} from '../../cards/messages/escalation-message';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import type { EscalationId, ProgrammeId } from '../../domain/ids';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

export async function escalationReply(
  edge: EdgeContext,
  actor: Actor,
  ids: { readonly programmeId: ProgrammeId; readonly escalationId: EscalationId },
  said?: EscalationSaid,
  part?: EscalationPart,
): Promise<Message> {
  const place = await readEscalation(edge.app, ids, actor.personId);
  if (!place || !mayRead(place)) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
  const { escalationId } = ids;
  const frame = frameOf(edge, actor, place.programme, { card: 'escalation', subjectId: escalationId });
  return escalationMessage(place, frame, said, part);
}

/** Evidence and decisions are for those who hold a role in the programme. */
function mayRead({ holders, reader }: ReadEscalation): boolean {
  return holders.some(({ personId }) => personId === reader.personId);
}

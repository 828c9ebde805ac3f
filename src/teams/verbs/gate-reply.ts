/** The card that answers whatever was done on a gate: always where it stands now. */

import { readGate } from '../../app/gate/read-gate';
import type { Message } from '../../app/ports/messenger';
import { type GateSaid, gateChangeMessage, gateMessage } from '../../cards/messages/gate-message';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import type { GateId, ProgrammeId } from '../../domain/ids';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

export interface GateReplyTo {
  readonly programmeId: ProgrammeId;
  readonly gateId: GateId;
  /** `change`: the card about terms that wait for the SRO, while they do. */
  readonly about?: 'gate' | 'change';
}

/** Gates are for those who hold a role in the programme. */
export async function gateReply(
  edge: EdgeContext,
  actor: Actor,
  { about = 'gate', ...ids }: GateReplyTo,
  said?: GateSaid,
): Promise<Message> {
  const place = await readGate(edge.app, ids, actor.personId);
  if (!place || place.reader.roles.length === 0) {
    return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
  }
  const card = about === 'change' ? ('gateChange' as const) : ('gate' as const);
  const frame = frameOf(edge, actor, place.programme, { card, subjectId: ids.gateId });
  const now = edge.app.clock.now();
  return about === 'change'
    ? gateChangeMessage(place, now, frame, said)
    : gateMessage(place, now, frame, said);
}

/** The card of "when suits you?", whether it was typed, opened by a button or chosen on. */

import { readChosenTime } from '../../app/people/choose-time.use-case';
import type { Message } from '../../app/ports/messenger';
import { currentProgramme } from '../../app/programme/current-programme';
import { type AskingTimeView, askingTimeCard } from '../../cards/asking-time.card';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { sendingRulesOf } from '../../domain/timing/next-time-to-write';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

/** What is chosen now, with what became of a tap where there was one. */
export async function askingTimeReply(
  edge: EdgeContext,
  actor: Actor,
  outcome?: AskingTimeView['outcome'],
): Promise<Message> {
  const own = await readChosenTime(edge.app, actor.personId);
  const programme = own && (await currentProgramme(edge.app, own.programmeId));
  if (!own || !programme) return messageOf(noticeCard, { kind: 'notOnAList' }, plainFrame(edge));
  const { anyTime } = sendingRulesOf(programme);
  const view = { programme, anyTime, ...own.chosen, ...(outcome ? { outcome } : {}) };
  return messageOf(askingTimeCard, view, frameOf(edge, actor, programme));
}

/** Both ways of the one preference, for the buttons and for what people type. */

import { z } from 'zod';
import { changeAsking } from '../../app/people/change-asking.use-case';
import type { Message } from '../../app/ports/messenger';
import { currentProgramme } from '../../app/programme/current-programme';
import { askingResumedCard } from '../../cards/asking-resumed.card';
import { askingStoppedCard } from '../../cards/asking-stopped.card';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { frameOf, plainFrame } from '../frame-of';
import { type Actor, defineVerb, type EdgeContext, type Verb } from '../verb';
import { subject } from './subject';

const schema = z.object(subject);

export function changingAskingVerb(name: string, stopAsking: boolean): Verb<z.infer<typeof schema>> {
  return defineVerb({
    name,
    schema,
    role: 'respondent',
    handle: (edge, { actor }) => changeAskingReply(edge, actor, stopAsking),
  });
}

export async function changeAskingReply(
  edge: EdgeContext,
  actor: Actor,
  stopAsking: boolean,
): Promise<Message> {
  const changed = await changeAsking(edge.app, { personId: actor.personId, stopAsking });
  const programmeId = changed.outcome === 'unknownPerson' ? undefined : changed.programmeIds[0];
  const programme = programmeId && (await currentProgramme(edge.app, programmeId));
  if (!programme) return messageOf(noticeCard, { kind: 'notOnAList' }, plainFrame(edge));
  const card = stopAsking ? askingStoppedCard : askingResumedCard;
  return messageOf(card, { programme }, frameOf(edge, actor, programme));
}

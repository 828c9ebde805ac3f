/** "pulse": the open pulse of whoever asks, at the step where they stand. */

import type { AppContext } from '../../app/context';
import { findOpenPulses } from '../../app/find-open-pulses';
import type { Message } from '../../app/ports/messenger';
import { readCurrentStep } from '../../app/read-current-step';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { defineChatCommand } from '../chat-command';
import { plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';
import { currentStepReply } from '../verbs/pulse-reply';

export const pulseCommand = defineChatCommand({
  name: 'pulse',
  pattern: /^(pulse|my pulse|pulses)$/i,
  async handle(edge, { actor }) {
    const [first] = await openPulseMessages(edge, actor);
    return first ?? messageOf(noticeCard, { kind: 'nothingOpen' }, plainFrame(edge));
  },
});

/** One card for each open wave the person is invited to. */
export async function openPulseMessages(edge: EdgeContext, actor: Actor): Promise<readonly Message[]> {
  const app: AppContext = edge.app;
  const waves = await findOpenPulses(app, actor.personId);
  return Promise.all(
    waves.map(async (wave) =>
      currentStepReply(edge, actor, await readCurrentStep(app, { ...wave, personId: actor.personId })),
    ),
  );
}

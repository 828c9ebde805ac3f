/** "pulse": the open pulse of whoever asks, at the step where they stand. */

import type { AppContext } from '../../app/context';
import { membershipsOf } from '../../app/people/change-asking.use-case';
import { programmesOf } from '../../app/people/programmes-of';
import type { Message } from '../../app/ports/messenger';
import { openBallotsOf } from '../../app/review/open-ballots';
import { findOpenPulses } from '../../app/wave/find-open-pulses';
import { readCurrentStep } from '../../app/wave/read-current-step';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { readingRoles } from '../../domain/programme/reading-roles';
import { defineChatCommand } from '../chat-command';
import { plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';
import { ballotListReply, ballotReply } from '../verbs/ballot-reply';
import { currentStepReply } from '../verbs/pulse-reply';
import { pulsesReply } from '../verbs/pulses-reply';

export const pulseCommand = defineChatCommand({
  name: 'pulse',
  pattern: /^(pulse|my pulses?)$/i,
  async handle(edge, { actor }) {
    const [first] = await openPulseMessages(edge, actor);
    return first ?? messageOf(noticeCard, { kind: 'nothingOpen' }, plainFrame(edge));
  },
});

/** Whoever reads results gets the programme's pulses with their schedules; to others the word means what is open for them. */
export const pulsesCommand = defineChatCommand({
  name: 'pulses',
  pattern: /^(?:show )?(?:the |all )?(?:pulses|schedules?)[.?]?$/i,
  async handle(edge, request) {
    const own = await programmesOf(edge.app, request.actor);
    const reader = own.find(({ roles }) => roles.some((role) => readingRoles.includes(role)));
    return reader ? pulsesReply(edge, request.actor, reader) : pulseCommand.handle(edge, request);
  },
});

/** One card for each open wave the person is invited to. */
export async function openPulseMessages(edge: EdgeContext, actor: Actor): Promise<readonly Message[]> {
  const app: AppContext = edge.app;
  const waves = await findOpenPulses(app, actor.personId);
  const pulses = await Promise.all(
    waves.map(async (wave) =>
      currentStepReply(edge, actor, await readCurrentStep(app, { ...wave, personId: actor.personId })),
    ),
  );
  return [...pulses, ...(await openBallotMessages(edge, actor))];
}

/** In each programme with open ballots: the ballot, or the list of them. */
async function openBallotMessages(edge: EdgeContext, actor: Actor): Promise<readonly Message[]> {
  const memberships = await membershipsOf(edge.app.store, actor.personId);
  const messages = memberships.map(async ({ programmeId }) => {
    const [first, second] = await openBallotsOf(edge.app, programmeId, actor.personId);
    if (!first) return [];
    if (second) return [await ballotListReply(edge, actor, programmeId)];
    const { reviewId } = first.review;
    return [await ballotReply(edge, actor, { programmeId, reviewId, list: false })];
  });
  return (await Promise.all(messages)).flat();
}

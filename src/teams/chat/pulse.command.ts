/** "pulse": the open pulses and ballots of whoever asks, each at the step where they stand. */

import type { AppContext } from '../../app/context';
import { type OwnProgramme, programmesOf } from '../../app/people/programmes-of';
import type { Message } from '../../app/ports/messenger';
import { openBallotsOf } from '../../app/review/open-ballots';
import { findOpenPulses } from '../../app/wave/find-open-pulses';
import { readCurrentStep } from '../../app/wave/read-current-step';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import type { ProgrammeId } from '../../domain/ids';
import { readingRoles } from '../../domain/programme/reading-roles';
import { defineChatCommand } from '../chat-command';
import { plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';
import { ballotListReply, ballotReply } from '../verbs/ballot-reply';
import { currentStepReply } from '../verbs/pulse-reply';
import { pulsesReply } from '../verbs/pulses-reply';

/** As many cards as one reply brings: whoever has answered these is shown the next. */
const mostCards = 5;

export const pulseCommand = defineChatCommand({
  name: 'pulse',
  pattern: /^(pulse|my pulses?)$/i,
  handle: async (edge, { actor }) => pulseReply(edge, actor, await programmesOf(edge.app, actor)),
});

/** Whoever reads results gets the programme's pulses with their schedules; to others the word means what is open for them. */
export const pulsesCommand = defineChatCommand({
  name: 'pulses',
  pattern: /^(?:show )?(?:the |all )?(?:pulses|schedules?)[.?]?$/i,
  async handle(edge, { actor }) {
    const own = await programmesOf(edge.app, actor);
    const reader = own.find(({ roles }) => roles.some((role) => readingRoles.includes(role)));
    return reader ? pulsesReply(edge, actor, reader) : pulseReply(edge, actor, own);
  },
});

async function pulseReply(
  edge: EdgeContext,
  actor: Actor,
  own: readonly OwnProgramme[],
): Promise<Message | readonly Message[]> {
  const open = await openPulseMessages(edge, actor, own);
  return open.length > 0 ? open : messageOf(noticeCard, { kind: 'nothingOpen' }, plainFrame(edge));
}

/** One card for each open wave the person is invited to, then the ballots, and at last what is answered already; of each kind
 * what closes first comes first. */
export async function openPulseMessages(
  edge: EdgeContext,
  actor: Actor,
  own: readonly OwnProgramme[],
): Promise<readonly Message[]> {
  const app: AppContext = edge.app;
  const programmeIds = own.map(({ programme }) => programme.id);
  const found = await findOpenPulses(app, actor.personId, programmeIds);
  const waves = [...found].sort((one, other) => (one.closesAt < other.closesAt ? -1 : 1));
  const pulses = await Promise.all(
    waves.map(async (wave) => {
      const current = await readCurrentStep(app, { ...wave, personId: actor.personId });
      const isAnswered = current.outcome !== 'open' || current.step.step === 'recorded';
      return { isAnswered, message: currentStepReply(edge, actor, current) };
    }),
  );
  const those = (areAnswered: boolean) =>
    pulses.filter(({ isAnswered }) => isAnswered === areAnswered).map(({ message }) => message);
  const ballots = await openBallotMessages(edge, actor, programmeIds);
  return [...those(false), ...ballots, ...those(true)].slice(0, mostCards);
}

/** In each programme with open ballots: the ballot, or the list of them. */
async function openBallotMessages(
  edge: EdgeContext,
  actor: Actor,
  programmeIds: readonly ProgrammeId[],
): Promise<readonly Message[]> {
  const messages = programmeIds.map(async (programmeId) => {
    const [first, second] = await openBallotsOf(edge.app, programmeId, actor.personId);
    if (!first) return [];
    if (second) return [await ballotListReply(edge, actor, programmeId)];
    const { reviewId } = first.review;
    return [await ballotReply(edge, actor, { programmeId, reviewId, list: false })];
  });
  return (await Promise.all(messages)).flat();
}

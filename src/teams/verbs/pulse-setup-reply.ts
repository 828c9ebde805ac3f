/** The card that answers whatever was done about a pulse that is being set up: always how it stands now. */

import { leadRoles } from '../../app/campaign/plan-campaign';
import type { OwnProgramme } from '../../app/people/programmes-of';
import { programmesOf } from '../../app/people/programmes-of';
import type { Message } from '../../app/ports/messenger';
import { countGroups } from '../../app/pulse-setup/count-groups';
import { emptyPulseDraft, listPulseDrafts } from '../../app/pulse-setup/find-pulse-draft';
import { readOutlook } from '../../app/pulse-setup/read-outlook';
import { waveInTheWay } from '../../app/pulse-setup/wave-in-the-way';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { pulseConfirmedCard } from '../../cards/pulse-confirmed.card';
import { pulsePreviewCard } from '../../cards/pulse-preview.card';
import { type PulseSetupView, pulseSetupCard } from '../../cards/pulse-setup.card';
import { pulseStartCard } from '../../cards/pulse-start.card';
import { type PulsePlaceOnCard, pulseOverview, stepsOnTheWay } from '../../cards/pulse-steps';
import { stageToAskIn } from '../../domain/bank/usual-first-question';
import { localDay } from '../../domain/calendar/local-time';
import type { PulseId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { PulseStep } from '../../domain/pulse/change-draft';
import { type ChatPulse, chatPulseIdOf, looksLikeChatPulse } from '../../domain/pulse/chat-pulse';
import type { Wave } from '../../domain/pulse/wave';
import type { MaskedKind } from '../../domain/text/mask-text';
import type { PulseSetupNotice } from '../../text/en/pulse-setup';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';
import { within } from '../within';

export interface PulseSaid {
  readonly notice?: PulseSetupNotice;
  readonly masked?: readonly MaskedKind[];
}

/** Of Teams' five seconds; what takes longer is there when the card is asked for again. */
const patienceMs = 3_000;
/** The steps that say how many people it is about. */
const counting: readonly PulseStep[] = ['audience', 'leaveOut', 'when'];
/** The steps at which the questions may still be chosen otherwise, or the time. */
const choosing: readonly PulseStep[] = ['questions', 'own', 'audience', 'when'];

/** Where there is nothing to choose from, the first step of a new one. */
export async function startReply(edge: EdgeContext, actor: Actor, said: PulseSaid = {}): Promise<Message> {
  const led = (await programmesOf(edge.app, actor)).filter(isLed);
  const [only, ...others] = led;
  if (!only) return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
  const programmes = await Promise.all(
    led.map(async ({ programme }) => ({ programme, drafts: await listPulseDrafts(edge.app, programme.id) })),
  );
  const isPlain = others.length === 0 && programmes.every(({ drafts }) => drafts.length === 0);
  if (isPlain && !said.notice) return newPulseReply(edge, actor, only.programme);
  return messageOf(pulseStartCard, { programmes, ...said }, frameOf(edge, actor, only.programme));
}

/** The first step of a new one; nothing is stored until it is saved. */
export function newPulseReply(edge: EdgeContext, actor: Actor, programme: Programme): Promise<Message> {
  const pulseId = chatPulseIdOf(edge.app.newId());
  const pulse = emptyPulseDraft(programme, pulseId, edge.app.clock.now());
  return stepReply(edge, actor, programme, { pulse, step: 'questions' });
}

/** Ids are made here: one that a card carries is no other pulse's. */
export function isChatPulseId(pulseId: PulseId, { pulses }: Pick<Programme, 'pulses'>): boolean {
  return looksLikeChatPulse(pulseId) && pulses.every(({ id }) => id !== pulseId);
}

/** One step, to be filled in. */
export async function stepReply(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  view: Pick<PulseSetupView, 'pulse' | 'step'> & Partial<Omit<PulseSetupView, 'programme' | 'counted'>>,
): Promise<Message> {
  const { app } = edge;
  const stage = stageToAskIn(programme, localDay(app.clock.now(), programme.timeZone));
  const { audience } = view.pulse.definition;
  // What was typed is given back at once: a store that has just not answered is not asked for more.
  const isStoreThere = view.notice !== 'notConfirmed';
  const counted =
    isStoreThere && counting.includes(view.step)
      ? await within(app.clock, patienceMs, countGroups(app, programme, audience))
      : undefined;
  const { definition, revision } = view.pulse;
  const isAtOnce = definition.schedule === undefined && revision > 0;
  const inTheWay =
    isStoreThere &&
    isAtOnce &&
    choosing.includes(view.step) &&
    (await waveInTheWay(app, programme, definition));
  const shown: PulseSetupView = {
    ...{ programme, stage, theme: 'suggested', ...view },
    ...(inTheWay ? { inTheWay } : {}),
    ...(counted?.outcome === 'done' ? { counted: counted.value } : {}),
  };
  return messageOf(pulseSetupCard, shown, frameOf(edge, actor, programme));
}

/** All of it, before it is confirmed. @param waitMs for the people to be counted. */
export async function overviewReply(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  pulse: ChatPulse,
  said: PulseSaid = {},
  waitMs = patienceMs,
): Promise<Message> {
  const { app } = edge;
  const outlook = await within(app.clock, waitMs, readOutlook(app, programme, pulse));
  const view = {
    programme,
    pulse,
    ...said,
    ...(outlook.outcome === 'done' ? { outlook: outlook.value } : {}),
  };
  return messageOf(pulsePreviewCard, view, frameOf(edge, actor, programme));
}

/** A step that its time does not have leads to the choice of time; one that is not a draft any more, to what it became. */
export function placeReply(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  pulse: ChatPulse,
  place: PulsePlaceOnCard,
  said: PulseSaid & Partial<Pick<PulseSetupView, 'stage' | 'theme'>> = {},
  waitMs = patienceMs,
): Promise<Message> {
  const { stage, theme, ...words } = said;
  if (pulse.status === 'retired') return startReply(edge, actor, { notice: 'gone' });
  if (pulse.status !== 'draft') return Promise.resolve(confirmedReply(edge, actor, programme, pulse));
  if (place === pulseOverview) return overviewReply(edge, actor, programme, pulse, words, waitMs);
  const isElsewhere =
    (place === 'day' || place === 'repeat') && !stepsOnTheWay(pulse.definition).includes(place);
  const offered = { ...(stage ? { stage } : {}), ...(theme ? { theme } : {}) };
  return stepReply(edge, actor, programme, {
    ...{ pulse, ...words, ...offered },
    step: isElsewhere ? 'when' : place,
  });
}

export function confirmedReply(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  pulse: ChatPulse,
  wave?: Wave,
): Message {
  const opened = wave && {
    title: wave.title,
    closesAt: wave.closesAt,
    campaignId: wave.campaignId,
    invited: wave.frame.atoms.reduce((sum, { headcount }) => sum + headcount, 0),
  };
  const view = { programme, pulse, ...(opened ? { wave: opened } : {}) };
  return messageOf(pulseConfirmedCard, view, frameOf(edge, actor, programme));
}

export function isLed({ roles }: OwnProgramme): boolean {
  return roles.some((role) => leadRoles.includes(role));
}

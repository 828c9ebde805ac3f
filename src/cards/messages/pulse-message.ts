/** The card of a pulse at the step where a person stands. */

import type { Programme } from '../../domain/programme/programme';
import { firstStep, type Step } from '../../domain/pulse/next-step';
import type { Wave } from '../../domain/pulse/wave';
import type { MaskedKind } from '../../domain/text/mask-text';
import { pulseClosedCard } from '../pulse-closed.card';
import { pulseQuestionCard } from '../pulse-question.card';
import { type PulseRecordedView, pulseRecordedCard } from '../pulse-recorded.card';
import { type CardFrame, withRefresh } from '../template';
import { type CardMessage, messageOf } from './message';

export interface PulsePlace {
  readonly programme: Programme;
  readonly wave: Wave;
  readonly step: Step;
  readonly revision: number;
  readonly backupRetentionDays: number;
}

/** What is said above the card; each goes with the cards that have words for it. */
export type PulseNotice = 'changed' | 'changing' | 'chooseOne' | 'notConfirmed' | 'outOfDate';

export interface PulseSaid {
  readonly notice?: PulseNotice;
  /** What was taken out of the words that were just saved. */
  readonly masked?: readonly MaskedKind[];
  /** With `notConfirmed`: the words, so that they need not be typed again. */
  readonly typed?: string;
}

export function pulseMessage(place: PulsePlace, frame: CardFrame, said: PulseSaid = {}): CardMessage {
  const { programme, wave, step, revision, backupRetentionDays } = place;
  if (step.step === 'recorded') {
    const { notice, masked = [] } = said;
    const known = notice === 'changed' || notice === 'outOfDate' ? { notice } : {};
    return messageOf(pulseRecordedCard, { programme, wave, backupRetentionDays, masked, ...known }, frame);
  }
  const { question, position, total } = step;
  const view = { programme, wave, question, position, total, revision, ...said };
  return messageOf(pulseQuestionCard, view, frame);
}

/** As it is while a wave is remembered: everybody's differs by their refresh alone. */
interface Invitation {
  readonly programme: Programme;
  readonly frame: Pick<CardFrame, 'isSynthetic' | 'timeZone'>;
  readonly message: CardMessage;
}
const invitations = new WeakMap<Wave, Invitation>();

/** The card everybody is sent first: the same for all, and harmless to somebody who has answered meanwhile. */
export function pulseInvitationMessage(programme: Programme, wave: Wave, frame: CardFrame): CardMessage {
  const { message } = invitationTo(programme, wave, frame);
  return { ...message, card: withRefresh(message.card, frame) };
}

function invitationTo(programme: Programme, wave: Wave, { isSynthetic, timeZone }: CardFrame): Invitation {
  const known = invitations.get(wave);
  const isSame = known?.frame.isSynthetic === isSynthetic && known.frame.timeZone === timeZone;
  if (known?.programme === programme && isSame) return known;
  const frame = { isSynthetic, timeZone };
  const step = firstStep(wave.questions);
  const message = pulseMessage({ programme, wave, step, revision: 0, backupRetentionDays: 0 }, frame);
  const made = { programme, frame, message };
  invitations.set(wave, made);
  return made;
}

export function pulseCommentMessage(
  place: Pick<PulseRecordedView, 'programme' | 'wave' | 'backupRetentionDays'>,
  said: Pick<PulseRecordedView, 'notice' | 'masked' | 'typedComment'>,
  frame: CardFrame,
): CardMessage {
  return messageOf(pulseRecordedCard, { ...place, ...said }, frame);
}

/** `typed`: words that came too late, given back because they were not saved. */
export function pulseClosedMessage(
  { programme, wave }: Pick<PulsePlace, 'programme' | 'wave'>,
  frame: CardFrame,
  typed?: string,
): CardMessage {
  const { closedAt, reviewId } = wave;
  // What came of a design review is told with its decision.
  const isHeard = closedAt !== undefined && reviewId === undefined;
  const view = { programme, wave, isHeard, ...(closedAt ? { closedAt } : {}), ...(typed ? { typed } : {}) };
  return messageOf(pulseClosedCard, view, frame);
}

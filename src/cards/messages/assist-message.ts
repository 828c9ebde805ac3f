/** The card on a champion's device at the step where the colleague beside them stands. */

import type { Programme } from '../../domain/programme/programme';
import type { Step } from '../../domain/pulse/next-step';
import type { Wave } from '../../domain/pulse/wave';
import { assistQuestionCard } from '../assist-question.card';
import { type AssistRecordedView, assistRecordedCard } from '../assist-recorded.card';
import type { CardFrame } from '../template';
import { type CardMessage, messageOf } from './message';
import type { PulseSaid } from './pulse-message';

export interface AssistPlace {
  readonly programme: Programme;
  readonly wave: Wave;
  readonly sitting: string;
  readonly backupRetentionDays: number;
  readonly hasStopped: boolean;
}

export function assistStepMessage(
  place: AssistPlace,
  { step, revision }: { readonly step: Step; readonly revision: number },
  frame: CardFrame,
  said: PulseSaid = {},
): CardMessage {
  const { programme, wave, sitting } = place;
  if (step.step === 'recorded') {
    const { notice, masked = [] } = said;
    const isKnown = notice === 'changed' || notice === 'outOfDate' || notice === 'notConfirmed';
    const known = isKnown ? { notice } : {};
    return assistRecordedMessage(place, { masked, ...known }, frame);
  }
  const { question, position, total } = step;
  const view = { programme, wave, sitting, question, position, total, revision, ...said };
  return messageOf(assistQuestionCard, view, frame);
}

export function assistRecordedMessage(
  place: AssistPlace,
  said: Pick<AssistRecordedView, 'notice' | 'masked' | 'typedComment'>,
  frame: CardFrame,
): CardMessage {
  return messageOf(assistRecordedCard, { ...place, ...said }, frame);
}

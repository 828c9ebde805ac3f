/** Decides whether a tap counts: only one made on the current card does, so a late or repeated one changes nothing. */

import type { AtomId, QuestionId, WaveId } from '../ids';
import type { Day } from '../instant';
import type { AnswerSheet } from './answer';
import { fitsQuestion } from './fits-question';
import type { AnswerValue, Question } from './question';

export interface Tap {
  readonly questionId: QuestionId;
  /** The revision the card was rendered for; 0 before the first answer. */
  readonly revision: number;
  readonly value: AnswerValue;
}

export interface AnswerSituation {
  readonly waveId: WaveId;
  readonly questions: readonly Question[];
  readonly answerKey: string;
  readonly atomId: AtomId;
  readonly today: Day;
  /** Undefined before the first answer. */
  readonly sheet: AnswerSheet | undefined;
}

export type AnswerOutcome =
  | { readonly outcome: 'recorded'; readonly isChange: boolean; readonly sheet: AnswerSheet }
  /** Nothing changes; the current card is the reply. */
  | { readonly outcome: 'outOfDate' }
  /** The value is not one this question takes, or the wave does not ask the question. */
  | { readonly outcome: 'notAnAnswer' };

export function acceptAnswer(situation: AnswerSituation, tap: Tap): AnswerOutcome {
  const { sheet, questions, waveId, answerKey, atomId, today } = situation;
  const question = questions.find(({ id }) => id === tap.questionId);
  if (!question || !fitsQuestion(question, tap.value)) return { outcome: 'notAnAnswer' };
  if (tap.revision !== (sheet?.revision ?? 0)) return { outcome: 'outOfDate' };
  return {
    outcome: 'recorded',
    isChange: sheet?.values[tap.questionId] !== undefined,
    sheet: {
      waveId,
      answerKey,
      atomId,
      answeredOn: today,
      revision: tap.revision + 1,
      values: { ...sheet?.values, [tap.questionId]: tap.value },
    },
  };
}

/** What a person sees next in a wave: a question, or that everything is recorded. */

import type { QuestionId } from '../ids';
import type { AnswerSheet } from './answer';
import type { Question } from './question';

export type Step =
  | {
      readonly step: 'question';
      readonly question: Question;
      readonly position: number;
      readonly total: number;
    }
  | { readonly step: 'recorded' };

/** The first question without an answer: what any device shows when it is opened. */
export function currentStep(questions: readonly Question[], sheet: AnswerSheet | undefined): Step {
  return stepAt(
    questions,
    questions.findIndex(({ id }) => sheet?.values[id] === undefined),
  );
}

/** The question after the one just answered, whether or not it has an answer: that is how answers are changed. */
export function stepAfter(questions: readonly Question[], answered: QuestionId): Step {
  const index = questions.findIndex(({ id }) => id === answered);
  return stepAt(questions, index === -1 ? -1 : index + 1);
}

/** The first question again, for a person who wants to change what they said. */
export function firstStep(questions: readonly Question[]): Step {
  return stepAt(questions, 0);
}

function stepAt(questions: readonly Question[], index: number): Step {
  const question = questions[index];
  return question
    ? { step: 'question', question, position: index + 1, total: questions.length }
    : { step: 'recorded' };
}

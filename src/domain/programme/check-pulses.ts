/** Pulses: short, the confidence question first, every question answerable. */

import type { PulseDefinition, Question } from '../pulse/question';
import { findDuplicates } from './find-duplicates';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

export const maximumQuestions = 9;
/** A scale is one choice input: more values than this cannot be read on a phone. */
export const maximumScaleSteps = 20;

export function checkPulses({ pulses }: ProgrammeDraft): ProgrammeProblem[] {
  return [
    ...findDuplicates(pulses ?? [], 'id', ['pulses'], 'pulse'),
    ...(pulses ?? []).flatMap((pulse, index) => checkPulse(pulse, ['pulses', index])),
  ];
}

function checkPulse(pulse: PulseDefinition, path: readonly (string | number)[]): ProgrammeProblem[] {
  const problems = findDuplicates(pulse.questions, 'id', [...path, 'questions'], 'question');
  const count = pulse.questions.length;
  if (count < 1 || count > maximumQuestions) {
    problems.push({
      path: [...path, 'questions'],
      message: `a pulse asks one to ${maximumQuestions} questions, not ${count}`,
      remedy: 'Keep the ones you will act on; three is the usual number.',
    });
  }
  const [first] = pulse.questions;
  if (first && first.kind !== 'confidence') {
    problems.push({
      path: [...path, 'questions', 0, 'kind'],
      message: `the first question of a pulse is its confidence question, not "${first.kind}"`,
      remedy: 'Put a question of kind confidence first: readiness is judged on it.',
    });
  }
  if (pulse.audience.kind === 'random' && !(pulse.audience.share > 0 && pulse.audience.share <= 1)) {
    problems.push({
      path: [...path, 'audience', 'share'],
      message: `a share of the staff is above 0 and at most 1, not ${pulse.audience.share}`,
      remedy: 'Write a quarter as 0.25.',
    });
  }
  return [
    ...problems,
    ...pulse.questions.flatMap((question, index) => checkQuestion(question, [...path, 'questions', index])),
  ];
}

function checkQuestion(question: Question, path: readonly (string | number)[]): ProgrammeProblem[] {
  if (question.kind === 'choice')
    return findDuplicates(question.choices, 'id', [...path, 'choices'], 'choice');
  if (question.kind !== 'scale') return [];
  const steps = question.maximum - question.minimum;
  if (steps >= 1 && steps <= maximumScaleSteps) return [];
  return [
    {
      path: [...path, 'maximum'],
      message: `a scale from ${question.minimum} to ${question.maximum} cannot be answered`,
      remedy: `Make the maximum larger than the minimum, by at most ${maximumScaleSteps}.`,
    },
  ];
}

/** Pulses: short, the confidence question first, every question answerable. */

import type { PulseDefinition, Question } from '../pulse/question';
import { checkAudience } from './check-audience';
import { checkSchedule } from './check-schedule';
import { findDuplicates } from './find-duplicates';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

export const maximumQuestions = 9;
/** A scale is one choice input: more values than this cannot be read on a phone. */
export const maximumScaleSteps = 20;

export function checkPulses(programme: ProgrammeDraft): ProgrammeProblem[] {
  const { pulses = [] } = programme;
  return [
    ...findDuplicates(pulses, 'id', ['pulses'], 'pulse'),
    ...pulses.flatMap((pulse, index) => checkPulse(pulse, programme, ['pulses', index])),
  ];
}

function checkPulse(
  pulse: PulseDefinition,
  programme: ProgrammeDraft,
  path: readonly (string | number)[],
): ProgrammeProblem[] {
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
  return [
    ...problems,
    ...checkSchedule(pulse, programme.stages, path),
    ...checkAudience(pulse.audience, programme, [...path, 'audience']),
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

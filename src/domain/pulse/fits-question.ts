/** Whether a value is an answer to a question: the last check before anything is stored. */

import { worksAnswers } from '../review/review';
import { type AnswerValue, outsideAnswers, points, type Question } from './question';

export const maximumTextLength = 2000;

export function fitsQuestion(question: Question, value: AnswerValue): boolean {
  switch (question.kind) {
    case 'confidence':
    case 'agreement':
      return value.kind === 'point'
        ? points.includes(value.point)
        : value.kind === 'outside' && outsideAnswers.includes(value.outside);
    case 'scale':
      return (
        value.kind === 'number' &&
        Number.isInteger(value.number) &&
        value.number >= question.minimum &&
        value.number <= question.maximum
      );
    case 'choice':
      return value.kind === 'choice' && question.choices.some(({ id }) => id === value.choice);
    case 'option':
      return (
        isNotMyArea(value) ||
        (value.kind === 'choice' && question.choices.some(({ id }) => id === value.choice))
      );
    case 'works':
      return (
        isNotMyArea(value) ||
        (value.kind === 'choice' && worksAnswers.some((answer) => answer === value.choice))
      );
    case 'text':
      return value.kind === 'text' && value.text.length <= maximumTextLength;
  }
}

function isNotMyArea(value: AnswerValue): boolean {
  return value.kind === 'outside' && value.outside === 'notMyArea';
}

/** What people really said, as counts. */

import type { AnswerValue, Question } from '../../../src/domain/pulse/question';
import type { Part } from '../attacker/surfaces';
import type { DrawnPerson } from './draw-programme';

export interface Counts extends Readonly<Record<Part, number>> {
  readonly n: number;
}

/** Undefined for no answer, and for one outside the denominator. */
export function partOf(question: Question, said: AnswerValue | undefined): Part | undefined {
  const middle = question.kind === 'scale' ? (question.minimum + question.maximum) / 2 : 3;
  const value = said?.kind === 'point' ? said.point : said?.kind === 'number' ? said.number : undefined;
  if (value === undefined) return undefined;
  if (value === middle) return 'neutral';
  return value > middle ? 'favourable' : 'unfavourable';
}

export function countsOf(question: Question, people: Iterable<Pick<DrawnPerson, 'said'>>): Counts {
  const counts = { n: 0, favourable: 0, neutral: 0, unfavourable: 0 };
  for (const { said } of people) {
    const part = partOf(question, said[question.id]);
    if (!part) continue;
    counts[part] += 1;
    counts.n += 1;
  }
  return counts;
}

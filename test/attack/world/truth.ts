/** What people really said, as counts. */

import type { AnswerValue, Question } from '../../../src/domain/pulse/question';
import type { WorksAnswer } from '../../../src/domain/review/review';
import type { Part } from '../attacker/surfaces';
import type { DrawnPerson } from './draw-programme';

export interface Counts extends Readonly<Record<Part, number>> {
  readonly n: number;
}

/** Undefined for no answer, and for one outside the denominator. */
export function partOf(question: Question, said: AnswerValue | undefined): Part | undefined {
  if (said?.kind === 'choice') return partOfBallot(question, said.choice);
  const middle = question.kind === 'scale' ? (question.minimum + question.maximum) / 2 : 3;
  const value = said?.kind === 'point' ? said.point : said?.kind === 'number' ? said.number : undefined;
  if (value === undefined) return undefined;
  if (value === middle) return 'neutral';
  return value > middle ? 'favourable' : 'unfavourable';
}

function partOfBallot(question: Question, choice: string): Part | undefined {
  if (question.kind === 'option')
    return choice === (question.favouring ?? question.choices[0]?.id) ? 'favourable' : 'unfavourable';
  const parts = { works: 'favourable', worksWithChanges: 'neutral', doesNotWork: 'unfavourable' } as const;
  return parts[choice as WorksAnswer];
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

/** Who answers what in each wave of the demo: the same on every machine, so that everybody sees the same story. */

import type { PersonRow } from '../../domain/programme/person-row';
import { seededRandom } from './seeded-random';
import { type SimulatedAnswer, simulateAnswer } from './simulate-answer';

export interface DrawnAnswer {
  readonly person: PersonRow;
  readonly answer: SimulatedAnswer;
}

export interface DrawnWave {
  /** From 0. */
  readonly index: number;
  readonly isOpen: boolean;
  /** Who has not answered whatever chance says. */
  readonly silent: readonly PersonRow[];
}

/** One of those that tell the story: two groups below the floor from the third wave on, some groups not heard yet, one
 * held back to protect another, and an overall figure that can be shown. */
const seed = 'answers:25';
/** Of those who answer at all, how many have done so while the wave is still open. */
const answeredSoFar = 0.88;

export function drawAnswers(
  people: readonly PersonRow[],
  { index, isOpen, silent }: DrawnWave,
): readonly DrawnAnswer[] {
  const random = seededRandom(`${seed}:${index}`);
  const isSilent = new Set(silent.map(({ aadObjectId }) => aadObjectId));
  return people.flatMap((person) => {
    const answer = simulateAnswer(person, index, random);
    const isLate = isOpen && random() >= answeredSoFar;
    return answer && !isLate && !isSilent.has(person.aadObjectId) ? [{ person, answer }] : [];
  });
}

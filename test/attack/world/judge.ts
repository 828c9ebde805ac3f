/** Counts which of an attacker's claims are true of people whom nothing may be known of: the only reader of the truth. */

import type { Claim, Insider } from '../attacker/surfaces';
import type { DrawnWave } from './draw-programme';
import { type Counts, countsOf, partOf } from './truth';

export interface Verdict {
  readonly leaks: readonly Claim[];
  /** Claims that do not hold: the attacker took something for granted that is not so. */
  readonly mistaken: readonly Claim[];
}

/** A leak is of people with 1 to k − 1 answers, or tells what (nearly) everybody in a group said whose band alone is
 * shown; by then the claim itself is narrow enough. */
export function judge(claims: readonly Claim[], waves: readonly DrawnWave[], k: number): Verdict {
  const leaks: Claim[] = [];
  const mistaken: Claim[] = [];
  for (const claim of claims) {
    const wave = waves.find(({ waveId }) => waveId === claim.waveId);
    const question = wave?.questions.find(({ id }) => id === claim.questionId);
    if (!wave || !question) continue;
    const claimed = new Set(claim.people);
    const truth = countsOf(
      question,
      wave.people.filter(({ id }) => claimed.has(id)),
    );
    const value = truth[claim.of];
    if (value < claim.low || value > claim.high) mistaken.push(claim);
    else if (claim.about === 'band' ? isNearlyUnanimous(truth) : truth.n >= 1 && truth.n < k)
      leaks.push(claim);
  }
  return { leaks, mistaken };
}

function isNearlyUnanimous({ n, favourable, unfavourable }: Counts): boolean {
  return [favourable, unfavourable].some((count) => count < 2 || count > n - 2);
}

/** One insider for each atom and kind of answer that somebody there gave. */
export function insidersOf(waves: readonly DrawnWave[]) {
  return waves.flatMap((wave) =>
    wave.questions.flatMap((question) => {
      const found = new Map<string, Insider>();
      for (const { id, atomId, said } of wave.people) {
        const part = partOf(question, said[question.id]);
        if (!part || found.has(`${atomId} ${part}`)) continue;
        found.set(`${atomId} ${part}`, {
          waveId: wave.waveId,
          questionId: question.id,
          personId: id,
          said: part,
        });
      }
      return [...found.values()];
    }),
  );
}

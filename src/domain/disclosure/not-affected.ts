/** Whether a group says of a ballot that it is not its area, and what that tells of how few of it took a side. */

import type { AnswerClasses } from './answer-classes';

/** Fewer people than this could tell too much: at most a fifth of them took a side, and that must be 4 or more. */
const leastHeadcount = 20;

/** At least k answered, and at least 80 in 100 of them "not my area". */
export function isNotAffected(
  { n, notMyArea }: AnswerClasses,
  headcount: number,
  minimumGroupSize: number,
): boolean {
  const answered = n + notMyArea;
  return headcount >= leastHeadcount && answered >= minimumGroupSize && n * 5 <= answered;
}

/** Anybody can tell from it that no more than a fifth of the group's people took a side. */
export function notAffectedFewerThan(headcount: number, minimumGroupSize: number): number {
  return Math.min(minimumGroupSize, Math.floor(headcount / 5) + 1);
}

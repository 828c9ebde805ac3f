/** The Wilson score interval: how far chance alone could move a share. */

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

const z95 = 1.959963984540054;

/** Plain Wilson 95 % interval of `favourable` out of `n`, both ends 0 to 1, without continuity correction (Wilson 1927;
 * Newcombe 1998, method 3): every share that a test at 5 % would not reject. It treats those who answered as drawn from
 * a group without end, which makes it wider than it need be where many of a small group answered: verdicts are given on
 * it for that reason. It covers chance, never those who chose not to answer.
 * @throws RangeError unless 0 ≤ favourable ≤ n and n ≥ 1, whole numbers. */
export function wilsonInterval(favourable: number, n: number): Interval {
  checkCounts(favourable, n);
  return exactAtTheEnds(wilsonOfShare(favourable / n, n), favourable, n);
}

/** The same for a share that need not be a whole number of people, such as the edge of a band. */
export function wilsonOfShare(share: number, n: number): Interval {
  return scoreInterval(share, n, 1);
}

/** Wilson 95 % interval of the share of all `headcount` people of a group, of whom `n` answered (O'Neill 2021,
 * "Mathematical properties and finite-population correction for the Wilson score interval"): the variance is multiplied
 * by (N − n) ÷ (N − 1), so the interval closes on the share as the last people answer, and becomes the plain one as N
 * grows. A figure to stand beside the plain interval, with its name; never part of a verdict. N counts those whose
 * answer is outside the denominator too, so it is if anything too wide.
 * @throws RangeError unless 0 ≤ favourable ≤ n ≤ headcount and n ≥ 1, whole numbers. */
export function finitePopulationInterval(favourable: number, n: number, headcount: number): Interval {
  checkCounts(favourable, n);
  if (!Number.isInteger(headcount) || headcount < n) {
    throw new RangeError(`${n} answers cannot come from ${headcount} people`);
  }
  const share = favourable / n;
  if (headcount === n) return { lower: share, upper: share };
  const correction = (headcount - n) / (headcount - 1);
  return exactAtTheEnds(scoreInterval(share, n, correction), favourable, n);
}

/** Solves (share − p)² = z² · p(1 − p) · correction ÷ n for p. */
function scoreInterval(share: number, n: number, correction: number): Interval {
  const z2 = z95 * z95 * correction;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = Math.sqrt((z2 * share * (1 - share)) / n + (z2 * z2) / (4 * n * n)) / (1 + z2 / n);
  return { lower: Math.max(0, centre - half), upper: Math.min(1, centre + half) };
}

function checkCounts(favourable: number, n: number): void {
  if (!Number.isInteger(favourable) || !Number.isInteger(n) || n < 1 || favourable < 0 || favourable > n) {
    throw new RangeError(`no interval for ${favourable} of ${n}`);
  }
}

function exactAtTheEnds({ lower, upper }: Interval, favourable: number, n: number): Interval {
  return { lower: favourable === 0 ? 0 : lower, upper: favourable === n ? 1 : upper };
}

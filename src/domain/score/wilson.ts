/** The Wilson score interval: how far chance alone could move a share. */

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

const z95 = 1.959963984540054;

/** Plain Wilson 95 % interval of `favourable` out of `n`, both ends 0 to 1 (Wilson 1927).
 * @throws RangeError unless 0 ≤ favourable ≤ n and n ≥ 1, whole numbers. */
export function wilsonInterval(favourable: number, n: number): Interval {
  if (!Number.isInteger(favourable) || !Number.isInteger(n) || n < 1 || favourable < 0 || favourable > n) {
    throw new RangeError(`no interval for ${favourable} of ${n}`);
  }
  const { lower, upper } = wilsonOfShare(favourable / n, n);
  return { lower: favourable === 0 ? 0 : lower, upper: favourable === n ? 1 : upper };
}

/** The same for a share that need not be a whole number of people, such as the edge of a band. */
export function wilsonOfShare(share: number, n: number): Interval {
  const z2 = z95 * z95;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { lower: Math.max(0, centre - half), upper: Math.min(1, centre + half) };
}

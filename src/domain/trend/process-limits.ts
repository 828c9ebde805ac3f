/** The limits of an XmR chart: how far a series moves by itself, without anything having changed. */

/** In the unit of the series; `lower` ≤ `mean` ≤ `upper`. */
export interface ProcessLimits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** A value that is not shown: a gap, never filled in. */
export type Observation = number | undefined;

/** Fewer values than this say nothing reliable about what is usual (NHS England, "Making Data Count"). */
export const leastPoints = 12;

/** 3 ÷ 1.128, where 1.128 is the mean range of two values from a normal distribution in standard deviations. */
const rangesToLimit = 2.66;

/** Mean ± 2.66 × mean moving range (Shewhart's individuals chart; Wheeler, "Understanding Variation", 1993). A moving
 * range is taken between neighbours only: never across a gap. Undefined when there are no two neighbours. */
export function processLimits(values: readonly Observation[]): ProcessLimits | undefined {
  const seen = values.filter((value) => value !== undefined);
  const ranges = values.flatMap((value, index) => {
    const before = values[index - 1];
    return value === undefined || before === undefined ? [] : [Math.abs(value - before)];
  });
  if (ranges.length === 0) return undefined;
  const mean = average(seen);
  const reach = rangesToLimit * average(ranges);
  return { mean, lower: mean - reach, upper: mean + reach };
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

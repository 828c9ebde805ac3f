/** The rules by which a point on an XmR chart is more than chance. */

import type { Observation, ProcessLimits } from './process-limits';

/** `outsideLimits`: beyond a limit. `run`: seven in a row on one side of the mean. `trend`: seven in a row, each lower (or
 * each higher) than the one before. `twoOfThree`: two of three in the outer third beside a limit, all three on that side of
 * the mean. */
export const trendRules = ['outsideLimits', 'run', 'trend', 'twoOfThree'] as const;
export type TrendRule = (typeof trendRules)[number];

export interface PointSignal {
  readonly rule: TrendRule;
  readonly direction: 'up' | 'down';
}

const longRun = 7;
/** Sums of shares are not exact: a point on a line is on neither side of it. */
const tolerance = 1e-9;

/** The signals each point is part of, the four rules of NHS England's "Making Data Count" as its XmR tools count them.
 * Values one after another under one set of limits; a gap ends every run, because nobody knows what it would have been. */
export function findSignals(
  values: readonly Observation[],
  limits: ProcessLimits,
): readonly (readonly PointSignal[])[] {
  const signals = values.map((): PointSignal[] => []);
  const flag = (rule: TrendRule, direction: PointSignal['direction'], members: readonly number[]) => {
    for (const at of members) {
      const known = signals[at]?.some((one) => one.rule === rule && one.direction === direction);
      if (!known) signals[at]?.push({ rule, direction });
    }
  };
  for (const direction of ['up', 'down'] as const) {
    const sign = direction === 'up' ? 1 : -1;
    const limit = sign > 0 ? limits.upper : limits.lower;
    const near = limits.mean + ((limit - limits.mean) * 2) / 3;
    const isBeyond = (value: Observation, line: number) =>
      value !== undefined && (value - line) * sign > tolerance;
    const isNear = (value: Observation) => isBeyond(value, near) && !isBeyond(value, limit);
    values.forEach((value, at) => {
      if (isBeyond(value, limit)) flag('outsideLimits', direction, [at]);
      const seven = lastOf(longRun, at);
      if (seven.length === longRun) {
        if (seven.every((one) => isBeyond(values[one], limits.mean))) flag('run', direction, seven);
        const steps = seven.slice(1).map((one) => stepTo(values, one) * sign);
        if (steps.every((step) => step > tolerance)) flag('trend', direction, seven);
      }
      const three = lastOf(3, at);
      const close = three.filter((one) => isNear(values[one]));
      const isOneSided = three.every((one) => isBeyond(values[one], limits.mean));
      if (three.length === 3 && close.length >= 2 && isOneSided) flag('twoOfThree', direction, close);
    });
  }
  return signals;
}

/** The `count` places that end at `at`, fewer near the beginning. */
function lastOf(count: number, at: number): readonly number[] {
  const first = Math.max(0, at - count + 1);
  return Array.from({ length: at - first + 1 }, (_, index) => first + index);
}

function stepTo(values: readonly Observation[], at: number): number {
  const [before, value] = [values[at - 1], values[at]];
  return before === undefined || value === undefined ? 0 : value - before;
}

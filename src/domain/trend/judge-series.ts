/** Gives each value of a series the limits that hold for it and the signals it is part of. */

import type { Day } from '../instant';
import type { DeclaredChange } from '../programme/programme';
import { findSignals, type PointSignal } from './find-signals';
import { leastPoints, type Observation, type ProcessLimits, processLimits } from './process-limits';

export interface DatedValue {
  readonly on: Day;
  /** Absent where it may not be shown. */
  readonly value?: number;
}

export interface Judgement {
  /** Absent while there are too few values. */
  readonly limits?: ProcessLimits;
  readonly signals: readonly PointSignal[];
}

/** Oldest first. A declared change starts a new stretch with the first value on or after its day. A stretch of at least 12
 * values has limits of its own; one that is shorter is judged by those of the stretch before it, so that declaring a change
 * silences nothing until there is enough to say what is usual now. Runs do not reach from one set of limits into another. */
export function judgeSeries(
  series: readonly DatedValue[],
  changes: readonly DeclaredChange[],
): readonly Judgement[] {
  const judged: Judgement[] = [];
  for (const { limits, values } of underOneLimit(stretchesOf(series, changes))) {
    const signals = limits ? findSignals(values, limits) : values.map(() => []);
    judged.push(...signals.map((found) => ({ ...(limits ? { limits } : {}), signals: found })));
  }
  return judged;
}

interface Stretch {
  readonly limits?: ProcessLimits | undefined;
  readonly values: readonly Observation[];
}

function stretchesOf(
  series: readonly DatedValue[],
  changes: readonly DeclaredChange[],
): readonly (readonly Observation[])[] {
  const days = [...new Set(changes.map(({ on }) => on))].sort();
  const stretches = new Map<number, Observation[]>();
  for (const { on, value } of series) {
    const index = days.filter((day) => day <= on).length;
    stretches.set(index, [...(stretches.get(index) ?? []), value]);
  }
  return [...stretches.values()];
}

/** Stretches that share limits, joined. */
function underOneLimit(stretches: readonly (readonly Observation[])[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const values of stretches) {
    const isLong = values.filter((value) => value !== undefined).length >= leastPoints;
    const limits = isLong ? processLimits(values) : undefined;
    const last = joined.at(-1);
    if (limits || !last) joined.push({ limits, values });
    else joined[joined.length - 1] = { ...last, values: [...last.values, ...values] };
  }
  return joined;
}

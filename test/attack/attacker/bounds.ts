/** The least and the most that a sum of answers can be, given all that is known. */

import type { LegacyHighs } from 'highs';
import { LargePolytope, largeSlack } from './large-polytope';
import { type Optimum, Polytope } from './polytope';
import type { Part } from './surfaces';
import { type LinearSum, type System, sumOf } from './system';

export interface Bounded extends Range {
  /** Both ends are reached by whole numbers of people, so that no closer look can tell more. */
  readonly isExact: boolean;
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

const slack = 1e-6;
const mostSeen = 400;
/** From so many rows on the solver is faster than a tableau. */
const manyRows = 300;

/** Linear bounds, rounded inwards to whole numbers; remembers every solution that it saw. */
export class Bounds {
  private readonly polytope: Polytope | LargePolytope;
  private readonly slack: number;
  private readonly seen: Float64Array[] = [];
  private readonly whole: Float64Array[] = [];

  /** `known`: answers in whole numbers that satisfy the system. `solver`: for a large one. */
  constructor(
    readonly system: System,
    { known = [], solver }: { readonly known?: readonly Float64Array[]; readonly solver?: LegacyHighs } = {},
  ) {
    const { variables, rows } = system;
    const forLarge = rows.length > manyRows ? solver : undefined;
    this.slack = forLarge ? largeSlack : slack;
    this.polytope = forLarge ? new LargePolytope(variables, rows, forLarge) : new Polytope(variables, rows);
    for (const point of known) this.note(point);
  }

  /** Solutions in whole numbers that were seen. */
  get wholeSolutions(): readonly Float64Array[] {
    return this.whole;
  }

  note(point: Float64Array): void {
    if (this.seen.length >= mostSeen) return;
    this.seen.push(point);
    if (isWhole(point)) this.whole.push(point);
  }

  /** False when what is known contradicts itself. */
  get isConsistent(): boolean {
    return this.polytope.isFeasible;
  }

  sum(cells: readonly number[], factors: Readonly<Record<Part, number>>): LinearSum {
    return sumOf(this.system.places, cells, factors);
  }

  rangeOf(sum: LinearSum): Bounded {
    if (sum.terms.length === 0) return { low: sum.constant, high: sum.constant, isExact: true };
    const lowest = this.highest(sum, -1);
    const highest = this.highest(sum, 1);
    const low = Math.ceil(sum.constant - lowest.value - this.slack) + 0;
    const high = Math.floor(sum.constant + highest.value + this.slack);
    return { low, high, isExact: this.isReached(sum, low, 1) && this.isReached(sum, high, -1) };
  }

  /** True when solutions already seen are at least `width` apart: then there is no need to ask for more. */
  isWide(sum: LinearSum, width: number): boolean {
    let [low, high] = [Infinity, -Infinity];
    for (const point of this.seen) {
      const value = valueAt(sum, point);
      low = Math.min(low, value);
      high = Math.max(high, value);
      if (high - low >= width) return true;
    }
    return false;
  }

  /** Solutions already seen at the two ends of a range. */
  endsOf(sum: LinearSum, { low, high }: Range): readonly (readonly Float64Array[])[] {
    const beyond = (end: number, sign: 1 | -1) =>
      this.seen.filter((point) => sign * (sum.constant + valueAt(sum, point) - end) < slack);
    return [beyond(low, 1), beyond(high, -1)];
  }

  /** True when a solution already seen, in whole numbers, is at this end or beyond. */
  private isReached(sum: LinearSum, end: number, sign: 1 | -1): boolean {
    return this.whole.some((point) => sign * (sum.constant + valueAt(sum, point) - end) < slack);
  }

  private highest({ terms }: LinearSum, sign: number): Optimum {
    const objective = new Float64Array(this.system.variables);
    for (const [variable, factor] of terms) objective[variable] = factor * sign;
    const optimum = this.polytope.maximise(objective);
    this.note(optimum.point);
    return optimum;
  }
}

function isWhole(point: Float64Array): boolean {
  return point.every((value) => Math.abs(value - Math.round(value)) < slack);
}

export function valueAt({ terms }: Pick<LinearSum, 'terms'>, point: Float64Array): number {
  let value = 0;
  for (const [variable, factor] of terms) value += factor * (point[variable] ?? 0);
  return value;
}

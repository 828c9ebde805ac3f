/** The same bounds by HiGHS: a tableau of many hundred rows takes minutes for what its sparse simplex does at once. */

import type { LegacyHighs } from 'highs';
import { programmeText } from './linear-text';
import type { LinearRow, Optimum } from './polytope';

/** How far the solver's answer may be from the truth: sums of hundreds of terms, each within its tolerance of 1e-7. */
export const largeSlack = 1e-4;

export class LargePolytope {
  readonly isFeasible: boolean;

  constructor(
    private readonly variables: number,
    private readonly rows: readonly LinearRow[],
    private readonly solver: LegacyHighs,
  ) {
    this.isFeasible = this.solve([[0, 0]]) !== undefined;
  }

  /** The highest value of `objective · x`. @throws RangeError when there is none. */
  maximise(objective: Float64Array): Optimum {
    const terms = [...objective.entries()].filter(([, factor]) => factor !== 0);
    const point = this.solve(terms);
    if (!point) throw new RangeError('there is no highest value');
    const value = terms.reduce((sum, [variable, factor]) => sum + factor * (point[variable] ?? 0), 0);
    return { value, point };
  }

  private solve(terms: LinearRow['terms']): Float64Array | undefined {
    const text = programmeText('Maximize', terms, this.rows);
    const { Status, Columns } = this.solver.solve(text);
    if (Status !== 'Optimal') return undefined;
    return Float64Array.from({ length: this.variables }, (_, index) => {
      const column = Columns[`x${index}`];
      return column && 'Primal' in column ? column.Primal : 0;
    });
  }
}

/** The same bounds over whole numbers of people, by HiGHS: sharper where fractions were possible. */

import loadHighs, { type LegacyHighs } from 'highs';
import { programmeText } from './linear-text';
import type { LinearSum, System } from './system';

export type { LegacyHighs };
export const loadSolver = (): Promise<LegacyHighs> => loadHighs();

/** Solves are slow beside linear ones, so each table has so many, and each so long. */
const solvesAtMost = 16;
const secondsAtMost = 0.3;

export class WholeNumbers {
  private solves = 0;

  constructor(private readonly solver: LegacyHighs) {}

  /** The answers with the least and the most of `sum`; `undefined` when there was no time for it. */
  endsOf(system: System, sum: LinearSum): readonly [least: Float64Array, most: Float64Array] | undefined {
    if (this.solves >= solvesAtMost) return undefined;
    this.solves += 2;
    const least = this.solve(system, sum, 'Minimize');
    const most = least && this.solve(system, sum, 'Maximize');
    return most && [least, most];
  }

  private solve(
    { variables, rows }: System,
    { terms }: LinearSum,
    direction: 'Minimize' | 'Maximize',
  ): Float64Array | undefined {
    const names = Array.from({ length: variables }, (_, index) => `x${index}`);
    const text = programmeText(direction, terms, rows, names);
    const { Status, Columns } = this.solver.solve(text, { time_limit: secondsAtMost });
    if (Status !== 'Optimal') return undefined;
    return Float64Array.from(names, (name) => {
      const column = Columns[name];
      return column && 'Primal' in column ? Math.round(column.Primal) : 0;
    });
  }
}

/** The same bounds over whole numbers of people, by HiGHS: sharper where fractions were possible. */

import loadHighs, { type LegacyHighs } from 'highs';
import type { Range } from './bounds';
import type { LinearRow } from './polytope';
import type { LinearSum, System } from './system';

export type { LegacyHighs };
export const loadSolver = (): Promise<LegacyHighs> => loadHighs();

/** Solves are slow beside linear ones, so each table has so many, and each so long. */
const solvesAtMost = 24;
const secondsAtMost = 0.4;

export class WholeNumbers {
  private solves = 0;

  constructor(private readonly solver: LegacyHighs) {}

  /** `undefined` when there was no time for it. */
  rangeOf(system: System, sum: LinearSum): Range | undefined {
    if (this.solves >= solvesAtMost) return undefined;
    this.solves += 2;
    const low = optimum(this.solver, system, sum, 'Minimize');
    const high = low === undefined ? undefined : optimum(this.solver, system, sum, 'Maximize');
    return low === undefined || high === undefined ? undefined : { low, high };
  }
}

function optimum(
  solver: LegacyHighs,
  system: System,
  { terms, constant }: LinearSum,
  direction: 'Minimize' | 'Maximize',
): number | undefined {
  const { variables, rows } = system;
  const text = [
    direction,
    ` o: ${termsText(terms)}`,
    'Subject To',
    ...rows.flatMap(rowText),
    'General',
    ` ${Array.from({ length: variables }, (_, index) => `x${index}`).join(' ')}`,
    'End',
    '',
  ].join('\n');
  const { Status, ObjectiveValue } = solver.solve(text, { time_limit: secondsAtMost });
  return Status === 'Optimal' ? Math.round(ObjectiveValue + constant) : undefined;
}

function rowText({ terms, low, high }: LinearRow): readonly string[] {
  const sum = termsText(terms);
  if (low === high) return [` ${sum} = ${low}`];
  return [
    ...(Number.isFinite(high) ? [` ${sum} <= ${high}`] : []),
    ...(Number.isFinite(low) ? [` ${sum} >= ${low}`] : []),
  ];
}

function termsText(terms: LinearSum['terms']): string {
  return terms
    .map(([variable, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} x${variable}`)
    .join(' ');
}

/** The counts that are still possible: a linear system over the cells that are not known outright. */

import type { Knowledge, Statement } from './knowledge';
import type { LinearRow } from './polytope';
import { of } from './read-row';
import { type Insider, type Part, parts } from './surfaces';

export interface System {
  readonly variables: number;
  readonly rows: readonly LinearRow[];
  readonly places: readonly Place[];
}

/** Where a cell's counts are: known, or three variables from `first` on. */
export type Place =
  | { readonly known: Readonly<Record<Part, number>> }
  | { readonly first: number; readonly known?: undefined };

export interface LinearSum {
  readonly terms: readonly (readonly [variable: number, factor: number])[];
  readonly constant: number;
}

export function systemOf({ cells, statements }: Knowledge, insider?: Insider): System {
  let variables = 0;
  const single = new Map<number, Statement[]>();
  for (const statement of statements) {
    const [only] = statement.cells;
    if (only === undefined || statement.cells.length > 1) continue;
    single.set(only, [...(single.get(only) ?? []), statement]);
  }
  const places = cells.map((_, index): Place => {
    const known = knownOf(single.get(index) ?? []);
    if (known) return { known };
    variables += 3;
    return { first: variables - 3 };
  });
  const rowOf = (statement: Statement): LinearRow => {
    const { terms, constant } = sumOf(places, statement.cells, statement.factors);
    return { terms, low: statement.low - constant, high: statement.high - constant };
  };
  const most = cells.map(({ people }, index) => ({
    cells: [index],
    factors: of.n,
    low: -Infinity,
    high: people.length,
  }));
  const own = insider ? ownAnswer(insider, cells) : [];
  return {
    variables,
    rows: merge([...statements, ...most, ...own].map(rowOf)),
    places,
  };
}

/** The sum of factor × count over the cells. */
export function sumOf(
  places: readonly Place[],
  cells: readonly number[],
  factors: Readonly<Record<Part, number>>,
): LinearSum {
  const terms: [number, number][] = [];
  let constant = 0;
  for (const cell of cells) {
    const place = places[cell];
    for (const [offset, part] of parts.entries()) {
      const factor = factors[part];
      if (place?.known) constant += factor * place.known[part];
      else if (place && factor !== 0) terms.push([place.first + offset, factor]);
    }
  }
  return { terms, constant };
}

function knownOf(statements: readonly Statement[]): Readonly<Record<Part, number>> | undefined {
  const exact = (factors: Statement['factors']) =>
    statements.find(
      ({ factors: own, low, high }) => low === high && parts.every((part) => own[part] === factors[part]),
    )?.low;
  const n = exact(of.n);
  const favourable = exact(of.favourable);
  const difference = exact({ favourable: 1, neutral: 0, unfavourable: -1 });
  const unfavourable =
    exact(of.unfavourable) ??
    (favourable !== undefined && difference !== undefined ? favourable - difference : undefined);
  if (n === undefined || favourable === undefined || unfavourable === undefined) return undefined;
  return { favourable, unfavourable, neutral: n - favourable - unfavourable };
}

function ownAnswer({ personId, said }: Insider, cells: Knowledge['cells']): readonly Statement[] {
  const cell = cells.findIndex(({ people }) => people.includes(personId));
  return [{ cells: [cell], factors: of[said], low: 1, high: Infinity }];
}

/** One row for each sum that is spoken of. */
function merge(rows: readonly LinearRow[]): readonly LinearRow[] {
  const merged = new Map<string, LinearRow>();
  for (const { terms, low, high } of rows) {
    if (terms.length === 0) continue;
    const key = terms.map(([variable, factor]) => `${variable}:${factor}`).join();
    const known = merged.get(key);
    merged.set(key, {
      terms,
      low: Math.max(low, known?.low ?? -Infinity),
      high: Math.min(high, known?.high ?? Infinity),
    });
  }
  return [...merged.values()];
}

/** Sums and differences: which combinations of released groups name a set of few people exactly. */

import type { Knowledge } from './knowledge';
import type { NamedSet } from './named-sets';
import { attributes } from './surfaces';
import type { LegacyHighs } from './whole-numbers';

/** How many combinations are asked for. */
const asked = 3;
/** More kinds of people than this are too many for the solver. */
const kindsAtMost = 160;

/** Sets of people whose number of answers follows from adding and subtracting released groups, with 1 to k − 1 answers.
 * An integer programme looks for them: a factor for each released group, so that each person counts once or not at all.
 * Only where groups cross: unions of suppressed atoms are bounded one by one. */
export function combinations(knowledge: Knowledge, k: number, solver: LegacyHighs): readonly NamedSet[] {
  const released = knowledge.rows.filter(({ row }) => row.figures.n != null);
  if (!released.some(({ row }) => attributes.some((attribute) => attribute === row.kind))) return [];
  const alike = alikeCells(knowledge.cells.length, released);
  if (alike.length > kindsAtMost) return [];
  const found: NamedSet[] = [];
  const excluded: string[] = [];
  while (found.length < asked) {
    const { Status, Columns } = solver.solve(programme(released, alike, k, excluded), { time_limit: 1 });
    if (Status !== 'Optimal') break;
    const chosen = alike.map((_, index) => Math.round(primalOf(Columns[`x${index}`])) === 1);
    const used = released.flatMap(({ row }, index) => {
      const factor = primalOf(Columns[`c${index}`]);
      return Math.abs(factor) > 1e-6 ? [`${factor > 0 ? '+' : '−'} ${row.groupId}`] : [];
    });
    found.push({
      kind: 'difference',
      cells: alike.flatMap(({ cells }, index) => (chosen[index] ? cells : [])),
      how: used.join(' '),
    });
    excluded.push(but(chosen));
  }
  return found;
}

interface Alike {
  readonly cells: readonly number[];
  readonly groups: readonly number[];
}

/** Cells that are in the same released groups. */
function alikeCells(count: number, released: Knowledge['rows']): readonly Alike[] {
  const members = released.map(({ cells }) => new Set(cells));
  const alike = new Map<string, { cells: number[]; groups: number[] }>();
  for (let cell = 0; cell < count; cell += 1) {
    const groups = members.flatMap((group, index) => (group.has(cell) ? [index] : []));
    const known = alike.get(groups.join()) ?? { cells: [], groups };
    alike.set(groups.join(), known);
    known.cells.push(cell);
  }
  return [...alike.values()];
}

function programme(
  released: Knowledge['rows'],
  alike: readonly Alike[],
  k: number,
  excluded: readonly string[],
): string {
  const answers = released.map(({ row }, index) => `+ ${row.figures.n ?? 0} c${index}`).join(' ');
  return [
    'Minimize',
    ` o: ${answers}`,
    'Subject To',
    ...alike.map(({ groups }, index) =>
      ` ${groups.map((group) => `+ c${group}`).join(' ')} - x${index} = 0`.replace(/^ {2}-/, ' -'),
    ),
    ` ${answers} >= 1`,
    ` ${answers} <= ${k - 1}`,
    ...excluded,
    'Bounds',
    ...released.map((_, index) => ` -3 <= c${index} <= 3`),
    'Binary',
    ` ${alike.map((_, index) => `x${index}`).join(' ')}`,
    'End',
    '',
  ].join('\n');
}

/** Any other set than this one. */
function but(chosen: readonly boolean[]): string {
  const ones = chosen.filter(Boolean).length;
  return ` ${chosen.map((isIn, index) => `${isIn ? '-' : '+'} x${index}`).join(' ')} >= ${1 - ones}`;
}

function primalOf(column: unknown): number {
  const primal = column !== null && typeof column === 'object' && 'Primal' in column ? column.Primal : 0;
  return typeof primal === 'number' ? primal : 0;
}

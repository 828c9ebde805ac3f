/** What a single released row says by itself of any of its people: that is what the product means to publish. */

import { Bounds } from './bounds';
import type { CellOfPeople } from './cells';
import type { Knowledge } from './knowledge';
import type { Narrow } from './narrow';
import { of } from './read-row';
import type { Insider } from './surfaces';
import { systemOf } from './system';
import type { LegacyHighs } from './whole-numbers';

/** True where one released group of k answers or more, with the insider's own answer, bounds a difference as closely as
 * everything together does. With 2 favourable answers shown and one's own among them, one other is left in every part of
 * that group: no subtraction taught that. */
export function isToldByOneRow(
  { set, measure, range }: Narrow,
  { rows, cells, statements }: Knowledge,
  insider?: Insider,
): boolean {
  if (set.kind !== 'difference') return false;
  const inSet = new Set(set.cells);
  const whole = (indices: readonly number[]): CellOfPeople => ({
    people: indices.flatMap((index) => cells[index]?.people ?? []),
    atomId: '',
    isAssisted: false,
    traits: {},
  });
  const around = [
    set.cells,
    ...rows
      .filter(
        ({ row, cells: members }) =>
          row.figures.n != null && set.cells.every((cell) => members.includes(cell)),
      )
      .map((row) => row.cells),
  ];
  return around.some((members) => {
    const two = [whole(set.cells), whole(members.filter((cell) => !inSet.has(cell)))];
    const about = statements.filter((statement) => statement.cells.join() === members.join());
    const known = {
      cells: two,
      rows: [],
      // Nothing is shown of the set itself: it alone is what the insider knows.
      statements: members === set.cells ? [] : about.map((statement) => ({ ...statement, cells: [0, 1] })),
    };
    const isThere = insider && two.some(({ people }) => people.includes(insider.personId));
    const bounds = new Bounds(systemOf(known, isThere ? insider : undefined));
    const alone = bounds.rangeOf(bounds.sum([0], of[measure]));
    return alone.high - alone.low <= range.high - range.low;
  });
}

/** True where the tables bound a side as closely without what is told of the sides. */
export function isToldWithoutSides(
  { set, measure, range }: Narrow,
  knowledge: Knowledge,
  solver: LegacyHighs,
  insider?: Insider,
): boolean {
  if (!set.isSide) return false;
  const statements = knowledge.statements.filter(({ isAssisted }) => !isAssisted);
  const bounds = new Bounds(systemOf({ ...knowledge, statements }, insider), { solver });
  const before = bounds.rangeOf(bounds.sum(set.cells, of[measure]));
  return before.high - before.low < range.high - range.low + 1;
}

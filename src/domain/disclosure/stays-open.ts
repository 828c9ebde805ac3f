/** Shows that a hidden count stays open, by finding other answers that would look just the same. */

import { bandOf, isNearlyUnanimous, unfavourableBandOf } from './band';
import type { HiddenCells } from './hidden-cells';
import type { CellEnd, TableCell } from './suppression-table';

type AnswerClass = 'favourable' | 'neutral' | 'unfavourable';
/** One person of a cell answers `to` in place of `from`; `none` is no answer. */
interface Move {
  readonly from: AnswerClass | 'none';
  readonly to: AnswerClass | 'none';
}
type Counts = Record<AnswerClass, number>;

/** A count of some cells together, and how many values it must be able to take. */
export interface OpenCount {
  readonly cells: ReadonlySet<number>;
  readonly of: 'n' | 'favourable' | 'unfavourable';
  readonly values: number;
}

export interface HiddenTable {
  readonly cells: readonly TableCell[];
  readonly bySum: ReadonlyMap<string, readonly number[]>;
  readonly hidden: HiddenCells;
  readonly minimumGroupSize: number;
}

/** An answer that the attacker knows because it is their own. */
interface OwnAnswer {
  readonly index: number;
  readonly answer: AnswerClass;
}

/** True when answers can be moved, one at a time, round rings of hidden cells so that the count takes that many values,
 * while every figure that is shown, every label and every band stays as it is: for anybody who knows one answer of these
 * cells, their own, and, because no other atom's last answer of a kind is taken, for anybody else.
 *
 * Finding such answers proves that the count is open; not finding them proves nothing, and is treated as a leak. */
export function staysOpen(table: HiddenTable, open: OpenCount): boolean {
  const owners = [...open.cells].flatMap((index) =>
    answerClassNames
      .filter((answer) => (table.cells[index]?.answers[answer] ?? 0) > 0)
      .map((answer): OwnAnswer => ({ index, answer })),
  );
  return [undefined, ...owners].every((own) => staysOpenTo(own, table, open));
}

function staysOpenTo(own: OwnAnswer | undefined, table: HiddenTable, open: OpenCount): boolean {
  let values = 1;
  for (const direction of [1, -1] as const) {
    const counts = new MovedCounts(table.cells);
    while (values < open.values && moveOnce(table, { ...open, direction, own }, counts)) values += 1;
  }
  return values >= open.values;
}

interface Push extends OpenCount {
  readonly direction: 1 | -1;
  readonly own: OwnAnswer | undefined;
}

/** The answers of each cell after the moves so far; copied only where they are looked at. */
class MovedCounts {
  private readonly looked = new Map<number, Counts>();

  constructor(private readonly cells: readonly TableCell[]) {}

  of(index: number): Counts {
    const known = this.looked.get(index);
    if (known) return known;
    const { favourable = 0, neutral = 0, unfavourable = 0 } = this.cells[index]?.answers ?? {};
    const counts = { favourable, neutral, unfavourable };
    this.looked.set(index, counts);
    return counts;
  }
}

const answerClassNames = ['favourable', 'neutral', 'unfavourable'] as const;

function movesOf(of: OpenCount['of'], direction: 1 | -1): readonly Move[] {
  const others = of === 'n' ? [] : answerClassNames.filter((name) => name !== of);
  const forward: readonly Move[] =
    of === 'n'
      ? answerClassNames.map((to) => ({ from: 'none', to }))
      : [{ from: 'none', to: of }, ...others.map((from): Move => ({ from, to: of }))];
  return direction === 1 ? forward : forward.map(reversed);
}

const reversed = ({ from, to }: Move): Move => ({ from: to, to: from });

function moveOnce(table: HiddenTable, { of, cells, direction, own }: Push, counts: MovedCounts): boolean {
  for (const move of movesOf(of, direction)) {
    for (const start of cells) {
      const kept = own?.index === start && own.answer === move.from ? 1 : 0;
      if (!canMove(table, { index: start, move, kept }, counts)) continue;
      const ring = findRing(table, { start, move, avoid: cells }, counts);
      if (!ring) continue;
      for (const { index, made } of [{ index: start, made: move }, ...ring]) apply(counts.of(index), made);
      return true;
    }
  }
  return false;
}

interface Step {
  readonly index: number;
  readonly made: Move;
}

/** Cells that make up for the move in every sum, none of them in `avoid`. */
function findRing(
  table: HiddenTable,
  { start, move, avoid }: { start: number; move: Move; avoid: ReadonlySet<number> },
  counts: MovedCounts,
): readonly Step[] | undefined {
  const ends = table.cells[start]?.ends;
  if (!ends) return undefined;
  const [first, last] = ends;
  interface Place {
    readonly end: CellEnd;
    /** +1: the sum has one `move` too many; −1: one too few. */
    readonly excess: number;
    readonly steps: readonly Step[];
  }
  const waiting: Place[] = [{ end: first, excess: first.sign, steps: [] }];
  const seen = new Set([first.sum]);
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    for (const index of table.bySum.get(at.end.sum) ?? []) {
      const cell = table.cells[index];
      if (!cell || index === start || avoid.has(index)) continue;
      const here = cell.ends.find(({ sum }) => sum === at.end.sum);
      const there = cell.ends.find((end) => end !== here);
      if (!here || !there || (seen.has(there.sum) && there.sum !== last.sum)) continue;
      const change = -at.excess * here.sign;
      const made = change > 0 ? move : reversed(move);
      if (!canMove(table, { index, move: made, kept: 1 }, counts)) continue;
      const excess = change * there.sign;
      const steps = [...at.steps, { index, made }];
      if (there.sum === last.sum && excess + last.sign === 0) return steps;
      if (seen.has(there.sum)) continue;
      seen.add(there.sum);
      waiting.push({ end: there, excess, steps });
    }
  }
  return undefined;
}

function canMove(
  { cells, hidden, minimumGroupSize: k }: HiddenTable,
  { index, move: { from, to }, kept }: { readonly index: number; readonly move: Move; readonly kept: number },
  counts: MovedCounts,
): boolean {
  const cell = cells[index];
  if (!cell) return false;
  const now = counts.of(index);
  if (to === 'neutral' && cell.answers.three.length < 3) return false;
  const changesN = from === 'none' || to === 'none';
  // Sums have what their atoms have; of an atom, an answer of the kind may be the attacker's own.
  if (cell.kind === 'atom' && from !== 'none' && now[from] <= kept) return false;
  if (hidden.withheld.has(index)) {
    if (!changesN) return true;
    const after = sum(now) + (from === 'none' ? 1 : -1);
    if (cell.headcount < 2 * k) return after >= 0 && after <= cell.headcount;
    const { fewerThan = k } = cell;
    return sum(now) < k ? after >= 0 && after < fewerThan : after >= k && after <= cell.headcount;
  }
  if (!hidden.banded.has(index) || changesN) return false;
  const after = { ...now };
  apply(after, { from, to });
  const n = sum(after);
  const isSame = bandOf({ n, favourable: after.favourable }) === bandOf(cell.answers);
  const { unfavourable } = after;
  const isSameBelow =
    !cell.tellsBothEnds || unfavourableBandOf({ n, unfavourable }) === unfavourableBandOf(cell.answers);
  const isSameNeed =
    !cell.isBandedByNeedAlone || isNearlyUnanimous({ n, favourable: after.favourable, unfavourable });
  return isSame && isSameBelow && isSameNeed;
}

const sum = ({ favourable, neutral, unfavourable }: Counts) => favourable + neutral + unfavourable;

function apply(counts: Counts, { from, to }: Move): void {
  if (from !== 'none') counts[from] -= 1;
  if (to !== 'none') counts[to] += 1;
}

/** Chooses, for one question, the figures that are withheld or banded so that no few people can be worked out. */

import type { GroupId } from '../ids';
import type { Atom } from '../pulse/wave';
import type { AnswerClasses } from './answer-classes';
import { cellsBySum, type HiddenCells, hiddenByNeed, reachOf } from './hidden-cells';
import type { IntegerProgramme, LinearConstraint, SolveProgramme } from './integer-programme';
import type { WithheldLabel } from './release';
import { type HiddenTable, type OpenCount, staysOpen } from './stays-open';
import { type TableCell, type TableShape, tableCells } from './suppression-table';
import { smallSetsOf } from './watched-sets';

export interface AtomAnswers {
  readonly atom: Atom;
  readonly answers: AnswerClasses;
}

export type Showing = 'shown' | 'band' | WithheldLabel;

export interface Suppression {
  /** One for each group of the table that is a union of atoms. */
  readonly showings: ReadonlyMap<GroupId, Showing>;
  /** True where no choice was found in time: every margin and the total are withheld. */
  readonly isFallback: boolean;
}

/** The fewest and least figures to withhold, as an integer programme that is solved again and again.
 *
 * **Model.** Sums are vertices, figures are edges: an atom joins the sum of its site group and that of its staff family, a
 * margin joins its own sum and that of all margins of its side, the total joins the two sums of margins. At each vertex
 * the whole equals its parts; nothing else ties the figures together. `x` = 1 withholds a figure, `y` = 1 shows only its
 * band. The cost is about 1 to 2 for each atom, by its answers, a third for a band, 4 for a margin, 40 for the total.
 *
 * **Constraints.** A figure hidden by need must lie on a ring of hidden figures, or a sum would give it away: for every set
 * of vertices that parts its two ends, some other figure across is hidden. These constraints are added as they are
 * found to be broken (cut generation), so that few are ever stated.
 *
 * **Check.** Then every set of silent atoms with 1 ≤ n < k must keep at least 2 possible n and 3 possible favourable and
 * unfavourable counts, and a banded atom 2, by answers that would look just the same (`staysOpen`). A set that does not
 * must have its rings through strong figures alone: margins, and atoms with at least 3 answers in each class and an n
 * 3 away from k and N.
 *
 * **Why that suffices.** Let `a` be a silent atom on such a ring, k ≥ 5. Round the ring, figures by turns gain and lose one
 * answer of a kind: every sum stays. Strong figures can do so twice, in each class, whoever's own answer is known.
 * `a` has n ≤ k − 1: where n ≤ k − 3, two more answers can come; else it has k − 2 ≥ 3 answers or more, which change
 * kind or go. So favourable and unfavourable take 3 values, n takes 2. No other silent atom is on the ring, so the same
 * holds for every set of them that has `a`. A set with an atom of k answers or more has n ≥ k and is no leak; nor is a
 * difference of released groups anything but a union of atoms. */
export async function chooseSuppression(shape: TableShape, solve: SolveProgramme): Promise<Suppression> {
  const cells = tableCells(shape);
  const bySum = cellsBySum(cells);
  const need = hiddenByNeed(cells);
  const asked = [...need.withheld, ...need.banded].filter((index) => cells[index]?.kind === 'atom');
  const strongOnly = new Set<number>();
  const cuts: LinearConstraint[] = [];
  const costs = [
    ...cells.map(({ costs: { withheld } }) => withheld),
    ...cells.map((cell) => cell.costs.banded),
  ];
  let hidden = need;
  for (let round = 0; round < mostRounds; round += 1) {
    const open = asked
      .filter((index) => need.withheld.has(index) || !hidden.withheld.has(index))
      .flatMap((index) => cutsFor(index, { cells, bySum, hidden }, strongOnly));
    if (open.some(({ coefficients }) => coefficients.length === 0)) break;
    if (open.length > 0) {
      cuts.push(...open);
      const chosen = await solveFor({ costs, constraints: cuts }, solve);
      if (!chosen) break;
      hidden = withChosen(need, chosen, cells.length);
      continue;
    }
    const table = { cells, bySum, hidden, minimumGroupSize: shape.minimumGroupSize };
    const told = toldOf(table, need, strongOnly);
    if (told.length === 0) return { showings: showingsOf(cells, hidden, shape), isFallback: false };
    const stuck = told.filter((index) => strongOnly.has(index));
    // A band that cannot be kept open is withheld: with n ≥ k that gives nobody away.
    if (stuck.some((index) => need.withheld.has(index))) break;
    for (const index of stuck) cuts.push({ coefficients: [[index, 1]], atLeast: 1 });
    for (const index of told) strongOnly.add(index);
    const chosen = stuck.length > 0 ? await solveFor({ costs, constraints: cuts }, solve) : undefined;
    if (chosen) hidden = withChosen(need, chosen, cells.length);
    else if (stuck.length > 0) break;
  }
  const sums = cells.flatMap(({ kind }, index) => (kind === 'atom' ? [] : [index]));
  const withheld = new Set([...need.withheld, ...sums]);
  return { showings: showingsOf(cells, { ...need, withheld }, shape), isFallback: true };
}

const mostRounds = 200;

async function solveFor(
  programme: IntegerProgramme,
  solve: SolveProgramme,
): Promise<ReadonlySet<number> | undefined> {
  const solution = await solve(programme);
  return solution.outcome === 'solved' ? solution.chosen : undefined;
}

/** Variables are the cells withheld, then the cells banded. */
function withChosen(need: HiddenCells, chosen: ReadonlySet<number>, count: number): HiddenCells {
  const withheld = [...chosen].filter((variable) => variable < count);
  const banded = [...chosen].filter((variable) => variable >= count).map((variable) => variable - count);
  return {
    withheld: new Set([...need.withheld, ...withheld]),
    banded: new Set([...need.banded, ...banded].filter((index) => !withheld.includes(index))),
  };
}

/** The constraints that a cell's missing ring breaks: one seen from each of its ends. */
function cutsFor(
  index: number,
  { cells, bySum, hidden }: Omit<HiddenTable, 'minimumGroupSize'>,
  strongOnly: ReadonlySet<number>,
): readonly LinearConstraint[] {
  const cell = cells[index];
  if (!cell) return [];
  const isValue = cell.need === 'band';
  const isStrongOnly = strongOnly.has(index);
  const hides = (other: number) =>
    other !== index &&
    (hidden.withheld.has(other) || (isValue && hidden.banded.has(other))) &&
    (!isStrongOnly || isStrongFor(cells[other], isValue));
  const [first, last] = cell.ends;
  const reached = reachOf(first.sum, cells, bySum, hides);
  if (reached.has(last.sum)) return [];
  const beyond = reachOf(last.sum, cells, bySum, hides);
  return [reached, beyond].map((side) => ({
    coefficients: cells.flatMap((other, at) => {
      const isAcross = other.ends.filter(({ sum }) => side.has(sum)).length === 1;
      if (!isAcross || at === index || other.need === 'withheld') return [];
      const mayBeUsed = !isStrongOnly || other.isStrong;
      return [
        ...(other.mayBeWithheld && mayBeUsed ? [[at, 1] as const] : []),
        ...(isValue && other.mayBeBanded ? [[cells.length + at, 1] as const] : []),
      ];
    }),
    atLeast: 1,
  }));
}

function isStrongFor(cell: TableCell | undefined, isValue: boolean): boolean {
  return cell?.isStrong === true || (isValue && cell?.mayBeBanded === true);
}

/** The atoms of which too much could be told. Of many silent atoms in one piece, those with no strong ring of their own. */
function toldOf(table: HiddenTable, need: HiddenCells, strong: ReadonlySet<number>): readonly number[] {
  const { cells, minimumGroupSize: k } = table;
  const atoms = (of: ReadonlySet<number>) => [...of].filter((index) => cells[index]?.kind === 'atom');
  const keeps = (set: readonly number[], of: OpenCount['of'], values: number) =>
    staysOpen(table, { cells: new Set(set), of, values });
  const told = new Set<number>();
  for (const silent of piecesOf(table, atoms(need.withheld))) {
    const sets = smallSetsOf(cells, silent, k);
    const weak = silent.filter((index) => !strong.has(index));
    if (!sets) for (const index of weak) told.add(index);
    const isTold = (set: readonly number[]) =>
      !(keeps(set, 'n', 2) && keeps(set, 'favourable', 3) && keeps(set, 'unfavourable', 3));
    for (const set of (sets ?? []).filter(isTold)) for (const index of set) told.add(index);
  }
  for (const index of atoms(need.banded).filter((banded) => !table.hidden.withheld.has(banded))) {
    if (!keeps([index], 'favourable', 2) || !keeps([index], 'unfavourable', 2)) told.add(index);
  }
  return [...told];
}

/** The silent atoms of each connected piece of what is hidden: sets across pieces are as open as their parts. */
function piecesOf(
  { cells, bySum, hidden }: HiddenTable,
  silent: readonly number[],
): readonly (readonly number[])[] {
  const pieces: { readonly sums: ReadonlySet<string>; readonly members: number[] }[] = [];
  const passes = (index: number) => hidden.withheld.has(index) || hidden.banded.has(index);
  for (const index of silent) {
    const start = cells[index]?.ends[0].sum ?? '';
    const known = pieces.find(({ sums }) => sums.has(start));
    if (known) known.members.push(index);
    else pieces.push({ sums: reachOf(start, cells, bySum, passes), members: [index] });
  }
  return pieces.map(({ members }) => members);
}

function showingsOf(
  cells: readonly TableCell[],
  hidden: HiddenCells,
  { groups, minimumGroupSize: k }: TableShape,
): ReadonlyMap<GroupId, Showing> {
  const showings = new Map<GroupId, Showing>();
  cells.forEach((cell, index) => {
    const isNotHeard = cell.headcount >= 2 * k && cell.answers.n < k;
    const label = isNotHeard ? 'notHeardYet' : 'tooSmallToShow';
    const open = hidden.banded.has(index) ? 'band' : 'shown';
    showings.set(cell.groupId, hidden.withheld.has(index) ? label : open);
  });
  for (const { groupId, atomIds } of groups) {
    const [only] = atomIds;
    const alone = atomIds.length === 1 && only ? showings.get(`atom:${only}` as GroupId) : undefined;
    if (alone) showings.set(groupId, alone);
  }
  return showings;
}

/** Chooses, for one question, the figures that are withheld or banded so that no few people can be worked out. */

import type { GroupId } from '../ids';
import { bandOf } from './band';
import { completeRings, withVariables } from './complete-rings';
import { cellsBySum, type HiddenCells, hiddenByNeed, reachOf } from './hidden-cells';
import type { LinearConstraint, SolveProgramme } from './integer-programme';
import type { WithheldLabel } from './release';
import { brokenCuts, variableCosts } from './ring-cuts';
import { type HiddenTable, type OpenCount, staysOpen } from './stays-open';
import { type TableCell, type TableShape, tableCells } from './suppression-table';
import { smallSetsOf } from './watched-sets';

export type Showing = 'shown' | 'band' | WithheldLabel;

export interface Suppression {
  /** One for each group of the table that is a union of atoms. */
  readonly showings: ReadonlyMap<GroupId, Showing>;
  /** True where no choice was found in time, or none that stays open: every margin and the total are withheld. */
  readonly isFallback: boolean;
}

/** The fewest and least figures to withhold, as an integer programme that is solved again and again.
 *
 * **Model.** Sums are vertices, figures are edges: an atom joins the sum of its site group and that of its staff family, a
 * margin joins its own sum and that of all margins of its side, the total joins the two sums of margins. At each vertex
 * the whole equals its parts; nothing else ties the figures together. `x` = 1 withholds a figure, `y` = 1 shows only its
 * band. The cost is about 1 to 2 for each atom, by its answers, and a third of that for its band; 6 for a margin, 40 for
 * the total, and half of that for theirs.
 *
 * **Constraints.** A figure hidden by need must lie on a ring of hidden figures, or a sum would give it away: for every set
 * of vertices that parts its two ends, some other figure across is hidden. These constraints are added as they are
 * found to be broken (cut generation), so that few are ever stated.
 *
 * **Check.** Then every set of silent atoms with 1 ≤ n < k must keep at least 2 possible n and 3 possible favourable and
 * unfavourable counts, and a banded atom 3 of both (2 where its band holds no more), by answers that would look just the same (`staysOpen`). A set that does not
 * must have its rings through strong figures alone: margins, and atoms with at least 3 answers in each class and an n
 * 3 away from k and N. Where more than 12 silent atoms hang together, their sets are not tried one by one: all of them
 * must have strong rings, and the argument below stands for the check.
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
  const asked = [...need.withheld].filter((index) => cells[index]?.kind === 'atom').concat(...need.banded);
  const strongOnly = new Set<number>();
  const search: Search = {
    cells,
    bySum,
    need,
    asked,
    strongOnly,
    given: new Set(),
    cuts: [],
  };
  for (;;) {
    const hidden = await cheapestRings(search, solve);
    if (!hidden) break;
    const told = toldOf({ cells, bySum, hidden, minimumGroupSize: shape.minimumGroupSize }, need, strongOnly);
    if (told.length === 0) return { showings: showingsOf(cells, hidden, shape), isFallback: false };
    // A band that cannot be kept open is withheld: with n ≥ k that gives nobody away.
    const [stuck, rest] = [told.flatMap((one) => one.stuck), told.flatMap((one) => one.strengthen)];
    if (stuck.some((index) => shape.keepsAtoms || need.withheld.has(index))) break;
    for (const index of stuck) search.given.add(index);
    for (const index of rest) strongOnly.add(index);
  }
  const sums = cells.flatMap(({ kind }, index) => (kind === 'atom' ? [] : [index]));
  const withheld = new Set([...need.withheld, ...sums]);
  return {
    showings: showingsOf(cells, { ...need, withheld }, shape),
    // Atoms that are kept stand alone then, each with what its own answers allow: that leaves nothing unchecked.
    isFallback: !shape.keepsAtoms,
  };
}

interface Search {
  readonly cells: readonly TableCell[];
  readonly bySum: ReadonlyMap<string, readonly number[]>;
  readonly need: HiddenCells;
  /** The cells that must have rings. */
  readonly asked: readonly number[];
  /** Those that must have them through strong cells alone. */
  readonly strongOnly: Set<number>;
  /** Withheld whatever it costs. */
  readonly given: Set<number>;
  /** Found to be broken so far. */
  readonly cuts: LinearConstraint[];
}

/** Past these rounds what is known by then is good enough. */
const mostRounds = 6;
const goodEnough = 1.05;

/** What is solved for each time is a part of the problem, so it costs no more than the best; what is made of it by adding
 * the rings that it lacks is a solution. The cheapest of these is taken as soon as the two are close.
 * @returns undefined where a ring cannot be had, or nothing was solved. */
async function cheapestRings(search: Search, solve: SolveProgramme): Promise<HiddenCells | undefined> {
  const { cells, bySum, need, strongOnly, given, cuts } = search;
  const count = cells.length;
  const base = withVariables(need, given, count);
  const asked = search.asked.filter((index) => !given.has(index));
  const costs = variableCosts(cells);
  const costOf = ({ withheld, banded }: HiddenCells) =>
    sumOf([...withheld].filter((index) => !base.withheld.has(index)).map((index) => costs[index] ?? 0)) +
    sumOf([...banded].filter((index) => !base.banded.has(index)).map((index) => costs[count + index] ?? 0));
  let hidden = base;
  let best: HiddenCells | undefined;
  for (let round = 0; round < mostRounds; round += 1) {
    const broken = brokenCuts(asked, { cells, bySum, hidden }, strongOnly);
    if (broken.length === 0) return hidden;
    const complete = completeRings(asked, { cells, bySum, hidden }, strongOnly);
    if (!complete) return undefined;
    if (!best || costOf(complete) < costOf(best)) best = complete;
    if (round > 0 && costOf(best) <= costOf(hidden) * goodEnough) return best;
    cuts.push(...broken);
    const solution = await solve({
      costs,
      constraints: [...cuts, ...[...given].map(mustBeChosen)],
    });
    if (solution.outcome !== 'solved') return solution.outcome === 'outOfTime' ? best : undefined;
    hidden = withVariables(base, solution.chosen, count);
  }
  return best;
}

const mustBeChosen = (variable: number): LinearConstraint => ({
  coefficients: [[variable, 1]],
  atLeast: 1,
});

const sumOf = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Atoms of which too much could be told, and what is to be done: `strengthen` are to have strong rings, `stuck` have them. */
interface Told {
  readonly strengthen: readonly number[];
  readonly stuck: readonly number[];
}

/** Of many silent atoms in one piece all are to have strong rings; of few only one more at a time, because what is hidden for
 * one often keeps the others open. */
function toldOf(table: HiddenTable, need: HiddenCells, strong: ReadonlySet<number>): readonly Told[] {
  const { cells, minimumGroupSize: k } = table;
  const atoms = (of: ReadonlySet<number>) => [...of].filter((index) => cells[index]?.kind === 'atom');
  const keeps = (set: readonly number[], of: OpenCount['of'], values: number) =>
    staysOpen(table, { cells: new Set(set), of, values });
  const silent = piecesOf(table, atoms(need.withheld)).map((piece): Told => {
    const sets = smallSetsOf(cells, piece, k);
    if (!sets)
      return {
        strengthen: piece.filter((index) => !strong.has(index)),
        stuck: [],
      };
    const told = sets.filter(
      (set) => !(keeps(set, 'n', 2) && keeps(set, 'favourable', 3) && keeps(set, 'unfavourable', 3)),
    );
    const weak = mostFrequent(told.flat().filter((index) => !strong.has(index)));
    return {
      strengthen: weak === undefined ? [] : [weak],
      stuck: told.filter((set) => set.every((index) => strong.has(index))).flat(),
    };
  });
  const banded = [...need.banded]
    .filter((index) => !table.hidden.withheld.has(index))
    .filter((index) => {
      const values = openIn(cells[index]);
      return !keeps([index], 'favourable', values) || !keeps([index], 'unfavourable', values);
    })
    .map(
      (index): Told =>
        strong.has(index) ? { strengthen: [], stuck: [index] } : { strengthen: [index], stuck: [] },
    );
  return [...silent, ...banded].filter(({ strengthen, stuck }) => strengthen.length + stuck.length > 0);
}

/** How many counts must stay possible behind a band: 3, as of any few people in it, or as many as it holds. */
function openIn(cell: TableCell | undefined): number {
  if (!cell) return 0;
  const { n } = cell.answers;
  const counts = Array.from({ length: n + 1 }, (_, favourable) => favourable);
  const inBand = counts.filter((favourable) => bandOf({ n, favourable }) === bandOf(cell.answers));
  return Math.max(2, Math.min(3, inBand.length));
}

function mostFrequent(indices: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const index of indices) counts.set(index, (counts.get(index) ?? 0) + 1);
  return [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || a - b)[0]?.[0];
}

/** The silent atoms of each connected piece of what is hidden: sets across pieces are as open as their parts. */
function piecesOf(
  { cells, bySum, hidden }: HiddenTable,
  silent: readonly number[],
): readonly (readonly number[])[] {
  const pieces: {
    readonly sums: ReadonlySet<string>;
    readonly members: number[];
  }[] = [];
  const passes = (index: number) => hidden.withheld.has(index) || hidden.banded.has(index);
  for (const index of silent) {
    const start = cells[index]?.ends[0].sum ?? '';
    const known = pieces.find(({ sums }) => sums.has(start));
    if (known) known.members.push(index);
    else
      pieces.push({
        sums: reachOf(start, cells, bySum, passes),
        members: [index],
      });
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

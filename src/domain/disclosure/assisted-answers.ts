/** How many of a wave's answers were given beside a champion: told for the whole wave alone, and only as a range that
 * leaves everything else as open as it was. */

import type { AssistedAnswers, ReleaseTable } from './release';

/** Of people whom nothing that is released tells apart: those without Teams among them, and all. */
export interface AssistedLine {
  readonly headcount: number;
  readonly answered: number;
  readonly assistedHeadcount: number;
  readonly assistedAnswered: number;
}

/** Answers that may come or go before a range says something else: two, and the attacker's own. */
const slack = 3;

/** Every range holds five numbers: 11 to 15, 16 to 20 … */
const rangeSize = 5;

/**
 * Undefined where nobody without Teams was asked.
 *
 * In each line the same answers could be those of other people of the line, with every figure of every table unchanged; so
 * the assisted answers together may be any number from `least` to `most`, even to somebody who knew the answers of every
 * line. The range is told only where it reaches at least `slack` answers, and two for each hidden atom, beyond the one and
 * short of the other. Then
 * - whatever part of the assisted people, or of the others, somebody looks at, the range leaves its answers at least four
 *   possible numbers, or all it had before; and
 * - no other answers by which the release shows that a count stays open are ruled out: those are two moves round rings of
 *   hidden figures away, each of which adds or takes at most one answer in every hidden atom.
 *
 * @param lines those that hold somebody without Teams; others may be left out.
 * @param hiddenAtoms see `atomsThatMayVary`.
 */
export function assistedAnswers(
  lines: Iterable<AssistedLine>,
  minimumGroupSize: number,
  hiddenAtoms: number,
): AssistedAnswers | undefined {
  const total = { headcount: 0, answered: 0, least: 0, most: 0 };
  for (const line of lines) {
    const others = line.headcount - line.assistedHeadcount;
    total.headcount += line.assistedHeadcount;
    total.answered += line.assistedAnswered;
    total.least += Math.max(0, line.answered - others);
    total.most += Math.min(line.assistedHeadcount, line.answered);
  }
  if (total.headcount === 0) return undefined;
  const { from, to } = rangeOf(total.answered, minimumGroupSize);
  const needed = slack + 2 * hiddenAtoms;
  const isOpen = to - total.least >= needed && total.most - from >= needed;
  const { headcount } = total;
  if (!isOpen) return { headcount, answers: { label: 'tooSmallToShow' } };
  return {
    headcount,
    answers: from === 0 ? { label: 'fewerThan', limit: minimumGroupSize } : { label: 'between', from, to },
  };
}

/** Atoms in which other answers, by which the release shows that a count stays open, may mean that another number of people
 * answered. Of a band n is told. Too few answers to a later question say nothing of that number where the first question
 * tells it: somebody answered the first and not the other. */
export function atomsThatMayVary(tables: readonly Pick<ReleaseTable, 'rows'>[]): number {
  const [first, ...later] = tables.filter(({ rows }) => rows.length > 0);
  const atoms = ({ rows }: Pick<ReleaseTable, 'rows'>, labels: readonly string[]) =>
    rows
      .filter(({ kind, figures }) => kind === 'atom' && labels.includes(figures.label))
      .map(({ groupId }) => groupId);
  return new Set([
    ...(first ? atoms(first, ['notHeardYet', 'tooSmallToShow']) : []),
    ...later.flatMap((table) => atoms(table, ['tooSmallToShow'])),
  ]).size;
}

function rangeOf(answered: number, minimumGroupSize: number): { readonly from: number; readonly to: number } {
  if (answered < minimumGroupSize) return { from: 0, to: minimumGroupSize - 1 };
  const from = answered - ((answered - minimumGroupSize) % rangeSize);
  return { from, to: from + rangeSize - 1 };
}

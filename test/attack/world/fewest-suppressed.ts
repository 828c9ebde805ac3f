/** The fewest atoms that must be suppressed for the same sums to be shown, by exhaustive search. */

import { attackQuestion } from '../attacker/attack-question';
import type { SurfaceRow, SurfaceTable, SurfaceWave } from '../attacker/surfaces';
import type { LegacyHighs } from '../attacker/whole-numbers';
import type { DrawnWave } from './draw-programme';
import { insidersOf, judge } from './judge';
import { rowOf } from './primary-only';

const atomsAtMost = 16;
/** More tables to try than this are left out of the comparison. */
const triesAtMost = 600;

/** Our suppressed atoms over the fewest with which the attacker learns nothing from the same sums. Undefined where no
 * atom is suppressed but those with too few answers or people, and where the search would take too long. */
export function fewestSuppressed(
  wave: DrawnWave,
  surface: SurfaceWave,
  questionId: string,
  solver: LegacyHighs,
): number | undefined {
  const table = surface.releases[0]?.tables.find((one) => one.questionId === questionId);
  const k = surface.minimumGroupSize;
  const atoms = table?.rows.filter(({ kind }) => kind === 'atom') ?? [];
  const isPrimary = ({ figures, headcount }: SurfaceRow) =>
    figures.label === 'notHeardYet' || (figures.label === 'tooSmallToShow' && headcount < 2 * k);
  const primary = atoms.filter(isPrimary);
  const extra = atoms.filter((row) => row.figures.label === 'tooSmallToShow' && !isPrimary(row));
  const open = atoms.filter((row) => !primary.includes(row));
  if (!table || extra.length === 0 || atoms.length > atomsAtMost) return undefined;
  if (triesOf(open.length, extra.length) > triesAtMost) return undefined;

  const restored = restore(table, extra, wave, k);
  const insiders = insidersOf([wave]).filter((insider) => insider.questionId === questionId);
  const tells = (hidden: ReadonlySet<string>): boolean => {
    const rows = restored.rows.map((row) => (isHidden(row, hidden) ? withheld(row) : row));
    const shown = { ...surface, releases: [{ tables: [{ ...restored, rows }] }], scores: [], cards: [] };
    const isLeak = (claims: Parameters<typeof judge>[0]) => judge(claims, [wave], k).leaks.length > 0;
    const attack = { wave: shown, questionId, insiders, solver, isEnough: isEnoughOf(isLeak) };
    return isLeak(attackQuestion(attack).claims);
  };
  for (let size = 0; size < extra.length; size += 1) {
    for (const chosen of choose(open, size)) {
      const hidden = new Set(chosen.map(({ groupId }) => groupId));
      if (!tells(hidden)) return (primary.length + extra.length) / Math.max(1, primary.length + size);
    }
  }
  return 1;
}

const isEnoughOf =
  (isLeak: (claims: Parameters<typeof judge>[0]) => boolean) =>
  (claim: Parameters<typeof judge>[0][number]) =>
    isLeak([claim]);

/** A margin of one atom reads as that atom. */
function isHidden(row: SurfaceRow, hidden: ReadonlySet<string>): boolean {
  const [only, ...more] = row.atomIds;
  return only !== undefined && more.length === 0 && hidden.has(`atom:${only}`);
}

const withheld = (row: SurfaceRow): SurfaceRow => ({
  ...row,
  figures: { label: 'tooSmallToShow' },
  responsePercent: null,
  isBelowFloor: false,
});

/** The table with the extra atoms shown as they would have been. */
function restore(
  table: SurfaceTable,
  extra: readonly SurfaceRow[],
  wave: DrawnWave,
  k: number,
): SurfaceTable {
  const question = wave.questions.find(({ id }) => id === table.questionId);
  const hidden = new Set(extra.map(({ groupId }) => groupId));
  const rows = table.rows.map((row): SurfaceRow => {
    if (!question || !isHidden(row, hidden)) return row;
    const members = wave.people.filter(({ atomId }) => row.atomIds.includes(atomId));
    return guarded(rowOf(row, members, question, k));
  });
  return { ...table, rows };
}

/** As the product shows an atom: its classes where each has 2 answers, else its share, else its band. */
function guarded(row: SurfaceRow): SurfaceRow {
  const { n, favourable, distribution = [] } = row.figures;
  if (n == null || favourable == null) return row;
  const unfavourable = distribution.find(({ label }) => label === 'unfavourable')?.count ?? 0;
  const isOne = [favourable, unfavourable].some((count) => count < 2 || count > n - 2);
  if (isOne) {
    const band = favourable * 5 <= n ? 'atMost20' : favourable * 5 >= n * 4 ? 'atLeast80' : 'from20To80';
    return { ...row, figures: { label: 'band', n, band } };
  }
  const areClasses = n - favourable - unfavourable >= 2;
  return {
    ...row,
    figures: { label: 'shown', n, favourable, ...(areClasses ? { distribution } : {}) },
  };
}

function* choose<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [index, item] of items.entries()) {
    for (const rest of choose(items.slice(index + 1), size - 1)) yield [item, ...rest];
  }
}

function triesOf(open: number, extra: number): number {
  let tries = 0;
  let ways = 1;
  for (let size = 0; size < extra; size += 1) {
    tries += ways;
    ways = (ways * (open - size)) / (size + 1);
  }
  return tries;
}

/** How much of a table was published, and how much had to be held back. */

import type { SurfaceRow, SurfaceWave } from '../attacker/surfaces';
import type { LegacyHighs } from '../attacker/whole-numbers';
import type { DrawnWave } from './draw-programme';
import { fewestSuppressed } from './fewest-suppressed';
import { countsOf } from './truth';

export interface TableOutcome {
  readonly atomsPublished: number;
  readonly atomsSuppressed: number;
  readonly answers: number;
  /** Answers of people whose atom is published, by its share or its band. */
  readonly answersPublished: number;
  /** Site groups of which no row is published. */
  readonly siteGroupsUnheard: number;
  /** Suppressed atoms over the fewest that would do; only where more were suppressed than have too few answers. */
  readonly ratio?: number;
}

const isPublished = ({ figures }: SurfaceRow): boolean => figures.n != null;

/** Compares with the fewest suppressed atoms where a solver is given for it. */
export function tableOutcomes(
  wave: DrawnWave,
  surface: SurfaceWave | undefined,
  solver: LegacyHighs | undefined,
): readonly TableOutcome[] {
  return (surface?.releases[0]?.tables ?? []).flatMap((table) => {
    const question = wave.questions.find(({ id }) => id === table.questionId);
    const atoms = table.rows.filter(({ kind }) => kind === 'atom');
    if (!question || !surface || atoms.length === 0) return [];
    const published = new Set(atoms.filter(isPublished).flatMap(({ atomIds }) => atomIds));
    const answersOf = (isCounted: (atomId: string) => boolean) =>
      countsOf(
        question,
        wave.people.filter(({ atomId }) => isCounted(atomId)),
      ).n;
    const ratio = solver && fewestSuppressed(wave, surface, table.questionId, solver);
    return [
      {
        atomsPublished: published.size,
        atomsSuppressed: atoms.length - published.size,
        answers: answersOf(() => true),
        answersPublished: answersOf((atomId) => published.has(atomId)),
        siteGroupsUnheard: unheard(wave, table.rows),
        ...(ratio === undefined ? {} : { ratio }),
      },
    ];
  });
}

function unheard({ frame }: DrawnWave, rows: readonly SurfaceRow[]): number {
  const heard = new Set(
    rows
      .filter((row) => (row.kind === 'atom' || row.kind === 'siteGroup') && isPublished(row))
      .flatMap(({ atomIds }) => atomIds),
  );
  const bySite = new Map<string, boolean>();
  for (const { id, cells } of frame.atoms) {
    for (const { siteGroup } of cells)
      bySite.set(siteGroup, (bySite.get(siteGroup) ?? false) || heard.has(id));
  }
  return [...bySite.values()].filter((isHeard) => !isHeard).length;
}

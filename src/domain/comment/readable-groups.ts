/** A few words can tell who wrote them, so nobody reads a comment of a group that the release itself may not show. */

import type { Release } from '../disclosure/release';
import type { AtomId } from '../ids';
import type { Wave } from '../pulse/wave';

/** The atoms whose comments may be read, each with its name. */
export type ReadableGroups = ReadonlyMap<AtomId, string>;

/** The atoms that stand in the release's first table with at least k answers, as a figure or as a band. None before the
 * wave is closed and released, and none where the first question has no groups (a choice). */
export function readableGroups(
  wave: Pick<Wave, 'status' | 'waveId'>,
  release: Pick<Release, 'waveId' | 'minimumGroupSize' | 'tables'> | undefined,
): ReadableGroups {
  if (wave.status !== 'closed' || release?.waveId !== wave.waveId) return new Map();
  const rows = release.tables[0]?.rows ?? [];
  return new Map(
    rows
      .filter(
        ({ kind, figures }) => kind === 'atom' && 'n' in figures && figures.n >= release.minimumGroupSize,
      )
      .flatMap(({ atomIds, name }) => atomIds.map((atomId) => [atomId, name] as const)),
  );
}

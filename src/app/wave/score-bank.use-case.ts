/** The scores of the question bank that take more than one question or more than one wave. */

import { type BaselineChange, changesFromBaseline } from '../../domain/bank/change-from-baseline';
import { type UmuxLite, umuxLite } from '../../domain/bank/umux-lite';
import type { Release, ReportingGroup } from '../../domain/disclosure/release';
import type { ProgrammeId, WaveId } from '../../domain/ids';
import { isOfReview } from '../../domain/review/is-of-review';
import type { AppContext } from '../context';
import { findProgramme } from '../programme/find-programme';
import { readRelease } from './read-release';
import { releasedWaves } from './released-waves';

export interface GroupUmuxLite {
  readonly group: Pick<ReportingGroup, 'groupId' | 'kind' | 'name'>;
  readonly umuxLite: UmuxLite;
}

export type ScoreBankOutcome =
  | { readonly outcome: 'noSuchProgramme' | 'noRelease' }
  | {
      readonly outcome: 'scored';
      readonly release: Release;
      /** In the order of the release's rows; empty where the wave did not ask both items. */
      readonly groups: readonly GroupUmuxLite[];
      readonly changes: readonly BaselineChange[];
    };

/** Of the latest released wave, or of the one that is named: from released figures only. */
export async function scoreBank(
  { store }: Pick<AppContext, 'store'>,
  { programmeId, waveId }: { readonly programmeId: ProgrammeId; readonly waveId?: WaveId },
): Promise<ScoreBankOutcome> {
  if (!(await findProgramme(store, programmeId))) return { outcome: 'noSuchProgramme' };
  const waves = await releasedWaves(store, programmeId);
  const releases: Release[] = [];
  for (const wave of waves.filter((one) => !isOfReview(one))) {
    const release = await readRelease(store, programmeId, wave.waveId);
    if (release) releases.push(release);
  }
  const release = waveId ? releases.find((candidate) => candidate.waveId === waveId) : releases[0];
  if (!release) return { outcome: 'noRelease' };
  const groups = groupsOf(release)
    .map((group) => ({ group, umuxLite: umuxLite(release, group.groupId) }))
    .filter((scored) => scored.umuxLite.outcome !== 'notAsked');
  return { outcome: 'scored', release, groups, changes: changesFromBaseline(release, releases) };
}

/** Every table has the same rows but a choice's, which has none. */
function groupsOf({ tables }: Release): readonly GroupUmuxLite['group'][] {
  const rows = tables.find((table) => table.rows.length > 0)?.rows ?? [];
  return rows.map(({ groupId, kind, name }) => ({ groupId, kind, name }));
}

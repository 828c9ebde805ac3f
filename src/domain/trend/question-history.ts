/** One question's released tables from wave to wave: all that a trend may be made of. */

import type { Figures, GroupRow, ReleaseTable } from '../disclosure/release';
import type { GroupId, WaveId } from '../ids';
import type { Instant } from '../instant';
import type { Audience } from '../pulse/question';

export interface ReleasedWave {
  readonly waveId: WaveId;
  readonly waveTitle: string;
  readonly releasedAt: Instant;
  readonly table: Pick<ReleaseTable, 'rows'>;
}

/** Only whole groups and shares of them that the system drew can be compared: a list that somebody chose by name moves the
 * figure by who is on it. */
export function feedsTrends({ kind }: Audience): boolean {
  return kind === 'everyone' || kind === 'random';
}

/** The row of a group in a wave; absent where the frame of that wave had no such group. */
export function rowIn({ table }: Pick<ReleasedWave, 'table'>, groupId: GroupId): GroupRow | undefined {
  return table.rows.find((row) => row.groupId === groupId);
}

/** The share that is shown, 0 to 1. A band, a withheld figure or a group that was not there is a gap. */
export function shareOf(figures: Figures | undefined): number | undefined {
  return figures?.label === 'shown' ? figures.favourableShare : undefined;
}

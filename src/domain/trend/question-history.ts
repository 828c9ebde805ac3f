/** One question's released tables from wave to wave: all that a trend may be made of. */

import { canonicalJson } from '../canonical-json';
import type { Figures, GroupRow, ReleaseTable } from '../disclosure/release';
import type { GroupId, WaveId } from '../ids';
import type { Instant } from '../instant';
import { type AskedAudience, asksWholeRow, isWholeOrDrawn } from '../pulse/asks-whole';
import type { Audience } from '../pulse/question';

export interface ReleasedWave {
  readonly waveId: WaveId;
  readonly waveTitle: string;
  readonly releasedAt: Instant;
  readonly table: Pick<ReleaseTable, 'rows'>;
}

/** Only whole groups and shares of them that the system drew can be compared: a list that somebody chose by name moves the
 * figure by who is on it. */
export function feedsTrends(audience: Audience): boolean {
  return isWholeOrDrawn(audience);
}

/** The same waves with those rows alone that can be compared: of each group, the waves that asked the same people of it as
 * the latest wave that has it, the whole group or what the same selection leaves of it. The others become gaps: a group
 * moves with who is left out of it as well. `history`: oldest first. */
export function comparable<W extends ReleasedWave & AskedAudience>(history: readonly W[]): readonly W[] {
  const latest = new Map<GroupId, string>();
  const scoped = history.map((wave) => ({
    wave,
    scopes: new Map(wave.table.rows.map((row) => [row.groupId, scopeOf(wave, row)] as const)),
  }));
  for (const { scopes } of scoped) {
    for (const [groupId, scope] of scopes) latest.set(groupId, scope);
  }
  return scoped.map(({ wave, scopes }) => ({
    ...wave,
    table: {
      ...wave.table,
      rows: wave.table.rows.filter(({ groupId }) => scopes.get(groupId) === latest.get(groupId)),
    },
  }));
}

/** Which people of the group a wave asked, as words that are the same for the same people. */
function scopeOf(wave: AskedAudience, row: Pick<GroupRow, 'kind' | 'groupId'>): string {
  const { audience } = wave;
  if (!isWholeOrDrawn(audience) || asksWholeRow(wave, row)) return '';
  const { only = {}, leaveOut = [] } = audience;
  return canonicalJson({ only, leaveOut: leaveOut.map(({ why: _why, ...groups }) => groups) });
}

/** The row of a group in a wave; absent where the frame of that wave had no such group. */
export function rowIn({ table }: Pick<ReleasedWave, 'table'>, groupId: GroupId): GroupRow | undefined {
  return table.rows.find((row) => row.groupId === groupId);
}

/** The share that is shown, 0 to 1. A band, a withheld figure or a group that was not there is a gap. */
export function shareOf(figures: Figures | undefined): number | undefined {
  return figures?.label === 'shown' ? figures.favourableShare : undefined;
}

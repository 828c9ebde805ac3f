/** Whether one professional group is leaving the others behind, or is left behind by them. */

import type { GroupId } from '../ids';
import { dayOf } from '../instant';
import type { DeclaredChange } from '../programme/programme';
import { leastConfidentFirst } from '../score/least-confident';
import type { TrendRule } from './find-signals';
import { judgeSeries } from './judge-series';
import type { ProcessLimits } from './process-limits';
import { type ReleasedWave, rowIn, shareOf } from './question-history';

/** Gaps are the whole's favourable share less the family's, −1 to 1. */
export interface Divergence extends ProcessLimits {
  readonly groupId: GroupId;
  readonly groupName: string;
  readonly gap: number;
  readonly rules: readonly TrendRule[];
  /** Waves in which both shares are shown. */
  readonly points: number;
}

/** The least confident staff family of the latest wave, where its gap to the whole is wider than chance makes it: the gap
 * of each wave is put on an XmR chart of its own (12 points, the same rules, re-based alike), and the latest gap is part of
 * a signal upwards. The difference leaves out whatever moves everybody, so a bad month for all is no divergence; and one
 * family is watched, not six, so that it seldom speaks by chance. Undefined otherwise. `history`: oldest first. */
export function divergenceOf(
  history: readonly ReleasedWave[],
  changes: readonly DeclaredChange[],
): Divergence | undefined {
  const families = history.at(-1)?.table.rows.filter(({ kind }) => kind === 'staffFamily') ?? [];
  const [family] = families.filter(({ figures }) => figures.label === 'shown').sort(leastConfidentFirst);
  if (!family) return undefined;
  const series = history.map((wave) => ({
    on: dayOf(wave.releasedAt),
    value: gapIn(wave, family.groupId),
  }));
  const gap = series.at(-1)?.value;
  const { limits, signals = [] } = judgeSeries(series, changes).at(-1) ?? {};
  const rules = signals.filter(({ direction }) => direction === 'up').map(({ rule }) => rule);
  if (gap === undefined || gap <= 0 || !limits || rules.length === 0) return undefined;
  const points = series.filter(({ value }) => value !== undefined).length;
  return { ...limits, groupId: family.groupId, groupName: family.name, gap, rules, points };
}

function gapIn(wave: ReleasedWave, groupId: GroupId): number | undefined {
  const whole = shareOf(wave.table.rows.find(({ kind }) => kind === 'total')?.figures);
  const own = shareOf(rowIn(wave, groupId)?.figures);
  return whole === undefined || own === undefined ? undefined : whole - own;
}

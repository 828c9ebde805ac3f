/** The trend of one group's confidence: its released figures in order, with what is usual and what is more than chance. */

import type { Figures, GroupKind } from '../disclosure/release';
import type { GroupId, WaveId } from '../ids';
import { dayOf, type Instant } from '../instant';
import type { DeclaredChange } from '../programme/programme';
import type { PointSignal, TrendRule } from './find-signals';
import { judgeSeries } from './judge-series';
import type { ProcessLimits } from './process-limits';
import { type ReleasedWave, rowIn, shareOf } from './question-history';

export interface TrendPoint {
  readonly waveId: WaveId;
  readonly waveTitle: string;
  readonly releasedAt: Instant;
  /** What the release says of the group; absent where it had no such group. Only `shown` has a share to draw: everything
   * else is a gap, to be left open and said. */
  readonly figures?: Figures;
  /** Of the favourable share, cut off at 0 and 1; absent while there are fewer than 12 points. */
  readonly limits?: ProcessLimits;
  readonly signals: readonly PointSignal[];
}

export interface Trend {
  readonly groupId: GroupId;
  readonly groupName: string;
  readonly groupKind: GroupKind;
  /** Oldest first, one for each wave that asked the question of a whole group or a drawn share of it. */
  readonly points: readonly TrendPoint[];
  /** Changes declared for the time of these points. */
  readonly changes: readonly DeclaredChange[];
  /** Present where the latest point is part of a signal downwards. */
  readonly deterioration?: Deterioration;
}

export interface Deterioration extends ProcessLimits {
  readonly rules: readonly TrendRule[];
  /** Points with a share. */
  readonly points: number;
}

/** Undefined when no wave has such a group. `history`: oldest first. Uses released figures and nothing else, so it tells
 * nothing that they do not. */
export function trendOf(
  history: readonly ReleasedWave[],
  groupId: GroupId,
  changes: readonly DeclaredChange[],
): Trend | undefined {
  const rows = history.map((wave) => rowIn(wave, groupId));
  const latest = rows.findLast((row) => row !== undefined);
  if (!latest) return undefined;
  const shares = rows.map((row) => shareOf(row?.figures));
  const judged = judgeSeries(
    history.map(({ releasedAt }, index) => ({ on: dayOf(releasedAt), value: shares[index] })),
    changes,
  );
  const points = history.map(({ waveId, waveTitle, releasedAt }, index): TrendPoint => {
    const { limits, signals = [] } = judged[index] ?? {};
    const figures = rows[index]?.figures;
    return {
      waveId,
      waveTitle,
      releasedAt,
      ...(figures ? { figures } : {}),
      ...(limits ? { limits: withinShares(limits) } : {}),
      signals,
    };
  });
  const deterioration = deteriorationOf(points);
  const [first] = history;
  return {
    groupId,
    groupName: latest.name,
    groupKind: latest.kind,
    points,
    changes: changes.filter(({ on }) => first && on > dayOf(first.releasedAt)),
    ...(deterioration ? { deterioration } : {}),
  };
}

function deteriorationOf(points: readonly TrendPoint[]): Deterioration | undefined {
  const latest = points.at(-1);
  const rules = latest?.signals.filter(({ direction }) => direction === 'down').map(({ rule }) => rule) ?? [];
  if (!latest?.limits || rules.length === 0) return undefined;
  const shown = points.filter(({ figures }) => shareOf(figures) !== undefined);
  return { ...latest.limits, rules, points: shown.length };
}

function withinShares({ mean, lower, upper }: ProcessLimits): ProcessLimits {
  return { mean, lower: Math.max(0, lower), upper: Math.min(1, upper) };
}

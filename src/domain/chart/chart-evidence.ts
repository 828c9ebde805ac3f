/** The charts of an escalation: its groups beside one another, and the trend of one that is falling. */

import type { Figures } from '../disclosure/release';
import type { EscalationEvidence } from '../escalation/escalation';
import type { GroupId } from '../ids';
import { findSignals, type PointSignal } from '../trend/find-signals';
import type { ComparisonChart, TrendChart } from './chart';
import { compareGroups, type GroupAgainstFloor } from './compare-groups';

/** The newest evidence of each group: what was released of it, and nothing else. Undefined without any. */
export function compareEvidence(evidence: readonly EscalationEvidence[]): ComparisonChart | undefined {
  const newest = new Map<GroupId, EscalationEvidence>();
  for (const item of evidence) newest.set(item.groupId, item);
  const groups = [...newest.values()].flatMap(groupOf);
  return groups.length > 0 ? compareGroups(groups, 'confidence') : undefined;
}

/** Which piece of evidence has the trend to show: of the newest with a trend, the one farthest under its usual range. */
export function steepestPiece(evidence: readonly EscalationEvidence[]): number | undefined {
  const newest = evidence.at(-1)?.waveId;
  const falling = evidence.flatMap((item, piece) => {
    const { trend, favourableShare } = item;
    const isDrawn =
      item.waveId === newest && trend && favourableShare !== undefined && trend.series.length > 1;
    return isDrawn ? [{ piece, under: trend.mean - favourableShare }] : [];
  });
  return falling.sort((a, b) => b.under - a.under)[0]?.piece;
}

/** Every point beside the one usual range that the evidence holds. Undefined where it has no trend. */
export function trendOfEvidence(item: EscalationEvidence | undefined): TrendChart | undefined {
  if (!item?.trend) return undefined;
  const { mean, lower, upper, rules, series } = item.trend;
  const limits = { mean, lower, upper };
  const found = findSignals(
    series.map(({ favourableShare }) => favourableShare ?? undefined),
    limits,
  );
  const falling = rules.map((rule): PointSignal => ({ rule, direction: 'down' }));
  return {
    kind: 'trend',
    questionKind: 'confidence',
    groupName: item.groupName,
    floor: item.floor,
    points: series.map(({ releasedAt, favourableShare }, index) => ({
      releasedAt,
      ...(favourableShare === null ? {} : { share: favourableShare }),
      limits,
      signals: index === series.length - 1 ? falling : (found[index] ?? []),
    })),
    changes: [],
  };
}

function groupOf(item: EscalationEvidence): readonly GroupAgainstFloor[] {
  const figures = figuresOf(item);
  if (!figures) return [];
  const { groupName: name, headcount, floor } = item;
  // Each stands for itself: only a result sets everybody apart from the groups.
  return [{ name, headcount, floor, figures, kind: 'atom', atomIds: [] }];
}

function figuresOf({ n, favourableShare, interval, band }: EscalationEvidence): Figures | undefined {
  if (favourableShare !== undefined && interval) {
    return { label: 'shown', n, favourable: Math.round(favourableShare * n), favourableShare, interval };
  }
  return band && { label: 'band', n, band };
}

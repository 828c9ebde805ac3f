/** Picks from a release the groups in trouble: below the floor, and since when; and falling from wave to wave. */

import type { GroupRow, Release } from '../disclosure/release';
import { groupsBelowFloor } from '../disclosure/wave-findings';
import type { GroupId } from '../ids';
import type { Instant } from '../instant';
import { asksWholeRow } from '../pulse/asks-whole';
import { representativenessOf } from '../silence/representativeness';
import type { AskedOf } from '../silence/response-by-group';
import type { DeterioratingTrend } from '../trend/find-deteriorations';
import type { EscalationEvidence, TrendEvidence } from './escalation';

/** What is known beside the releases themselves. */
export interface Beside {
  /** Groups of the first question whose trend deteriorates with this release. */
  readonly deteriorations?: readonly DeterioratingTrend[];
  /** The wave, to tell who was not asked. */
  readonly asked?: AskedOf;
}

/** `earlier`: releases of the same pulse, newest first. Only the first question raises. */
export function gatherEvidence(
  release: Release,
  earlier: readonly Release[],
  { deteriorations = [], asked }: Beside = {},
): readonly EscalationEvidence[] {
  const below = groupsBelowFloor(release);
  const falling = deteriorations.flatMap(({ groupId }) => rowOf(release, groupId) ?? []);
  const onlyFalling = falling.filter((row) => !below.some(({ groupId }) => groupId === row.groupId));
  return [...below, ...onlyFalling].flatMap((row): readonly EscalationEvidence[] => {
    const { figures } = row;
    if (figures.label !== 'shown' && figures.label !== 'band') return [];
    const trend = deteriorations.find(({ groupId }) => groupId === row.groupId);
    const table = release.tables[0] ?? { rows: [] };
    const reasons = asked && representativenessOf(row, table, asked)?.reasons;
    return [
      {
        kind: below.includes(row) ? 'belowFloor' : 'deterioratingTrend',
        groupId: row.groupId,
        groupName: row.name,
        waveId: release.waveId,
        waveTitle: release.title,
        atomIds: row.atomIds,
        n: figures.n,
        headcount: row.headcount,
        ...(figures.label === 'shown'
          ? { favourableShare: figures.favourableShare, interval: figures.interval }
          : { band: figures.band }),
        floor: release.confidenceFloor,
        lowSince: lowSince(row, release, earlier),
        ...(release.assisted ? { assisted: release.assisted } : {}),
        ...(trend ? { trend: trendEvidenceOf(trend) } : {}),
        ...(reasons && reasons.length > 0 ? { notRepresentative: reasons } : {}),
        ...(asked ? selectionOf(asked, row) : {}),
      },
    ];
  });
}

function selectionOf(asked: AskedOf, row: GroupRow) {
  const { audience } = asked;
  if (audience.kind === 'list') return { chosenBecause: audience.why };
  return asksWholeRow(asked, row) ? {} : { isPartOfGroup: true as const };
}

const pointsKept = 24;

function trendEvidenceOf({ deterioration, points }: DeterioratingTrend): TrendEvidence {
  return {
    ...deterioration,
    series: points.slice(-pointsKept).map(({ waveId, releasedAt, figures }) => ({
      waveId,
      releasedAt,
      favourableShare: figures?.label === 'shown' ? figures.favourableShare : null,
    })),
  };
}

function lowSince(row: GroupRow, release: Release, earlier: readonly Release[]): Instant {
  let since = release.releasedAt;
  for (const previous of earlier) {
    const before = rowOf(previous, row.groupId);
    if (!before?.isBelowFloor) break;
    since = previous.releasedAt;
  }
  return since;
}

function rowOf(release: Release, groupId: GroupId): GroupRow | undefined {
  return release.tables[0]?.rows.find((row) => row.groupId === groupId);
}

/** Picks from a release the groups below the floor, and since when each has been there. */

import type { GroupRow, Release } from '../disclosure/release';
import { groupsBelowFloor } from '../disclosure/wave-findings';
import type { GroupId } from '../ids';
import type { Instant } from '../instant';
import type { EscalationEvidence } from './escalation';

/** `earlier`: releases of the same pulse, newest first. Only the first question raises. */
export function gatherEvidence(release: Release, earlier: readonly Release[]): readonly EscalationEvidence[] {
  return groupsBelowFloor(release).flatMap((row) => {
    const { figures } = row;
    if (figures.label !== 'shown' && figures.label !== 'band') return [];
    return [
      {
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
      },
    ];
  });
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

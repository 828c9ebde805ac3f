/** The reporting frame of one review: the staff groups it affects × site groups. */

import { buildFrame } from '../disclosure/build-frame';
import type { Programme } from '../programme/programme';
import type { Frame } from '../pulse/wave';
import { affectedStaffGroups } from './affected-groups';
import type { Review } from './review';

/** How many people of a staff group there are at a site group. */
export interface StaffGroupCell {
  readonly siteGroup: string;
  /** A staff group's id. */
  readonly staffGroup: string;
  readonly headcount: number;
}

/** Merged like every frame (`buildFrame`); a cell's `staffFamily` is the id of a staff group here. People of staff groups
 * that are not affected are left out; without any people it has no atoms. */
export function buildReviewFrame(
  review: Pick<Review, 'options'>,
  programme: Pick<Programme, 'staffGroups' | 'siteGroups' | 'minimumGroupSize'>,
  people: readonly StaffGroupCell[],
): Frame {
  const affected = affectedStaffGroups(review, programme);
  const ids = new Set(affected.map(({ id }) => id));
  return buildFrame({
    cells: people
      .filter(({ staffGroup }) => ids.has(staffGroup))
      .map(({ siteGroup, staffGroup, headcount }) => ({ siteGroup, staffFamily: staffGroup, headcount })),
    siteGroups: programme.siteGroups,
    staffFamilies: affected,
    minimumGroupSize: programme.minimumGroupSize,
  });
}

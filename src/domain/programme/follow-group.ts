/** Whether it is enough to ask the directory what changed in a group, or everybody has to be read again. */

import { canonicalJson } from '../canonical-json';
import { epochMsOf, type Instant } from '../instant';
import type { DirectoryRules } from './directory-rules';
import type { Programme } from './programme';

/** How far a programme's people follow a group. */
export interface FollowedGroup {
  /** What the next changes are counted from; absent where the directory gave none, or groups are nested in the group. */
  readonly mark?: string;
  /** By which rules the members were read. */
  readonly rules: string;
  readonly readInFullAt: Instant;
}

const week = 7 * 24 * 3_600_000;

/** Who reads members by other rules, or with other sites and staff groups declared, may find other people. */
export function readingRulesOf(
  rules: DirectoryRules,
  { sites, staffGroups }: Pick<Programme, 'sites' | 'staffGroups'>,
): string {
  return canonicalJson({
    rules,
    sites: sites.map(({ odsCode, organisation }) => ({ odsCode, organisation })),
    staffGroups: staffGroups.map(({ id, name }) => ({ id, name })),
  });
}

/** Undefined where everybody has to be read: changes tell who joined and left, not whose job or site changed, so a week is
 * the longest without. */
export function markToFollow(
  known: FollowedGroup | undefined,
  rules: string,
  now: Instant,
): string | undefined {
  if (known?.rules !== rules) return undefined;
  return epochMsOf(now) - epochMsOf(known.readInFullAt) < week ? known.mark : undefined;
}

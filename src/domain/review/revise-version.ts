/** Records a new version of what was reviewed: material, so that people are asked again, or not, with a reason. */

import type { Day } from '../instant';
import { markStale } from './mark-stale';
import type { Review } from './review';

export interface VersionChange {
  readonly version: string;
  readonly isMaterial: boolean;
  /** Why it changes nothing for those who work with it. */
  readonly reason?: string;
  readonly recordedBy: Review['versions'][number]['recordedBy'];
  readonly on: Day;
}

export type ReviseOutcome =
  | { readonly outcome: 'recorded'; readonly isToBeConfirmed: boolean; readonly next: Review }
  /** People are voting on the version before: what they say would be of another one. Close it first. */
  | { readonly outcome: 'beingVotedOn' | 'sameVersion' }
  | { readonly outcome: 'incomplete'; readonly missing: 'version' | 'reason' };

export function reviseVersion(review: Review, change: VersionChange): ReviseOutcome {
  const { isMaterial, recordedBy, on } = change;
  const [version, reason] = [change.version.trim(), change.reason?.trim() ?? ''];
  if (version === '') return { outcome: 'incomplete', missing: 'version' };
  if (version === review.proposal.version) return { outcome: 'sameVersion' };
  if (!isMaterial && reason === '') return { outcome: 'incomplete', missing: 'reason' };
  if (isMaterial && review.status === 'open') return { outcome: 'beingVotedOn' };
  const recorded = { version, on, isMaterial, ...(reason ? { reason } : {}), recordedBy };
  const next: Review = {
    ...review,
    proposal: { ...review.proposal, version },
    versions: [...review.versions, recorded],
    revision: review.revision + 1,
  };
  const marked = isMaterial ? markStale(next, { because: 'newVersion', detail: version, on }) : undefined;
  return { outcome: 'recorded', isToBeConfirmed: marked?.next !== undefined, next: marked?.next ?? next };
}

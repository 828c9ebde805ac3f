/** A decision that may no longer hold is to be confirmed: its day has come, or something changed since. */

import { bandShares } from '../disclosure/band';
import type { Figures } from '../disclosure/release';
import type { Day } from '../instant';
import { isShareOf } from './group-says';
import type { Review, StaleReason } from './review';
import type { ReviewPolicy } from './review-terms';

export interface StaleFact {
  readonly because: StaleReason;
  /** In words: the version, the other programme, the share. */
  readonly detail: string;
  readonly on: Day;
}

/** Only what was decided, or waits to be, can become stale; the first reason stands until it is asked again. */
export function markStale(
  review: Review,
  { because, detail, on }: StaleFact,
): { readonly outcome: 'marked' | 'alreadyMarked' | 'nothingDecided'; readonly next?: Review } {
  if (review.status === 'toBeConfirmed') return { outcome: 'alreadyMarked' };
  if (review.status !== 'decided' && review.status !== 'closed') return { outcome: 'nothingDecided' };
  const stale = { since: on, because, detail };
  return {
    outcome: 'marked',
    next: { ...review, status: 'toBeConfirmed', stale, revision: review.revision + 1 },
  };
}

/** Whether a decided review's day to be looked at again has come. */
export function isReviewDue(
  { status, reviewAgainOn }: Pick<Review, 'status' | 'reviewAgainOn'>,
  today: Day,
): boolean {
  return status === 'decided' && reviewAgainOn <= today;
}

/** Whether so many work around it, by the least that the released figures say, that it is to be asked again.
 * @param figures of people who work around it, as the favourable ones. */
export function isWorkedAround(
  figures: Figures,
  { workaroundShare }: Pick<ReviewPolicy, 'workaroundShare'>,
): boolean {
  if (figures.label === 'shown') return isShareOf(figures.favourable, figures.n, workaroundShare);
  return figures.label === 'band' && isShareOf(bandShares[figures.band].lowest, 1, workaroundShare);
}

/** Asks about a review that is to be confirmed, as its next round. */

import { localDay } from '../../domain/calendar/local-time';
import type { Programme } from '../../domain/programme/programme';
import { withDaysToCome } from '../../domain/review/ask-again';
import type { AppContext } from '../context';
import { changeRecord } from '../records';
import { type OpenReview, type OpenReviewOutcome, openReview } from './open-review.use-case';

/** Days that have passed are moved on first. What is missing for another reason leaves it to be confirmed. */
export async function askReviewAgain(
  context: AppContext,
  programme: Programme,
  command: Omit<OpenReview, 'revision'>,
): Promise<OpenReviewOutcome> {
  const { programmeId, reviewId } = command;
  const today = localDay(context.clock.now(), programme.timeZone);
  const isToBeAsked = await changeRecord(context.store, 'review', programmeId, reviewId, (review) =>
    review.status === 'toBeConfirmed'
      ? { outcome: true, next: { ...review, ...withDaysToCome(review, today) } }
      : { outcome: false },
  );
  if (isToBeAsked === undefined) return { outcome: 'noSuchReview' };
  return isToBeAsked ? openReview(context, command) : { outcome: 'openAlready' };
}

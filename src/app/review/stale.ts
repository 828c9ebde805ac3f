/** Marks a review as to be confirmed, for whatever reason, and has it asked again. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { localDay } from '../../domain/calendar/local-time';
import type { Programme } from '../../domain/programme/programme';
import { markAndAskAgain } from '../../domain/review/ask-again';
import type { StaleFact } from '../../domain/review/mark-stale';
import type { Review } from '../../domain/review/review';
import type { AppContext } from '../context';
import { changeRecord } from '../records';
import type { ReviewPlace } from './open-review.use-case';

/** @param isStill asked of the review as it is when it is written. @returns whether it was marked now. */
export async function makeStale(
  context: Pick<AppContext, 'store' | 'clock'>,
  programme: Programme,
  { reviewId }: Pick<ReviewPlace, 'reviewId'>,
  fact: Pick<StaleFact, 'because' | 'detail'>,
  isStill: (review: Review) => boolean = () => true,
): Promise<boolean> {
  const now = context.clock.now();
  const { leadWithinWorkingDays } = programme.escalationPolicy;
  const stale = {
    ...fact,
    on: localDay(now, programme.timeZone),
    ...{ now, leadWithinWorkingDays, calendar: calendarOf(programme) },
  };
  const outcome = await changeRecord(context.store, 'review', programme.id, reviewId, (review) => {
    const next = isStill(review) ? markAndAskAgain(review, stale) : undefined;
    return next ? { outcome: true, next } : { outcome: false };
  });
  return outcome ?? false;
}

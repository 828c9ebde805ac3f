/** A review that is to be confirmed is asked again: by its lead, or by itself when the lead has had time to look at it. */

import { addDays } from '../calendar/local-time';
import type { WorkingCalendar } from '../calendar/working-calendar';
import { endOfWorkingDay } from '../calendar/working-days';
import { type Day, dayOf, type Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import { markStale, type StaleFact } from './mark-stale';
import type { Review } from './review';

/** The least that people have to vote, and the least until it is looked at again. */
const leastOpenDays = 7;
const leastStandingDays = 28;

export interface Stale extends StaleFact {
  readonly leadWithinWorkingDays: number;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

/** Marked, on the lead's desk, and asked again by itself once the lead has had as long as for an escalation. Undefined
 * where there is nothing to mark. */
export function markAndAskAgain(review: Review, stale: Stale): Review | undefined {
  const { because, detail, on, now, calendar, leadWithinWorkingDays } = stale;
  const { next } = markStale(review, { because, detail, on });
  return next && askAgainLater(next, { now, calendar, leadWithinWorkingDays });
}

export function askAgainLater(
  review: Review,
  { now, calendar, leadWithinWorkingDays }: Pick<Stale, 'now' | 'calendar' | 'leadWithinWorkingDays'>,
): Review {
  const number = review.rounds.length;
  const askAt = endOfWorkingDay(now, leadWithinWorkingDays, calendar);
  const over = review.intents
    .filter(({ kind }) => kind === 'put-on-desk' || kind === 'review-again' || kind === 'ask-workarounds')
    .map(({ id }) => id);
  return planIntents(
    { ...review, decideBy: askAt },
    [
      { id: `put-on-desk:stale:${number}`, kind: 'put-on-desk', lane: 'urgent', dueAt: now },
      { id: `update-cards:stale:${number}`, kind: 'update-cards', lane: 'urgent', dueAt: now },
      { id: `ask-review-again:${number}`, kind: 'ask-review-again', lane: 'normal', dueAt: askAt },
    ],
    over,
  );
}

/** Days that have passed are moved on: as long to vote, and as long until it is looked at again, as the time before. */
export function withDaysToCome(
  review: Pick<Review, 'closesOn' | 'reviewAgainOn' | 'rounds'>,
  today: Day,
): { readonly closesOn: Day; readonly reviewAgainOn: Day } {
  const last = review.rounds.at(-1);
  const openDays = last ? daysBetween(dayOf(last.openedAt), dayOf(last.closesAt)) : leastOpenDays;
  const standingDays = daysBetween(review.closesOn, review.reviewAgainOn);
  const closesOn =
    review.closesOn > today ? review.closesOn : addDays(today, Math.max(leastOpenDays, openDays));
  const reviewAgainOn =
    review.reviewAgainOn > closesOn
      ? review.reviewAgainOn
      : addDays(closesOn, Math.max(leastStandingDays, standingDays));
  return { closesOn, reviewAgainOn };
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

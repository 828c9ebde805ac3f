/** Takes a review from open to closed once its votes are counted, and says what follows from the outcome. */

import type { WorkingCalendar } from '../calendar/working-calendar';
import { endOfWorkingDay } from '../calendar/working-days';
import type { IssueId } from '../ids';
import type { Day, Instant } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import { isToEscalate } from './conclude-review';
import type { Review, ReviewOutcome } from './review';
import { withAction } from './review-actions';

export interface CountedRound {
  readonly outcome: ReviewOutcome;
  /** Everything raised as unsafe about it so far. */
  readonly unsafe: readonly IssueId[];
  /** What its option's author is to do; absent where nobody may be said to have asked for changes. */
  readonly action?: { readonly what: string; readonly dueOn: Day };
  readonly decideWithinWorkingDays: number;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

/** Undefined where that round has its outcome already, or the review is no longer open. */
export function closeRound(review: Review, counted: CountedRound): Review | undefined {
  const { outcome, action, now, calendar } = counted;
  const round = review.rounds.at(-1);
  if (review.status !== 'open' || !round || round.outcome) return undefined;
  const { stale: _past, ...rest } = review;
  const closed: Review = {
    ...rest,
    status: 'closed',
    revision: review.revision + 1,
    rounds: [...review.rounds.slice(0, -1), { ...round, outcome }],
    // In an order that says nothing about who was first.
    unsafe: [...counted.unsafe].sort(),
    decideBy: endOfWorkingDay(now, counted.decideWithinWorkingDays, calendar),
  };
  const next = action ? withAction(closed, outcome, action) : closed;
  const urgent = (kind: string): Intent => ({
    id: `${kind}:${round.number}`,
    kind,
    lane: 'urgent',
    dueAt: now,
  });
  return planIntents(
    next,
    [...askDecider(next, now), ...(isToEscalate(outcome) ? [urgent('escalate-review')] : [])],
    waiting(review),
  );
}

/** To be decided by its deadline; after that whoever stands in for the decider is asked as well. */
export function askDecider({ decideBy, rounds, earlierDecisions, decision }: Review, now: Instant): Intent[] {
  const asking = `${rounds.length}.${earlierDecisions.length + (decision ? 1 : 0)}`;
  const put = (id: string, dueAt: Instant): Intent => ({ id, kind: 'put-on-desk', lane: 'urgent', dueAt });
  return [
    put(`put-on-desk:decide:${asking}`, now),
    ...(decideBy ? [put(`put-on-desk:late:${asking}`, decideBy)] : []),
    { id: `update-cards:closed:${asking}`, kind: 'update-cards', lane: 'urgent', dueAt: now },
  ];
}

/** What was to be done about a decision that is over. */
export function waiting({ intents }: Pick<Review, 'intents'>): readonly string[] {
  return intents
    .filter(({ kind }) => kind === 'put-on-desk' || kind === 'conclude-review' || kind === 'remind')
    .map(({ id }) => id);
}

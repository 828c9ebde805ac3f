/** What follows from a decision on a review: the log, everybody who was asked hears of it, and it is looked at again. */

import type { WorkingCalendar } from '../calendar/working-calendar';
import { endOfWorkingDay, openingOf } from '../calendar/working-days';
import type { Instant } from '../instant';
import type { Intent } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';
import { askedByName } from './asked-by-name';
import { askDecider, waiting } from './close-round';
import type { Review } from './review';

export interface AfterDecision {
  readonly calendar: WorkingCalendar;
  readonly decideWithinWorkingDays: number;
  /** When people are asked whether they work around it; absent without a go-live. */
  readonly workaroundsAt?: Instant;
  readonly now: Instant;
}

/** @param review as `decideReview` leaves it. A deferred one is asked of its decider again when the time to decide has
 * passed once more; voters hear of it once it is decided. */
export function afterDecision(review: Review, after: AfterDecision): Review {
  const { decision, earlierDecisions, rounds } = review;
  const { now, calendar } = after;
  if (!decision) return review;
  const number = earlierDecisions.length + 1;
  const at = (kind: string, dueAt: Instant, lane: Intent['lane'] = 'urgent'): Intent => ({
    id: `${kind}:${number}`,
    kind,
    lane,
    dueAt,
    data: { number },
  });
  if (decision.kind === 'defer') {
    const decideBy = endOfWorkingDay(now, after.decideWithinWorkingDays, calendar);
    const deferred = { ...review, decideBy };
    return planIntents(deferred, [at('log-decision', now), ...askDecider(deferred, now)], waiting(review));
  }
  const { decideBy: _over, ...decided } = review;
  const tell = (audience: 'staff' | 'named'): Intent => ({
    id: `start-campaign:review-told:${number}:${audience}`,
    kind: 'start-campaign',
    lane: 'normal',
    dueAt: now,
    data: { purpose: 'review-told', number, audience },
  });
  const isApproved = decision.kind === 'approve';
  return planIntents(
    decided,
    [
      at('log-decision', now),
      { id: `update-cards:decided:${number}`, kind: 'update-cards', lane: 'urgent', dueAt: now },
      ...(rounds.at(-1)?.waveId ? [tell('staff')] : []),
      ...(askedByName(review).length > 0 ? [tell('named')] : []),
      at('settle-review-escalation', now),
      ...(isAnotherThanBefore(review) ? [at('touch-workflow', now, 'normal')] : []),
      ...(isApproved ? [at('review-again', openingOf(review.reviewAgainOn, calendar), 'normal')] : []),
      ...(isApproved && after.workaroundsAt ? [at('ask-workarounds', after.workaroundsAt, 'normal')] : []),
    ],
    waiting(review),
  );
}

/** Confirming what was decided before changes nothing for others who work on the same workflow: without this, two
 * programmes would go on making each other's decisions stale. */
export function isAnotherThanBefore({ decision, earlierDecisions }: Review): boolean {
  const before = earlierDecisions.filter(({ kind }) => kind !== 'defer').at(-1);
  return before === undefined || before.kind !== decision?.kind || before.optionId !== decision.optionId;
}

/** Records a new version of what a review is about: a material one is asked again at once, any other needs a reason. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { localDay } from '../../domain/calendar/local-time';
import { planIntents } from '../../domain/intent/plan-intents';
import { askAgainLater } from '../../domain/review/ask-again';
import type { Review } from '../../domain/review/review';
import { type ReviseOutcome, reviseVersion, type VersionChange } from '../../domain/review/revise-version';
import { maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord } from '../records';
import { askReviewAgain } from './ask-review-again';
import type { OpenReviewOutcome, ReviewPlace } from './open-review.use-case';
import { findReview } from './save-review-draft.use-case';

/** `again`: what became of asking again, where it is to be confirmed. */
export type ReviseReviewOutcome =
  | Exclude<ReviseOutcome, { outcome: 'recorded' }>
  | { readonly outcome: 'recorded'; readonly review: Review; readonly again?: OpenReviewOutcome }
  | { readonly outcome: 'noSuchReview' | 'outOfDate' };

export async function reviseReview(
  context: AppContext,
  command: ReviewPlace &
    Omit<VersionChange, 'on'> & {
      /** Of the card that was filled in. */
      readonly revision?: number;
    },
): Promise<ReviseReviewOutcome> {
  const { programmeId, reviewId, revision, ...change } = command;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return { outcome: 'noSuchReview' };
  const now = context.clock.now();
  const on = localDay(now, programme.timeZone);
  const reason = change.reason && maskText(change.reason, programme.hospitalNumber).text;
  const calendar = calendarOf(programme);
  const { leadWithinWorkingDays } = programme.escalationPolicy;
  const outcome = await changeRecord<'review', Revised>(
    context.store,
    'review',
    programmeId,
    reviewId,
    (review) => {
      if (revision !== undefined && revision !== review.revision)
        return { outcome: { outcome: 'outOfDate' } };
      const revised = reviseVersion(review, { ...change, ...(reason ? { reason } : {}), on });
      if (revised.outcome !== 'recorded') return { outcome: revised };
      const { isToBeConfirmed } = revised;
      const id = `touch-workflow:v${revised.next.versions.length}`;
      const next = isToBeConfirmed
        ? planIntents(askAgainLater(revised.next, { now, calendar, leadWithinWorkingDays }), [
            { id, kind: 'touch-workflow', lane: 'normal', dueAt: now },
          ])
        : revised.next;
      return { outcome: { outcome: 'recorded', isToBeConfirmed }, next };
    },
  );
  if (outcome?.outcome !== 'recorded') return outcome ?? { outcome: 'noSuchReview' };
  const { recordedBy: openedBy } = command;
  const again = outcome.isToBeConfirmed
    ? { again: await askReviewAgain(context, programme, { programmeId, reviewId, openedBy }) }
    : {};
  context.poke();
  const review = await findReview(context, { programmeId, reviewId });
  return review ? { outcome: 'recorded', review, ...again } : { outcome: 'noSuchReview' };
}

type Revised =
  | Exclude<ReviseOutcome, { outcome: 'recorded' }>
  | { readonly outcome: 'outOfDate' }
  | { readonly outcome: 'recorded'; readonly isToBeConfirmed: boolean };

/** Writes the outcome of a round into its review, once. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { localDay } from '../../domain/calendar/local-time';
import { workingDayAfter } from '../../domain/calendar/working-days';
import type { WaveId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import { closeRound } from '../../domain/review/close-round';
import { concludeReview } from '../../domain/review/conclude-review';
import type { Review } from '../../domain/review/review';
import { asksForChanges } from '../../domain/review/review-actions';
import type { AppContext } from '../context';
import { changeRecord } from '../records';
import { readVote, unsafeOf } from './review-vote';

/** Until when the author of an option has to say what became of the changes asked for. */
const actionWithinWorkingDays = 10;

/** @param waveId undefined for an attributed one. @throws Error where the votes are not released yet. */
export async function concludeRound(
  context: AppContext,
  programme: Programme,
  review: Review,
  waveId: WaveId | undefined,
): Promise<void> {
  const round = review.rounds.at(-1);
  // A round before this one has its outcome, or was overtaken.
  if (!round || round.waveId !== waveId) return;
  const vote = await readVote(context, programme, review, round);
  if (!vote) throw new Error(`wave ${String(waveId)} has no release`);
  const { raised, open } = await unsafeOf(context, review);
  const now = context.clock.now();
  const calendar = calendarOf(programme);
  const outcome = concludeReview(review, vote, open, now);
  const release = vote.voting === 'confidential' ? vote.release : undefined;
  const dueOn = workingDayAfter(localDay(now, programme.timeZone), actionWithinWorkingDays, calendar);
  const action = asksForChanges(outcome, release, vote.ballots)
    ? { action: { what: context.wording.changesAsked(), dueOn } }
    : {};
  const { decideWithinWorkingDays } = programme.escalationPolicy;
  const counted = { outcome, unsafe: raised, ...action, decideWithinWorkingDays, calendar, now };
  await changeRecord(context.store, 'review', review.programmeId, review.reviewId, (current) => {
    const next = current.rounds.length === review.rounds.length ? closeRound(current, counted) : undefined;
    return next ? { outcome: 'closed', next } : { outcome: 'closedBefore' };
  });
}

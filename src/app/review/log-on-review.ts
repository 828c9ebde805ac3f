/** Logs a decision on a design review with the vote as it was released, and notes on it where in the log it stands. */

import { decisionNumbered, decisionOnReview, roundDecided } from '../../domain/decision/decision-on-review';
import type { Review, ReviewDecision } from '../../domain/review/review';
import { appendDecision } from '../append-decision';
import type { AppContext } from '../context';
import { rememberNames } from '../person-names';
import { readRelease } from '../read-release';
import { changeRecord } from '../records';
import { attributedBallotsOf } from './attributed-ballots';

/** @throws Error where there is no decision of that number. */
export async function logOnReview(context: AppContext, review: Review, number: number): Promise<void> {
  const { programmeId, reviewId } = review;
  const made = decisionNumbered(review, number);
  const round = made && roundDecided(review, made);
  if (!made || !round) throw new Error(`review ${reviewId} has no decision ${number}`);
  const release = round.waveId && (await readRelease(context.store, programmeId, round.waveId));
  const ballots = await attributedBallotsOf(context, reviewId, round.number);
  const voters = ballots.map(({ personId, displayName }) => [personId, displayName] as const);
  const decider = [made.decidedBy, made.decidedByName] as const;
  await rememberNames(context, programmeId, Object.fromEntries([...voters, decider]));
  const decision = decisionOnReview(review, number, { ...(release ? { release } : {}), ballots });
  const { decisionId, seq, mac } = await appendDecision(context, decision);
  const noted = (one: ReviewDecision): ReviewDecision =>
    one.decisionId === decisionId ? { ...one, logged: { seq, head: mac } } : one;
  await changeRecord(context.store, 'review', programmeId, reviewId, (current) => ({
    outcome: 'noted',
    next: {
      ...current,
      ...(current.decision ? { decision: noted(current.decision) } : {}),
      earlierDecisions: current.earlierDecisions.map(noted),
    },
  }));
}

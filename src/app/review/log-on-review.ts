/** Logs a decision on a design review with the vote as it was released, and notes on it where in the log it stands. */

import { decisionNumbered, decisionOnReview, roundDecided } from '../../domain/decision/decision-on-review';
import type { Review, ReviewDecision } from '../../domain/review/review';
import type { AppContext } from '../context';
import { appendDecision } from '../decision/append-decision';
import { rememberNames } from '../people/person-names';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord } from '../records';
import { readVote } from './review-vote';

/** @throws Error where there is no decision of that number. */
export async function logOnReview(context: AppContext, review: Review, number: number): Promise<void> {
  const { programmeId, reviewId } = review;
  const made = decisionNumbered(review, number);
  const round = made && roundDecided(review, made);
  if (!made || !round) throw new Error(`review ${reviewId} has no decision ${number}`);
  const programme = await currentProgramme(context, programmeId);
  const vote = programme && (await readVote(context, programme, review, round));
  if (!vote) throw new Error(`review ${reviewId} has no vote to log`);
  const { ballots } = vote;
  const voters = ballots.map(({ personId, displayName }) => [personId, displayName] as const);
  const decider = [made.decidedBy, made.decidedByName] as const;
  await rememberNames(context, programmeId, Object.fromEntries([...voters, decider]));
  const decision = decisionOnReview(review, number, vote);
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

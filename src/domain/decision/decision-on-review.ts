/** What the log keeps of a decision on a design review: the vote as it was released, dissent included, and nobody's name. */

import type { Release } from '../disclosure/release';
import type { Instant } from '../instant';
import type { Vote } from '../review/conclude-review';
import { dissentOf } from '../review/dissent';
import type { AttributedBallot, Review, ReviewDecision, ReviewRound } from '../review/review';
import type { DecisionOnReview, LoggedBallot, ReviewEvidence } from './decision';

/** A vote with its whole release. */
export type CountedVote =
  | Exclude<Vote, { readonly voting: 'confidential' }>
  | (Extract<Vote, { readonly voting: 'confidential' }> & { readonly release: Release });

/** The review's decision of that number, 1 for the first; undefined where there is none. */
export function decisionNumbered(
  { earlierDecisions, decision }: Pick<Review, 'earlierDecisions' | 'decision'>,
  number: number,
): ReviewDecision | undefined {
  return [...earlierDecisions, ...(decision ? [decision] : [])][number - 1];
}

/** The asking that a decision rests on: the latest that had an outcome by then. */
export function roundDecided(
  { rounds }: Pick<Review, 'rounds'>,
  { decidedAt }: Pick<ReviewDecision, 'decidedAt'>,
): (ReviewRound & Required<Pick<ReviewRound, 'outcome'>>) | undefined {
  return rounds
    .flatMap((round) => {
      const { outcome } = round;
      return outcome && outcome.reachedAt <= decidedAt ? [{ ...round, outcome }] : [];
    })
    .at(-1);
}

/** @param vote what was released of the round, and the votes with a name of it. Always the same for the same decision.
 * @throws Error when there is no such decision, or none that rests on an outcome. */
export function decisionOnReview(review: Review, number: number, vote: CountedVote): DecisionOnReview {
  const made = decisionNumbered(review, number);
  const round = made && roundDecided(review, made);
  if (!made || !round) throw new Error(`review ${review.reviewId} has no decision ${number}`);
  const { reviewId, programmeId, workflow, title, question, options, voting, policy, proposal } = review;
  const { decisionId, kind, optionId, rationale, isAgainstTheVote, decidedBy, role, decidedAt } = made;
  return {
    ...{ decisionId, programmeId, reviewId, workflow, title, question, voting, policy },
    artefact: proposal.artefact,
    version: proposal.version,
    options: options.map(({ authorName: _name, ...option }) => option),
    kind,
    ...(optionId ? { optionId } : {}),
    ...{ rationale, isAgainstTheVote, decidedBy, role, decidedAt },
    ...(made.supersedes ? { supersedes: made.supersedes } : {}),
    ...(kind === 'approve' ? { reviewOn: `${review.reviewAgainOn}T08:00:00.000Z` as Instant } : {}),
    round: round.number,
    outcome: round.outcome,
    evidence: vote.voting === 'confidential' ? evidenceOf(vote.release) : [],
    dissent: dissentOf({ ...review, rounds: review.rounds.slice(0, round.number) }, vote),
    ballots: vote.ballots.filter((ballot) => ballot.round === round.number).map(withoutName),
  };
}

/** What may be shown of a round's vote. */
export function evidenceOf({
  waveId,
  tables,
}: Pick<Release, 'waveId' | 'tables'>): readonly ReviewEvidence[] {
  return tables.map((table) => {
    const { questionId, questionText, questionKind, choices, favourableChoice, leadingChoice, rows } = table;
    return {
      ...{ waveId, questionId, questionText, questionKind },
      ...(choices ? { choices } : {}),
      ...(favourableChoice ? { favourableChoice } : {}),
      ...(leadingChoice ? { leadingChoice } : {}),
      rows: rows.map(({ groupId, kind, name, headcount, figures, isNotAffected }) => ({
        ...{ groupId, kind, name, headcount, figures },
        ...(isNotAffected ? { isNotAffected } : {}),
      })),
    };
  });
}

/** Words that were typed with it could hold a name, and are left out. */
function withoutName({ personId, groupName, optionId, works }: AttributedBallot): LoggedBallot {
  return { personId, groupName, ...(optionId ? { optionId } : {}), ...(works ? { works } : {}) };
}

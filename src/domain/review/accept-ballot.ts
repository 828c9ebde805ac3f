/** Decides whether a vote with a name to it counts: in time, by somebody who was asked, on the current card. */

import type { Day, Instant } from '../instant';
import { ballotsOfRound } from './hear-named-groups';
import { type AttributedBallot, type Review, type WorksAnswer, worksAnswers } from './review';

export interface NamedTap {
  /** The revision the card was rendered for; 0 before the first tap. */
  readonly revision: number;
  readonly optionId?: string;
  readonly works?: WorksAnswer | 'notMyArea';
  /** Masked. */
  readonly comment?: string;
}

export interface NamedVoter {
  readonly personId: AttributedBallot['personId'];
  readonly displayName: string;
  readonly groupName: string;
}

export type BallotOutcome =
  | { readonly outcome: 'recorded'; readonly isChange: boolean; readonly ballot: AttributedBallot }
  /** Nothing changes; the current card is the reply. */
  | { readonly outcome: 'closed' | 'notAsked' | 'outOfDate' | 'notAnAnswer' };

/** What was said before stays where the tap says nothing of it. A vote counts until the round's closing instant.
 * @param voter undefined for somebody who is neither on the panel nor a representative. */
export function acceptBallot(
  review: Pick<Review, 'reviewId' | 'status' | 'rounds' | 'options'>,
  voter: NamedVoter | undefined,
  before: AttributedBallot | undefined,
  tap: NamedTap,
  { now, today }: { readonly now: Instant; readonly today: Day },
): BallotOutcome {
  const round = review.rounds.at(-1);
  if (!voter) return { outcome: 'notAsked' };
  if (review.status !== 'open' || !round || round.outcome || now >= round.closesAt)
    return { outcome: 'closed' };
  if (!isAnswer(review, tap)) return { outcome: 'notAnAnswer' };
  const [given] = before ? ballotsOfRound([before], round.number) : [];
  if (tap.revision !== (given?.revision ?? 0)) return { outcome: 'outOfDate' };
  const { revision, ...said } = tap;
  const isChange =
    (tap.optionId !== undefined && given?.optionId !== undefined) ||
    (tap.works !== undefined && given?.works !== undefined);
  return {
    outcome: 'recorded',
    isChange,
    ballot: {
      ...given,
      ...voter,
      ...said,
      reviewId: review.reviewId,
      round: round.number,
      revision: revision + 1,
      votedOn: today,
    },
  };
}

function isAnswer({ options }: Pick<Review, 'options'>, { optionId, works, comment }: NamedTap): boolean {
  const isOption = optionId === undefined || options.some(({ id }) => id === optionId);
  const isView =
    works === undefined || works === 'notMyArea' || worksAnswers.some((answer) => answer === works);
  return isOption && isView && (optionId !== undefined || works !== undefined || comment !== undefined);
}

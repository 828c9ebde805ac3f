/** The card of a ballot at the step where a person stands, and what is told once nobody votes any more. */

import type { Programme } from '../../domain/programme/programme';
import type { Wave } from '../../domain/pulse/wave';
import type { Review, ReviewRound } from '../../domain/review/review';
import { ballotQuestionIds } from '../../domain/review/review-questions';
import { type BallotView, ballotCard } from '../ballot.card';
import { ballotClosedCard } from '../ballot-closed.card';
import type { BallotCardView, BallotSubject } from '../ballot-parts';
import { type BallotRecordedView, ballotRecordedCard } from '../ballot-recorded.card';
import { reviewToldCard } from '../review-told.card';
import type { CardFrame } from '../template';
import { type CardMessage, messageOf } from './message';

/** What is said above the card; each goes with the cards that have words for it. */
export type BallotSaid = Pick<BallotRecordedView, 'masked' | 'readsLikeHarm' | 'typedComment'> & {
  readonly notice?: NonNullable<BallotView['notice'] | BallotRecordedView['notice']>;
};

/** @param isNamed their vote has a name to it. */
export function ballotSubjectOf(
  review: Pick<Review, 'reviewId' | 'title'>,
  { number: round, waveId, closesAt }: ReviewRound,
  { minimumGroupSize }: Pick<Programme, 'minimumGroupSize'>,
  isNamed: boolean,
): BallotSubject {
  const { reviewId, title } = review;
  return { reviewId, title, round, closesAt, minimumGroupSize, ...(isNamed || !waveId ? {} : { waveId }) };
}

/** Of the wave alone; undefined where it carries no ballots. */
export function ballotSubjectOfWave(wave: Wave): BallotSubject | undefined {
  const { reviewId, waveId, title, closesAt, minimumGroupSize } = wave;
  if (!reviewId) return undefined;
  const round = Number(waveId.slice(`${reviewId}.r`.length));
  return { reviewId, waveId, title, round, closesAt, minimumGroupSize };
}

export function optionMessage(
  view: BallotCardView,
  { question, proposal, options }: Pick<Review, 'question' | 'proposal' | 'options'>,
  frame: CardFrame,
  said: BallotSaid = {},
): CardMessage {
  const step = { step: 'option' as const, question, proposal, options };
  return messageOf(ballotCard, { ...view, step, ...aboutVoting(said) }, frame);
}

export function worksMessage(
  view: BallotCardView,
  question: string,
  frame: CardFrame,
  said: BallotSaid = {},
): CardMessage {
  return messageOf(ballotCard, { ...view, step: { step: 'works', question }, ...aboutVoting(said) }, frame);
}

export function ballotRecordedMessage(
  view: BallotCardView & Pick<BallotRecordedView, 'backupRetentionDays'>,
  frame: CardFrame,
  { notice, ...said }: BallotSaid = {},
): CardMessage {
  const known =
    notice === undefined || notice === 'changing' || notice === 'chooseOne' || notice === 'notConfirmed'
      ? {}
      : { notice };
  return messageOf(ballotRecordedCard, { ...view, ...said, ...known }, frame);
}

function aboutVoting({ notice, masked }: BallotSaid): Pick<BallotView, 'notice' | 'masked'> {
  switch (notice) {
    case undefined:
    case 'commentSaved':
    case 'commentEmpty':
    case 'commentNotConfirmed':
      return {};
    default:
      return { notice, ...(masked ? { masked } : {}) };
  }
}

/** What the wave asks second. */
export function worksTextOf({ questions }: Pick<Wave, 'questions'>): string | undefined {
  return questions.find(({ id }) => id === ballotQuestionIds.works)?.text;
}

/** Once it is decided: what came of it; before that, that voting has closed. */
export function ballotOverMessage(
  { programme, review }: { readonly programme: Programme; readonly review: Review },
  frame: CardFrame,
  { typed, isFromList }: { readonly typed?: string; readonly isFromList?: boolean } = {},
): CardMessage {
  if (review.decision && review.status !== 'closed' && !typed)
    return reviewToldMessage(programme, review, frame);
  const view = {
    programme,
    ballot: review,
    ...closedAtOf(review),
    ...(typed ? { typed } : {}),
    ...(isFromList ? { isFromList } : {}),
  };
  return messageOf(ballotClosedCard, view, frame);
}

/** An asking that was closed early was over when its outcome was reached, or is about to be. */
function closedAtOf({ rounds }: Review) {
  const round = rounds.at(-1);
  const reachedAt = round?.outcome?.reachedAt;
  return round && reachedAt ? { closedAt: reachedAt < round.closesAt ? reachedAt : round.closesAt } : {};
}

/** The outcome of the latest asking that had one, and the decision that stands. */
export function reviewToldMessage(programme: Programme, review: Review, frame: CardFrame): CardMessage {
  const outcome = review.rounds.findLast((round) => round.outcome)?.outcome;
  const { decision } = review;
  return messageOf(
    reviewToldCard,
    { programme, review, ...(outcome ? { outcome } : {}), ...(decision ? { decision } : {}) },
    frame,
  );
}

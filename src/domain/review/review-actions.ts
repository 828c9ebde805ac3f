/** "Works with changes": what the author of the option that leads is to do, by when, and what they did. */

import type { Release } from '../disclosure/release';
import type { Day } from '../instant';
import type { AttributedBallot, Review, ReviewAction, ReviewOutcome } from './review';
import { ballotQuestionIds } from './review-questions';

/** Whether it may be told that anybody asked for changes. */
export function asksForChanges(
  outcome: Pick<ReviewOutcome, 'kind'>,
  release: Pick<Release, 'tables'> | undefined,
  ballots: readonly AttributedBallot[],
): boolean {
  const works = release?.tables.find(({ questionId }) => questionId === ballotQuestionIds.works);
  const isReleased = works?.rows.some(
    ({ figures }) =>
      figures.label === 'shown' &&
      figures.distribution?.some(({ label, count }) => label === 'neutral' && count > 0),
  );
  return (
    outcome.kind === 'agreedWithChanges' ||
    isReleased === true ||
    ballots.some((ballot) => ballot.works === 'worksWithChanges')
  );
}

/** One action for the author of the leading option, a supplier included; none where no option leads, or that author still
 * has one to do. */
export function withAction(
  review: Review,
  outcome: Pick<ReviewOutcome, 'kind' | 'leadingOptionId'>,
  { what, dueOn }: Pick<ReviewAction, 'what' | 'dueOn'>,
): Review {
  const option = review.options.find(({ id }) => id === outcome.leadingOptionId);
  const isToDo = review.actions.some(({ optionId, doneOn }) => optionId === option?.id && !doneOn);
  if (!option || isToDo) return review;
  const { id: optionId, author, authorName } = option;
  const action = { number: review.actions.length + 1, optionId, author, authorName, what, dueOn };
  return { ...review, actions: [...review.actions, action] };
}

export type ActionOutcome =
  | { readonly outcome: 'done'; readonly next: Review }
  | { readonly outcome: 'noSuchAction' | 'alreadyDone' }
  /** The voters are told what became of it. */
  | { readonly outcome: 'incomplete'; readonly missing: 'reply' };

export function finishAction(
  review: Review,
  { number, reply, on }: { readonly number: number; readonly reply: string; readonly on: Day },
): ActionOutcome {
  const action = review.actions.find((one) => one.number === number);
  if (!action) return { outcome: 'noSuchAction' };
  if (action.doneOn) return { outcome: 'alreadyDone' };
  if (reply.trim() === '') return { outcome: 'incomplete', missing: 'reply' };
  const actions = review.actions.map((one) => (one === action ? { ...one, doneOn: on, reply } : one));
  return { outcome: 'done', next: { ...review, actions, revision: review.revision + 1 } };
}

/** Ends the votes on a design review now; what came of them follows from the release, or from the review's own intent. */

import { planIntents } from '../../domain/intent/plan-intents';
import type { Review } from '../../domain/review/review';
import type { AppContext } from '../context';
import { changeRecord } from '../records';
import { closeWave } from '../wave/close-wave.use-case';
import type { ReviewPlace } from './open-review.use-case';
import { findReview } from './save-review-draft.use-case';

/** `notConfirmed`: its votes are not opened yet. */
export type CloseReviewOutcome = 'closing' | 'alreadyClosed' | 'notConfirmed' | 'outOfDate' | 'noSuchReview';

export async function closeReview(
  context: AppContext,
  command: ReviewPlace & { readonly revision?: number },
): Promise<CloseReviewOutcome> {
  const { programmeId, reviewId, revision } = command;
  const review = await findReview(context, command);
  if (!review) return 'noSuchReview';
  if (review.status !== 'open') return 'alreadyClosed';
  if (revision !== undefined && revision !== review.revision) return 'outOfDate';
  const waveId = review.rounds.at(-1)?.waveId;
  if (waveId) {
    const outcome = await closeWave(context, { programmeId, waveId });
    return outcome === 'noSuchWave' ? 'notConfirmed' : outcome === 'closing' ? 'closing' : 'alreadyClosed';
  }
  await changeRecord(context.store, 'review', programmeId, reviewId, (current) =>
    current.status === 'open' && current.rounds.length === review.rounds.length
      ? { outcome: 'closing', next: concludingNow(current, context.clock.now()) }
      : { outcome: 'closedBefore' },
  );
  context.poke();
  return 'closing';
}

/** Its clock is brought forward. */
function concludingNow(review: Review, dueAt: Review['intents'][number]['dueAt']): Review {
  const planned = review.intents.filter(({ kind }) => kind === 'conclude-review');
  const ids = planned.map(({ id }) => id);
  const closing = planned.map((intent) => ({ ...intent, dueAt }));
  return planIntents(review, closing, ids);
}

/** The author of an option, or the lead for a supplier, says what became of the changes asked for: everybody asked hears it. */

import { localDay } from '../../domain/calendar/local-time';
import { planIntents } from '../../domain/intent/plan-intents';
import { askedByName } from '../../domain/review/asked-by-name';
import type { Review } from '../../domain/review/review';
import { type ActionOutcome, finishAction } from '../../domain/review/review-actions';
import { maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord } from '../records';
import type { ReviewPlace } from './open-review.use-case';

export type FinishReviewActionOutcome =
  | Exclude<ActionOutcome, { outcome: 'done' }>
  | { readonly outcome: 'done'; readonly review: Review }
  | { readonly outcome: 'noSuchReview' | 'outOfDate' };

export async function finishReviewAction(
  context: AppContext,
  command: ReviewPlace & { readonly revision: number; readonly number: number; readonly reply: string },
): Promise<FinishReviewActionOutcome> {
  const { programmeId, reviewId, revision, number } = command;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return { outcome: 'noSuchReview' };
  const now = context.clock.now();
  const reply = maskText(command.reply, programme.hospitalNumber).text;
  const outcome = await changeRecord<'review', FinishReviewActionOutcome>(
    context.store,
    'review',
    programmeId,
    reviewId,
    (review) => {
      const done = finishAction(review, { number, reply, on: localDay(now, programme.timeZone) });
      if (done.outcome !== 'done') return { outcome: done };
      if (revision !== review.revision) return { outcome: { outcome: 'outOfDate' } };
      const next = planIntents(done.next, tellVoters(done.next, number, now));
      return { outcome: { outcome: 'done', review: next }, next };
    },
  );
  context.poke();
  return outcome ?? { outcome: 'noSuchReview' };
}

function tellVoters(review: Review, action: number, dueAt: Review['rounds'][number]['openedAt']) {
  const audiences = [
    ...(review.rounds.at(-1)?.waveId ? (['staff'] as const) : []),
    ...(askedByName(review).length > 0 ? (['named'] as const) : []),
  ];
  return audiences.map((audience) => ({
    id: `start-campaign:review-told:action${action}:${audience}`,
    kind: 'start-campaign',
    lane: 'normal' as const,
    dueAt,
    data: { purpose: 'review-told', action, audience },
  }));
}

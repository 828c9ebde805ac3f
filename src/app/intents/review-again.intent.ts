/** Time passes over a decided review: its day comes, its lead has had time to ask again, people have lived with it. */

import { localDay } from '../../domain/calendar/local-time';
import { isReviewDue } from '../../domain/review/mark-stale';
import { currentProgramme } from '../programme/current-programme';
import { askReviewAgain } from '../review/ask-review-again';
import { askWorkarounds } from '../review/ask-workarounds.use-case';
import { makeStale } from '../review/stale';
import { noteWorkflow, touchWorkflow } from '../review/workflow-users';
import { defineIntent } from './define-intent';

export const reviewAgainIntent = defineIntent('review-again', 'review', async (context, review) => {
  const programme = await currentProgramme(context, review.programmeId);
  if (!programme) return;
  const today = localDay(context.clock.now(), programme.timeZone);
  const fact = { because: 'reviewDate', detail: review.reviewAgainOn } as const;
  await makeStale(context, programme, review, fact, (current) => isReviewDue(current, today));
  context.poke();
});

/** Where something is missing, it stays on the lead's desk until the lead completes it. */
export const askReviewAgainIntent = defineIntent('ask-review-again', 'review', async (context, review) => {
  const programme = await currentProgramme(context, review.programmeId);
  if (!programme) return;
  const { programmeId, reviewId } = review;
  const { outcome } = await askReviewAgain(context, programme, {
    programmeId,
    reviewId,
    openedBy: 'schedule',
  });
  if (outcome !== 'opened' && outcome !== 'openAlready') {
    context.log.warn('review cannot be asked again by itself', { programme: programmeId, outcome });
  }
});

export const askWorkaroundsIntent = defineIntent('ask-workarounds', 'review', async (context, review) => {
  const { programmeId, workflow } = review;
  await askWorkarounds(context, { programmeId, workflow, openedBy: 'schedule' });
});

export const noteWorkflowIntent = defineIntent('note-workflow', 'review', async (context, review) => {
  const programme = await currentProgramme(context, review.programmeId);
  if (programme) await noteWorkflow(context, programme, review.workflow);
});

export const touchWorkflowIntent = defineIntent('touch-workflow', 'review', async (context, review) => {
  const programme = await currentProgramme(context, review.programmeId);
  if (programme) await touchWorkflow(context, programme, review.workflow);
  context.poke();
});

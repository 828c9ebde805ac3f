/** Throws a design review away that is being set up. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { discardReviewDraft } from '../../app/review/discard-review-draft.use-case';
import { verbNames } from '../../cards/verb-names';
import type { ReviewId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { previewReply } from './review-reply';
import { listReply } from './reviews-reply';
import { idField, subject } from './subject';

export const reviewDiscardVerb = defineVerb({
  name: verbNames.reviewDiscard,
  schema: z.object({ ...subject, reviewId: idField<ReviewId>(), revision: z.int().min(0) }),
  role: leadRoles,
  async handle(edge, { actor, data: { programmeId, reviewId, revision } }) {
    const place = { programmeId, reviewId };
    const outcome = await discardReviewDraft(edge.app, { ...place, revision });
    return outcome === 'outOfDate'
      ? previewReply(edge, actor, place, 'changedMeanwhile')
      : listReply(edge, actor, programmeId, { only: 'all', notice: 'discarded' });
  },
});

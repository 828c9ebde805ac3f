/** What its lead does with a design review after it was opened: close it now, or ask again. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { UnavailableError } from '../../app/ports/errors';
import { closeReview } from '../../app/review/close-review.use-case';
import { verbNames } from '../../cards/verb-names';
import type { ReviewId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { previewReply, reviewReply } from './review-reply';
import { idField, subject } from './subject';

export const reviewManageVerb = defineVerb({
  name: verbNames.reviewManage,
  schema: z.object({
    ...subject,
    reviewId: idField<ReviewId>(),
    revision: z.int().min(0),
    act: z.enum(['close', 'again']),
  }),
  role: leadRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, reviewId, revision, act } = data;
    const place = { programmeId, reviewId };
    if (act === 'again') return previewReply(edge, actor, place);
    try {
      const outcome = await closeReview(edge.app, { ...place, revision });
      return await reviewReply(edge, actor, place, outcome === 'noSuchReview' ? {} : { notice: outcome });
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      return reviewReply(edge, actor, place, { notice: 'notConfirmed' });
    }
  },
});

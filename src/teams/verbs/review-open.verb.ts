/** The lead opens a design review, or is told everything that is missing. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { UnavailableError } from '../../app/ports/errors';
import { openReview } from '../../app/review/open-review.use-case';
import { verbNames } from '../../cards/verb-names';
import type { ReviewId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { within } from '../within';
import { previewReply, reviewReply } from './review-reply';
import { idField, subject } from './subject';

/** Of Teams' five seconds: a large programme takes longer to count, and a second tap finds the review open. */
const patienceMs = 3_500;

export const reviewOpenVerb = defineVerb({
  name: verbNames.reviewOpen,
  schema: z.object({ ...subject, reviewId: idField<ReviewId>(), revision: z.int().min(0) }),
  role: leadRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, reviewId, revision } = data;
    const place = { programmeId, reviewId };
    try {
      const command = { ...place, openedBy: actor.personId, revision };
      const opened = await within(edge.app.clock, patienceMs, openReview(edge.app, command));
      if (opened.outcome === 'late') return await previewReply(edge, actor, place, 'notConfirmed');
      const { outcome } = opened.value;
      if (outcome === 'opened') return await reviewReply(edge, actor, place, { notice: 'opened' });
      return await previewReply(edge, actor, place, outcome === 'noSuchReview' ? 'outOfDate' : outcome);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      return previewReply(edge, actor, place, 'notConfirmed');
    }
  },
});

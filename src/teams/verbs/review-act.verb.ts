/** Its lead says, for the author of an option, what became of the changes asked for. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { UnavailableError } from '../../app/ports/errors';
import {
  type FinishReviewActionOutcome,
  finishReviewAction,
} from '../../app/review/finish-review-action.use-case';
import type { ReviewSaid } from '../../cards/messages/review-message';
import { verbNames } from '../../cards/verb-names';
import type { ReviewId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { reviewReply } from './review-reply';
import { idField, subject } from './subject';

const typed = z.string().trim().max(4_000).default('');

export const reviewActVerb = defineVerb({
  name: verbNames.reviewAct,
  schema: z.object({
    ...subject,
    reviewId: idField<ReviewId>(),
    revision: z.int().min(0),
    number: z.int().min(1),
    /** Which of the card's forms was sent. */
    slot: z.int().min(1).max(3),
    reply1: typed,
    reply2: typed,
    reply3: typed,
  }),
  role: leadRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, reviewId, revision, number, slot } = data;
    const place = { programmeId, reviewId };
    const words = [data.reply1, data.reply2, data.reply3][slot - 1] ?? '';
    const reply = { number, words };
    let said: ReviewSaid;
    try {
      said = saidOf(await finishReviewAction(edge.app, { ...place, revision, number, reply: words }), reply);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      said = { notice: 'notConfirmed', reply };
    }
    return reviewReply(edge, actor, place, said);
  },
});

function saidOf(result: FinishReviewActionOutcome, reply: ReviewSaid['reply']): ReviewSaid {
  const kept = reply ? { reply } : {};
  switch (result.outcome) {
    case 'done':
      return { notice: 'actionDone' };
    case 'alreadyDone':
      return { notice: 'actionAlreadyDone', ...kept };
    case 'incomplete':
      return { notice: result.missing, ...kept };
    case 'outOfDate':
    case 'noSuchAction':
      return { notice: 'outOfDate', ...kept };
    case 'noSuchReview':
      return {};
  }
}

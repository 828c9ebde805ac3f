/** Opens one design review from the list of them. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import type { ReviewId } from '../../domain/ids';
import { roles } from '../../domain/programme/programme';
import { defineVerb } from '../verb';
import { reviewReply } from './review-reply';
import { idField, subject } from './subject';

export const reviewShowVerb = defineVerb({
  name: verbNames.reviewShow,
  schema: z.object({ ...subject, reviewId: idField<ReviewId>() }),
  role: roles,
  handle: (edge, { actor, data }) => reviewReply(edge, actor, data),
});

/** A page of the list of design reviews. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import { roles } from '../../domain/programme/programme';
import { defineVerb } from '../verb';
import { listReply } from './reviews-reply';
import { subject } from './subject';

export const reviewsShowVerb = defineVerb({
  name: verbNames.reviewsShow,
  schema: z.object({
    ...subject,
    page: z.int().min(0).max(1_000).default(0),
    only: z.enum(['all', 'stale']).default('all'),
  }),
  role: roles,
  handle: (edge, { actor, data: { programmeId, ...part } }) => listReply(edge, actor, programmeId, part),
});

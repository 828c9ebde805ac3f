/** A page of the list of design reviews. */

import { z } from 'zod';
import { programmesOf } from '../../app/people/programmes-of';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { verbNames } from '../../cards/verb-names';
import { roles } from '../../domain/programme/programme';
import { plainFrame } from '../frame-of';
import { defineVerb } from '../verb';
import { reviewsReply } from './reviews-reply';
import { subject } from './subject';

export const reviewsShowVerb = defineVerb({
  name: verbNames.reviewsShow,
  schema: z.object({
    ...subject,
    page: z.int().min(0).max(1_000).default(0),
    only: z.enum(['all', 'stale']).default('all'),
  }),
  role: roles,
  async handle(edge, { actor, data }) {
    const own = await programmesOf(edge.app, actor);
    const found = own.find(({ programme }) => programme.id === data.programmeId);
    return found
      ? reviewsReply(edge, actor, found, data)
      : messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
  },
});

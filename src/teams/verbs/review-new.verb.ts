/** Begins a design review. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { currentProgramme } from '../../app/programme/current-programme';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { verbNames } from '../../cards/verb-names';
import { plainFrame } from '../frame-of';
import { defineVerb } from '../verb';
import { newReviewReply } from './review-reply';
import { subject } from './subject';

export const reviewNewVerb = defineVerb({
  name: verbNames.reviewNew,
  schema: z.object(subject),
  role: leadRoles,
  async handle(edge, { actor, data }) {
    const programme = await currentProgramme(edge.app, data.programmeId);
    return programme
      ? newReviewReply(edge, actor, programme)
      : messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
  },
});

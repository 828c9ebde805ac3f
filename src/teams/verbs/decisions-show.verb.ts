/** Turns the pages of the decision log. */

import { z } from 'zod';
import { programmesOf } from '../../app/people/programmes-of';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { verbNames } from '../../cards/verb-names';
import { roles } from '../../domain/programme/programme';
import { plainFrame } from '../frame-of';
import { defineVerb } from '../verb';
import { decisionsReply } from './decisions-reply';
import { subject } from './subject';

export const decisionsShowVerb = defineVerb({
  name: verbNames.decisionsShow,
  schema: z.object({ ...subject, before: z.coerce.number().int().nonnegative() }),
  role: roles,
  async handle(edge, { actor, data: { programmeId, before } }) {
    const own = (await programmesOf(edge.app, actor)).find(({ programme }) => programme.id === programmeId);
    if (!own) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
    return decisionsReply(edge, actor, own, before);
  },
});

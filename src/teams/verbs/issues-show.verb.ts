/** Turns the list of issues to another page or another part. */

import { z } from 'zod';
import { currentProgramme } from '../../app/programme/current-programme';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { verbNames } from '../../cards/verb-names';
import { issueFilters } from '../../domain/issue/filter-issues';
import { roles } from '../../domain/programme/programme';
import { plainFrame } from '../frame-of';
import { defineVerb } from '../verb';
import { issuesReply } from './issues-reply';
import { subject } from './subject';

export const issuesShowVerb = defineVerb({
  name: verbNames.issuesShow,
  schema: z.object({ ...subject, filter: z.enum(issueFilters), page: z.int().min(0).max(100_000) }),
  role: roles,
  async handle(edge, { actor, data }) {
    const programme = await currentProgramme(edge.app, data.programmeId);
    if (!programme) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
    return issuesReply(edge, actor, programme, data);
  },
});

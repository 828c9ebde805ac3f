/** For what somebody cannot say to their programme: whom they can tell instead. Nothing is stored. */

import { z } from 'zod';
import { memberOf } from '../../app/issue/raise-issue.use-case';
import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { exitReply } from './exit-reply';
import { draftFields, draftOf } from './issue-draft-fields';
import { notOnAListReply } from './raise-reply';
import { subject } from './subject';

export const issueRaiseSpeakUpVerb = defineVerb({
  name: verbNames.issueRaiseSpeakUp,
  schema: z.object({ ...subject, ...draftFields }),
  role: 'respondent',
  async handle(edge, { actor, data }) {
    const member = await memberOf(edge.app, data.programmeId, actor.personId);
    if (!member) return notOnAListReply(edge);
    return exitReply(edge, actor, member.programme, 'speakUp', draftOf(data, edge.app.newId));
  },
});

/** One tap on an option of a ballot. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { ballotFields } from './ballot-fields';
import { voteReply } from './voting';

export const ballotVoteVerb = defineVerb({
  name: verbNames.ballotVote,
  schema: z.object({ ...ballotFields, option: z.string().min(1).max(100) }),
  role: 'respondent',
  handle: (edge, { actor, data }) => voteReply(edge, actor, data, { step: 'option', optionId: data.option }),
});

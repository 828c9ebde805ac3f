/** One of the people an issue concerns answers what the programme asked them. */

import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { sayWords, wordsSchema } from './saying-words';

export const issueReplyVerb = defineVerb({
  name: verbNames.issueReply,
  schema: wordsSchema,
  role: 'respondent',
  handle: (edge, { actor, data }) => sayWords(edge, actor, data),
});

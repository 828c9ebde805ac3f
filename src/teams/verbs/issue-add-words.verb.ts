/** One of the people an issue concerns says something that nobody asked for. */

import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { sayWords, wordsSchema } from './saying-words';

export const issueAddWordsVerb = defineVerb({
  name: verbNames.issueAddWords,
  schema: wordsSchema,
  role: 'respondent',
  handle: (edge, { actor, data }) => sayWords(edge, actor, data),
});

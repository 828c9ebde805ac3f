/** One tap on whether what was chosen works where somebody works. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import { worksAnswers } from '../../domain/review/review';
import { defineVerb } from '../verb';
import { ballotFields } from './ballot-fields';
import { voteReply } from './voting';

export const ballotWorksVerb = defineVerb({
  name: verbNames.ballotWorks,
  schema: z.object({ ...ballotFields, works: z.enum([...worksAnswers, 'notMyArea']) }),
  role: 'respondent',
  handle: (edge, { actor, data }) => voteReply(edge, actor, data, { step: 'works', works: data.works }),
});

/** Whoever owns a fix says that it is done. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { owningFix } from './owning-fix';
import { actFields, typedWords } from './triage-fields';

export const issueFixDoneVerb = defineVerb({
  name: verbNames.issueFixDone,
  schema: z.object({ ...actFields, doneWords: typedWords }),
  // Anybody of the programme may be given a fix; whether it is theirs is the rule's to say.
  role: 'respondent',
  handle: (edge, { actor, data }) => {
    const { programmeId, issueId, revision, doneWords } = data;
    const command = { programmeId, issueId, revision, kind: 'done' as const, words: doneWords };
    return owningFix(edge, actor, command, { doneWords });
  },
});

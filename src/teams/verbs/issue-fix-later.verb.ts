/** Whoever owns a fix gives another day, with the reason. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import type { Day } from '../../domain/instant';
import { defineVerb } from '../verb';
import { owningFix } from './owning-fix';
import { actFields, dayIn, typedDay, typedWords } from './triage-fields';

export const issueFixLaterVerb = defineVerb({
  name: verbNames.issueFixLater,
  schema: z.object({ ...actFields, laterWords: typedWords, laterDueOn: typedDay }),
  role: 'respondent',
  handle: (edge, { actor, data }) => {
    const { programmeId, issueId, revision, laterWords, laterDueOn } = data;
    const dueOn = dayIn<Day>(laterDueOn);
    const says = { revision, kind: 'later' as const, words: laterWords, ...(dueOn ? { dueOn } : {}) };
    return owningFix(edge, actor, { programmeId, issueId, ...says }, { laterWords, laterDueOn });
  },
});

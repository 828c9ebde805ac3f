/** One of the people an issue concerns says whether an answer helped. */

import { z } from 'zod';
import { type SayHelpedOutcome, sayHelped } from '../../app/issue/say-helped.use-case';
import { verbNames } from '../../cards/verb-names';
import type { IssueId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { type ConcernedSaid, concernedReply } from './concerned-reply';
import { isUnclear } from './saying-words';
import { idField, subject } from './subject';

export const issueHelpedVerb = defineVerb({
  name: verbNames.issueHelped,
  schema: z.object({
    ...subject,
    issueId: idField<IssueId>(),
    answer: z.number().int().min(1).max(10_000),
    verdict: z.enum(['yes', 'no']),
    words: z.string().max(20_000).optional(),
  }),
  role: 'respondent',
  async handle(edge, { actor, data }) {
    const { programmeId, issueId, answer, verdict, words = '' } = data;
    let said: ConcernedSaid;
    try {
      const { personId } = actor;
      const command = { programmeId, issueId, personId, answer, verdict, words };
      said = saidOf(await sayHelped(edge.app, command), words);
    } catch (error) {
      if (!isUnclear(error)) throw error;
      said = { notice: 'notConfirmed', typed: words };
    }
    return concernedReply(edge, actor, { programmeId, issueId }, said);
  },
});

function saidOf(result: SayHelpedOutcome, typed: string): ConcernedSaid {
  switch (result.outcome) {
    case 'helped':
      return { notice: 'helped' };
    case 'reopened':
    case 'openAlready':
      return { notice: result.outcome, masked: result.masked };
    case 'outOfDate':
    case 'over':
      return { notice: result.outcome, typed };
    case 'tooLong':
      return { notice: 'wordsTooLong', typed };
    case 'full':
      return { notice: 'wordsFull', typed };
    case 'notConcerned':
      return {};
  }
}

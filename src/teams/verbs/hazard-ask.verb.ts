/** A clinical safety officer asks whoever raised a hazard, without learning who it is. */

import { z } from 'zod';
import { type AskRaiserOutcome, askRaiser } from '../../app/issue/ask-raiser.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { HazardNotice } from '../../cards/hazard.card';
import type { HazardSaid } from '../../cards/messages/hazard-message';
import { verbNames } from '../../cards/verb-names';
import type { IssueId } from '../../domain/ids';
import { safetyRoles } from '../../domain/issue/alert-hazard';
import { defineVerb } from '../verb';
import { hazardReply } from './hazard-reply';
import { idField, subject } from './subject';

const notices = {
  asked: 'asked',
  incomplete: 'askIncomplete',
  tooLong: 'askTooLong',
  full: 'notPossible',
  notPossible: 'notPossible',
  nobodyToAsk: 'notPossible',
  noSuchIssue: 'noHazard',
  outOfDate: 'noHazard',
  notTheLead: 'anotherRole',
} as const satisfies Record<AskRaiserOutcome['outcome'], HazardNotice>;

export const hazardAskVerb = defineVerb({
  name: verbNames.hazardAsk,
  schema: z.object({
    ...subject,
    issueId: idField<IssueId>(),
    askWords: z.string().max(4_000).default(''),
  }),
  role: safetyRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, issueId, askWords: words } = data;
    const { personId } = actor;
    const typed = { form: 'ask', words } as const;
    let said: HazardSaid;
    try {
      const { outcome } = await askRaiser(edge.app, { programmeId, issueId, personId, words });
      said = outcome === 'asked' ? { notice: 'asked' } : { notice: notices[outcome], typed };
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      said = { notice: 'notConfirmed', typed };
    }
    return hazardReply(edge, actor, data, said);
  },
});

/** A clinical safety officer says what comes of a hazard; whoever raised it is told. */

import { z } from 'zod';
import { closeHazard, hazardRoles } from '../../app/hazard/settle-hazard.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { HazardSaid } from '../../cards/messages/hazard-message';
import { verbNames } from '../../cards/verb-names';
import type { IssueId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { hazardReply } from './hazard-reply';
import { hazardNumber, idField, subject } from './subject';

export const hazardCloseVerb = defineVerb({
  name: verbNames.hazardClose,
  schema: z.object({
    ...subject,
    issueId: idField<IssueId>(),
    hazardNumber,
    hazardStatus: z.enum(['mitigated', 'notAHazard']),
    mitigatedWords: z.string().max(4_000).default(''),
    notAHazardWords: z.string().max(4_000).default(''),
  }),
  role: hazardRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, issueId, hazardNumber: number, hazardStatus: status } = data;
    const { personId } = actor;
    const words = status === 'mitigated' ? data.mitigatedWords : data.notAHazardWords;
    const typed = { form: status, words };
    let said: HazardSaid;
    try {
      const notice = await closeHazard(edge.app, { programmeId, issueId, personId, number, status, words });
      said = notice === 'closed' ? { notice } : { notice, typed };
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      said = { notice: 'notConfirmed', typed };
    }
    return hazardReply(edge, actor, data, said);
  },
});

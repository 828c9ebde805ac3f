/** A clinical safety officer says that they have seen a hazard: nobody is alerted any more. */

import { z } from 'zod';
import { acknowledgeHazard, hazardRoles } from '../../app/hazard/settle-hazard.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { HazardNotice } from '../../cards/hazard.card';
import { verbNames } from '../../cards/verb-names';
import type { IssueId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { hazardReply } from './hazard-reply';
import { hazardNumber, idField, subject } from './subject';

export const hazardAcknowledgeVerb = defineVerb({
  name: verbNames.hazardAcknowledge,
  schema: z.object({ ...subject, issueId: idField<IssueId>(), hazardNumber }),
  role: hazardRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, issueId } = data;
    const { personId } = actor;
    let notice: HazardNotice;
    try {
      const number = data.hazardNumber;
      notice = await acknowledgeHazard(edge.app, { programmeId, issueId, personId, number });
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      notice = 'notConfirmed';
    }
    return hazardReply(edge, actor, data, { notice });
  },
});

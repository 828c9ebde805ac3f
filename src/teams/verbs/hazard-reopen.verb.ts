/** A clinical safety officer takes back that a hazard is closed. */

import { z } from 'zod';
import { type MarkHazardOutcome, markAsHazard } from '../../app/hazard/mark-hazard.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { HazardNotice } from '../../cards/hazard.card';
import { verbNames } from '../../cards/verb-names';
import type { IssueId } from '../../domain/ids';
import { safetyRoles } from '../../domain/issue/alert-hazard';
import { defineVerb } from '../verb';
import { hazardReply } from './hazard-reply';
import { hazardNumber, idField, subject } from './subject';

const notices: Readonly<Record<MarkHazardOutcome, HazardNotice>> = {
  marked: 'reopened',
  alreadyOpen: 'noHazard',
  outOfDate: 'noHazard',
  merged: 'noHazard',
  noSuchIssue: 'noHazard',
  anotherRole: 'anotherRole',
};

export const hazardReopenVerb = defineVerb({
  name: verbNames.hazardReopen,
  schema: z.object({ ...subject, issueId: idField<IssueId>(), hazardNumber }),
  role: safetyRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, issueId, hazardNumber: number } = data;
    const { personId } = actor;
    let notice: HazardNotice;
    try {
      notice = notices[await markAsHazard(edge.app, { programmeId, issueId, personId, number })];
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      notice = 'notConfirmed';
    }
    return hazardReply(edge, actor, data, { notice });
  },
});

/** Opens one hazard from the list of them. */

import { z } from 'zod';
import { hazardRoles } from '../../app/hazard/settle-hazard.use-case';
import { verbNames } from '../../cards/verb-names';
import type { IssueId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { hazardReply } from './hazard-reply';
import { idField, subject } from './subject';

export const hazardShowVerb = defineVerb({
  name: verbNames.hazardShow,
  schema: z.object({ ...subject, issueId: idField<IssueId>() }),
  role: hazardRoles,
  handle: (edge, { actor, data }) => hazardReply(edge, actor, data),
});

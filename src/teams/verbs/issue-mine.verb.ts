/** Shows a person their own issues, or one of them. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import type { IssueId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { concernedReply } from './concerned-reply';
import { myIssuesReply } from './my-issues-reply';
import { idField, subject } from './subject';

export const issueMineVerb = defineVerb({
  name: verbNames.issueMine,
  schema: z.object({
    ...subject,
    issueId: idField<IssueId>().optional(),
    page: z.int().min(1).max(10_000).optional(),
  }),
  role: 'respondent',
  handle: (edge, { actor, data: { programmeId, issueId, page } }) =>
    issueId === undefined
      ? myIssuesReply(edge, actor, page)
      : concernedReply(edge, actor, { programmeId, issueId }),
});

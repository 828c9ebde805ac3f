/** The time is over in which somebody could say that an answer did not help. */

import { confirmKind } from '../../domain/issue/reopen-issue';
import { confirmIssue } from '../../domain/issue/tell-and-forget';
import { changeRecord } from '../records';
import { defineIntent } from './define-intent';

export const confirmIssueIntent = defineIntent(confirmKind, 'issue', async (context, issue, intent) => {
  const { store, clock } = context;
  await changeRecord(store, 'issue', issue.programmeId, issue.issueId, (current) => {
    const next = confirmIssue(current, Number(intent.data?.answer), clock.now());
    return next ? { outcome: 'confirmed', next } : { outcome: 'overtaken' };
  });
});

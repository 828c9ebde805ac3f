/** What a programme promises about issues where its file says nothing. */

import type { IssuePolicy, Programme } from '../programme/programme';

const usual: IssuePolicy = { oldAfterWorkingDays: 5, backlogOf: 10, confirmWithinWorkingDays: 10 };

export function issuePolicyOf({ issuePolicy }: Pick<Programme, 'issuePolicy'>): IssuePolicy {
  return issuePolicy ?? usual;
}

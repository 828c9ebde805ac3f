/** In which order a lead looks at issues. */

import { type Issue, type IssueStatus, issueEffects } from './issue';

const statusOrder: readonly IssueStatus[] = [
  'untriaged',
  'asking',
  'fixing',
  'escalated',
  'answered',
  'confirmed',
  'merged',
];

/** Those to be dealt with first: by status, an open hazard before others, then by how much it matters, then the oldest. */
export function byUrgency(a: Issue, b: Issue): number {
  return (
    statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status) ||
    Number(isOpenHazard(b)) - Number(isOpenHazard(a)) ||
    issueEffects.indexOf(b.effect) - issueEffects.indexOf(a.effect) ||
    compare(a.raisedOn, b.raisedOn) ||
    compare(a.issueId, b.issueId)
  );
}

export function isOpenHazard({ hazard }: Pick<Issue, 'hazard'>): boolean {
  return hazard?.status === 'open';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

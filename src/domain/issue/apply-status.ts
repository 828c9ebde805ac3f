/** What a row of the programme's own log does to an issue: the same as a lead's act, and nothing where it says no news. */

import type { StatusChange } from './accept-status-row';
import type { Issue } from './issue';
import { type TriageAct, type TriageMissing, type TriageRequest, triageIssue } from './triage-issue';

export type ApplyStatusOutcome =
  | { readonly outcome: 'changed'; readonly next: Issue }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'refused'; readonly reason: 'notPossible' | TriageMissing };

/** @param change with its note masked. */
export function applyStatus(
  issue: Issue,
  change: StatusChange,
  request: Omit<TriageRequest, 'act' | 'revision'>,
): ApplyStatusOutcome {
  const bound = issue.externalRef === change.ref ? issue : withRef(issue, change.ref);
  const act = actOf(change, request);
  if (!act || isKnown(issue, change)) {
    return bound === issue ? { outcome: 'unchanged' } : { outcome: 'changed', next: bound };
  }
  const triaged = triageIssue(bound, { ...request, act });
  switch (triaged.outcome) {
    case 'triaged':
      return { outcome: 'changed', next: triaged.next };
    case 'incomplete':
      return { outcome: 'refused', reason: triaged.missing };
    case 'notPossible':
    case 'outOfDate':
      return { outcome: 'refused', reason: 'notPossible' };
  }
}

function withRef(issue: Issue, externalRef: string): Issue {
  return { ...issue, externalRef, revision: issue.revision + 1 };
}

function actOf(
  { status, note: words, due: dueOn }: StatusChange,
  { by }: Pick<TriageRequest, 'by'>,
): TriageAct | undefined {
  switch (status) {
    case 'fix planned':
      return {
        kind: 'fix',
        words,
        owner: by.personId,
        ownerName: by.name,
        isWithoutCard: true,
        ...(dueOn ? { dueOn } : {}),
      };
    case 'fixed':
      return { kind: 'fixed', words };
    case 'not now':
      return { kind: 'notNow', words };
    default:
      return undefined;
  }
}

const kinds = { 'fix planned': 'fixPlanned', fixed: 'fixed', 'not now': 'notNow' } as const;

/** The people concerned have just that as their latest answer, and it has not come back since. */
function isKnown({ answers, reopenings }: Issue, { status, note, due }: StatusChange): boolean {
  const last = answers.at(-1);
  if (!status || !last || last.kind !== kinds[status] || last.words !== note) return false;
  const isBack = reopenings.at(-1)?.afterAnswer === last.number;
  return !isBack && (status !== 'fix planned' || last.until === due);
}

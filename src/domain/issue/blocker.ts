/** An issue for which a go-live must wait: marked by the lead, and counted by gates until it is dealt with. */

import type { PersonId } from '../ids';
import { dayOf, type Instant } from '../instant';
import type { Issue, IssueStatus } from './issue';

/** Dealt with, or carried on by the issue it was merged into. */
const settled: readonly IssueStatus[] = ['answered', 'confirmed', 'merged'];

/** True from the mark on, until the people concerned have their answer; again where it did not help. */
export function isOpenBlocker({ blocker, status }: Pick<Issue, 'blocker' | 'status'>): boolean {
  return blocker !== undefined && !settled.includes(status);
}

/** The issue with the mark, or without it; undefined when it is so already. */
export function markBlocker(
  issue: Issue,
  isBlocker: boolean,
  by: { readonly personId: PersonId; readonly name: string },
  now: Instant,
): Issue | undefined {
  if ((issue.blocker !== undefined) === isBlocker) return undefined;
  const { blocker: _mark, ...rest } = issue;
  const revision = issue.revision + 1;
  if (!isBlocker) return { ...rest, revision };
  return { ...rest, revision, blocker: { by: by.personId, byName: by.name, on: dayOf(now) } };
}

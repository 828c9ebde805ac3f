/** The lead says that two issues are about the same: one carries on, and the people of the other are told. */

import type { Instant } from '../instant';
import { answerIssue } from './answer-issue';
import type { Issue } from './issue';
import { type MergeOutcome, mergeIssues } from './merge-issues';
import { settled } from './plan-fix';
import type { TriageBy } from './triage-issue';

export type MergeIntoOutcome = MergeOutcome | { readonly outcome: 'outOfDate' };

/** The source as answered and merged. They read the title of the other where it is published, never its words. */
export function mergeInto(
  source: Issue,
  target: Issue,
  { revision, by, now }: { readonly revision?: number; readonly by: TriageBy; readonly now: Instant },
): MergeIntoOutcome {
  if (revision !== undefined && revision !== source.revision) return { outcome: 'outOfDate' };
  const merged = mergeIssues(source, target, now);
  if (merged.outcome !== 'merged') return merged;
  const words = target.publishedTitle ?? '';
  const answer = { kind: 'merged' as const, words, by: by.personId, byName: by.name, role: by.role };
  return { outcome: 'merged', next: settled(answerIssue(merged.next, answer, now), now) };
}

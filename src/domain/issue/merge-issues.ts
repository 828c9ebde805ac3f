/** Two issues about the same: one carries on for the people of both. */

import type { Instant } from '../instant';
import { plusMs } from '../instant';
import { planIntents } from '../intent/plan-intents';
import { isOpenHazard } from './hazard';
import type { ConcernKey, Issue, IssueThread } from './issue';
import { threadWith } from './thread';
import { canTriage } from './triage-issue';

export const mergeKind = 'merge-concerns';
/** A voice that was being added at that moment is there by then. */
const lookAgainMs = 60 * 60_000;

export type MergeOutcome =
  | { readonly outcome: 'merged'; readonly next: Issue }
  /** `openHazard`: only the clinical safety officer ends what could harm a patient. `notPossible`: one of the two is over or
   * was merged already, or they are one. */
  | { readonly outcome: 'openHazard' | 'notPossible' };

/** The source as it is from now on: its people and their threads follow it to the target by themselves, once they have
 * been told. The caller answers the people concerned with `merged` in the same write. */
export function mergeIssues(source: Issue, target: Issue, now: Instant): MergeOutcome {
  const isSame = source.issueId === target.issueId || source.programmeId !== target.programmeId;
  const isOver = target.status === 'merged' || target.status === 'confirmed';
  if (isSame || isOver || !canTriage(source, 'merge')) return { outcome: 'notPossible' };
  if (isOpenHazard(source)) return { outcome: 'openHazard' };
  const { publishedTitle: _title, ...rest } = source;
  const merge = (id: string, dueAt: Instant) => ({ id, kind: mergeKind, lane: 'normal' as const, dueAt });
  const next = planIntents({ ...rest, status: 'merged' as const, mergedInto: target.issueId }, [
    merge(mergeKind, now),
    merge(`${mergeKind}:again`, plusMs(now, lookAgainMs)),
  ]);
  return { outcome: 'merged', next };
}

/** The target with the threads of the people who come to it, under their keys there; a second time changes nothing. */
export function receiveMerged(
  target: Issue,
  { source, threads }: { readonly source: Pick<Issue, 'issueId'>; readonly threads: readonly IssueThread[] },
): Issue | undefined {
  const moved = threads.filter((thread) => missingIn(target, thread).length > 0);
  const isKnown = target.merged.includes(source.issueId);
  if (isKnown && moved.length === 0) return undefined;
  const keys = new Set<ConcernKey>(moved.map((thread) => thread.with));
  return {
    ...target,
    merged: isKnown ? target.merged : [...target.merged, source.issueId],
    threads: [
      ...target.threads.filter((thread) => !keys.has(thread.with)),
      ...moved.map((thread) => ({
        with: thread.with,
        entries: [...missingIn(target, thread), ...threadWith(target, thread.with)],
      })),
    ],
  };
}

function missingIn(target: Issue, { with: key, entries }: IssueThread): IssueThread['entries'] {
  const known = new Set(threadWith(target, key).map(textOf));
  return entries.filter((entry) => !known.has(textOf(entry)));
}

function textOf({ from, text, on }: IssueThread['entries'][number]): string {
  return `${from} ${on} ${text}`;
}

/** Which decisions a later one has taken the place of, so that nobody relies on an old one. */

import type { DecisionId } from '../ids';
import { type DecisionLogEntry, isOnEscalation, isOnReview } from './decision';

/** By the decision that was replaced, the entry that stands in its place now: the one that says so, or the next one on the
 * same escalation or review, or on the same gate where it decides the gate and not a change of its criteria.
 * @param entries in the order of the log. */
export function replacedBy(entries: readonly DecisionLogEntry[]): ReadonlyMap<DecisionId, DecisionLogEntry> {
  const replaced = new Map<DecisionId, DecisionLogEntry>();
  const latest = new Map<string, DecisionLogEntry>();
  for (const entry of entries) {
    const said = isOnEscalation(entry) || isOnReview(entry) ? entry.supersedes : undefined;
    if (said) replaced.set(said, entry);
    const subject = subjectOf(entry);
    if (!subject) continue;
    const before = latest.get(subject);
    // Two that were made one right after the other may be logged the other way round.
    if (before && before.decidedAt > entry.decidedAt) continue;
    if (before && !replaced.has(before.decisionId)) replaced.set(before.decisionId, entry);
    latest.set(subject, entry);
  }
  return replaced;
}

function subjectOf(entry: DecisionLogEntry): string | undefined {
  if (isOnEscalation(entry)) return `escalation ${entry.escalationId}`;
  if (isOnReview(entry)) return `review ${entry.reviewId}`;
  const isOnTerms = entry.kind === 'acceptChange' || entry.kind === 'keepCriteria';
  return isOnTerms ? undefined : `gate ${entry.gateId}`;
}

/** An entry of the decision log in words: what was decided, whether against the evidence, and on what. */

import { type DecisionLogEntry, isOnEscalation, isOnReview } from '../domain/decision/decision';
import type { Catalogue } from '../text/catalogue';

/** “Approved: …” or “Go”; as typed, for where nothing in it could be taken for Markdown. */
export function entryInWords(
  entry: DecisionLogEntry,
  { escalations, gates, reviewDecisions }: Catalogue,
): string {
  if (isOnEscalation(entry)) {
    const option = entry.options.find(({ id }) => id === entry.optionId);
    return escalations.decidedTitle(
      entry.kind,
      option?.title,
      entry.kind === 'defer' ? entry.reviewOn : undefined,
    );
  }
  if (isOnReview(entry)) {
    const option = entry.options.find(({ id }) => id === entry.optionId);
    return reviewDecisions.decided(entry.kind, option?.title, entry.isAgainstTheVote);
  }
  const decided = gates.decided(entry.kind, entry.delayUntil);
  return entry.against ? gates.againstTitle(decided) : decided;
}

/** Puts a decision into its place in a programme's chained log, exactly once, whatever it is about. */

import { chainedContent } from '../../domain/decision/chained-content';
import type { Decision, DecisionLogEntry } from '../../domain/decision/decision';
import type { AppContext } from '../context';
import { ConflictError } from '../ports/errors';
import { createRecord, listRecords } from '../records';

/** Read the chain; stop if the decision is there; else write the next place; if that is taken, start again. */
export async function appendDecision(
  { store, keys }: Pick<AppContext, 'store' | 'keys'>,
  decision: Decision,
): Promise<DecisionLogEntry> {
  for (;;) {
    let last: DecisionLogEntry | undefined;
    for await (const { document } of listRecords(store, 'decision', decision.programmeId)) {
      if (document.decisionId === decision.decisionId) return document;
      last = document;
    }
    const place = { ...decision, seq: (last?.seq ?? 0) + 1, previousMac: last?.mac ?? '' };
    const entry: DecisionLogEntry = { ...place, ...keys.chainMac(chainedContent(place)) };
    try {
      await createRecord(store, 'decision', entry);
      return entry;
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
}

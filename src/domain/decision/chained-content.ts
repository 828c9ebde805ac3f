/** The text a decision's link in the chain covers: every field, in an order that never depends on how it was made. */

import { canonicalJson } from '../canonical-json';
import type { Decision, DecisionLogEntry } from './decision';

/** Canonical JSON (keys sorted at every depth) of the entry without its own link. */
export function chainedContent(entry: Decision & Pick<DecisionLogEntry, 'seq' | 'previousMac'>): string {
  return canonicalJson(entry);
}

/** The text a decision's link in the chain covers: every field, in an order that never depends on how it was made. */

import type { DecisionLogEntry } from './decision';

/** Canonical JSON (keys sorted at every depth) of the entry without its own link. */
export function chainedContent(entry: Omit<DecisionLogEntry, 'mac' | 'keyId'>): string {
  return JSON.stringify(sorted(entry));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, field]) => [key, sorted(field)]));
}

/** Counts the people of a gate's criteria: once in a while, because everybody of the programme is read for it. */

import { canonicalJson } from '../../domain/canonical-json';
import { PeopleCounter, type PeopleCounts } from '../../domain/gate/count-people';
import type { GateTerms } from '../../domain/gate/gate';
import type { ProgrammeId } from '../../domain/ids';
import { dayOf } from '../../domain/instant';
import type { AppContext } from '../context';
import { listRecords } from '../records';

/** How long a change in the people may go unseen on a gate's card. */
export const countsFreshForMs = 30_000;
const mostKept = 50;

interface Entry {
  readonly countedAtMs: number;
  readonly counts: Promise<PeopleCounts>;
}

const caches = new WeakMap<AppContext['store'], Map<string, Entry>>();

export async function countGatePeople(
  context: Pick<AppContext, 'store' | 'clock'>,
  programmeId: ProgrammeId,
  terms: GateTerms,
): Promise<PeopleCounts> {
  const { store, clock } = context;
  const cache = caches.get(store) ?? new Map<string, Entry>();
  caches.set(store, cache);
  const today = dayOf(clock.now());
  const key = canonicalJson([programmeId, today, terms]);
  const nowMs = clock.monotonicMs();
  const known = cache.get(key);
  if (known && nowMs - known.countedAtMs < countsFreshForMs) return known.counts;
  const entry: Entry = { countedAtMs: nowMs, counts: count(context, programmeId, terms) };
  cache.delete(key);
  cache.set(key, entry);
  const oldest = cache.keys().next().value;
  if (cache.size > mostKept && oldest !== undefined) cache.delete(oldest);
  entry.counts.catch(() => cache.delete(key));
  return entry.counts;
}

async function count(
  { store, clock }: Pick<AppContext, 'store' | 'clock'>,
  programmeId: ProgrammeId,
  terms: GateTerms,
): Promise<PeopleCounts> {
  const counter = new PeopleCounter(terms, dayOf(clock.now()));
  for await (const { document } of listRecords(store, 'person', programmeId)) counter.add(document);
  return counter.counts();
}

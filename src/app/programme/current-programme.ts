/** The programme record as every request needs it: read at most once in a few seconds. */

import type { ProgrammeId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { findProgramme } from './find-programme';

/** How long a change of roles by another process may go unseen. */
export const programmeFreshForMs = 5_000;
const mostProgrammes = 200;

interface Entry {
  readonly readAtMs: number;
  readonly programme: Promise<Programme | undefined>;
}

const caches = new WeakMap<AppContext['store'], Map<string, Entry>>();

/** The programme, at most `programmeFreshForMs` old; callers at the same time share one read, failures are not kept. */
export async function currentProgramme(
  app: Pick<AppContext, 'store' | 'clock'>,
  programmeId: ProgrammeId,
): Promise<Programme | undefined> {
  const cache = cacheOf(app);
  const nowMs = app.clock.monotonicMs();
  const known = cache.get(programmeId);
  if (known && nowMs - known.readAtMs < programmeFreshForMs) return known.programme;
  const entry: Entry = { readAtMs: nowMs, programme: findProgramme(app.store, programmeId) };
  cache.delete(programmeId);
  cache.set(programmeId, entry);
  const oldest = cache.keys().next().value;
  if (cache.size > mostProgrammes && oldest !== undefined) cache.delete(oldest);
  entry.programme.catch(() => {
    if (cache.get(programmeId) === entry) cache.delete(programmeId);
  });
  return entry.programme;
}

function cacheOf({ store }: Pick<AppContext, 'store'>): Map<string, Entry> {
  const known = caches.get(store);
  if (known) return known;
  const created = new Map<string, Entry>();
  caches.set(store, created);
  return created;
}

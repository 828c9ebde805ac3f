/** Where an issue comes from, as far as it may be told: the site, or its site group where few people work at the site. */

import type { ProgrammeId } from '../../domain/ids';
import { type ShownPlace, shownPlace } from '../../domain/issue/shown-place';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { listRecords } from '../records';

/** People come and go slowly: how long a count may go unrepeated. */
const countedForMs = 600_000;
const mostProgrammes = 200;

interface Counted {
  readonly atMs: number;
  readonly people: Promise<ReadonlyMap<string, number>>;
}

const counts = new WeakMap<AppContext['store'], Map<ProgrammeId, Counted>>();

export async function siteForReading(
  context: Pick<AppContext, 'store' | 'clock'>,
  programme: Programme,
  site: string,
): Promise<ShownPlace> {
  return shownPlace(programme, site, (await peopleBySite(context, programme.id)).get(site) ?? 0);
}

/** Callers at the same time share one count; failures are not kept. */
function peopleBySite(
  { store, clock }: Pick<AppContext, 'store' | 'clock'>,
  programmeId: ProgrammeId,
): Promise<ReadonlyMap<string, number>> {
  const cache = counts.get(store) ?? new Map<ProgrammeId, Counted>();
  counts.set(store, cache);
  const known = cache.get(programmeId);
  if (known && clock.monotonicMs() - known.atMs < countedForMs) return known.people;
  const people = countPeople(store, programmeId);
  const entry = { atMs: clock.monotonicMs(), people };
  cache.delete(programmeId);
  cache.set(programmeId, entry);
  const oldest = cache.keys().next().value;
  if (cache.size > mostProgrammes && oldest !== undefined) cache.delete(oldest);
  people.catch(() => {
    if (cache.get(programmeId) === entry) cache.delete(programmeId);
  });
  return people;
}

async function countPeople(
  store: AppContext['store'],
  programmeId: ProgrammeId,
): Promise<ReadonlyMap<string, number>> {
  const bySite = new Map<string, number>();
  for await (const { document } of listRecords(store, 'person', programmeId, undefined, {
    pageSize: 1_000,
  })) {
    bySite.set(document.site, (bySite.get(document.site) ?? 0) + 1);
  }
  return bySite;
}

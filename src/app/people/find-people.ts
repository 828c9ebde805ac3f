/** Finds people of a programme by a part of their name, so that one of them can be given something to do. */

import type { PersonId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import { roles } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { personDocumentId } from '../documents';
import { listRecords, readRecord } from '../records';
import { holdersOf } from './role-holders';

export interface FoundPerson {
  readonly personId: PersonId;
  readonly displayName: string;
}

/** Those whose name holds every word that was typed, whatever its case; at most `limit`, role holders first. */
export async function findPeople(
  { store, keys }: Pick<AppContext, 'store' | 'keys'>,
  programme: Programme,
  typed: string,
  limit = 10,
): Promise<readonly FoundPerson[]> {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const fits = ({ displayName }: { readonly displayName: string }) =>
    words.every((word) => displayName.toLowerCase().includes(word));
  const found = new Map<PersonId, FoundPerson>();
  for (const { personId, displayName } of holdersOf(keys, programme, roles).filter(fits)) {
    found.set(personId, { personId, displayName });
  }
  if (found.size >= limit) return [...found.values()].slice(0, limit);
  const people = listRecords(store, 'person', programme.id, undefined, { pageSize: 1_000 });
  for await (const { document } of people) {
    const { personId, displayName } = document;
    if (fits(document) && !found.has(personId)) found.set(personId, { personId, displayName });
    if (found.size >= limit) break;
  }
  return [...found.values()];
}

/** The name of a person of the programme or of a holder of one of its roles. */
export async function nameInProgramme(
  { store, keys }: Pick<AppContext, 'store' | 'keys'>,
  programme: Programme,
  personId: PersonId,
): Promise<string | undefined> {
  const holder = holdersOf(keys, programme, roles).find((one) => one.personId === personId);
  if (holder) return holder.displayName;
  return (await readRecord(store, 'person', programme.id, personDocumentId(personId)))?.document.displayName;
}

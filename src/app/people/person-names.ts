/** The names behind the pseudonyms of the decision log, in records that can be erased while the log stays whole. */

import { asId, type PersonId, type ProgrammeId } from '../../domain/ids';
import type { AppContext } from '../context';
import { personNameDocumentId } from '../documents';
import { listRecords, readRecord, upsertRecord } from '../records';

/** By person id. */
export type Names = Readonly<Record<string, string>>;

/** Keeps what these people are called now, so that what they decide stays theirs when they have left. */
export async function rememberNames(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
  names: Names,
): Promise<void> {
  for (const [id, displayName] of Object.entries(names)) {
    const personId = asId<PersonId>(id);
    const stored = await readRecord(store, 'personName', programmeId, personNameDocumentId(personId));
    if (stored?.document.displayName === displayName) continue;
    await upsertRecord(store, 'personName', { programmeId, personId, displayName });
  }
}

/** Whoever is not among them is known by their pseudonym alone: nobody wrote their name down, or it was erased. */
export async function namesIn(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
): Promise<Names> {
  const names: Record<string, string> = {};
  for await (const { document } of listRecords(store, 'personName', programmeId)) {
    names[document.personId] = document.displayName;
  }
  return names;
}

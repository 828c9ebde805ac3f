/** A programme by its id, straight from the store. */

import type { ProgrammeId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { DocumentOf } from '../documents';
import type { Store, Versioned } from '../ports/store';
import { readRecord } from '../records';

/** With its version, for whoever changes it. */
export async function readProgramme(
  store: Store,
  programmeId: ProgrammeId,
): Promise<Versioned<DocumentOf<'programme'>> | undefined> {
  return readRecord(store, 'programme', programmeId, programmeId);
}

export async function findProgramme(store: Store, programmeId: ProgrammeId): Promise<Programme | undefined> {
  return (await readProgramme(store, programmeId))?.document;
}

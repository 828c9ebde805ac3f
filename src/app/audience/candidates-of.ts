/** Reads the people of a programme as candidates for a wave, each in the cell of their site group and staff family. */

import type { Person } from '../../domain/programme/person';
import type { Programme } from '../../domain/programme/programme';
import type { Candidate } from '../../domain/pulse/draw-audience';
import type { Cell } from '../../domain/pulse/wave';
import type { Store } from '../ports/store';
import { listRecords } from '../records';

export interface CandidateInCell extends Candidate {
  readonly cell: Cell;
  readonly person: Person;
}

const pageSize = 500;

/** Everybody whose site and staff group the programme declares, each once and in ascending order of person id. Nobody holds
 * all of them: memory does not follow the programme. */
export async function* candidatesOf(store: Store, programme: Programme): AsyncGenerator<CandidateInCell> {
  const siteGroups = new Map(programme.sites.map(({ odsCode, siteGroup }) => [odsCode, siteGroup]));
  const families = new Map(programme.staffGroups.map(({ id, staffFamily }) => [id, staffFamily]));
  for await (const { document: person } of listRecords(store, 'person', programme.id, undefined, {
    pageSize,
  })) {
    const siteGroup = siteGroups.get(person.site);
    const staffFamily = families.get(person.staffGroup);
    if (!siteGroup || !staffFamily) continue;
    const { personId, aadObjectId } = person;
    yield {
      personId,
      ...(aadObjectId ? { aadObjectId } : {}),
      cellKey: `${siteGroup}|${staffFamily}`,
      cell: { siteGroup, staffFamily },
      person,
    };
  }
}

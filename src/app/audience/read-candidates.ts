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

/** Everybody whose site and staff group the programme declares. */
export async function readCandidates(
  store: Store,
  programme: Programme,
): Promise<readonly CandidateInCell[]> {
  const candidates: CandidateInCell[] = [];
  for await (const page of candidatePages(store, programme)) candidates.push(...page);
  return candidates;
}

const pageSize = 500;

/** The same, in ascending order of person id, without holding all of them. */
export async function* candidatePages(
  store: Store,
  programme: Programme,
): AsyncGenerator<readonly CandidateInCell[]> {
  const siteGroups = new Map(programme.sites.map(({ odsCode, siteGroup }) => [odsCode, siteGroup]));
  const families = new Map(programme.staffGroups.map(({ id, staffFamily }) => [id, staffFamily]));
  let page: CandidateInCell[] = [];
  for await (const { document: person } of listRecords(store, 'person', programme.id, undefined, {
    pageSize,
  })) {
    const siteGroup = siteGroups.get(person.site);
    const staffFamily = families.get(person.staffGroup);
    if (!siteGroup || !staffFamily) continue;
    const cell = { siteGroup, staffFamily };
    const { personId, aadObjectId } = person;
    page.push({
      personId,
      ...(aadObjectId ? { aadObjectId } : {}),
      cellKey: `${siteGroup}|${staffFamily}`,
      cell,
      person,
    });
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  yield page;
}

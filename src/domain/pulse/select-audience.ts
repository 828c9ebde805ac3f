/** Who of a programme a pulse asks, each once, and why the others are not asked. */

import { inDeclaredOrder, joinNames, namesOf } from '../disclosure/name-group';
import type { PersonId } from '../ids';
import type { Programme } from '../programme/programme';
import { type Candidate, drawAudience } from './draw-audience';
import type { Audience, LeftOut, WholeGroups } from './question';
import type { Cell, LeftOutPeople, NotAskedPeople } from './wave';

export interface SelectCandidate extends Candidate {
  readonly cell: Cell;
  readonly person: { readonly cohort?: string };
}

export interface AudienceSelection<C extends SelectCandidate> {
  /** Those who are invited, each once; those who chose not to be asked are among them. */
  readonly asked: readonly C[];
  /** For each leave-out of the audience, in its order, also where it meets nobody. */
  readonly leftOut: readonly LeftOutPeople[];
  /** Everybody else of the programme; only what is more than 0. */
  readonly notAsked: readonly NotAskedPeople[];
  /** Candidates and list entries that stood there more than once. */
  readonly duplicates: number;
  /** Directory ids on a list that are no candidate's. */
  readonly notImported: readonly string[];
}

/** Everybody is counted exactly once: asked, left out by the first leave-out that holds them, or not asked. A share is drawn
 * of those who remain in each cell. */
export function selectAudience<C extends SelectCandidate>(
  names: Pick<Programme, 'siteGroups' | 'staffFamilies'>,
  candidates: readonly C[],
  audience: Audience,
): AudienceSelection<C> {
  const people = onePerPerson(candidates);
  const repeated = candidates.length - people.length;
  if (audience.kind === 'list') {
    const listed = new Set(audience.people.map((id) => id.toLowerCase()));
    const idOf = ({ aadObjectId = '' }: Candidate) => aadObjectId.toLowerCase();
    const asked = people.filter((candidate) => listed.has(idOf(candidate)));
    const found = new Set(asked.map(idOf));
    return {
      asked,
      leftOut: [],
      notAsked: moreThanNone([{ because: 'notOnList', people: people.length - asked.length }]),
      duplicates: repeated + audience.people.length - listed.size,
      notImported: [...listed].filter((id) => !found.has(id)),
    };
  }
  const { only, leaveOut = [] } = audience;
  const named = only ? people.filter(({ cell }) => isInGroups(only, cell)) : people;
  const counts = leaveOut.map(() => 0);
  const left = named.filter((candidate) => {
    const index = leaveOut.findIndex((entry) => isLeftOut(entry, candidate));
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
    return index < 0;
  });
  const drawn = drawAudience(left, audience);
  const asked = left.filter(({ personId }) => drawn.has(personId));
  return {
    asked,
    leftOut: leaveOut.map((entry, index) => ({
      groups: nameOfLeftOut(entry, names),
      why: entry.why,
      people: counts[index] ?? 0,
    })),
    notAsked: moreThanNone([
      { because: 'otherGroups', people: people.length - named.length },
      { because: 'notDrawn', people: left.length - asked.length },
    ]),
    duplicates: repeated,
    notImported: [],
  };
}

/** Of the groups that are named; a kind that is not named holds everybody. */
export function isInGroups({ siteGroups, staffFamilies }: WholeGroups, cell: Cell): boolean {
  return (
    (!siteGroups || siteGroups.includes(cell.siteGroup)) &&
    (!staffFamilies || staffFamilies.includes(cell.staffFamily))
  );
}

function isLeftOut(entry: LeftOut, { cell, person }: SelectCandidate): boolean {
  const { cohorts } = entry;
  const isInCohort = !cohorts || (person.cohort !== undefined && cohorts.includes(person.cohort));
  return isInCohort && isInGroups(entry, cell);
}

/** As people read it: "North and South · Nursing · Phase 2". */
export function nameOfLeftOut(
  { siteGroups, staffFamilies, cohorts }: Omit<LeftOut, 'why'>,
  names: Pick<Programme, 'siteGroups' | 'staffFamilies'>,
): string {
  const parts = [
    joinNames(namesOf(inDeclaredOrder(siteGroups ?? [], names.siteGroups), names.siteGroups)),
    joinNames(namesOf(inDeclaredOrder(staffFamilies ?? [], names.staffFamilies), names.staffFamilies)),
    joinNames(cohorts ?? []),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function onePerPerson<C extends SelectCandidate>(candidates: readonly C[]): readonly C[] {
  const met = new Set<PersonId>();
  return candidates.filter(({ personId }) => !met.has(personId) && met.add(personId));
}

function moreThanNone(counted: readonly NotAskedPeople[]): readonly NotAskedPeople[] {
  return counted.filter(({ people }) => people > 0);
}

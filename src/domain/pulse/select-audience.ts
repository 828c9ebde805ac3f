/** Who of a programme a pulse asks, and why the others are not asked. */

import { inDeclaredOrder, joinNames, namesOf } from '../disclosure/name-group';
import type { Programme } from '../programme/programme';
import { type Candidate, ShareDraw } from './draw-audience';
import type { Audience, LeftOut, WholeGroups } from './question';
import type { Cell, LeftOutPeople, NotAskedPeople } from './wave';

export interface SelectCandidate extends Candidate {
  readonly cell: Cell;
  readonly person: { readonly cohort?: string };
}

export interface SelectionCounts {
  /** For each leave-out of the audience, in its order, also where it meets nobody. */
  readonly leftOut: readonly LeftOutPeople[];
  /** Everybody else of the programme; only what is more than 0. */
  readonly notAsked: readonly NotAskedPeople[];
  /** Entries of a list that stood there before. */
  readonly duplicates: number;
  /** Directory ids on a list that are no candidate's. */
  readonly notImported: readonly string[];
}

type Names = Pick<Programme, 'siteGroups' | 'staffFamilies'>;
type Place = 'remains' | 'notOnList' | 'otherGroups' | { readonly leaveOut: number };

/** Judges the people of a programme one after the other and keeps none of them: everybody is counted exactly once, as asked,
 * left out by the first leave-out that holds them, or not asked. A share is drawn of those who remain in each cell: where
 * `drawsShare`, everybody is considered first, and then judged in ascending order of person id. */
export class AudienceSelection {
  readonly #audience: Audience;
  readonly #names: Names;
  readonly #draw: ShareDraw | undefined;
  readonly #listed: ReadonlySet<string>;
  readonly #found = new Set<string>();
  readonly #leftOut: number[];
  readonly #notAsked = { otherGroups: 0, notDrawn: 0, notOnList: 0 };

  constructor(names: Names, audience: Audience) {
    this.#audience = audience;
    this.#names = names;
    this.#draw = audience.kind === 'random' ? new ShareDraw(audience) : undefined;
    this.#listed = new Set(listOf(audience).map((id) => id.toLowerCase()));
    this.#leftOut = leaveOutsOf(audience).map(() => 0);
  }

  get drawsShare(): boolean {
    return this.#draw !== undefined;
  }

  consider(candidate: SelectCandidate): void {
    if (this.#placeOf(candidate) === 'remains') this.#draw?.add(candidate);
  }

  /** Whether this person is invited: those who chose not to be asked are. */
  asks(candidate: SelectCandidate): boolean {
    const place = this.#placeOf(candidate);
    if (typeof place === 'object') {
      this.#leftOut[place.leaveOut] = (this.#leftOut[place.leaveOut] ?? 0) + 1;
      return false;
    }
    if (place !== 'remains') {
      this.#notAsked[place] += 1;
      return false;
    }
    if (this.#audience.kind === 'list') this.#found.add(idOf(candidate));
    if (!this.#draw || this.#draw.draws(candidate)) return true;
    this.#notAsked.notDrawn += 1;
    return false;
  }

  /** Of those who have been judged. */
  counts(): SelectionCounts {
    const { otherGroups, notDrawn, notOnList } = this.#notAsked;
    const notAsked: readonly NotAskedPeople[] = [
      { because: 'otherGroups', people: otherGroups },
      { because: 'notDrawn', people: notDrawn },
      { because: 'notOnList', people: notOnList },
    ];
    return {
      leftOut: leaveOutsOf(this.#audience).map((entry, index) => ({
        groups: nameOfLeftOut(entry, this.#names),
        why: entry.why,
        people: this.#leftOut[index] ?? 0,
      })),
      notAsked: notAsked.filter(({ people }) => people > 0),
      duplicates: listOf(this.#audience).length - this.#listed.size,
      notImported: [...this.#listed].filter((id) => !this.#found.has(id)),
    };
  }

  /** Before a share is drawn. */
  #placeOf(candidate: SelectCandidate): Place {
    const audience = this.#audience;
    if (audience.kind === 'list') return this.#listed.has(idOf(candidate)) ? 'remains' : 'notOnList';
    const { only, leaveOut = [] } = audience;
    if (only && !isInGroups(only, candidate.cell)) return 'otherGroups';
    const index = leaveOut.findIndex((entry) => isLeftOut(entry, candidate));
    return index < 0 ? 'remains' : { leaveOut: index };
  }
}

function listOf(audience: Audience): readonly string[] {
  return audience.kind === 'list' ? audience.people : [];
}

function leaveOutsOf(audience: Audience): readonly LeftOut[] {
  return audience.kind === 'list' ? [] : (audience.leaveOut ?? []);
}

function idOf({ aadObjectId = '' }: Candidate): string {
  return aadObjectId.toLowerCase();
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
  names: Names,
): string {
  const parts = [
    joinNames(namesOf(inDeclaredOrder(siteGroups ?? [], names.siteGroups), names.siteGroups)),
    joinNames(namesOf(inDeclaredOrder(staffFamilies ?? [], names.staffFamilies), names.staffFamilies)),
    joinNames(cohorts ?? []),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

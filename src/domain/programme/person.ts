/** A member of staff as a programme knows them. */

import type { OrganisationId, PersonId, ProgrammeId } from '../ids';
import type { Day } from '../instant';

export const shifts = ['days', 'nights', 'rotating', 'unknown'] as const;
export type Shift = (typeof shifts)[number];

export const employments = ['substantive', 'bank', 'agency', 'student', 'honorary'] as const;
export type Employment = (typeof employments)[number];

interface PersonFacts {
  readonly personId: PersonId;
  readonly programmeId: ProgrammeId;
  readonly organisationId: OrganisationId;
  readonly displayName: string;
  /** The id of a declared staff group. */
  readonly staffGroup: string;
  /** The ODS code of a declared site. */
  readonly site: string;
  readonly area?: string;
  readonly cohort?: string;
  readonly shift?: Shift;
  readonly employment?: Employment;
  readonly trainedOn?: Day;
  readonly worksFirstFortnight?: boolean;
  readonly accessTestedOn?: Day;
  /** The directory groups they were read from; whoever leaves the last of them leaves the programme's people. */
  readonly fromGroups?: readonly string[];
}

/** Somebody whom the directory knows, and Teams reaches. */
export interface DirectoryPerson extends PersonFacts {
  readonly aadObjectId: string;
  readonly isAssisted?: never;
}

/** Somebody without Teams: counts like everybody, is never sent anything, and answers beside a champion. */
export interface AssistedPerson extends PersonFacts {
  readonly isAssisted: true;
  readonly aadObjectId?: never;
}

export type Person = DirectoryPerson | AssistedPerson;

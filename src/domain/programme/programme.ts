/** A programme and the words it declares: organisations, sites, staff groups, stages, roles, pulses. */

import type { GateDefinition } from '../gate/gate-definition';
import type { OrganisationId, ProgrammeId, PulseId } from '../ids';
import type { Day } from '../instant';
import type { PulseDefinition } from '../pulse/question';
import type { Employment, Shift } from './person';

export const roles = [
  'lead',
  'pmo',
  'sro',
  'deputySro',
  'sponsor',
  'clinicalSafetyOfficer',
  'clinicalSafetyDeputy',
  'viewer',
] as const;
export type Role = (typeof roles)[number];

export const stageNames = [
  'discover',
  'design',
  'build',
  'test',
  'train',
  'go-live',
  'stabilise',
  'optimise',
] as const;
export type StageName = (typeof stageNames)[number];

export interface Organisation {
  /** The ODS code, for instance `RZZ`; length is not checked. */
  readonly odsCode: OrganisationId;
  readonly name: string;
}

export interface Site {
  readonly odsCode: string;
  readonly name: string;
  /** The ODS code of the organisation it belongs to. */
  readonly organisation: OrganisationId;
  readonly siteGroup: string;
}

/** An id that the people file and the frame use, and the name that people read. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface StaffGroup extends Named {
  readonly staffFamily: string;
}

export interface Stage {
  readonly name: StageName;
  readonly startsOn: Day;
  readonly setBy: string;
  readonly why: string;
}

/** A person in a role, by directory id, with the name that cards may show. */
export interface RoleHolder {
  readonly aadObjectId: string;
  readonly displayName: string;
}

/** Something that makes confidence before and after it another matter: the limits of trends begin anew there. */
export interface DeclaredChange {
  readonly on: Day;
  /** In plain words, as the chart names it. */
  readonly what: string;
  readonly setBy: string;
}

/** How many people there are, imported or not, by the organisation's own count: of one site group, staff family, shift
 * or employment, or of everyone where none is named. */
export interface DeclaredHeadcount {
  readonly siteGroup?: string;
  readonly staffFamily?: string;
  readonly shift?: Shift;
  readonly employment?: Employment;
  readonly count: number;
  /** Where the number is from, such as the electronic staff record. */
  readonly source: string;
  readonly asOf: Day;
}

export interface EscalationPolicy {
  /** Working days the lead has before it goes up by itself. */
  readonly leadWithinWorkingDays: number;
  /** Working days the executive has to decide. */
  readonly decideWithinWorkingDays: number;
}

export interface Programme {
  readonly id: ProgrammeId;
  readonly name: string;
  readonly tenantId: string;
  /** True for invented people and places: every card says so. */
  readonly isSynthetic: boolean;
  readonly timeZone: string;
  readonly organisations: readonly Organisation[];
  /** k: fewer answers than this are not shown. 5 at the lowest, 11 unless declared. */
  readonly minimumGroupSize: number;
  /** The favourable share (0 to 1) below which a group's confidence is too low. */
  readonly confidenceFloor: number;
  readonly siteGroups: readonly Named[];
  readonly sites: readonly Site[];
  readonly staffFamilies: readonly Named[];
  readonly staffGroups: readonly StaffGroup[];
  readonly stages: readonly Stage[];
  readonly roles: Readonly<Partial<Record<Role, readonly RoleHolder[]>>>;
  readonly pulses: readonly (PulseDefinition & { readonly id: PulseId })[];
  /** Absent in a programme that was stored before there were gates. */
  readonly gates?: readonly GateDefinition[];
  readonly escalationPolicy: EscalationPolicy;
  readonly headcounts?: readonly DeclaredHeadcount[];
  readonly declaredChanges?: readonly DeclaredChange[];
  readonly links: Readonly<Record<string, string>>;
}

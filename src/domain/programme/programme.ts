/** A programme and the words it declares: organisations, sites, staff groups, stages, roles, pulses. */

import type { WorkTheme } from '../bank/themes';
import type { GateDefinition } from '../gate/gate-definition';
import type { OrganisationId, ProgrammeId, PulseId } from '../ids';
import type { Day } from '../instant';
import type { PulseDefinition } from '../pulse/question';
import type { ReviewPolicy } from '../review/review-terms';
import type { SendingPolicy } from '../timing/sending-policy';
import type { DirectoryRules } from './directory-rules';
import type { Employment, Shift } from './person';
import type { StageName } from './stage-name';

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

/** Somebody on whose device people without Teams answer. It is no role: a champion decides nothing and reads nothing. */
export interface Champion extends RoleHolder {
  /** ODS codes of the sites whose people they may assist; absent: of every site. */
  readonly sites?: readonly string[];
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

/** One rung of an escalation: who is asked, and how long they have. */
export interface EscalationStep {
  /** Whoever holds this role; `person` names somebody instead. Exactly one of the two. */
  readonly role?: Role;
  readonly person?: RoleHolder;
  /** Working hours in which one of them must have looked at it; later the next step is asked as well. */
  readonly acknowledgeWithinHours?: number;
  /** Working hours in which it must be decided. */
  readonly decideWithinHours: number;
}

export interface EscalationPolicy {
  /** Working days the lead has before it goes up by itself. */
  readonly leadWithinWorkingDays: number;
  /** Working days the executive has to decide, where no steps are declared. */
  readonly decideWithinWorkingDays: number;
  /** In order; absent: the SRO, then the deputy SRO, then the sponsors. */
  readonly steps?: readonly EscalationStep[];
  /** The portfolio board's contact: the last to be asked, after every step. */
  readonly board?: RoleHolder;
  /** Executive sponsors by what they answer for: they get a copy and may advise. */
  readonly sponsors?: readonly {
    readonly category: WorkTheme;
    readonly aadObjectId: string;
  }[];
}

/** When this programme's role holders are at work. */
export interface WorkingHours {
  /** Local time, `HH:MM`. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** 1 is Monday, 7 Sunday. */
  readonly weekdays: readonly number[];
  /** England's, by rule, or these days instead. */
  readonly bankHolidays: 'england' | readonly Day[];
}

/** What the lead promises about issues. */
export interface IssuePolicy {
  /** After so many working days an issue that nobody dealt with is old. */
  readonly oldAfterWorkingDays: number;
  /** So many old ones together go up as one card. */
  readonly backlogOf: number;
  /** Working days after an answer in which somebody may say that it did not help. */
  readonly confirmWithinWorkingDays: number;
}

/** Where a concern about a patient's safety goes. */
export interface SafetyRoutes {
  /** Whom to tell now, such as "the nurse in charge or extension 2222". */
  readonly callNow: string;
  /** The incident system: an address, or how to find it. */
  readonly incidentSystem: string;
  /** Minutes by the wall clock until a hazard that nobody acknowledged goes to the deputy as well. */
  readonly acknowledgeWithinMinutes: number;
}

/** For what a person cannot say to the programme. */
export interface SpeakUpContact {
  readonly name: string;
  /** A telephone number, an address or an e-mail address. */
  readonly contact: string;
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
  /** Absent: nobody without Teams can answer. */
  readonly champions?: readonly Champion[];
  readonly pulses: readonly (PulseDefinition & { readonly id: PulseId })[];
  /** Absent in a programme that was stored before there were gates. */
  readonly gates?: readonly GateDefinition[];
  readonly escalationPolicy: EscalationPolicy;
  /** Absent: 09:00 to 17:00, Monday to Friday, England's bank holidays. */
  readonly workingHours?: WorkingHours;
  readonly issuePolicy?: IssuePolicy;
  /** Absent: the quiet hours alone. */
  readonly sending?: SendingPolicy;
  /** The workflows that reviews belong to; ids are shared over programmes that work on the same ones. */
  readonly workflows?: readonly Named[];
  /** Absent: see `reviewPolicyOf`. */
  readonly reviewPolicy?: ReviewPolicy;
  readonly safety?: SafetyRoutes;
  readonly speakUp?: SpeakUpContact;
  /** A regular expression for the organisation's own patient numbers: what matches is masked. */
  readonly hospitalNumber?: string;
  /** Absent: people come from people files alone. */
  readonly directory?: DirectoryRules;
  readonly headcounts?: readonly DeclaredHeadcount[];
  readonly declaredChanges?: readonly DeclaredChange[];
  readonly links: Readonly<Record<string, string>>;
}

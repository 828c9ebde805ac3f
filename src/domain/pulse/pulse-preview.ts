/** What would follow from opening a pulse at a moment: who is asked, who is not and why, and who would be heard. */

import type { GateId, ProgrammeId, PulseId } from '../ids';
import type { Day, Instant } from '../instant';
import type { LeftOutPeople, NotAskedPeople } from './wave';

/** How many people there are in a group, by the name that people read. */
export interface GroupCount {
  readonly name: string;
  readonly people: number;
}

/** People who would be invited and count in N, but whom no message would reach. Everybody is counted once, by the first
 * that is so; to the nearest 5 (see `tellReach`). */
export interface NotWrittenTo {
  readonly choseNotToBeAsked: number;
  /** Another pulse asks them less than 14 days before or after. */
  readonly overBudget: number;
  /** They have had two messages that nobody asked for within a week. */
  readonly atAllowance: number;
  /** It closes before an hour at which they may be written to. */
  readonly noSuitableTime: number;
}

/** A group too small to stand alone. */
export interface TooSmallGroup extends GroupCount {
  /** The group it is heard with; absent where even everyone together is too few. */
  readonly heardWith?: string;
}

/** A criterion of a gate that this wave would not let be judged. */
export interface GateWarning {
  readonly gateId: GateId;
  readonly gate: string;
  readonly decidesOn: Day;
  /** Undefined for everyone. */
  readonly group?: string;
  /** `chosenByName`: a list feeds no gate. `partlyAsked`: not the whole group is asked. `tooSmall`: it is, and too few of it to be
   * heard, or only together with others. */
  readonly because: 'chosenByName' | 'partlyAsked' | 'tooSmall';
  /** Of the group, asked by this wave. */
  readonly people: number;
}

export interface PulsePreview {
  readonly programmeId: ProgrammeId;
  readonly pulseId: PulseId;
  readonly title: string;
  /** When it would open, and close. */
  readonly at: Instant;
  readonly closesAt: Instant;
  /** k of the programme. */
  readonly minimumGroupSize: number;
  /** N: everybody who would be invited. */
  readonly invited: number;
  /** Of these, whom a message would go to, as far as it may be told. */
  readonly writtenTo: number;
  /** Absent where it may not be told. */
  readonly notWrittenTo?: NotWrittenTo;
  /** People without Teams among the invited: they answer beside a champion. Absent where there is nobody. */
  readonly withoutTeams?: number;
  /** N by site group and by staff family, in declared order, without those of nobody. */
  readonly siteGroups: readonly GroupCount[];
  readonly staffFamilies: readonly GroupCount[];
  /** Without leave-outs that meet nobody. */
  readonly leftOut: readonly LeftOutPeople[];
  readonly notAsked: readonly NotAskedPeople[];
  /** Present where a share is drawn; 0 to 1. */
  readonly drawn?: { readonly share: number; readonly seed: string };
  /** Present where the lead chose people by name: why. */
  readonly chosenBecause?: string;
  /** Entries of a list that stood there before: nobody is asked twice. */
  readonly duplicates: number;
  /** Directory ids on a list that nobody imported. */
  readonly notImported: readonly string[];
  /** Of the invited, the people with whom Soundings has no conversation yet: some of them may not have it installed. */
  readonly newToTeams: number;
  /** Groups of N ≥ 2k that the result could speak of. */
  readonly heard: readonly GroupCount[];
  readonly tooSmall: readonly TooSmallGroup[];
  /** Gates to be decided that name this pulse. */
  readonly gates: readonly { readonly gateId: GateId; readonly name: string; readonly decidesOn: Day }[];
  readonly unheard: readonly GateWarning[];
  /** An open wave that asks one of the same questions: this one could not open before it has closed. */
  readonly inTheWay?: { readonly title: string; readonly closesAt: Instant };
  /** When the first message would begin, and the last have gone; absent where nobody is written to. */
  readonly sending?: { readonly firstAt: Instant; readonly lastAt: Instant };
  /** What the messages take at the rate allowed, waiting for suitable hours left out; rounded up. */
  readonly minutes: number;
}

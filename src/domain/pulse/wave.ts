/** A wave: one run of a pulse over a frozen frame. Scheduled → open → closing → closed. */

import type { AtomId, CampaignId, PersonId, ProgrammeId, PulseId, ReviewId, WaveId } from '../ids';
import type { Day, Instant } from '../instant';
import type { Intending } from '../intent/intent';
import type { DeclaredHeadcount, Named } from '../programme/programme';
import type { Audience, Question } from './question';
import type { WaveCorrection } from './wave-correction';

export type WaveStatus = 'scheduled' | 'open' | 'closing' | 'closed';

/** One cell of the declared hierarchy: a site group crossed with a staff family. */
export interface Cell {
  readonly siteGroup: string;
  readonly staffFamily: string;
}

/** The smallest set of people a release may speak of: N ≥ 2k invited, whatever number of cells that took. */
export interface Atom {
  readonly id: AtomId;
  readonly name: string;
  readonly cells: readonly Cell[];
  /** N: invited plus those who chose not to be asked. */
  readonly headcount: number;
}

export interface Frame {
  readonly atoms: readonly Atom[];
  /** The names of the site groups and staff families when it was frozen, in reading order. */
  readonly siteGroups?: readonly Named[];
  readonly staffFamilies?: readonly Named[];
}

/** People of a whole group that was left out, for a reason that somebody gave. */
export interface LeftOutPeople {
  /** The names of the group's parts. */
  readonly groups: string;
  readonly why: string;
  readonly people: number;
}

/** People who were not asked without a reason of their own: outside the groups that were named, not drawn for the share, or
 * not on the lead's list. */
export interface NotAskedPeople {
  readonly because: 'otherGroups' | 'notDrawn' | 'notOnList';
  readonly people: number;
}

/** The whole audience's response while a wave is open. */
export interface EarlyResponse {
  /** 0 to 100, to the nearest 5. */
  readonly percent: number;
  readonly countedOn: Day;
}

export interface Wave extends Intending {
  readonly waveId: WaveId;
  readonly programmeId: ProgrammeId;
  readonly pulseId: PulseId;
  readonly title: string;
  readonly status: WaveStatus;
  readonly questions: readonly Question[];
  readonly audience: Audience;
  /** People of the programme who were not asked, by the reason that was given: one for each leave-out of the audience. */
  readonly leftOut?: readonly LeftOutPeople[];
  /** All others of the programme who were not asked. */
  readonly notAsked?: readonly NotAskedPeople[];
  /** A one-question check after go-live. */
  readonly isCheck?: boolean;
  readonly minimumGroupSize: number;
  readonly confidenceFloor: number;
  readonly frame: Frame;
  /** How many people the organisation counted when the wave opened, imported or not. */
  readonly headcounts?: readonly DeclaredHeadcount[];
  /** Present where this wave carries the ballots of a design review. */
  readonly reviewId?: ReviewId;
  readonly campaignId: CampaignId;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly openedBy: PersonId | 'schedule' | 'command';
  /** Which run of the pulse's schedule it is: a run has at most one wave. */
  readonly scheduledFor?: Instant;
  readonly closedAt?: Instant;
  /** Its wordings that were put right while it was open, oldest first. */
  readonly corrections?: readonly WaveCorrection[];
  /** Before close nothing else is shown. */
  readonly earlyResponse?: EarlyResponse;
}

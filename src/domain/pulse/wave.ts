/** A wave: one run of a pulse over a frozen frame. Scheduled → open → closing → closed. */

import type { AtomId, CampaignId, PersonId, ProgrammeId, PulseId, ReviewId, WaveId } from '../ids';
import type { Day, Instant } from '../instant';
import type { Intending } from '../intent/intent';
import type { DeclaredHeadcount, Named } from '../programme/programme';
import type { Audience, Question } from './question';

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
  /** People of the programme who were not asked, by the reason that was given. */
  readonly leftOut?: readonly { readonly why: string; readonly people: number }[];
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
  readonly closedAt?: Instant;
  /** Before close nothing else is shown. */
  readonly earlyResponse?: EarlyResponse;
}

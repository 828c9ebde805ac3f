/** When people may be written to as respondents, as a programme declares it and as they chose themselves. */

import type { Day } from '../instant';

/** Days on which nobody, or nobody of these site groups, is written to as a respondent. */
export interface Blackout {
  readonly from: Day;
  /** The last day of it. */
  readonly to: Day;
  /** In plain words, as the lead and the preview read it. */
  readonly why: string;
  /** Absent: the whole programme. */
  readonly siteGroups?: readonly string[];
}

/** That the SRO approved one-question checks for the weeks after go-live. */
export interface GoLiveChecks {
  /** The directory id of somebody who holds the role of SRO. */
  readonly approvedBy: string;
  readonly approvedOn: Day;
}

export interface SendingPolicy {
  /** True: as respondents nobody is written to on the bank holidays of the programme's calendar. */
  readonly notOnBankHolidays?: boolean;
  readonly blackouts?: readonly Blackout[];
  readonly goLiveChecks?: GoLiveChecks;
  /** True: there are no quiet hours and no windows by shift. Only a programme of invented people may say so. */
  readonly anyTime?: boolean;
}

/** What a person may answer to "when suits you?": it goes before the shift in the people file. */
export const preferredTimes = ['morning', 'afternoon', 'evening', 'night'] as const;
export type PreferredTime = (typeof preferredTimes)[number];

/** What a role holder has been sent on which day, so that nobody gets a card for every item. */

import type { CampaignId, PersonId, ProgrammeId } from '../ids';
import type { Day } from '../instant';
import type { Intending } from '../intent/intent';

/** `digest`: what waits, once a working day. `dueSoon`: what is due within 24 hours, all on one card. */
export type DeskSendKind = 'digest' | 'dueSoon';

export interface DeskSend {
  readonly kind: DeskSendKind;
  readonly campaignId: CampaignId;
  /** In the programme's time zone. */
  readonly on: Day;
}

export interface Desk extends Intending {
  readonly programmeId: ProgrammeId;
  readonly personId: PersonId;
  /** The latest ones, oldest first. */
  readonly sends: readonly DeskSend[];
}

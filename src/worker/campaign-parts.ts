/** What the stages of a campaign share. */

import type { CardSource, ShouldRemind } from '../app/campaign/card-source';
import type { AppContext } from '../app/context';
import type { CardSender } from './card-sender';
import type { Installing } from './installing';

export interface CampaignParts {
  readonly context: AppContext;
  readonly sender: CardSender;
  readonly cards: CardSource;
  readonly shouldRemind: ShouldRemind;
  /** Absent where the bot installs itself for nobody. */
  readonly installing?: Installing;
  readonly mayBegin: () => boolean;
  /** The lease's epoch, written into each outcome. */
  readonly epoch: () => number;
}

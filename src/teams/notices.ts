/** The plain cards that the edge itself needs when no verb can answer. */

import type { Message } from '../app/ports/messenger';
import type { Role } from '../domain/programme/programme';

export type Refusal =
  | { readonly reason: 'role'; readonly roles: readonly Role[] }
  | { readonly reason: 'unknownProgramme' };

export interface Notices {
  /** We could not confirm it; `reference` is what the person can quote, `typed` what they typed: perhaps it was saved. */
  failed(reference: string, typed?: string): Message;
  refused(refusal: Refusal): Message;
  /** The card is of an older version of the app. */
  outOfDate(): Message;
  wrongTenant(): Message;
  /** What the card sent cannot be understood. */
  unreadable(): Message;
  /** Where the reply says that nothing was done: the same with what was typed in vain. Any other reply as it is. */
  givingBack(reply: Message, typed: string): Message;
}

/** A sitting: somebody without Teams answers one wave on a champion's device, once for each code. */

import type { AtomId, PersonId } from '../ids';
import { type Instant, plusMs } from '../instant';

/** What a champion's card carries, sealed: the champion reads none of it. */
export interface Sitting {
  readonly personId: PersonId;
  /** HMAC of the code that it began with. */
  readonly codeKey: string;
  /** Of their invitation to the wave. */
  readonly atomId: AtomId;
  readonly endsAt: Instant;
}

/** Whatever is still to say then takes another tap of the code. */
export const sittingMinutes = 15;

export function newSitting(who: Omit<Sitting, 'endsAt'>, now: Instant): Sitting {
  return { ...who, endsAt: plusMs(now, sittingMinutes * 60_000) };
}

export function isRunning({ endsAt }: Sitting, now: Instant): boolean {
  return now < endsAt;
}

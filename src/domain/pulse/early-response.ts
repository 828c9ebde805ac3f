/** The one figure that may be shown while a wave is open: the whole audience's response, coarse and once a day. */

import { dayOf, type Instant } from '../instant';
import type { EarlyResponse, Wave } from './wave';

/** N of the whole audience. */
export function headcountOf(wave: Pick<Wave, 'frame'>): number {
  return wave.frame.atoms.reduce((total, { headcount }) => total + headcount, 0);
}

/** Whether the response may be shown at all: N ≥ 3k. */
export function mayShowEarly(wave: Pick<Wave, 'frame' | 'minimumGroupSize'>): boolean {
  return headcountOf(wave) >= 3 * wave.minimumGroupSize;
}

export function isCountedToday(wave: Pick<Wave, 'earlyResponse'>, now: Instant): boolean {
  return wave.earlyResponse?.countedOn === dayOf(now);
}

/** The day's figure from the number of people who have taken part so far. */
export function countEarly(wave: Pick<Wave, 'frame'>, responded: number, now: Instant): EarlyResponse {
  const share = responded / headcountOf(wave);
  return { percent: Math.round(share * 20) * 5, countedOn: dayOf(now) };
}

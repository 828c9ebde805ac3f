/** The hours of the day at which a respondent may be written to: outside handovers and sleep, or as they chose. */

import type { Shift } from '../programme/person';
import type { PreferredTime } from './sending-policy';

/** Minutes after local midnight: from the first, up to and without the second. */
export type TimeWindow = readonly [from: number, to: number];
/** What decides which windows are a person's. */
export type Suiting = PreferredTime | 'daytime' | 'anyTime';

const nights: readonly TimeWindow[] = [
  [0, 5 * 60],
  [21 * 60, 24 * 60],
];

/** In the order of the day. Never 07:00 to 08:30 and 19:00 to 20:30, which are handovers; 21:30 to 07:00 only for people who
 * work at night or asked for it. */
export const timeWindows: Readonly<Record<Suiting, readonly TimeWindow[]>> = {
  daytime: [
    [8 * 60 + 30, 19 * 60],
    [20 * 60 + 30, 21 * 60 + 30],
  ],
  night: nights,
  morning: [[8 * 60 + 30, 12 * 60]],
  afternoon: [[12 * 60, 17 * 60]],
  evening: [
    [17 * 60, 19 * 60],
    [20 * 60 + 30, 21 * 60 + 30],
  ],
  anyTime: [[0, 24 * 60]],
};

/** A person's own choice goes before the shift in the people file; a shift that changes or is not known is like days. */
export function suitingOf(shift: Shift | undefined, suits: PreferredTime | undefined): Suiting {
  return suits ?? (shift === 'nights' ? 'night' : 'daytime');
}

/** What a wave counts for in the budget of whoever it asks. */

import { localDay } from '../calendar/local-time';
import type { AskedWave } from '../campaign/charge-message';
import type { Programme } from '../programme/programme';
import type { Wave } from './wave';

/** By the day on which it opened where its programme is: "every second Tuesday" is a fortnight apart on both sides of a clock
 * change. */
export function askedWave(
  { waveId, opensAt, isCheck }: Pick<Wave, 'waveId' | 'opensAt' | 'isCheck'>,
  { timeZone }: Pick<Programme, 'timeZone'>,
): AskedWave {
  return { waveId, openedOn: localDay(opensAt, timeZone), ...(isCheck ? { isCheck } : {}) };
}

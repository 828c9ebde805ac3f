/** The phone is handed back: the code is used up, and nothing more may be said by this sitting. */

import type { AppContext } from '../context';
import type { Lender } from './championed-by';
import { resumeSitting, type SittingOnCard } from './resume-sitting';
import { markOver } from './used-code';

/** Doing it again changes nothing. @throws UnavailableError */
export async function endSitting(
  context: AppContext,
  lender: Lender,
  card: SittingOnCard,
): Promise<'ended' | 'over'> {
  const resumed = await resumeSitting(context, lender, card);
  if (resumed.outcome === 'over') return 'over';
  await markOver(context, card.waveId, resumed.asked.key, resumed.sitting.codeKey);
  return 'ended';
}

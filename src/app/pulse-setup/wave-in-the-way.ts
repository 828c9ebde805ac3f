/** Whether a wave that is open asks one of the questions that a draft asks: looked up anew each time, since a lead may just
 * have closed it. */

import type { Instant } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import { openThatAsks } from '../../domain/pulse/open-wave';
import type { PulseDefinition } from '../../domain/pulse/question';
import type { Wave } from '../../domain/pulse/wave';
import type { AppContext } from '../context';
import { listRecords } from '../records';

/** @param at when the draft's wave is to open, where that is later than now. */
export async function waveInTheWay(
  { store }: Pick<AppContext, 'store'>,
  { id }: Pick<Programme, 'id'>,
  definition: Pick<PulseDefinition, 'questions'>,
  at?: Instant,
): Promise<Pick<Wave, 'title' | 'closesAt'> | undefined> {
  const unclosed: Wave[] = [];
  for (const status of ['open', 'closing'] as const) {
    for await (const { document } of listRecords(store, 'wave', id, { status })) {
      if (at === undefined || document.closesAt > at) unclosed.push(document);
    }
  }
  const found = openThatAsks(unclosed, definition);
  return found && { title: found.title, closesAt: found.closesAt };
}

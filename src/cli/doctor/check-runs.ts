/** Whether a planned wave is overdue: then nothing is running that would open it. */

import type { AppContext } from '../../app/context';
import type { IntendingDocument } from '../../app/intent-handler';
import { plusMs } from '../../domain/instant';
import type { Check } from './check';

/** A service that runs opens a wave within seconds; a restart takes minutes. */
const graceMs = 15 * 60_000;
const mostRead = 1_000;
const mostNamed = 5;

/** A warning, for a monitor to see: whoever runs the programme is told by a card once the service is back. */
export async function checkRuns({ store, clock }: Pick<AppContext, 'store' | 'clock'>): Promise<Check> {
  const name = 'planned runs';
  const before = plusMs(clock.now(), -graceMs);
  const due = await store.due<IntendingDocument>('normal', before, mostRead);
  const overdue = due.flatMap(({ document }) =>
    document.type === 'pulse' && document.nextRun && document.nextRun.at <= before
      ? [`${document.programmeId} ${document.pulseId}, due ${document.nextRun.at}`]
      : [],
  );
  if (overdue.length === 0) return { name, status: 'ok', words: 'none is overdue' };
  const named = overdue.slice(0, mostNamed).join('; ');
  const more = overdue.length > mostNamed ? ` and ${overdue.length - mostNamed} more` : '';
  return { name, status: 'warning', words: `overdue, is the service running? ${named}${more}` };
}

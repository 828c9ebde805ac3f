/** Whether a wave that is open or planned asks one of the questions that a draft asks, while the draft's would be open: looked
 * up anew each time, since a lead may just have closed it. */

import { type Instant, plusDays } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import type { WaveInTheWay } from '../../domain/pulse/missing-in-draft';
import { openThatAsks } from '../../domain/pulse/open-wave';
import type { PulseDefinition } from '../../domain/pulse/question';
import type { Wave } from '../../domain/pulse/wave';
import { runsAtOnce } from '../../domain/schedule/runs-at-once';
import type { AppContext } from '../context';
import { listRecords } from '../records';
import { runningPulses } from '../schedule/running-pulses';

/** @param at when the draft's wave is to open, where that is later than now. */
export async function waveInTheWay(
  context: Pick<AppContext, 'store' | 'clock'>,
  programme: Programme,
  definition: PulseDefinition,
  at?: Instant,
): Promise<WaveInTheWay | undefined> {
  const unclosed: Wave[] = [];
  for (const status of ['open', 'closing'] as const) {
    for await (const { document } of listRecords(context.store, 'wave', programme.id, { status })) {
      if (at === undefined || document.closesAt > at) unclosed.push(document);
    }
  }
  const open = openThatAsks(unclosed, definition);
  if (open) return { title: open.title, closesAt: open.closesAt };
  const now = context.clock.now();
  const { openForDays, schedule } = definition;
  const draft = schedule
    ? definition
    : { ...definition, open: { at: now, closesAt: plusDays(now, openForDays) } };
  const others = (await runningPulses(context, programme)).filter(({ id }) => id !== definition.id);
  const [first] = others.flatMap((other) => runsAtOnce([draft, other], programme, now));
  if (!first) return undefined;
  const [, { at: opensAt, closesAt }] = first.runs;
  return { title: first.pulses[1].title, closesAt, opensAt };
}

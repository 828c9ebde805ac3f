/** Opens the wave of a pulse that asks as soon as it is confirmed: one, however often it is tried. */

import type { PersonId } from '../../domain/ids';
import type { ChatPulse } from '../../domain/pulse/chat-pulse';
import type { Wave } from '../../domain/pulse/wave';
import type { AppContext } from '../context';
import { listRecords } from '../records';
import { type OpenWaveOutcome, openWave } from '../wave/open-wave.use-case';

export type OpenConfirmedOutcome =
  | { readonly outcome: 'opened'; readonly wave: Wave }
  | Exclude<OpenWaveOutcome, { outcome: 'opened' }>;

/** Its first wave; the one that is there already, when it was opened before. */
export async function openConfirmed(
  context: AppContext,
  pulse: ChatPulse,
  openedBy: PersonId,
): Promise<OpenConfirmedOutcome> {
  const before = await firstWave(context, pulse);
  if (before) return { outcome: 'opened', wave: before };
  const { programmeId, pulseId } = pulse;
  const opened = await openWave(context, { programmeId, pulseId, openedBy });
  if (opened.outcome === 'opened') return opened;
  const meanwhile = await firstWave(context, pulse);
  return meanwhile ? { outcome: 'opened', wave: meanwhile } : opened;
}

async function firstWave(
  { store }: AppContext,
  { programmeId, pulseId }: ChatPulse,
): Promise<Wave | undefined> {
  for await (const { document } of listRecords(store, 'wave', programmeId, { pulseId })) return document;
  return undefined;
}

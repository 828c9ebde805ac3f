/** The open waves of a programme as a lead may see them: no figure but the day's coarse response. */

import type { ProgrammeId } from '../../domain/ids';
import { countEarly, isCountedToday, mayShowEarly } from '../../domain/pulse/early-response';
import type { Wave } from '../../domain/pulse/wave';
import type { AppContext } from '../context';
import { changeRecord, listRecords } from '../records';

export interface OpenWaveSummary extends Pick<Wave, 'waveId' | 'title' | 'closesAt'> {
  readonly responsePercent?: number;
}

export async function readOpenWaves(
  context: AppContext,
  programmeId: ProgrammeId,
): Promise<readonly OpenWaveSummary[]> {
  const summaries: OpenWaveSummary[] = [];
  for await (const { document } of listRecords(context.store, 'wave', programmeId, { status: 'open' })) {
    const { waveId, title, closesAt } = document;
    const early = await earlyResponseOf(context, document);
    summaries.push({ waveId, title, closesAt, ...(early ? { responsePercent: early.percent } : {}) });
  }
  return summaries;
}

/** Counted at most once a day, whoever asks and however often. */
async function earlyResponseOf(context: AppContext, wave: Wave): Promise<Wave['earlyResponse']> {
  const now = context.clock.now();
  if (!mayShowEarly(wave)) return undefined;
  if (isCountedToday(wave, now)) return wave.earlyResponse;
  let responded = 0;
  for await (const _sheet of listRecords(context.store, 'answerSheet', wave.waveId)) responded += 1;
  const counted = countEarly(wave, responded, now);
  return changeRecord(context.store, 'wave', wave.programmeId, wave.waveId, (current) =>
    isCountedToday(current, now) || current.status !== 'open'
      ? { outcome: current.earlyResponse }
      : { outcome: counted, next: { ...current, earlyResponse: counted } },
  );
}

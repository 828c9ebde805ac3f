/** Raises the one escalation of a wave for its groups in trouble, from released figures alone. */

import type { Release } from '../../domain/disclosure/release';
import { gatherEvidence } from '../../domain/escalation/gather-evidence';
import { isWholeOrDrawn } from '../../domain/pulse/asks-whole';
import type { AppContext } from '../context';
import type { DocumentOf } from '../documents';
import { raiseEscalation } from '../escalation/raise-escalation.use-case';
import { currentProgramme } from '../programme/current-programme';
import { listRecords, readRecord } from '../records';
import { readMovement } from '../wave/read-movement';
import { readRelease } from '../wave/read-release';
import { defineIntent } from './define-intent';

export const raiseEscalationIntent = defineIntent('raise-escalation', 'wave', async (context, wave) => {
  const { store } = context;
  const release = await readRelease(store, wave.programmeId, wave.waveId);
  const programme = await currentProgramme(context, wave.programmeId);
  if (!release || !programme) throw new Error(`wave ${wave.waveId} has no release`);
  const { deteriorations } = await readMovement(store, programme, release);
  const earlier = await earlierReleases(context, wave);
  const evidence = gatherEvidence(release, earlier, { deteriorations, asked: wave });
  await raiseEscalation(context, { programme, source: { kind: 'wave', waveId: wave.waveId }, evidence });
});

/** Releases of the same pulse before this wave, newest first, as far as they were of groups and not of a list of names. */
async function earlierReleases({ store }: AppContext, wave: DocumentOf<'wave'>): Promise<readonly Release[]> {
  if (!isWholeOrDrawn(wave.audience)) return [];
  const headers: { waveId: Release['waveId']; releasedAt: string }[] = [];
  for await (const { document } of listRecords(store, 'release', wave.programmeId, {
    pulseId: wave.pulseId,
  })) {
    if (document.waveId !== wave.waveId) headers.push(document);
  }
  headers.sort((a, b) => (a.releasedAt < b.releasedAt ? 1 : -1));
  const releases = await Promise.all(
    headers.slice(0, 12).map(async ({ waveId }) => {
      const before = await readRecord(store, 'wave', wave.programmeId, waveId);
      const isComparable = before && isWholeOrDrawn(before.document.audience);
      return isComparable ? readRelease(store, wave.programmeId, waveId) : undefined;
    }),
  );
  return releases.filter((release) => release !== undefined);
}

/** Raises the one escalation of a wave for its groups below the floor, from released figures alone. */

import type { Release } from '../../domain/disclosure/release';
import type { Escalation } from '../../domain/escalation/escalation';
import { gatherEvidence } from '../../domain/escalation/gather-evidence';
import { raiseEscalation } from '../../domain/escalation/raise-escalation';
import type { AppContext } from '../context';
import { currentProgramme } from '../current-programme';
import type { DocumentOf } from '../documents';
import { ConflictError } from '../ports/errors';
import { readRelease } from '../read-release';
import { ensureRecord, listRecords, replaceRecord } from '../records';
import { defineIntent } from './define-intent';

export const raiseEscalationIntent = defineIntent('raise-escalation', 'wave', async (context, wave) => {
  const { store, clock } = context;
  const release = await readRelease(store, wave.programmeId, wave.waveId);
  const programme = await currentProgramme(context, wave.programmeId);
  if (!release || !programme) throw new Error(`wave ${wave.waveId} has no release`);
  const evidence = gatherEvidence(release, await earlierReleases(context, wave));
  if (evidence.length === 0) return;
  const unsettled: Escalation[] = [];
  const versions = new Map<string, Parameters<typeof replaceRecord>[3]>();
  for await (const { document, version } of listRecords(store, 'escalation', wave.programmeId)) {
    if (document.status === 'decided') continue;
    unsettled.push(document);
    versions.set(document.escalationId, version);
  }
  const { raised, strengthened } = raiseEscalation({
    programme: programme,
    waveId: wave.waveId,
    evidence,
    unsettled,
    now: clock.now(),
  });
  for (const escalation of strengthened) {
    const version = versions.get(escalation.escalationId);
    if (!version) throw new ConflictError(`escalation ${escalation.escalationId} is gone`);
    await replaceRecord(store, 'escalation', escalation, version);
  }
  if (raised) await ensureRecord(store, 'escalation', raised);
});

/** Releases of the same pulse before this wave, newest first. */
async function earlierReleases({ store }: AppContext, wave: DocumentOf<'wave'>): Promise<readonly Release[]> {
  const headers: { waveId: Release['waveId']; releasedAt: string }[] = [];
  for await (const { document } of listRecords(store, 'release', wave.programmeId, {
    pulseId: wave.pulseId,
  })) {
    if (document.waveId !== wave.waveId) headers.push(document);
  }
  headers.sort((a, b) => (a.releasedAt < b.releasedAt ? 1 : -1));
  const releases = await Promise.all(
    headers.slice(0, 12).map(({ waveId }) => readRelease(store, wave.programmeId, waveId)),
  );
  return releases.filter((release) => release !== undefined);
}

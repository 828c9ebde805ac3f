/** The pulses of a programme with what their schedules did and are about to do. */

import type { ProgrammeId, PulseId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { Pulse } from '../../domain/pulse/pulse';
import type { PulseStanding } from '../../domain/pulse/pulse-standing';
import type { PulseDefinition } from '../../domain/pulse/question';
import type { AppContext } from '../context';
import { findProgramme } from '../programme/find-programme';
import { listRecords } from '../records';
import { scheduleOf } from './plan-pulse';

/** Those of the file in its order, then those set up in chat, retired ones last. Undefined for a programme that there is not. */
export async function readPulses(
  context: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
): Promise<readonly PulseStanding[] | undefined> {
  const programme = await findProgramme(context.store, programmeId);
  if (!programme) return undefined;
  const stored = new Map<PulseId, Pulse>();
  for await (const { document } of listRecords(context.store, 'pulse', programmeId)) {
    stored.set(document.pulseId, document);
  }
  const waves = await latestWaves(context, programmeId);
  const standing = (definition: Partial<PulseDefinition>, pulse: Pulse | undefined, pulseId: PulseId) =>
    standingOf(programme, definition, pulse, { pulseId, lastWave: waves.get(pulseId) });
  const declared = programme.pulses.map((pulse) => standing(pulse, stored.get(pulse.id), pulse.id));
  const others = [...stored.values()].filter(
    ({ pulseId, definition }) => definition && !programme.pulses.some(({ id }) => id === pulseId),
  );
  const setUp = others.map((pulse) => standing(pulse.definition ?? {}, pulse, pulse.pulseId));
  return [...declared, ...setUp.sort((one, other) => rank(one) - rank(other))];
}

function standingOf(
  programme: Programme,
  { title }: Partial<PulseDefinition>,
  pulse: Pulse | undefined,
  { pulseId, lastWave }: { pulseId: PulseId; lastWave: PulseStanding['lastWave'] | undefined },
): PulseStanding {
  const declared = programme.pulses.find(({ id }) => id === pulseId);
  const schedule = declared ? declared.schedule : pulse && scheduleOf(programme, pulse);
  return {
    pulseId,
    from: declared ? 'file' : 'chat',
    status: declared ? 'confirmed' : (pulse?.status ?? 'confirmed'),
    revision: pulse?.revision ?? 0,
    ...(title ? { title } : {}),
    ...(schedule ? { schedule } : {}),
    ...(pulse?.nextRun ? { nextRun: pulse.nextRun } : {}),
    ...(pulse?.lastRun ? { lastRun: pulse.lastRun } : {}),
    ...(lastWave ? { lastWave } : {}),
  };
}

function rank({ status }: PulseStanding): number {
  return ['draft', 'confirmed', 'retired'].indexOf(status);
}

async function latestWaves({ store }: Pick<AppContext, 'store'>, programmeId: ProgrammeId) {
  const latest = new Map<PulseId, NonNullable<PulseStanding['lastWave']>>();
  for await (const { document } of listRecords(store, 'wave', programmeId)) {
    const { pulseId, waveId, title, status, opensAt, closesAt } = document;
    const known = latest.get(pulseId);
    if (!known || known.opensAt < opensAt) latest.set(pulseId, { waveId, title, status, opensAt, closesAt });
  }
  return latest;
}

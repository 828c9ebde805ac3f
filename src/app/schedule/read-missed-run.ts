/** A run that did not happen, as its alarm shows it now: also what came of it since. */

import type { ProgrammeId, PulseId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { missedCampaignIdOf, missedRunOf } from '../../domain/pulse/plan-run';
import type { MissedRun, Pulse } from '../../domain/pulse/pulse';
import type { Wave } from '../../domain/pulse/wave';
import type { AppContext } from '../context';
import { pulseDocumentId } from '../documents';
import { currentProgramme } from '../programme/current-programme';
import { readRecord } from '../records';
import { readOpenedRun } from './wave-of-run';

export interface MissedRunPlace extends Pick<Pulse, 'pulseId' | 'nextRun'> {
  /** Of the pulse; its id where nothing declares it any more. */
  readonly title: string;
  readonly run: MissedRun;
  /** True where the pulse may still open waves, and no later run has. */
  readonly canOpen: boolean;
  /** When a later run opened, if one has. */
  readonly overtakenAt?: Instant;
  /** The wave that somebody opened in its place. */
  readonly opened?: Pick<Wave, 'title' | 'opensAt'>;
}

/** Undefined once the run is no longer remembered. */
export async function readMissedRun(
  context: AppContext,
  {
    programmeId,
    pulseId,
    ...which
  }: {
    readonly programmeId: ProgrammeId;
    readonly pulseId: PulseId;
  } & ({ readonly plannedFor: Instant } | { readonly campaignId: string }),
): Promise<MissedRunPlace | undefined> {
  const programme = await currentProgramme(context, programmeId);
  const stored = await readRecord(context.store, 'pulse', programmeId, pulseDocumentId(pulseId));
  if (!programme || !stored) return undefined;
  const { document: pulse } = stored;
  const campaignId = 'campaignId' in which ? which.campaignId : missedCampaignIdOf(pulse, which.plannedFor);
  const run = missedRunOf(pulse, campaignId);
  if (!run) return undefined;
  const declared = programme.pulses.find(({ id }) => id === pulseId);
  const { wave, overtakenAt } = await readOpenedRun(context, pulse, run.plannedFor);
  const exists = declared !== undefined || (pulse.definition !== undefined && pulse.status === 'confirmed');
  return {
    pulseId,
    title: (declared ?? pulse.definition)?.title ?? pulseId,
    run,
    canOpen: exists && overtakenAt === undefined,
    ...(overtakenAt ? { overtakenAt } : {}),
    ...(pulse.nextRun ? { nextRun: pulse.nextRun } : {}),
    ...(wave ? { opened: { title: wave.title, opensAt: wave.opensAt } } : {}),
  };
}

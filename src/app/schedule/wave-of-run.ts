/** Finds what one run of a schedule opened: a run has at most one wave, however often it is tried. */

import type { Instant } from '../../domain/instant';
import type { Pulse } from '../../domain/pulse/pulse';
import type { Wave } from '../../domain/pulse/wave';
import type { AppContext } from '../context';
import { listRecords } from '../records';

type Stored = Pick<AppContext, 'store'>;
type Ids = Pick<Pulse, 'programmeId' | 'pulseId'>;

export interface OpenedRun {
  readonly wave?: Wave;
  /** When the first of the later runs that did open did so: then nothing is to be made up for any more. */
  readonly overtakenAt?: Instant;
}

export async function readOpenedRun(
  { store }: Stored,
  { programmeId, pulseId }: Ids,
  plannedFor: Instant,
): Promise<OpenedRun> {
  let wave: Wave | undefined;
  let overtakenAt: Instant | undefined;
  for await (const { document } of listRecords(store, 'wave', programmeId, { pulseId })) {
    const { scheduledFor, opensAt } = document;
    if (scheduledFor === plannedFor) wave = document;
    if (scheduledFor && scheduledFor > plannedFor && !(overtakenAt && overtakenAt < opensAt))
      overtakenAt = opensAt;
  }
  return { ...(wave ? { wave } : {}), ...(overtakenAt ? { overtakenAt } : {}) };
}

export async function waveOfRun(context: Stored, ids: Ids, plannedFor: Instant): Promise<Wave | undefined> {
  return (await readOpenedRun(context, ids, plannedFor)).wave;
}

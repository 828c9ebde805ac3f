/** Says in which Teams channel a programme tells what came of what was raised. */

import type { ProgrammeId } from '../../domain/ids';
import type { AppContext } from '../context';
import { placements } from '../documents';
import { upsertRecord } from '../records';

export async function linkChannel(
  { store }: Pick<AppContext, 'store'>,
  channel: {
    readonly programmeId: ProgrammeId;
    readonly conversationId: string;
    readonly serviceUrl: string;
  },
): Promise<void> {
  await upsertRecord(store, 'channel', channel);
}

/** Nothing is posted from then on. */
export async function unlinkChannel(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
): Promise<void> {
  await store.delete(placements.channel.collection, programmeId, 'channel');
}

/** The open waves of these programmes that a person is invited to, for somebody who asks "is there anything for me?". */

import { deliveryIdOf, type PersonId, type ProgrammeId } from '../../domain/ids';
import type { Wave } from '../../domain/pulse/wave';
import { carriesBallots } from '../../domain/review/is-of-review';
import type { AppContext } from '../context';
import { listRecords, readRecord } from '../records';

export async function findOpenPulses(
  { store }: AppContext,
  personId: PersonId,
  programmeIds: readonly ProgrammeId[],
): Promise<readonly Wave[]> {
  const open: Wave[] = [];
  for (const programmeId of programmeIds) {
    for await (const { document: wave } of listRecords(store, 'wave', programmeId, { status: 'open' })) {
      // They have cards of their own.
      if (carriesBallots(wave)) continue;
      const deliveryId = deliveryIdOf(wave.campaignId, personId);
      if (await readRecord(store, 'delivery', wave.campaignId, deliveryId)) open.push(wave);
    }
  }
  return open;
}

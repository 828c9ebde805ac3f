/** Writes what a closing wave has left in the store: its key, its invitations and its answers. */

import { createRecord } from '../../../src/app/records';
import { buildFrame } from '../../../src/domain/disclosure/build-frame';
import type { PersonId } from '../../../src/domain/ids';
import { asId, deliveryIdOf } from '../../../src/domain/ids';
import { EmbeddedStore } from '../../../src/storage/embedded/embedded-store';
import { ServiceKeys } from '../../../src/storage/keys/service-keys';
import { type BenchPerson, peopleOf } from './release-people';
import { benchCampaignId, benchWaveId, cellsOf, frameInputOf, type ReleaseShape } from './release-shape';

export const benchKeys = new ServiceKeys(new Uint8Array(32).fill(7));

const peopleAtATime = 500;

export async function seedRelease(shape: ReleaseShape, file: string): Promise<void> {
  const store = EmbeddedStore.open(file);
  const wrapped = benchKeys.newWaveKey(benchWaveId);
  await createRecord(store, 'waveKey', { waveId: benchWaveId, ...wrapped });
  const key = benchKeys.unwrapWaveKey(benchWaveId, wrapped);
  const cells = cellsOf(shape);
  const frame = buildFrame(frameInputOf(shape, cells));
  const batch: BenchPerson[] = [];
  const flush = () => Promise.all(batch.splice(0).map((person) => write(store, person)));
  const answerKeyOf = (personId: PersonId) => key.answerKeyOf(personId);
  for (const person of peopleOf(shape, cells, frame, answerKeyOf)) {
    batch.push(person);
    if (batch.length === peopleAtATime) await flush();
  }
  await flush();
  await store.close();
}

async function write(store: EmbeddedStore, { personId, invitation, sheet }: BenchPerson): Promise<void> {
  const delivery = createRecord(store, 'delivery', {
    deliveryId: deliveryIdOf(benchCampaignId, personId),
    campaignId: benchCampaignId,
    programmeId: asId('bench'),
    organisationId: asId('RZZ'),
    personId,
    status: 'delivered',
    attempts: 1,
    invitation,
  });
  await Promise.all([delivery, ...(sheet ? [createRecord(store, 'answerSheet', sheet)] : [])]);
}

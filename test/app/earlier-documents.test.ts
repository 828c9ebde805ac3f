/** What an earlier version stored is read in the shape that it has now. */

import type { StoredDocument } from '../../src/app/ports/store';
import { readRecord, replaceRecord } from '../../src/app/records';
import { EmbeddedStore } from '../../src/storage/embedded/embedded-store';
import { storeFileIn, temporaryFolder } from '../support/embedded';

const folder = temporaryFolder();
const store = EmbeddedStore.open(storeFileIn(folder));
afterAll(async () => {
  await store.close();
  folder.remove();
});

const place = { pk: 'larkfield', schemaVersion: 1 };
const put = (document: StoredDocument & Record<string, unknown>) => store.create('programmes', document);

it('a release of before fallbacks were counted had none', async () => {
  await put({ ...place, id: 'release:w1', type: 'release', waveId: 'w1', partIds: [] });
  const read = await readRecord(store, 'release', 'larkfield', 'release:w1');
  expect(read?.document).toMatchObject({ waveId: 'w1', fallbacks: 0 });
});

it('an escalation of before there were other sources came of its wave, and whoever was asked had a card', async () => {
  await put({
    ...place,
    id: 'escalation:w1',
    type: 'escalation',
    escalationId: 'escalation:w1',
    programmeId: 'larkfield',
    waveId: 'w1',
    status: 'withExecutive',
    evidence: [{ groupId: 'atom:a', n: 20 }],
    assignment: { personIds: ['p1'], role: 'sro', decideBy: '2026-12-01T09:00:00.000Z' },
    earlierAssignments: [],
    intents: [],
  });
  const read = await readRecord(store, 'escalation', 'larkfield', 'escalation:w1');
  if (!read) throw new Error('nothing');
  expect(read.document).toMatchObject({
    source: { kind: 'wave', waveId: 'w1' },
    evidence: [{ kind: 'belowFloor', groupId: 'atom:a', n: 20 }],
    assignment: {
      asked: [{ personId: 'p1', role: 'sro' }],
      carded: ['p1'],
      decideBy: '2026-12-01T09:00:00.000Z',
    },
    earlierAssignments: [],
    earlierDecisions: [],
  });
  expect(read.document).not.toHaveProperty('waveId');
  await replaceRecord(store, 'escalation', read.document, read.version);
  const again = await readRecord(store, 'escalation', 'larkfield', 'escalation:w1');
  expect(again?.document).toEqual({ ...read.document, schemaVersion: 2 });
});

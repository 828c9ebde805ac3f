import type { Store } from '../../src/app/ports/store';
import { createRecord } from '../../src/app/records';
import { exportConfidence } from '../../src/app/wave/export-confidence.use-case';
import { asId } from '../../src/domain/ids';
import { aProgramme } from '../support/samples';
import { aScore } from '../support/score-sample';
import { eachStore } from '../support/stores';

const programmeId = aProgramme().id;

eachStore('exporting confidence scores', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await createRecord(store, 'programme', aProgramme());
  });

  it('gives what may be read, without the places of the store', async () => {
    await createRecord(store, 'confidenceScore', aScore());
    await createRecord(store, 'confidenceScore', aScore({ scoreId: 'half-written', visible: false }));
    expect(await exportConfidence({ store }, { programmeId })).toEqual({
      outcome: 'exported',
      scores: [aScore()],
    });
  });

  it('orders waves by time, and groups from the whole to its parts', async () => {
    const later = { waveId: asId<never>('w2'), releasedAt: '2026-04-01T00:00:00.000Z' as never };
    for (const score of [
      aScore({ scoreId: 'a', ...later }),
      aScore({ scoreId: 'b', groupKind: 'atom', groupName: 'A' }),
      aScore({ scoreId: 'c', groupKind: 'siteGroup', groupName: 'Z' }),
      aScore({ scoreId: 'd', groupKind: 'total' }),
    ]) {
      await createRecord(store, 'confidenceScore', score);
    }
    const result = await exportConfidence({ store }, { programmeId });
    expect(result.outcome === 'exported' && result.scores.map(({ scoreId }) => scoreId)).toEqual([
      'd',
      'c',
      'b',
      'a',
    ]);
    const one = await exportConfidence({ store }, { programmeId, waveId: later.waveId });
    expect(one).toMatchObject({ scores: [{ scoreId: 'a' }] });
  });

  it('knows no programme that was not applied', async () => {
    expect(await exportConfidence({ store }, { programmeId: asId('nowhere') })).toEqual({
      outcome: 'noSuchProgramme',
    });
  });
});

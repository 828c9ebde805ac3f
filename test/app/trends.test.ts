/** Trends over stored releases: what a chart is given, and what a deterioration raises. */

import type { AppContext } from '../../src/app/context';
import { releasePartIdOf } from '../../src/app/documents';
import { raiseEscalationIntent } from '../../src/app/intents/raise-escalation.intent';
import type { Store } from '../../src/app/ports/store';
import { createRecord, listRecords, readRecord, replaceRecord } from '../../src/app/records';
import { readFeedingReleases } from '../../src/app/wave/read-feeding-releases';
import { readTrend } from '../../src/app/wave/read-trend.use-case';
import { type Escalation, subjectIdOf } from '../../src/domain/escalation/escalation';
import type { NamedGroup } from '../../src/domain/gate/gate-definition';
import { asId, type GroupId, type QuestionId } from '../../src/domain/ids';
import { plusDays } from '../../src/domain/instant';
import type { Audience } from '../../src/domain/pulse/question';
import { type Cell, firstRelease, historyOf, type SeriesOf } from '../domain/trend/histories';
import { FakeClock } from '../support/fake-clock';
import { aProgramme, aPulse } from '../support/samples';
import { EmbeddedHost } from '../support/stores';

const programme = aProgramme();
const questionId = asId<QuestionId>('confidence');
const total = asId<GroupId>('total');
const usual: readonly Cell[] = [70, 73, 69, 72, 70, 71, 73, 68, 72, 70, 71, 69];

describe('trends over stored releases', () => {
  const host = new EmbeddedHost();
  let store: Store;
  let context: AppContext;

  beforeEach(async () => {
    await host.renew();
    store = await host.open();
    context = { store, clock: new FakeClock() } as unknown as AppContext;
    await createRecord(store, 'programme', programme);
  });

  afterEach(() => store.close());
  afterAll(() => host.stop());

  /** Writes the waves of a history as the close protocol leaves them. */
  async function release(series: SeriesOf, audienceOf = (_wave: number): Audience => ({ kind: 'everyone' })) {
    for (const [index, { waveId, waveTitle, releasedAt, table }] of historyOf(series).entries()) {
      if (await readRecord(store, 'wave', programme.id, waveId)) continue;
      const common = { waveId, programmeId: programme.id, pulseId: aPulse().id, title: waveTitle };
      const floors = { minimumGroupSize: 11, confidenceFloor: 0.6 };
      await createRecord(store, 'wave', {
        ...common,
        ...floors,
        status: 'closed',
        questions: aPulse().questions,
        audience: audienceOf(index + 1),
        frame: { atoms: [] },
        campaignId: asId(`invite.${waveId}`),
        opensAt: plusDays(releasedAt, -5),
        closesAt: releasedAt,
        openedBy: 'command',
        intents: [],
      });
      const partId = releasePartIdOf(waveId, questionId, 'first');
      await createRecord(store, 'releasePart', {
        programmeId: programme.id,
        partId,
        table: { ...table, questionId, questionText: 'How confident are you?', questionKind: 'confidence' },
      });
      await createRecord(store, 'release', {
        ...common,
        ...floors,
        releasedAt,
        fallbacks: 0,
        attempt: 'first',
        partIds: [partId],
      });
    }
  }

  const trend = async () => {
    const read = await readTrend(context, { programmeId: programme.id, questionId, groupId: total });
    if (read.outcome !== 'read') throw new Error(read.outcome);
    return read.trend;
  };

  async function closeWave(waveId: string) {
    const wave = await readRecord(store, 'wave', programme.id, waveId);
    if (!wave) throw new Error(`no wave ${waveId}`);
    const intent = {
      id: 'raise-escalation',
      kind: 'raise-escalation',
      lane: 'urgent',
      dueAt: firstRelease,
    } as const;
    const { signal } = new AbortController();
    await raiseEscalationIntent.carryOut(context, { document: wave.document, intent, signal });
  }

  async function escalations(): Promise<readonly Escalation[]> {
    const all: Escalation[] = [];
    for await (const { document } of listRecords(store, 'escalation', programme.id)) all.push(document);
    return all;
  }

  it('gives a chart its points, gaps, limits and signals', async () => {
    await release({ total: [...usual, 'notHeardYet', 50] });
    const { points, deterioration, confidenceFloor, questionText, leastPoints } = await trend();
    expect(points).toHaveLength(14);
    expect(points[0]).toMatchObject({
      waveId: 'w1',
      figures: { label: 'shown', n: 100, favourableShare: 0.7, interval: { lower: expect.any(Number) } },
    });
    expect(points[12]?.figures).toEqual({ label: 'notHeardYet' });
    expect(points[13]?.signals).toEqual([{ rule: 'outsideLimits', direction: 'down' }]);
    expect(deterioration?.points).toBe(13);
    expect({ confidenceFloor, questionText, leastPoints }).toEqual({
      confidenceFloor: 0.6,
      questionText: 'How confident are you?',
      leastPoints: 12,
    });
  });

  it('leaves out waves whose audience somebody chose by name', async () => {
    await release({ total: [...usual, 50] }, (wave) =>
      wave === 13 ? { kind: 'list', people: [], why: 'They tried it out.' } : { kind: 'everyone' },
    );
    expect((await trend()).points.map(({ waveId }) => waveId)).not.toContain('w13');
    await closeWave('w13');
    expect(await escalations()).toEqual([]);
  });

  it('gives a gate the newest release of the whole group, and never one of a list', async () => {
    const list: Audience = { kind: 'list', people: [], why: 'They tried it out.' };
    const acute: Audience = { kind: 'everyone', only: { siteGroups: ['acute'] } };
    await release({ total: [70, 70, 70, 70] }, (wave) =>
      wave === 4 ? list : wave === 3 ? acute : { kind: 'everyone' },
    );
    const feeding = async (...groups: readonly NamedGroup[]) => {
      const query = { programmeId: programme.id, pulseId: aPulse().id, groups };
      return (await readFeedingReleases(store, query)).map(({ release: { waveId } }) => waveId);
    };
    expect(await feeding({ siteGroups: ['acute'] })).toEqual(['w3']);
    expect(await feeding({})).toEqual(['w3', 'w2']);
    expect(await feeding({ siteGroups: ['acute'] }, { siteGroups: ['community'] })).toEqual(['w3', 'w2']);
  });

  it('names what it cannot find', async () => {
    const query = { programmeId: programme.id, questionId, groupId: total };
    expect(await readTrend(context, query)).toEqual({ outcome: 'noSuchTrend' });
    expect(await readTrend(context, { ...query, programmeId: asId('gone') })).toEqual({
      outcome: 'noSuchProgramme',
    });
  });

  it('raises one escalation for a deterioration, with the chart’s data as evidence', async () => {
    await release({ 'staffFamily:medical': [...usual.map((value) => Number(value) + 10), 62] });
    await closeWave('w13');
    await closeWave('w13');
    const [raised, ...others] = await escalations();
    expect(others).toEqual([]);
    expect(raised).toMatchObject({ status: 'withLead', source: { kind: 'wave', waveId: 'w13' } });
    expect(raised?.evidence).toHaveLength(1);
    expect(raised?.evidence[0]).toMatchObject({
      kind: 'deterioratingTrend',
      groupId: 'staffFamily:medical',
      favourableShare: 0.62,
      trend: { rules: ['outsideLimits'], points: 13 },
    });
    expect(raised?.evidence[0]?.trend?.series.map(({ favourableShare }) => favourableShare)).toEqual([
      ...usual.map((value) => (Number(value) + 10) / 100),
      0.62,
    ]);
  });

  it('adds evidence, not a card, while the one of an earlier wave is open, and a new one once it is decided', async () => {
    const medical = [...usual.map((value) => Number(value) + 10), 60];
    await release({ 'staffFamily:medical': medical });
    await closeWave('w13');
    await release({ 'staffFamily:medical': [...medical, 58] });
    await closeWave('w14');
    const [open] = await escalations();
    expect(await escalations()).toHaveLength(1);
    expect(open?.evidence.map(({ waveId }) => waveId)).toEqual(['w13', 'w14']);
    expect(open?.intents.map(({ kind }) => kind)).toEqual(['start-campaign', 'go-up']);

    const stored = await readRecord(store, 'escalation', programme.id, open?.escalationId ?? '');
    if (!stored) throw new Error('no escalation');
    await replaceRecord(
      store,
      'escalation',
      { ...stored.document, status: 'decided', intents: [] },
      stored.version,
    );
    await release({ 'staffFamily:medical': [...medical, 58, 55] });
    await closeWave('w15');
    expect((await escalations()).map(({ source }) => subjectIdOf(source)).sort()).toEqual(['w13', 'w15']);
  });

  it('judges a wave by what was released up to it, however late it is done', async () => {
    await release({ total: [...usual, 70, 40] });
    await closeWave('w13');
    expect(await escalations()).toEqual([]);
  });
});

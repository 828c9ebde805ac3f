import { pulseDocumentId } from '../../src/app/documents';
import { intentHandlers } from '../../src/app/intents/registry';
import { applyProgramme } from '../../src/app/programme/apply-programme.use-case';
import { waveInTheWay } from '../../src/app/pulse-setup/wave-in-the-way';
import { changeRecord, createRecord, listRecords, readRecord } from '../../src/app/records';
import { openPulseNow } from '../../src/app/schedule/open-pulse-now.use-case';
import { readMissedRun } from '../../src/app/schedule/read-missed-run';
import { readPulses } from '../../src/app/schedule/read-pulses';
import { retirePulse } from '../../src/app/schedule/retire-pulse.use-case';
import { closeWave } from '../../src/app/wave/close-wave.use-case';
import { openWave } from '../../src/app/wave/open-wave.use-case';
import { checkRuns } from '../../src/cli/doctor/check-runs';
import { checkRunsApart } from '../../src/cli/doctor/check-runs-apart';
import { asId, type PulseId } from '../../src/domain/ids';
import { type Day, type Instant, plusMs } from '../../src/domain/instant';
import type { Programme } from '../../src/domain/programme/programme';
import type { Pulse } from '../../src/domain/pulse/pulse';
import type { PulseDefinition } from '../../src/domain/pulse/question';
import type { Wave } from '../../src/domain/pulse/wave';
import type { Schedule } from '../../src/domain/schedule/schedule';
import type { StoreCall, StoreFault } from '../support/faulty-store';
import { aProgramme, aPulse, leadOid } from '../support/samples';
import { WorkerWorld } from '../support/worker-world';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const instant = (value: string) => value as Instant;
const fortnightly: Schedule = {
  kind: 'weekly',
  everyWeeks: 2,
  weekday: 2,
  at: '10:00',
  from: '2026-03-01' as Day,
  until: 'go-live',
};
const firstRun = instant('2026-03-03T10:00:00.000Z');
const secondRun = instant('2026-03-17T10:00:00.000Z');
const thirdRun = instant('2026-03-31T09:00:00.000Z');
const pulseId = aPulse().id;
const programmeId = aProgramme().id;
const lead = asId<Parameters<typeof openPulseNow>[1]['openedBy']>('lead');

let world: WorkerWorld;
beforeEach(async () => {
  world = await WorkerWorld.open();
});
afterEach(() => world.close());

const scheduled = (schedule?: Schedule, more: Partial<Programme> = {}): Programme => ({
  ...aProgramme(),
  ...more,
  pulses: [{ ...aPulse(), openForDays: 7, ...(schedule ? { schedule } : {}) }],
});
const apply = (programme: Programme) => applyProgramme(world.context, programme);
const start = (faultOf?: (call: StoreCall) => StoreFault | undefined) =>
  world.start({ handlers: intentHandlers, ...(faultOf ? { faultOf } : {}) });
const goTo = (at: Instant, laterMs = 0) =>
  world.clock.correctWallTime(Date.parse(at) + laterMs - Date.parse(world.clock.now()));

async function pulse(id: PulseId = pulseId): Promise<Pulse> {
  const stored = await readRecord(world.store, 'pulse', programmeId, pulseDocumentId(id));
  if (!stored) throw new Error('nothing is planned');
  return stored.document;
}

async function waves(): Promise<readonly Wave[]> {
  const found: Wave[] = [];
  for await (const { document } of listRecords(world.store, 'wave', programmeId)) found.push(document);
  return found;
}

/** The run was carried out and what it left to be done is done. */
async function carriedOut(plannedFor: Instant): Promise<Pulse> {
  await world.until(async () => {
    const { lastRun, intents } = await pulse();
    return lastRun?.plannedFor === plannedFor && intents.every(({ kind }) => kind === 'open-scheduled');
  });
  return pulse();
}

describe('applying a programme', () => {
  it('plans the next run, and plans nothing anew the second time', async () => {
    expect(await apply(scheduled(fortnightly))).toMatchObject({
      pulses: [{ pulse: pulseId, nextRun: { at: firstRun } }],
    });
    const planned = await pulse();
    expect(planned).toMatchObject({ nextRun: { at: firstRun }, dueAt: { normal: firstRun } });
    expect(await apply(scheduled(fortnightly))).toEqual({ outcome: 'unchanged' });
    expect(await pulse()).toEqual(planned);
  });

  it('moves the next run with a stage, and makes up for none of the past', async () => {
    const daily: Schedule = { kind: 'daily', everyDays: 8, at: '10:00', from: 'train' };
    const train = (startsOn: string): Programme['stages'] => [
      ...aProgramme().stages,
      { name: 'train', startsOn: startsOn as Day, setBy: 'Board', why: 'Training begins' },
    ];
    await apply(scheduled(daily, { stages: train('2026-05-01') }));
    expect((await pulse()).nextRun?.at).toBe('2026-05-01T09:00:00.000Z');
    expect(await apply(scheduled(daily, { stages: train('2026-02-20') }))).toMatchObject({
      pulses: [{ nextRun: { at: '2026-03-08T10:00:00.000Z' } }],
    });
  });

  it('runs once what runs once, also where the stage that names its day moves afterwards', async () => {
    await world.people(12);
    const first = (startsOn: string): Programme['stages'] => [
      { name: 'train', startsOn: startsOn as Day, setBy: 'Board', why: 'Training begins' },
    ];
    const once: Schedule = { kind: 'once', on: 'train', at: '10:00' };
    await apply(scheduled(once, { stages: first('2026-03-03') }));
    start();
    goTo(firstRun);
    await carriedOut(firstRun);
    await apply(scheduled({ ...once, at: '15:00' }, { stages: first('2026-04-14') }));
    expect(await pulse()).not.toHaveProperty('nextRun');
    // Another day that the file names is another run.
    await apply(scheduled({ ...once, on: '2026-04-14' as Day }));
    expect((await pulse()).nextRun?.at).toBe('2026-04-14T09:00:00.000Z');
  });

  it('ends what was planned by a schedule that is taken out of the file, or with its pulse', async () => {
    await apply(scheduled(fortnightly));
    expect(await apply(scheduled())).toMatchObject({ pulses: [{ pulse: pulseId }] });
    expect(await pulse()).toMatchObject({ intents: [] });
    expect(await pulse()).not.toHaveProperty('nextRun');
    await apply(scheduled(fortnightly));
    await apply({ ...scheduled(fortnightly), pulses: [] });
    expect(await pulse()).not.toHaveProperty('dueAt');
  });

  it('does not run an occurrence again that a later blackout or another time moves', async () => {
    await world.people(12);
    await apply(scheduled(fortnightly));
    start();
    goTo(firstRun);
    await carriedOut(firstRun);
    goTo(firstRun, 2 * hourMs);
    await apply(scheduled({ ...fortnightly, at: '15:00' }));
    expect((await pulse()).nextRun?.at).toBe('2026-03-17T15:00:00.000Z');
    const blackouts = [{ from: '2026-03-03' as Day, to: '2026-03-04' as Day, why: 'a survey' }];
    await apply(scheduled(fortnightly, { sending: { anyTime: true, blackouts } }));
    expect((await pulse()).nextRun?.at).toBe(secondRun);
  });
});

describe('a run that is due', () => {
  beforeEach(async () => {
    await world.people(12);
    await apply(scheduled(fortnightly));
  });

  it('opens its wave and plans the next', async () => {
    start();
    goTo(firstRun);
    const { lastRun, nextRun } = await carriedOut(firstRun);
    const [wave] = await waves();
    expect(lastRun).toMatchObject({ outcome: 'opened', waveId: wave?.waveId });
    expect(nextRun).toEqual({ at: secondRun });
    expect(wave).toMatchObject({ openedBy: 'schedule', scheduledFor: firstRun, status: 'open' });
    const [standing, ...others] = (await readPulses(world.context, programmeId)) ?? [];
    expect(others).toEqual([]);
    expect(standing).toMatchObject({ pulseId, from: 'file', nextRun: { at: secondRun } });
    const { waveId, title, status, opensAt, closesAt } = wave ?? {};
    expect(standing?.lastWave).toEqual({ waveId, title, status, opensAt, closesAt });
  });

  it.each(['before', 'after'] as const)(
    'opens one wave, whoever dies %s that is recorded in the pulse',
    async (when) => {
      const first = start(({ method, type }) =>
        method === 'replace' && type === 'pulse' ? { when, what: 'died' } : undefined,
      );
      goTo(firstRun);
      await world.until(() => first.isDead());
      expect(await waves()).toHaveLength(1);
      start();
      const { lastRun } = await carriedOut(firstRun);
      expect(lastRun).toMatchObject({ outcome: 'opened' });
      await world.clock.advance(2_000);
      expect(await waves()).toHaveLength(1);
      expect((await pulse()).missed).toBeUndefined();
    },
  );

  it('opens one wave, whoever dies when it is written', async () => {
    const first = start(({ method, type }) =>
      method === 'create' && type === 'wave' ? { when: 'after', what: 'died' } : undefined,
    );
    goTo(firstRun);
    await world.until(() => first.isDead());
    start();
    expect((await carriedOut(firstRun)).lastRun).toMatchObject({ outcome: 'opened' });
    expect(await waves()).toHaveLength(1);
  });

  it('opens late where nothing was running, and is closed before the next run', async () => {
    goTo(firstRun, 20 * hourMs);
    start();
    const { lastRun } = await carriedOut(firstRun);
    expect(lastRun).toMatchObject({ outcome: 'opened', plannedFor: firstRun });
    expect((await waves())[0]?.closesAt).toBe(plusMs((await waves())[0]?.opensAt ?? firstRun, 7 * dayMs));
  });

  it('waits for the last wave, where its close and the next run came due while nothing was running', async () => {
    const first = start();
    goTo(firstRun);
    await carriedOut(firstRun);
    first.kill();
    goTo(secondRun, 2 * hourMs);
    start();
    expect((await carriedOut(secondRun)).lastRun).toMatchObject({ outcome: 'opened' });
    expect((await waves()).map(({ status }) => status)).toEqual(['closed', 'open']);
    expect(await alarms()).toHaveLength(0);
  });

  it('is missed a day later, and its alarm goes to the lead once', async () => {
    goTo(firstRun, 25 * hourMs);
    start();
    const { lastRun, nextRun, missed } = await carriedOut(firstRun);
    expect(lastRun).toMatchObject({ outcome: 'missed', reason: 'notRunning' });
    expect(nextRun?.at).toBe(secondRun);
    expect(missed).toHaveLength(1);
    const [alarm] = await alarms();
    expect(alarm).toMatchObject({ purpose: 'pulse-missed', audienceKind: 'role', lane: 'urgent' });
    const deliveries = await world.deliveries(alarm?.campaignId ?? asId('none'));
    expect(deliveries.map(({ personId }) => personId)).toEqual([
      world.keys.personIdOf(world.tenantId, leadOid),
    ]);
    await world.clock.advance(3_000);
    expect(await alarms()).toHaveLength(1);
    expect(await waves()).toHaveLength(0);
  });

  it('is one alarm for all that a long standstill passed, and the latest still opens', async () => {
    goTo(instant('2026-04-14T09:00:00.000Z'), 3 * hourMs);
    start();
    const { lastRun, nextRun, missed } = await carriedOut(instant('2026-04-14T09:00:00.000Z'));
    expect(missed).toMatchObject([
      { plannedFor: firstRun, further: { count: 2, until: '2026-03-31T09:00:00.000Z' } },
    ]);
    expect(lastRun).toMatchObject({ outcome: 'opened' });
    expect(nextRun?.at).toBe('2026-04-28T09:00:00.000Z');
    expect(await alarms()).toHaveLength(1);
    expect(await waves()).toHaveLength(1);
  });

  it('is missed where a wave is in the way, and the lead opens it in its place, once', async () => {
    const opened = await openWave(world.context, { programmeId, pulseId, openedBy: 'command' });
    if (opened.outcome !== 'opened') throw new Error(opened.outcome);
    start();
    goTo(firstRun);
    const { lastRun } = await carriedOut(firstRun);
    const inTheWay = opened.wave.title;
    expect(lastRun).toMatchObject({ outcome: 'missed', reason: 'askedAlready', inTheWay });
    const now = { programmeId, pulseId, openedBy: lead, inPlaceOf: firstRun };
    expect(await openPulseNow(world.context, now)).toMatchObject({ outcome: 'askedAlready' });
    await closeWave(world.context, { programmeId, waveId: opened.wave.waveId });
    await world.until(async () => (await waves())[0]?.status === 'closed');
    expect(await openPulseNow(world.context, now)).toMatchObject({ outcome: 'opened' });
    expect(await openPulseNow(world.context, now)).toMatchObject({ outcome: 'openedBefore' });
    const second = (await waves())[1];
    expect((await pulse()).lastRun).toMatchObject({ outcome: 'opened', waveId: second?.waveId });
    const alarm = await readMissedRun(world.context, { programmeId, pulseId, plannedFor: firstRun });
    expect(alarm).toMatchObject({ opened: { title: second?.title }, run: { reason: 'askedAlready' } });
  });

  it('is not made up for any more once a later run has opened', async () => {
    const first = start();
    goTo(firstRun, 25 * hourMs);
    await carriedOut(firstRun);
    goTo(secondRun);
    await carriedOut(secondRun);
    first.kill();
    const late = { programmeId, pulseId, openedBy: lead, inPlaceOf: firstRun };
    expect(await openPulseNow(world.context, late)).toEqual({ outcome: 'overtaken' });
    const alarm = await readMissedRun(world.context, { programmeId, pulseId, plannedFor: firstRun });
    const overtakenAt = (await waves())[0]?.opensAt;
    expect(alarm).toMatchObject({ canOpen: false, overtakenAt });
    // It stays so when a still later one is missed.
    start();
    goTo(thirdRun, 25 * hourMs);
    expect((await carriedOut(thirdRun)).lastRun).toMatchObject({ outcome: 'missed' });
    expect(await openPulseNow(world.context, late)).toEqual({ outcome: 'overtaken' });
    const still = await readMissedRun(world.context, { programmeId, pulseId, plannedFor: firstRun });
    expect(still).toMatchObject({ canOpen: false, overtakenAt });
  });
});

it('is seen by the doctor while nothing runs', async () => {
  await apply(scheduled(fortnightly));
  goTo(firstRun, 10 * 60_000);
  expect(await checkRuns(world.context)).toMatchObject({ status: 'ok' });
  goTo(firstRun, 20 * 60_000);
  expect(await checkRuns(world.context)).toMatchObject({
    status: 'warning',
    words: `overdue, is the service running? ${programmeId} ${pulseId}, due ${firstRun}`,
  });
});

it('is missed where there is nobody to ask', async () => {
  await apply(scheduled(fortnightly));
  start();
  goTo(firstRun);
  expect((await carriedOut(firstRun)).lastRun).toMatchObject({ outcome: 'missed', reason: 'nobodyToAsk' });
});

it('is missed where checks after go-live are not approved', async () => {
  await world.people(12);
  const check = { ...aPulse(), questions: aPulse().questions.slice(0, 1), isCheck: true, openForDays: 1 };
  const schedule: Schedule = {
    kind: 'daily',
    everyDays: 3,
    at: '10:00',
    from: 'go-live',
    until: '2027-02-14' as Day,
  };
  await apply({ ...aProgramme(), pulses: [{ ...check, schedule }] });
  start();
  const due = instant('2027-01-18T10:00:00.000Z');
  goTo(due);
  expect((await carriedOut(due)).lastRun).toMatchObject({ outcome: 'missed', reason: 'notApproved' });
});

it('refuses to open a wave by hand that would be in the way of the next run', async () => {
  await world.people(12);
  await apply(scheduled(fortnightly));
  goTo(firstRun, -6 * hourMs);
  const now = { programmeId, pulseId, openedBy: lead };
  expect(await openPulseNow(world.context, now)).toMatchObject({ outcome: 'nextRunSoon' });
  goTo(firstRun, -30 * hourMs);
  const opened = await openPulseNow(world.context, now);
  expect(opened).toMatchObject({ wave: { closesAt: plusMs(firstRun, -6 * hourMs) } });
  // The same tap once more: nobody is to close what they have just opened.
  const [wave] = await waves();
  expect(await openPulseNow(world.context, now)).toMatchObject({ outcome: 'openedBefore', wave });
});

it('opens one of two waves that begin at once and ask one question, and says to the other what is in its way', async () => {
  await world.people(12);
  const second = { ...aPulse(), id: asId<PulseId>('second'), title: 'Second' };
  await apply({ ...aProgramme(), pulses: [aPulse(), second] });
  const atOnce = await Promise.all(
    [pulseId, second.id].map((id) =>
      openWave(world.context, { programmeId, pulseId: id, openedBy: 'schedule' }),
    ),
  );
  const [opened] = await waves();
  expect(await waves()).toHaveLength(1);
  expect(atOnce).toContainEqual({
    outcome: 'askedAlready',
    waveId: opened?.waveId,
    title: opened?.title,
  });
});

describe('retiring', () => {
  const definition: PulseDefinition = {
    ...aPulse(),
    id: asId('from-chat'),
    title: 'Set up in chat',
    schedule: fortnightly,
    openForDays: 7,
  };
  const chatMade = definition.id;

  beforeEach(async () => {
    await createRecord(world.store, 'pulse', {
      ...{ programmeId, pulseId: chatMade, status: 'confirmed', revision: 1, intents: [] },
      definition,
    });
  });

  it('ends a pulse that was set up in chat, whose runs an application plans like others', async () => {
    expect(await apply(scheduled())).toMatchObject({ pulses: [{ pulse: chatMade }] });
    expect(await retirePulse(world.context, { programmeId, pulseId: chatMade })).toBe('retired');
    expect(await retirePulse(world.context, { programmeId, pulseId: chatMade })).toBe('alreadyRetired');
    expect(await pulse(chatMade)).toMatchObject({ status: 'retired', intents: [] });
    await apply(scheduled());
    expect(await pulse(chatMade)).not.toHaveProperty('nextRun');
    const opened = await openWave(world.context, { programmeId, pulseId: chatMade, openedBy: 'command' });
    expect(opened).toEqual({ outcome: 'noSuchPulse' });
    expect((await readPulses(world.context, programmeId))?.at(-1)).toMatchObject({
      pulseId: chatMade,
      from: 'chat',
      status: 'retired',
    });
  });

  it('overtakes a run that has just come due', async () => {
    await world.people(12);
    await apply(scheduled());
    await retirePulse(world.context, { programmeId, pulseId: chatMade });
    await changeRecord(world.store, 'pulse', programmeId, pulseDocumentId(chatMade), (current) => ({
      outcome: undefined,
      next: {
        ...current,
        nextRun: { at: firstRun },
        intents: [
          {
            ...{ id: 'open-scheduled', kind: 'open-scheduled', lane: 'normal' },
            ...{ dueAt: firstRun, data: { plannedFor: firstRun } },
          },
        ],
        dueAt: { normal: firstRun },
      },
    }));
    start();
    goTo(firstRun);
    await world.until(async () => (await pulse(chatMade)).intents.length === 0);
    expect(await waves()).toHaveLength(0);
  });

  it('makes room for a pulse of the file that asks the same at the same time, and leaves to the file what that declares', async () => {
    expect(await apply(scheduled(fortnightly))).toMatchObject({
      outcome: 'invalid',
      problems: [
        {
          path: ['pulses', 0, 'schedule'],
          message: expect.stringContaining('(from-chat) would ask "confidence" at the same time'),
          remedy: expect.stringContaining('retire the one that was set up in chat'),
        },
      ],
    });
    await apply(scheduled());
    expect(await checkRunsApart(world.context)).toMatchObject({ status: 'ok' });
    const [draft] = scheduled(fortnightly).pulses;
    if (!draft) throw new Error('no pulse');
    const inTheWay = { title: definition.title, opensAt: firstRun, closesAt: plusMs(firstRun, 7 * dayMs) };
    expect(await waveInTheWay(world.context, scheduled(), draft)).toEqual(inTheWay);
    const { schedule: _none, ...opening } = { ...draft, id: asId<PulseId>('at-once') };
    goTo(firstRun, -2 * dayMs);
    expect(await waveInTheWay(world.context, scheduled(), opening)).toEqual(inTheWay);
    expect(await waveInTheWay(world.context, scheduled(), { ...opening, openForDays: 1 })).toBeUndefined();
    const second: PulseDefinition = { ...definition, id: asId('second-from-chat') };
    await createRecord(world.store, 'pulse', {
      ...{ programmeId, pulseId: second.id, status: 'confirmed', revision: 1, intents: [] },
      definition: second,
    });
    expect(await checkRunsApart(world.context)).toMatchObject({
      status: 'warning',
      words: `${programmeId} from-chat and second-from-chat both ask "confidence" on 2026-03-03`,
    });
    for (const id of [chatMade, second.id]) await retirePulse(world.context, { programmeId, pulseId: id });
    expect(await apply(scheduled(fortnightly))).toMatchObject({ outcome: 'updated' });
    expect(await retirePulse(world.context, { programmeId, pulseId })).toBe('inTheFile');
    expect(await retirePulse(world.context, { programmeId, pulseId: asId('unknown') })).toBe('noSuchPulse');
  });
});

async function alarms() {
  const found = [];
  for await (const { document } of listRecords(world.store, 'campaign', programmeId)) {
    if (document.purpose === 'pulse-missed') found.push(document);
  }
  return found;
}

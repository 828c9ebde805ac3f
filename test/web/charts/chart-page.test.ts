/** Pictures over real HTTP, from the whole bot as it listens on one machine. */

import { releaseDocumentId, releasePartIdOf } from '../../../src/app/documents';
import { createRecord, readRecord } from '../../../src/app/records';
import { chartAddress, chartToken } from '../../../src/app/wave/chart-address';
import { sampleEscalationId, sampleEvidence } from '../../../src/cards/sample-escalation';
import { sampleRelease } from '../../../src/cards/sample-release';
import { type Bot, openBot } from '../../../src/compose';
import { parseConfig } from '../../../src/config';
import type { ChartSubject } from '../../../src/domain/chart/chart-subject';
import type { Escalation } from '../../../src/domain/escalation/escalation';
import { asId, type WaveId } from '../../../src/domain/ids';
import { ServiceKeys } from '../../../src/storage/keys/service-keys';
import { temporaryFolder } from '../../support/embedded';
import { FakeClock } from '../../support/fake-clock';
import { aProgramme } from '../../support/samples';
import { silentLog } from '../../support/silent-log';
import { readPng } from '../../teamsapp/png';

const folder = temporaryFolder();
const clock = new FakeClock('2026-12-08T18:00:00.000Z');
const release = sampleRelease('usual');
const { programmeId, waveId } = release;
const groupId = release.tables[0]?.rows[0]?.groupId ?? asId('');
const groups: ChartSubject = { kind: 'groups', programmeId, waveId };
let bot: Bot;

beforeAll(async () => {
  const environment = { SOUNDINGS_MODE: 'local', PORT: '0', DATA_DIR: folder.path };
  bot = await openBot(parseConfig({ ...environment, PUBLIC_URL: 'https://bot.example/' }), {
    clock,
    log: silentLog,
  });
  const { store } = bot.context;
  await createRecord(store, 'programme', { ...aProgramme(), id: programmeId });
  await writeRelease(waveId);
  const escalation = { escalationId: sampleEscalationId, programmeId, evidence: sampleEvidence };
  await createRecord(store, 'escalation', { ...escalation, intents: [] } as unknown as Escalation);
});
afterAll(async () => {
  await bot.close();
  folder.remove();
});

async function writeRelease(of: WaveId): Promise<void> {
  const { tables, ...header } = release;
  const { store } = bot.context;
  const partIds = tables.map(({ questionId }) => releasePartIdOf(of, questionId, 'one'));
  for (const [index, table] of tables.entries()) {
    await createRecord(store, 'releasePart', { programmeId, partId: partIds[index] ?? '', table });
  }
  await createRecord(store, 'release', { ...header, waveId: of, attempt: 'one', partIds });
}

const fetchFile = (file: string) => fetch(`http://127.0.0.1:${bot.port}/charts/${file}`);
const fetchChart = (subject: ChartSubject) => fetchFile(`${chartToken(bot.context, subject)}.png`);

test('gives the picture to whoever has the address that stands on the card', async () => {
  const address = new URL(chartAddress(bot.context, groups) ?? '');
  expect(address.origin).toBe('https://bot.example');
  const response = await fetch(`http://127.0.0.1:${bot.port}${address.pathname}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const { width, height } = readPng(Buffer.from(await response.arrayBuffer()));
  expect([width, height > 500]).toEqual([640, true]);
});

test('may be kept by who asked for as long as the address holds', async () => {
  const response = await fetchChart(groups);
  const untilMidnight = 6 * 3_600;
  expect(response.headers.get('cache-control')).toBe(`private, max-age=${untilMidnight + 30 * 86_400}`);
});

test.each<ChartSubject>([
  { kind: 'distribution', programmeId, waveId, groupId },
  { kind: 'evidence', programmeId, escalationId: sampleEscalationId, pieces: sampleEvidence.length },
  { kind: 'evidence', programmeId, escalationId: sampleEscalationId, pieces: 1 },
])('draws %j', async (subject) => {
  const response = await fetchChart(subject);
  expect(response.status).toBe(200);
  expect(readPng(Buffer.from(await response.arrayBuffer())).width).toBe(640);
});

test('answers every other address alike, and says nothing about it', async () => {
  const token = chartToken(bot.context, groups);
  const other = new ServiceKeys(new Uint8Array(32).fill(9));
  const signed = (subject: ChartSubject) => `${chartToken(bot.context, subject)}.png`;
  const wrong = [
    '',
    'nothing.png',
    token,
    `x${token}.png`,
    `${token}x.png`,
    `${token}.png.png`,
    `a/${token}.png`,
    `${chartToken({ ...bot.context, keys: other }, groups)}.png`,
    `${chartToken({ ...bot.context, clock: new FakeClock('2026-11-07T23:59:59.000Z') }, groups)}.png`,
    signed({ ...groups, waveId: asId('no-such-wave') }),
    signed({ ...groups, programmeId: asId('no-such-programme') }),
    signed({ kind: 'distribution', programmeId, waveId, groupId: asId('no-such-group') }),
    signed({ kind: 'trend', programmeId, waveId, groupId }),
    signed({ kind: 'evidence', programmeId, escalationId: sampleEscalationId, pieces: 9 }),
    signed({ kind: 'evidenceTrend', programmeId, escalationId: sampleEscalationId, piece: 0 }),
    signed({ kind: 'gate', programmeId, gateId: asId('no-such-gate') }),
  ];
  for (const file of wrong) {
    const response = await fetchFile(file);
    expect([file, response.status, await response.text()]).toEqual([
      file,
      404,
      '{"error":{"code":"notFound"}}',
    ]);
  }
});

test('shows nothing of a wave, nor of evidence from it, that has no release', async () => {
  const unreleased = asId<WaveId>('larkfield-epr.readiness.w5');
  expect((await fetchChart({ ...groups, waveId: unreleased })).status).toBe(404);
  await writeRelease(unreleased);
  expect((await fetchChart({ ...groups, waveId: unreleased })).status).toBe(200);

  const { store } = bot.context;
  const header = await readRecord(store, 'release', programmeId, releaseDocumentId(waveId));
  if (!header) throw new Error('no release');
  await store.delete('programmes', programmeId, releaseDocumentId(waveId), header.version);
  const subject = { kind: 'evidence', programmeId, escalationId: sampleEscalationId, pieces: 3 } as const;
  expect((await fetchChart(subject)).status).toBe(404);
  expect((await fetchChart(groups)).status).toBe(404);
});

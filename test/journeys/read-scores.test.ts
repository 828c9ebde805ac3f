/** An analyst reads the confidence scores with ten lines of plain SDK, exactly as the documentation prints them. */

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { closeWave } from '../../src/app/close-wave.use-case';
import { readRecord } from '../../src/app/records';
import { answerWave, isInFirstAtom } from '../support/answer-wave';
import { emulatorKey } from '../support/cosmos-emulator';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { CosmosEmulatorHost } from '../support/stores';

const example = join(__dirname, '..', '..', 'docs', 'examples', 'read-confidence-scores.mjs');
const host = new CosmosEmulatorHost();
let running: RunningBot;

beforeAll(async () => {
  await host.start();
  await host.renew();
  running = await startRunningBot({ store: await host.open() });
});
afterAll(async () => {
  await running.close();
  await host.stop();
});

it('gives every released group of the wave, and nothing that may not be seen', async () => {
  const { bot, programme, people, until } = running;
  const waveId = await running.openPulse();
  await answerWave(running, waveId, people, (person, index) =>
    isInFirstAtom(person) || index % 4 === 0 ? 2 : 4,
  );
  await closeWave(bot.context, { programmeId: programme.id, waveId });
  await until(async () => {
    const wave = await readRecord(bot.context.store, 'wave', programme.id, waveId);
    const isPublished = wave?.document.intents.every(({ kind }) => kind !== 'publish-scores');
    return (wave?.document.status === 'closed' && isPublished) || undefined;
  });

  const { stdout } = await promisify(execFile)(process.execPath, [example, programme.id, waveId], {
    env: {
      ...process.env,
      COSMOS_ENDPOINT: host.endpoint,
      COSMOS_KEY: emulatorKey,
      COSMOS_DATABASE: host.database,
    },
  });
  const scores = JSON.parse(stdout) as Record<string, unknown>[];
  const total = scores.find(({ groupId, questionId }) => groupId === 'total' && questionId === 'confidence');
  expect(total).toMatchObject({ headcount: people.length, waveId, visible: true });
  expect(scores.filter(({ groupKind }) => groupKind === 'atom')).toHaveLength(8);
  for (const score of scores) {
    const isWithheld = score.label === 'notHeardYet' || score.label === 'tooSmallToShow';
    expect(isWithheld && (score.n !== null || score.favourableShare !== null)).toBe(false);
  }
});

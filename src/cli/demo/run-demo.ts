/** Starts the bot with the demo's data and a window for each persona, and ends all of it together. */

import type { AppContext } from '../../app/context';
import { listRecords } from '../../app/records';
import { openBot } from '../../compose';
import { parseConfig } from '../../config';
import { dayOf, instantOf } from '../../domain/instant';
import { commandLog } from '../command-log';
import type { Terminal } from '../terminal';
import { checkPorts } from './check-ports';
import { demoData } from './demo-data';
import type { DemoOptions } from './demo-options';
import { openWindows } from './open-windows';
import { personasOf } from './personas';
import { demoProgramme, seedDemo } from './seed-demo';
import type { SyntheticProgramme } from './synthetic-programme';
import { welcomeWords } from './welcome';

export interface RunningDemo {
  /** Ends the windows, then the bot in order. */
  close(): Promise<void>;
}

/** The waits of the lease and of closing, in proportion to those in service. */
const timeScale = '0.2';

/** @throws InputError for what a person at the terminal can put right. */
export async function runDemo(options: DemoOptions, terminal: Terminal): Promise<RunningDemo> {
  const { port, dataDir } = options;
  const startedMs = performance.now();
  const seconds = () => (performance.now() - startedMs) / 1_000;
  const story = await prepare(options, terminal, seconds);
  const { programme } = story;
  const windows = openWindows(personasOf(story, options.windowsPort, options.also), {
    programme,
    options,
    terminal,
  });
  const environment = {
    PORT: `${port}`,
    DATA_DIR: dataDir,
    TENANT_ID: programme.tenantId,
    SOUNDINGS_LOCAL_TIME_SCALE: timeScale,
  };
  const log = commandLog(terminal);
  const [bot, opened] = await Promise.allSettled([openBot(parseConfig(environment), { log }), windows]);
  const close = async () => {
    if (opened.status === 'fulfilled') await opened.value.close();
    if (bot.status === 'fulfilled') await bot.value.close();
  };
  if (bot.status === 'rejected' || opened.status === 'rejected') {
    await close();
    throw bot.status === 'rejected' ? bot.reason : (opened as PromiseRejectedResult).reason;
  }
  const isWaveOpen = await hasOpenWave(bot.value.context, story);
  const tookSeconds = seconds();
  terminal.out(welcomeWords({ options, windows: opened.value.windows, tookSeconds, isWaveOpen }));
  return { close };
}

/** Makes sure that there is something to show. */
async function prepare(
  options: DemoOptions,
  terminal: Terminal,
  seconds: () => number,
): Promise<SyntheticProgramme> {
  const { dataDir, isFresh, port, windowsPort, also } = options;
  const today = dayOf(instantOf(Date.now()));
  const personas = personasOf(demoProgramme(today), windowsPort, also);
  await checkPorts(
    [
      { port, purpose: 'the bot' },
      ...personas.map((one) => ({ port: one.port, purpose: `the window of the ${one.title}` })),
    ],
    `npm run demo -- --port ${port + 1_000} --windows ${windowsPort + 1_000}`,
  );
  const say = (line: string) => terminal.out(`${line}\n`);
  say('Soundings with synthetic data: the organisation, the people and what they answered are invented.');
  const { seededOn } = await demoData(dataDir, { isFresh, today }, async (folder) => {
    say('Inventing them, with four waves of a pulse: about 20 seconds, this once.');
    await seedDemo({
      dataDir: folder,
      today,
      log: commandLog(terminal),
      say: (line) => say(`  ${seconds().toFixed(1).padStart(5)} s  ${line}`),
    });
  });
  return demoProgramme(seededOn);
}

async function hasOpenWave({ store }: AppContext, { programme }: SyntheticProgramme): Promise<boolean> {
  for await (const _wave of listRecords(store, 'wave', programme.id, { status: 'open' })) return true;
  return false;
}

/** A bot whose store, keys, roster and logs somebody takes whole, as often as a test says. */

import type { Person } from '../../../src/domain/programme/person';
import { createLog } from '../../../src/log';
import { SystemClock } from '../../../src/system-clock';
import { type RunningBot, type RunningBotOptions, startRunningBot } from '../../support/running-bot';
import type { CosmosEmulatorHost, EmbeddedHost } from '../../support/stores';
import { type Seizure, seizeStore } from './seizure';

export class SeizableBot {
  private constructor(
    private readonly host: EmbeddedHost | CosmosEmulatorHost,
    readonly running: RunningBot,
    /** What was logged so far. */
    readonly log: readonly string[],
    private readonly closeStore: () => Promise<void>,
  ) {}

  static async start(
    host: EmbeddedHost | CosmosEmulatorHost,
    options: Omit<RunningBotOptions, 'store' | 'writeLog'>,
  ): Promise<SeizableBot> {
    await host.start();
    const store = await host.open();
    const log: string[] = [];
    const destination = { write: (line: string) => void log.push(line) };
    const writeLog = createLog({ clock: new SystemClock(), destination });
    const running = await startRunningBot({ ...options, store, writeLog });
    return new SeizableBot(host, running, log, () => store.close());
  }

  /** @param others who are in the programme beside those whom the bot was started with. */
  async seize(others: readonly Person[] = []): Promise<Seizure> {
    return {
      ...(await seizeStore(this.host)),
      log: [...this.log],
      keys: this.running.bot.context.keys,
      roster: [...this.running.people, ...others],
    };
  }

  async close(): Promise<void> {
    await this.running.close();
    await this.closeStore();
    await this.host.stop();
  }
}

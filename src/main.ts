/** Starts the bot with the configuration in the environment, and ends it in order. */

import { openBot } from './compose';
import { openLog } from './compose-context';
import { ConfigError, readConfig } from './config';

async function main(): Promise<void> {
  const config = readConfig();
  const log = openLog();
  const bot = await openBot(config, { log });
  log.info('started', { port: bot.port, mode: config.mode, store: config.store.kind });
  const stop = () => {
    bot.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const lines = error instanceof ConfigError ? error.problems : [(error as Error).message];
  process.stderr.write(`Soundings did not start:\n${lines.map((line) => `  ${line}\n`).join('')}`);
  process.exit(error instanceof ConfigError ? 2 : 3);
});

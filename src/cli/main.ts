#!/usr/bin/env node
/** The `soundings` command. */

import { readConfig } from '../config';
import { commandLog } from './command-log';
import { run } from './run';
import { processTerminal } from './terminal';

async function main(): Promise<void> {
  const terminal = processTerminal();
  process.exitCode = await run(process.argv.slice(2), {
    terminal,
    readConfig,
    // Loaded when a command needs it: most of the start-up time is in there.
    openContext: async (config) =>
      (await import('../compose-context.js')).openContext(config, { log: commandLog(terminal) }),
    openDirectory: async (config, clock) =>
      (await import('../compose-directory.js')).openDirectory(config, clock),
  });
}

void main();

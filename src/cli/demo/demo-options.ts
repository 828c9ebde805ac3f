/** What `npm run demo` can be told. */

import { Command, InvalidArgumentError, Option } from 'commander';
import type { Terminal } from '../terminal';
import { type FurtherPersona, furtherPersonas } from './personas';

export interface DemoOptions {
  readonly isFresh: boolean;
  readonly dataDir: string;
  readonly port: number;
  /** The clinician's window; the lead's and the SRO's are the next two. */
  readonly windowsPort: number;
  /** Whose windows are opened beside those three. */
  readonly also: readonly FurtherPersona[];
}

/** @throws CommanderError for what it does not know, and when only help was wanted. */
export function readDemoOptions(args: readonly string[], terminal: Terminal): DemoOptions {
  const command = new Command('npm run demo --')
    .description('Starts Soundings on this machine with invented people and three chat windows.')
    .option('--fresh', 'start over: forget what was done in the demo so far', false)
    .option('--data-dir <folder>', 'where the demo keeps its data', '.soundings/demo')
    .option('--port <number>', 'where the bot listens', portNumber, 3978)
    .option('--windows <number>', 'where the first of the three windows listens', portNumber, 56150)
    .addOption(
      new Option('--also <people...>', 'a window more, for the deputy SRO or the clinical safety officer')
        .choices(furtherPersonas)
        .default([]),
    )
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .parse(args, { from: 'user' });
  const { fresh, dataDir, port, windows, also } = command.opts<{
    fresh: boolean;
    dataDir: string;
    port: number;
    windows: number;
    also: readonly FurtherPersona[];
  }>();
  return { isFresh: fresh, dataDir, port, windowsPort: windows, also: [...new Set(also)] };
}

function portNumber(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 64_000) {
    throw new InvalidArgumentError('A port is a whole number from 1 to 64000.');
  }
  return port;
}

/** Runs command lines in this process, on a data folder of their own, as a terminal would. */

import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodeAttempts } from '../../src/app/assist/code-attempts';
import type { Log } from '../../src/app/ports/log';
import { WaveReader } from '../../src/app/wave/wave-reader';
import type { Cli, OpenedContext } from '../../src/cli/cli';
import { commandLog } from '../../src/cli/command-log';
import type { ExitCode } from '../../src/cli/report';
import { run } from '../../src/cli/run';
import { openDirectory } from '../../src/compose-directory';
import { type Config, parseConfig } from '../../src/config';
import { HighsSolver } from '../../src/highs-solver';
import { EmbeddedStore } from '../../src/storage/embedded/embedded-store';
import { serviceKeyOf } from '../../src/storage/keys/service-key-file';
import { ServiceKeys } from '../../src/storage/keys/service-keys';
import { SystemClock } from '../../src/system-clock';
import { wording } from '../../src/text/wording';
import { type TemporaryFolder, temporaryFolder } from '../support/embedded';

/** The parts that commands use, without the bot: loading that takes longer than all the tests. */
export async function openParts(config: Config, log: Log = silent): Promise<OpenedContext> {
  const store = EmbeddedStore.open(join(config.dataDir, 'soundings.db'));
  const keys = new ServiceKeys(serviceKeyOf(config.dataDir));
  const clock = new SystemClock();
  const waves = new WaveReader(store, keys, clock, 1_000);
  const settings = { answerDeadlineMs: 4_000, sealWaitMs: 5_500, backupRetentionDays: 30 };
  const { solve } = new HighsSolver();
  const context = {
    store,
    keys,
    clock,
    log,
    solve,
    wording,
    waves,
    codeAttempts: new CodeAttempts(),
    settings,
    newId: randomUUID,
    poke: () => {},
  };
  return { context, close: () => store.close() };
}

const silent: Log = commandLog({ out: () => {}, err: () => {}, isInteractive: false });

export interface Finished {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export class CliHarness {
  private readonly folder: TemporaryFolder = temporaryFolder();
  /** Added to the environment of the commands that follow. */
  environment: Readonly<Record<string, string>> = {};

  /** A file in the folder; the path is what a command is given. */
  file(name: string, content: string): string {
    const path = join(this.folder.path, name);
    writeFileSync(path, content);
    return path;
  }

  path(name: string): string {
    return join(this.folder.path, name);
  }

  async run(...args: readonly string[]): Promise<Finished> {
    let out = '';
    let err = '';
    const terminal: Cli['terminal'] = {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      isInteractive: false,
    };
    const code = await run(args, {
      terminal,
      readConfig: () => parseConfig({ DATA_DIR: this.path('data'), ...this.environment }),
      openContext: (config) => openParts(config, commandLog(terminal)),
      openDirectory: async (config, clock) => openDirectory(config, clock),
    });
    return { code, out, err };
  }

  /** With `--json`: what stood on standard output, which must be one document and nothing else. */
  async json(...args: readonly string[]): Promise<{ code: ExitCode; document: Record<string, unknown> }> {
    const { code, out } = await this.run(...args, '--json');
    return { code, document: JSON.parse(out) as Record<string, unknown> };
  }

  remove(): void {
    this.folder.remove();
  }
}

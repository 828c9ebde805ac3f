/** What every command is given. */

import type { AppContext } from '../app/context';
import type { Clock } from '../app/ports/clock';
import type { Directory } from '../app/ports/directory';
import type { Config } from '../config';
import type { Report } from './report';
import type { Terminal } from './terminal';

export interface OpenedContext {
  readonly context: AppContext;
  close(): Promise<void>;
}

export interface OpenedDirectory {
  readonly directory: Directory;
  close(): Promise<void>;
}

export interface Cli {
  readonly terminal: Terminal;
  /** @throws ConfigError */
  readConfig(): Config;
  openContext(config: Config): Promise<OpenedContext>;
  /** Undefined without a bot's identity. */
  openDirectory(config: Config, clock: Clock): Promise<OpenedDirectory | undefined>;
}

/** Runs a command's work and keeps its report; `program` prints it when the command line has been dealt with. */
export type Act = (work: (cli: Cli) => Promise<Report>) => Promise<void>;

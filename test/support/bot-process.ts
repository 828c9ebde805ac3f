/** The bot as it is shipped, in a process of its own that a test can kill, freeze and start again on the same data. */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { endOf } from './run-child';

const root = resolve(__dirname, '../..');
const main = join(root, 'dist/main.js');
const preloads = ['register-swc.cjs', 'mortal-child.ts'].flatMap((file) => ['-r', join(__dirname, file)]);

/** The n-th write whose words (`replace wave closing`, `delete responses`) match, before or after it is on the disk. */
export interface Death {
  readonly write: string;
  readonly number: number;
  readonly when: 'before' | 'after';
}

export class BotProcess {
  /** Resolves when the process is no more. */
  readonly ended: Promise<unknown>;

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    /** What it has logged. */
    readonly log: readonly string[],
  ) {
    this.ended = endOf(child);
  }

  /** Resolves when it listens. @throws Error when it ends instead. */
  static async start(environment: Readonly<Record<string, string>>, death?: Death): Promise<BotProcess> {
    if (!existsSync(main)) throw new Error('dist/main.js is missing: run npm run build first');
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [...(death ? preloads : []), main], {
      cwd: root,
      env: { PATH, ...environment, ...(death ? { DIES_AT: JSON.stringify(death) } : {}) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const log: string[] = [];
    return new BotProcess(child, await portOf(child, log), log);
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Nothing of it runs until `resume`, and it does not notice. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }
}

function portOf(child: ChildProcess, log: string[]): Promise<number> {
  return new Promise((resolvePort, reject) => {
    child.once('exit', () => reject(new Error('the bot ended before it listened')));
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (text) => {
      log.push(text);
      const { event, port } = JSON.parse(text) as { readonly event?: string; readonly port?: number };
      if (event === 'started' && port !== undefined) resolvePort(port);
    });
  });
}

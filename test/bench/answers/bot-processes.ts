/** The two bots under test, each in a process of its own. */

import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BareBotOptions } from './bare-bot-child';

const root = resolve(__dirname, '../../..');
const startWithinMs = 30_000;

export class RunningProcess {
  constructor(
    private readonly child: ChildProcess,
    port: number,
  ) {
    this.url = `http://127.0.0.1:${port}/api/messages`;
    process.once('exit', () => child.kill('SIGKILL'));
  }

  readonly url: string;

  /** Milliseconds of processor time so far; 0 where the system does not tell. */
  cpuMs(): number {
    try {
      const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      // User and system time in ticks of a hundredth of a second: the 14th and 15th field.
      return (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return 0;
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}

/** The product as it is shipped, logging to a file. `nodeOptions` is for a profiler. */
export async function startOurs(
  environment: Readonly<Record<string, string>>,
  logFile: string,
): Promise<RunningProcess> {
  const { PATH = '', BENCH_NODE_ARGS = '' } = process.env;
  const log = openSync(logFile, 'a');
  const before = readFileSync(logFile, 'utf8').length;
  const nodeArguments = BENCH_NODE_ARGS.split(' ').filter(Boolean);
  const child = spawn(process.execPath, [...nodeArguments, join(root, 'dist/main.js')], {
    cwd: root,
    env: { PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', log, 'inherit'],
  });
  closeSync(log);
  const giveUpAt = performance.now() + startWithinMs;
  for (;;) {
    const port = /"port":(\d+)[^\n]*"event":"started"/.exec(readFileSync(logFile, 'utf8').slice(before))?.[1];
    if (port) return new RunningProcess(child, Number(port));
    if (child.exitCode !== null || performance.now() > giveUpAt) throw new Error('the bot did not start');
    await sleep(50);
  }
}

export async function startBare(options: BareBotOptions): Promise<RunningProcess> {
  const child = fork(join(__dirname, 'bare-bot-child.ts'), {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production' },
    execArgv: ['-r', join(__dirname, '../../support/register-swc.cjs')],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.send(options);
  const [message] = (await once(child, 'message')) as [{ readonly port: number }];
  return new RunningProcess(child, message.port);
}

/** Starts a loopback Teams in a process of its own and steers it over HTTP. */

import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { LoopbackTeamsOptions } from './options';
import type { Arrived } from './timeline';
import type { Statistics } from './traffic';

export type LoopbackTeamsProcessOptions = Omit<LoopbackTeamsOptions, 'clock' | 'bot'>;

export interface LoopbackTeamsAddress {
  readonly origin: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly appId: string;
  readonly password: string;
}

export class LoopbackTeamsProcess {
  readonly #child: ChildProcess;
  readonly address: LoopbackTeamsAddress;

  private constructor(child: ChildProcess, address: LoopbackTeamsAddress) {
    this.#child = child;
    this.address = address;
  }

  static async start(options: LoopbackTeamsProcessOptions = {}): Promise<LoopbackTeamsProcess> {
    const child = fork(join(__dirname, 'main.ts'), [JSON.stringify(options)], {
      execArgv: ['-r', join(__dirname, '..', 'register-swc.cjs')],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const { stdout } = child;
    if (stdout === null) throw new Error('The loopback Teams has no output');
    const firstLine = await new Promise<string>((resolve, reject) => {
      createInterface({ input: stdout }).once('line', resolve);
      child.once('exit', (code) => reject(new Error(`The loopback Teams ended with ${code}`)));
    });
    return new LoopbackTeamsProcess(child, JSON.parse(firstLine));
  }

  /** Carries out a command of control.ts. @throws Error with the reason when it cannot be carried out. */
  async control(command: string, body: unknown = {}): Promise<unknown> {
    const response = await fetch(`${this.address.origin}/_control/${command}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${command}: ${JSON.stringify(answer)}`);
    return answer;
  }

  async statistics(): Promise<Statistics> {
    return (await this.control('statistics')) as Statistics;
  }

  /** Messages accepted for each person, by directory id. */
  async deliveredPerPerson(): Promise<Readonly<Record<string, number>>> {
    return (await this.control('delivered')) as Record<string, number>;
  }

  /** Every request since then, where the timeline is kept. */
  async arrivedSince(atMs: number): Promise<readonly Arrived[]> {
    return (await this.control('arrived', { atMs })) as readonly Arrived[];
  }

  /** These people have a conversation with the bot already. */
  async know(aadObjectIds: readonly string[]): Promise<void> {
    for (let from = 0; from < aadObjectIds.length; from += 10_000) {
      await this.control('know', { aadObjectIds: aadObjectIds.slice(from, from + 10_000) });
    }
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    await ended;
  }
}

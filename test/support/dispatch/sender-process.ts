/** A sending process, held from outside. */

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { buildChild } from '../built-child';
import type { SenderReport, SenderStart } from './sender-messages';

const root = resolve(__dirname, '../../..');
const files = ['sender-child', 'shifted-clock'].map((name) => `test/support/dispatch/${name}.ts`);

/** The script that sending processes run, made in an empty folder. */
export function buildSender(folder: string): string {
  return buildChild(folder, files);
}

type ReportOf<K extends SenderReport['kind']> = Extract<SenderReport, { readonly kind: K }>;

export class SenderProcess {
  private readonly reports: SenderReport[] = [];
  private waiting: (() => void)[] = [];
  private readonly ended: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'exit');
    child.on('message', (report: SenderReport) => {
      this.reports.push(report);
      this.look();
    });
    const end = () => child.kill('SIGKILL');
    process.once('exit', end);
    child.on('exit', () => {
      process.off('exit', end);
      this.look();
    });
  }

  /** Resolves when it is ready to send. @throws Error when it ends instead. */
  static async start(
    script: string,
    start: SenderStart,
    nodeOptions: readonly string[] = [],
  ): Promise<SenderProcess> {
    const { PATH = '', SENDER_NODE_ARGS = '' } = process.env;
    const sender = new SenderProcess(
      fork(script, {
        cwd: root,
        env: { PATH, NODE_ENV: 'production' },
        // For a profiler.
        execArgv: [...nodeOptions, ...SENDER_NODE_ARGS.split(' ').filter(Boolean)],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      }),
    );
    sender.child.send(start);
    await sender.until('started');
    return sender;
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** The first report of its kind that fits, as soon as there is one. @throws Error when the process ends without it. */
  async until<K extends SenderReport['kind']>(
    kind: K,
    fits: (report: ReportOf<K>) => boolean = () => true,
  ): Promise<ReportOf<K>> {
    for (;;) {
      const found = this.reports.find(
        (report): report is ReportOf<K> => report.kind === kind && fits(report as ReportOf<K>),
      );
      if (found) return found;
      if (!this.isAlive) throw new Error(`the sending process ended with ${this.child.exitCode}`);
      await new Promise<void>((done) => this.waiting.push(done));
    }
  }

  /** What one stage of a campaign took, once it has ended. */
  async tookFor(stage: string): Promise<{ readonly ms: number; readonly cpuMs: number }> {
    const begins = await this.until('stage', (report) => report.stage === stage);
    const ended = await this.until('stage', (report) => report.stage === stage && report.what === 'ended');
    return { ms: ended.atMs - begins.atMs, cpuMs: ended.cpuMs - begins.cpuMs };
  }

  /** Lets it end what is on its way. */
  async stop(): Promise<ReportOf<'stopped'>> {
    this.child.send('stop');
    const stopped = await this.until('stopped');
    await this.ended;
    return stopped;
  }

  async kill(): Promise<void> {
    if (!this.isAlive) return;
    this.child.kill('SIGKILL');
    await this.ended;
  }

  private look(): void {
    for (const done of this.waiting.splice(0)) done();
  }

  /** Nothing of it runs until `resume`, and it does not notice. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }
}

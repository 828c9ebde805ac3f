/** The load generator's own process: taps on cards as many people would, over real HTTP. */

import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';
import { executeInvoke } from '../../support/execute-invoke';
import { seededRandom } from '../../support/loopback-teams/seeded-random';
import { directoryIdOf } from './bench-programme';
import type { LoadCommand, LoadReport } from './load-commands';
import { ballotScript, type ScriptedTap, tapKey, tapScript } from './tap-script';

class Load {
  private readonly pool: Pool;
  private readonly path: string;
  private requests = 0;
  private unexpected = 0;
  private firstUnexpected: string | undefined;
  private readonly latenciesMs: number[] = [];
  private readonly replies: Record<string, unknown> = {};

  constructor(private readonly command: LoadCommand) {
    const { origin, pathname } = new URL(command.url);
    this.pool = new Pool(origin, { connections: command.kind === 'closed' ? command.atATime : 128 });
    this.path = pathname;
  }

  async run(): Promise<LoadReport> {
    const begun = performance.eventLoopUtilization();
    const startedMs = performance.now();
    await this.carryOut();
    const elapsedMs = performance.now() - startedMs;
    const { utilization } = performance.eventLoopUtilization(begun);
    await this.pool.close();
    const { requests, unexpected, firstUnexpected, latenciesMs, replies } = this;
    return {
      requests,
      elapsedMs,
      unexpected,
      ...(firstUnexpected === undefined ? {} : { firstUnexpected }),
      generatorBusy: utilization,
      latenciesMs,
      replies,
    };
  }

  private carryOut(): Promise<unknown> {
    const { command } = this;
    if (command.kind === 'open') return this.openLoop(command.tapsPerSecond, command.seed);
    const atATime = command.kind === 'closed' ? command.atATime : 1;
    let next = command.people.from;
    const onePersonAfterAnother = async () => {
      while (next < command.people.to) {
        const person = next++;
        for (const tap of this.scriptOf(person)) await this.tap(person, tap);
      }
    };
    return Promise.all(Array.from({ length: atATime }, onePersonAfterAnother));
  }

  /** Everybody's first tap, then everybody's second …: a person's taps are as many seconds apart as there are people
   * for a second. */
  private async openLoop(tapsPerSecond: number, seed: number): Promise<void> {
    const { from, to } = this.command.people;
    const random = seededRandom(seed);
    const scripts = Array.from({ length: to - from }, (_, index) => this.scriptOf(from + index));
    const underWay: Promise<void>[] = [];
    let dueMs = performance.now();
    for (let step = 0; step < (scripts[0]?.length ?? 0); step += 1) {
      for (const [index, script] of scripts.entries()) {
        const tap = script[step];
        if (!tap) continue;
        dueMs += (-Math.log(1 - random()) / tapsPerSecond) * 1_000;
        const waitMs = dueMs - performance.now();
        if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
        underWay.push(this.timedTap(from + index, tap, dueMs));
      }
    }
    await Promise.all(underWay);
  }

  private async timedTap(person: number, tap: ScriptedTap, dueMs: number): Promise<void> {
    await this.tap(person, tap);
    this.latenciesMs.push(performance.now() - dueMs);
  }

  private scriptOf(person: number): readonly ScriptedTap[] {
    const { command } = this;
    const { programmeId, waveId, reviewId } = command;
    const script = reviewId
      ? ballotScript(programmeId, waveId, reviewId, person)
      : tapScript(programmeId, waveId, person);
    const isAll = command.kind !== 'closed' || command.only === undefined;
    return isAll ? script : script.filter(({ isRecorded }) => isRecorded);
  }

  private async tap(person: number, tap: ScriptedTap): Promise<void> {
    const { source, programmeId, authorization, kind } = this.command;
    const invoke = executeInvoke(source, directoryIdOf(programmeId, person), tap);
    const activity = tap.isAutomatic
      ? { ...invoke, value: { ...(invoke.value as object), trigger: 'automatic' } }
      : invoke;
    const { statusCode, body } = await this.pool.request({
      method: 'POST',
      path: this.path,
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify(activity),
    });
    const text = await body.text();
    this.requests += 1;
    if (statusCode !== 200 || !text.includes(tap.says)) {
      this.unexpected += 1;
      this.firstUnexpected ??= `${tap.name}: ${statusCode} ${text.slice(0, 2_000)}`;
    }
    if (kind === 'capture') this.replies[tapKey(tap.verb, tap.data)] = JSON.parse(text);
  }
}

process.on('message', (command: LoadCommand) => {
  new Load(command).run().then(
    (report) => process.send?.(report),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));

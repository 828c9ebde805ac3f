/** One run in processes that are killed, as by `kill -9`, one after the other on the same store file. */

import { fork } from 'node:child_process';
import { join } from 'node:path';
import { type Instant, plusDays } from '../../../src/domain/instant';
import { temporaryFolder } from '../../support/embedded';
import { seededRandom } from '../../support/loopback-teams/seeded-random';
import { monday } from './fault-world';
import type { Told, Verdict } from './judge';
import { settleLeftovers } from './scenario';

const kills = 3;
/** More days than pass in one of the processes. */
const daysEach = 40;
const swc = join(__dirname, '../../support/register-swc.cjs');

export async function runKilled(seed: number): Promise<Verdict> {
  const folder = temporaryFolder();
  const random = seededRandom(seed);
  const told: Told = { raised: new Set(), decided: new Set() };
  for (let process = 0; process < kills; process += 1) {
    const startsAt = plusDays(monday, process * daysEach);
    await killedAfter(
      200 + random() * 2_500,
      [String(seed + process), folder.path, startsAt, `p${process}.`],
      told,
    );
  }
  // The store file goes with the world that opens it last.
  return settleLeftovers(seed, { folder, startsAt: plusDays(monday, kills * daysEach) as Instant }, told);
}

/** Counted from the first promise, so that there is something to lose. */
function killedAfter(ms: number, args: readonly string[], told: Told): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(join(__dirname, 'mortal-run-child.ts'), args, { execArgv: ['-r', swc] });
    let timer: NodeJS.Timeout | undefined;
    child.on('message', ({ kind, what }: { readonly kind: 'raised' | 'decided'; readonly what: string }) => {
      told[kind].add(what);
      timer ??= setTimeout(() => child.kill('SIGKILL'), ms);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL' || code === 0) resolve();
      else reject(new Error(`a process of the run ended with ${code}`));
    });
  });
}

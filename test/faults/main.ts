/** Draws what goes wrong, over and over; the last line on standard output is what came of it, as JSON. */

import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { faultsDispatch } from './dispatch/faults-dispatch';
import type { Verdict } from './escalation/judge';
import { runKilled } from './escalation/killed-run';
import { runScenario } from './escalation/scenario';

const usage = `Usage: npm run faults -- escalation [--runs 500] [--seed 1]
       npm run faults -- dispatch [--kills 20] [--recipients 2000] [--seed 1]`;
const workers = 2;
/** Every so many runs the processes are real ones, and really killed. */
const everyKilled = 25;

interface Run {
  readonly seed: number;
  readonly isKilled: boolean;
}
interface Done extends Run {
  readonly verdict: Verdict;
}

function numberAfter(option: string, otherwise: number): number {
  const at = process.argv.indexOf(option);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
}

function work(): void {
  process.on('message', async ({ seed, isKilled }: Run) => {
    const verdict = await (isKilled ? runKilled(seed) : runScenario(seed));
    process.send?.({ seed, isKilled, verdict });
  });
  process.send?.('ready');
}

/** Every run once, in whichever worker is free. */
async function runAll(waiting: Run[]): Promise<readonly Done[]> {
  const done: Done[] = [];
  const runs = waiting.length;
  const runIn = (child: ChildProcess) =>
    new Promise<void>((resolve, reject) => {
      child.on('exit', (code) =>
        code === 0 || child.killed ? resolve() : reject(new Error(`worker: ${code}`)),
      );
      child.on('message', (message: 'ready' | Done) => {
        if (message !== 'ready') {
          done.push(message);
          if (!isGood(message.verdict)) console.log(JSON.stringify(message));
          process.stderr.write(`\r${done.length} of ${runs} runs`);
        }
        const next = waiting.shift();
        if (next) child.send(next);
        else child.kill();
      });
    });
  const execArgv = ['-r', join(__dirname, '../support/register-swc.cjs')];
  const script = join(__dirname, 'main.ts');
  await Promise.all(
    Array.from({ length: Math.min(workers, runs) }, () => runIn(fork(script, ['worker'], { execArgv }))),
  );
  process.stderr.write('\n');
  return done;
}

function isGood({ doubleDecisions, lostEscalations, notifiedAfterDecision, chainValid }: Verdict): boolean {
  return doubleDecisions + lostEscalations + notifiedAfterDecision === 0 && chainValid;
}

async function main(): Promise<number> {
  const [, , name] = process.argv;
  const runs = numberAfter('--runs', 500);
  const seed = numberAfter('--seed', 1);
  const kills = numberAfter('--kills', 20);
  const recipients = numberAfter('--recipients', 2_000);
  const isUnderstood = [runs, kills, recipients, seed].every((value) => Number.isInteger(value) && value > 0);
  if (isUnderstood && name === 'escalation') return faultsEscalation(runs, seed);
  if (isUnderstood && name === 'dispatch') return (await faultsDispatch({ kills, recipients, seed })) ? 0 : 1;
  console.error(usage);
  return 2;
}

async function faultsEscalation(runs: number, firstSeed: number): Promise<number> {
  const drawn = Array.from({ length: runs }, (_, index) => ({
    seed: firstSeed + index,
    isKilled: index % everyKilled === everyKilled - 1,
  }));
  const done = await runAll(drawn);
  const sum = (
    of: 'doubleDecisions' | 'lostEscalations' | 'notifiedAfterDecision' | 'decisions' | 'faults',
  ) => done.reduce((total, { verdict }) => total + verdict[of], 0);
  const summary = {
    runs: done.length,
    killedRuns: done.filter(({ isKilled }) => isKilled).length,
    decisions: sum('decisions'),
    storeFaults: sum('faults'),
    doubleDecisions: sum('doubleDecisions'),
    lostEscalations: sum('lostEscalations'),
    notifiedAfterDecision: sum('notifiedAfterDecision'),
    chainValid: done.every(({ verdict }) => verdict.chainValid),
  };
  console.log(JSON.stringify(summary));
  return isGood({ ...summary, faults: 0 }) ? 0 : 1;
}

if (process.argv[2] === 'worker') work();
else {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error);
      process.exit(3);
    },
  );
}

/** The full attack: thousands of programmes, two at a time; the last line is what was found, as JSON. */

import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { HighsSolver } from '../../src/highs-solver';
import { loadSolver } from './attacker/whole-numbers';
import { attackDrawn, type DrawnOutcome, type ProgrammeKind } from './world/attack-drawn';
import { attackReview } from './world/attack-review';
import { isMet, summaryOf } from './world/summary';

/** Fewer may be asked for, to look at something; the bar is missed then. */
const generated = Number(process.argv[2] ?? 2100);
const demos = Math.min(12, generated);
const reviews = Math.min(400, generated);
const workers = 2;

type Case = readonly [kind: ProgrammeKind, seed: string];

const cases: readonly Case[] = [
  ['published', 'published'],
  ...Array.from({ length: demos }, (_, index): Case => ['demo', `demo ${index}`]),
  ...Array.from({ length: generated }, (_, index): Case => ['generated', `attack ${index}`]),
  ...Array.from({ length: reviews }, (_, index): Case => ['review', `ballots ${index}`]),
];

async function work(): Promise<void> {
  const solvers = { attacker: await loadSolver(), release: new HighsSolver().solve };
  process.on('message', async ([kind, seed]: Case) => {
    const outcome = kind === 'review' ? attackReview(seed, solvers) : attackDrawn(kind, seed, solvers);
    process.send?.(await outcome);
  });
  process.send?.('ready');
}

/** Every programme once, whichever worker is free. */
async function attackAll(): Promise<readonly DrawnOutcome[]> {
  const outcomes: DrawnOutcome[] = [];
  const waiting = [...cases];
  const started = Date.now();
  const run = (child: ChildProcess) =>
    new Promise<void>((resolve, reject) => {
      child.on('exit', (code) =>
        code === 0 || child.killed ? resolve() : reject(new Error(`worker ended with ${code}`)),
      );
      child.on('message', (message: 'ready' | DrawnOutcome) => {
        if (message !== 'ready') outcomes.push(message);
        tell(outcomes, started);
        const next = waiting.shift();
        if (next) child.send(next);
        else child.kill();
      });
    });
  const script = join(__dirname, 'main.ts');
  const swc = join(__dirname, '..', 'support', 'register-swc.cjs');
  await Promise.all(
    Array.from({ length: workers }, () => run(fork(script, ['worker'], { execArgv: ['-r', swc] }))),
  );
  return outcomes;
}

function tell(outcomes: readonly DrawnOutcome[], started: number): void {
  if (outcomes.length % 5 !== 0 && outcomes.length !== cases.length) return;
  const leaks = outcomes.reduce((sum, outcome) => sum + outcome.leaks.length, 0);
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stderr.write(`\r${outcomes.length} of ${cases.length} programmes, ${leaks} leaks, ${seconds} s`);
}

async function main(): Promise<number> {
  const outcomes = await attackAll();
  process.stderr.write('\n');
  for (const { name, leaks, mistaken, confused } of outcomes) {
    for (const { insider, people, ...claim } of leaks.slice(0, 3)) {
      console.log(
        `leak: ${name}: ${JSON.stringify({ ...claim, people: people.length, said: insider?.said })}`,
      );
    }
    if (mistaken.length > 0) console.log(`mistaken: ${name}: ${JSON.stringify(mistaken[0]?.how)}`);
    if (confused.length > 0) console.log(`contradictory: ${name}: ${confused.join(', ')}`);
  }
  const summary = summaryOf(outcomes);
  console.log(JSON.stringify(summary));
  return isMet(summary) ? 0 : 1;
}

if (process.argv[2] === 'worker') void work();
else {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error);
      process.exit(3);
    },
  );
}

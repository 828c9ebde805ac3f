/** Runs one benchmark by its name; its last line on standard output is its figures as JSON. */

import { benchAnswers } from './answers/bench-answers';
import { benchBallots } from './answers/bench-ballots';
import { benchDispatch } from './dispatch/bench-dispatch';
import { benchRelease } from './release/bench-release';
import { benchVerdicts } from './verdicts/bench-verdicts';

/** Each resolves to whether every bar was met. */
const benchmarks: Readonly<
  Record<string, { readonly says: string; run(options: readonly string[]): Promise<boolean> }>
> = {
  answers: {
    says: 'answers a second beside a bare bot, their latency, and what one costs; with --ballots, what a vote on a design costs beside an answer',
    run: (options) => (options.includes('--ballots') ? benchBallots() : benchAnswers()),
  },
  dispatch: {
    says: 'how much of Teams’ cap a campaign uses; with --cap 0 sends a second beside a bare loop; with --memory 1,000 beside 300,000 people',
    run: benchDispatch,
  },
  release: {
    says: 'seconds, memory, solver time and fallbacks of a release, up to 100,000 answers',
    run: benchRelease,
  },
  verdicts: {
    says: 'what floor and gate make of waves whose true confidence is known',
    run: benchVerdicts,
  },
};

async function main(): Promise<number> {
  const [name = '', ...options] = process.argv.slice(2);
  const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
  if (benchmark) return (await benchmark.run(options)) ? 0 : 1;
  const lines = Object.entries(benchmarks).map(([known, { says }]) => `  ${known}  ${says}`);
  console.error(`Usage: npm run bench -- NAME\n${lines.join('\n')}`);
  return 2;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(3);
  },
);

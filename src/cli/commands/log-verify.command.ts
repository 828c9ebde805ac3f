/** `soundings log verify`: whether the decision log is as it was written. */

import { type Command, InvalidArgumentError } from 'commander';
import { verifyLog } from '../../app/decision/verify-log.use-case';
import type { ChainHead, ChainProblem } from '../../domain/decision/verify-chain';
import { asId, type ProgrammeId } from '../../domain/ids';
import type { Act, Cli } from '../cli';
import { done, type Report, refused } from '../report';
import { withContext } from '../with-context';

interface Options {
  readonly programme: string;
  readonly head: readonly ChainHead[];
}

export function addLogVerify(log: Command, act: Act): void {
  log
    .command('verify')
    .requiredOption('--programme <id>', 'the programme')
    .option(
      '--head <seq:head>',
      'an entry number and the head beside it, as a decision card shows them; may be repeated',
      withHead,
      [],
    )
    .description('finds entries of the decision log that were edited, removed, reordered or cut off')
    .action((options: Options) => act((cli) => run(cli, options)));
}

async function run(cli: Cli, { programme, head: heads }: Options): Promise<Report> {
  const programmeId = asId<ProgrammeId>(programme);
  const result = await withContext(cli, (context) => verifyLog(context, { programmeId, heads }));
  const json = { programmeId, ...result };
  switch (result.outcome) {
    case 'noSuchProgramme':
      return refused(json, `${programme}: there is no such programme.`);
    case 'intact': {
      const { entries, head } = result;
      if (!head) return done(json, `${programme}: the decision log is empty.`);
      return done(
        json,
        `${programme}: ${entries} ${entries === 1 ? 'entry' : 'entries'}, each as it was written.`,
        `head: ${head.seq}:${head.head}`,
      );
    }
    case 'broken':
      return refused(
        json,
        `${programme}: the decision log is not as it was written.`,
        ...result.problems.map((problem) => `  ${inWords(problem)}`),
      );
  }
}

function inWords(problem: ChainProblem): string {
  const { seq } = problem;
  switch (problem.kind) {
    case 'edited':
      return `entry ${seq}: its content is not what was written`;
    case 'missing':
      return problem.to === seq ? `entry ${seq}: missing` : `entries ${seq} to ${problem.to}: missing`;
    case 'misplaced':
      return `entry ${seq}: not in its place`;
    case 'notAfter':
      return `entry ${seq}: does not follow the entry before it`;
    case 'truncated':
      return `from entry ${seq} on: cut off; a decision card shows the head of a later entry`;
    case 'otherHead':
      return `entry ${seq}: not the one whose head a decision card shows`;
    case 'otherKey':
      return `entry ${seq}: chained under service key ${problem.keyId}, so it cannot be checked with the key in use`;
  }
}

function withHead(value: string, earlier: readonly ChainHead[]): readonly ChainHead[] {
  const [, seq, head] = /^([1-9]\d{0,8}):([0-9a-f]{64})$/i.exec(value.trim()) ?? [];
  if (!seq || !head)
    throw new InvalidArgumentError('write the number, a colon and the 64 characters of the head.');
  return [...earlier, { seq: Number(seq), head: head.toLowerCase() }];
}

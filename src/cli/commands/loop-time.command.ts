/** `soundings loop-time`: how long it takes until whoever raised something has heard, and it helped. */

import type { Command } from 'commander';
import { loopTime } from '../../app/issue/loop-time.use-case';
import { loopGroupName } from '../../cards/loop-time.card';
import { asId, type ProgrammeId } from '../../domain/ids';
import { loopLegs } from '../../domain/issue/loop-time';
import { catalogueFor } from '../../text/catalogue';
import type { Act } from '../cli';
import { done, refused } from '../report';
import { withContext } from '../with-context';

interface Options {
  readonly programme: string;
}

export function addLoopTime(program: Command, act: Act): void {
  program
    .command('loop-time')
    .requiredOption('--programme <id>', 'the programme')
    .description('working days from raised to confirmed, by category and site group')
    .action(({ programme: id }: Options) =>
      act(async (cli) => {
        const programmeId = asId<ProgrammeId>(id);
        const result = await withContext(cli, (context) => loopTime(context, programmeId));
        if (result.outcome === 'noSuchProgramme') {
          return refused({ programmeId, ...result }, `${id}: there is no such programme.`);
        }
        const { programme, groups } = result;
        const { minimumGroupSize } = programme;
        const text = catalogueFor('Europe/London');
        return done(
          { programmeId, outcome: result.outcome, minimumGroupSize, groups },
          ...groups.flatMap((group) => [
            loopGroupName(group, programme, text),
            ...loopLegs.map((leg) => `  ${text.loopTime.legs[leg]}: ${text.loopTime.days(group.legs[leg])}`),
          ]),
          text.loopTime.rule(minimumGroupSize),
        );
      }),
    );
}

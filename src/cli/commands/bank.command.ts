/** `soundings bank list` and `soundings bank page`: the questions in plain words that a pulse may ask. */

import { type Command, Option } from 'commander';
import { searchBank } from '../../domain/bank/question-bank';
import { type Theme, themes } from '../../domain/bank/themes';
import { type StageName, stageNames } from '../../domain/programme/stage-name';
import { bankLines } from '../bank/bank-lines';
import { bankPage } from '../bank/bank-page';
import type { Act } from '../cli';
import { done } from '../report';

interface Options {
  readonly stage?: StageName;
  readonly theme?: Theme;
}

export function addBank(bank: Command, act: Act): void {
  bank
    .command('list')
    .addOption(new Option('--stage <stage>', 'only what fits this stage').choices(stageNames))
    .addOption(new Option('--theme <theme>', 'only this theme').choices(themes))
    .description('list its questions by theme')
    .action((query: Options) =>
      act(async () => {
        const items = searchBank(query);
        return done({ outcome: 'listed', items }, ...bankLines(items));
      }),
    );
  bank
    .command('page')
    .description('print docs/question-bank.md')
    .action(() => act(async () => done({ outcome: 'printed', page: bankPage() }, bankPage().trimEnd())));
}

/** The question bank: every item, and how to find one. */

import type { StageName } from '../programme/stage-name';
import type { Question } from '../pulse/question';
import type { BankItem } from './bank-item';
import { informationItems } from './items/information-items';
import { lessonItems } from './items/lesson-items';
import { maturityItems } from './items/maturity-items';
import { outcomeItems } from './items/outcome-items';
import { placeItems } from './items/place-items';
import { workItems } from './items/work-items';
import { type Theme, themes } from './themes';

/** By theme, in the order of the themes. */
export const questionBank: readonly BankItem[] = [
  ...outcomeItems,
  ...placeItems,
  ...workItems,
  ...informationItems,
  ...maturityItems,
  ...lessonItems,
].sort((a, b) => themes.indexOf(a.theme) - themes.indexOf(b.theme));

const byId: ReadonlyMap<string, BankItem> = new Map(questionBank.map((item) => [item.question.id, item]));

export function findBankItem(id: string): BankItem | undefined {
  return byId.get(id);
}

/** For what is written down with the bank. @throws RangeError when it has no such item. */
export function bankQuestion(id: string): Question {
  const item = findBankItem(id);
  if (!item) throw new RangeError(`the question bank has no ${id}`);
  return item.question;
}

export interface BankQuery {
  readonly stage?: StageName | undefined;
  readonly theme?: Theme | undefined;
}

/** What fits all that is given; everything when nothing is. */
export function searchBank({ stage, theme }: BankQuery): readonly BankItem[] {
  return questionBank.filter(
    (item) => (!stage || item.stages.includes(stage)) && (!theme || item.theme === theme),
  );
}

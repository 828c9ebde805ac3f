/** The question bank as lines for a terminal. */

import type { BankItem } from '../../domain/bank/bank-item';
import { bankText } from '../../text/en/bank';

/** A heading for each theme, and below it two lines for each item. */
export function bankLines(items: readonly BankItem[]): string[] {
  if (items.length === 0) return ['No question of the bank is of that theme at that stage.'];
  return items.flatMap(({ theme, question, stages, scoring }, index) => [
    ...(items[index - 1]?.theme === theme ? [] : [`${index === 0 ? '' : '\n'}${bankText.themes[theme]}`]),
    `  ${question.id}: ${question.text}`,
    `      ${bankText.kinds[question.kind]} · ${bankText.stages(stages)} · ${bankText.scoring[scoring]}`,
  ]);
}

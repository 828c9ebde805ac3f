/** The two questions of every ballot: which option, and whether it works where you work. */

import { asId, type QuestionId } from '../ids';
import type { OptionQuestion, WorksQuestion } from '../pulse/question';
import type { Review } from './review';

export const ballotQuestionIds = {
  option: asId<QuestionId>('option'),
  works: asId<QuestionId>('works'),
} as const;

/** @param worksText how the second question reads, such as "Does what you chose work where you work?" */
export function reviewQuestions(
  { question, options }: Pick<Review, 'question' | 'options'>,
  worksText: string,
): readonly [OptionQuestion, WorksQuestion] {
  return [
    {
      id: ballotQuestionIds.option,
      kind: 'option',
      text: question,
      choices: options.map(({ id, title }) => ({ id, text: title })),
    },
    { id: ballotQuestionIds.works, kind: 'works', text: worksText },
  ];
}

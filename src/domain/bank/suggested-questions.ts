/** What is offered before a lead looks through the whole bank: what most often gets in the way, one question of each. */

import type { StageName } from '../programme/stage-name';
import type { Question } from '../pulse/question';
import { bankQuestion, searchBank } from './question-bank';
import type { Theme } from './themes';

const usualThemes: readonly Theme[] = ['training', 'log-ins', 'infrastructure', 'workflow', 'staffing'];
const inTheirWords = 'more-confident';

/** At most six, the last one in people's own words. */
export function suggestedQuestions(stage: StageName): readonly Question[] {
  const agreements = usualThemes.flatMap((theme) => {
    const [first] = searchBank({ stage, theme }).filter(({ question }) => question.kind === 'agreement');
    return first ? [first.question] : [];
  });
  return [...agreements, bankQuestion(inTheirWords)];
}

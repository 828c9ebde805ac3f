/** With which question of confidence a pulse usually begins. */

import type { Day } from '../instant';
import type { Programme } from '../programme/programme';
import type { StageName } from '../programme/stage-name';
import { stageOn } from '../programme/stage-on';
import type { FivePointQuestion } from '../pulse/question';
import { searchBank } from './question-bank';

/** Whose questions fit: the stage that the programme is in; before the first, the one that begins first. */
export function stageToAskIn({ stages }: Pick<Programme, 'stages'>, day: Day): StageName {
  const stage = stageOn({ stages }, day);
  if (stage !== 'unstaged') return stage;
  const [next] = [...stages].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  return next?.name ?? 'discover';
}

/** The bank's questions of confidence for that stage. */
export function confidenceQuestions(stage: StageName): readonly FivePointQuestion[] {
  return searchBank({ stage, theme: 'confidence' }).flatMap(({ question }) =>
    question.kind === 'confidence' ? [question] : [],
  );
}

/** The first of the bank for that stage.
 * @throws RangeError when the bank has none. */
export function usualFirstQuestion(stage: StageName): FivePointQuestion {
  const [first] = confidenceQuestions(stage);
  if (!first) throw new RangeError(`the question bank has no question of confidence for ${stage}`);
  return first;
}

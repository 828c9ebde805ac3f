/** With which question of confidence a pulse usually begins. */

import type { Day } from '../instant';
import { type Programme, type StageName, stageNames } from '../programme/programme';
import { stageOn } from '../programme/stage-on';
import type { FivePointQuestion } from '../pulse/question';
import { questionBank } from './question-bank';

/** Whose questions fit: the stage that the programme is in; before the first, the one that begins first. */
export function stageToAskIn({ stages }: Pick<Programme, 'stages'>, day: Day): StageName {
  const stage = stageOn({ stages }, day);
  if (stage !== 'unstaged') return stage;
  const [next] = [...stages].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  return next?.name ?? 'discover';
}

/** The bank's questions of confidence: those of that stage first. */
export function confidenceQuestions(stage: StageName): readonly FivePointQuestion[] {
  const all = questionBank.filter(({ theme }) => theme === 'confidence');
  const fitting = all.filter(({ stages }) => stages.includes(stage));
  return [...fitting, ...all.filter((item) => !fitting.includes(item))].flatMap(({ question }) =>
    question.kind === 'confidence' ? [question] : [],
  );
}

/** The first of the bank for that stage.
 * @throws RangeError when the bank has none. */
export function usualFirstQuestion(stage: StageName): FivePointQuestion {
  const [first] = confidenceQuestions(stage);
  if (!first) throw new RangeError(`the question bank has no question of confidence: ${stageNames.join()}`);
  return first;
}

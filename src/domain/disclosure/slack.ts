/** Whether a figure can hide others: its answers may change a little without its being shown otherwise. */

import { standingOf } from '../score/standing-of';
import type { AnswerClasses } from './answer-classes';
import { bandOf } from './band';
import { showBand, showFigures } from './show-figures';

/** Two answers that may come, go or change, and the attacker's own. */
const slack = 3;

/** At least 3 answers in each class, and n as far from k as from N. */
export function hasSlack({ n, three }: AnswerClasses, headcount: number, minimumGroupSize: number): boolean {
  const hasEach = three.length > 0 && three.every(({ count }) => count >= slack);
  return hasEach && n >= minimumGroupSize + slack && n <= headcount - slack;
}

/** Whether its band alone may be shown for another's sake: one answer may change, beside the attacker's own, without
 * changing the band, and no alarm is lost. */
export function mayBand(answers: AnswerClasses, confidenceFloor: number): boolean {
  const { n, favourable, unfavourable } = answers;
  if (favourable < 2 || unfavourable < 2) return false;
  const band = bandOf(answers);
  const isSteady = [favourable - 1, favourable + 1].every((near) => bandOf({ n, favourable: near }) === band);
  const isBelow = (figures: Parameters<typeof standingOf>[0]['figures']) =>
    standingOf({ figures }, confidenceFloor) === 'belowFloor';
  const least = showFigures({ ...answers, favourable: favourable - 1 }, { level: 'share' });
  return isSteady && (!isBelow(least) || isBelow(showBand(answers, {})));
}

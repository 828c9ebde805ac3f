/** Turns answers that may be shown into the figures of a row. */

import { meanScore } from '../score/mean-score';
import { netAgreement } from '../score/net-agreement';
import { wilsonInterval } from '../score/wilson';
import type { AnswerClasses } from './answer-classes';
import { bandOf, unfavourableBandOf } from './band';
import { type OutsideKind, outsideShares } from './outside-shares';
import type { BandFigures, ShownFigures } from './release';
import type { ShowLevel } from './show-level';

/** @throws RangeError when there are no answers in the denominator. */
export function showFigures(
  answers: AnswerClasses,
  { level, outside }: { readonly level: ShowLevel; readonly outside?: OutsideKind | undefined },
): ShownFigures {
  const { n, favourable, unfavourable, three, each, isScale } = answers;
  return {
    label: 'shown',
    n,
    favourable,
    favourableShare: favourable / n,
    interval: wilsonInterval(favourable, n),
    ...(level === 'share' ? {} : { netAgreement: netAgreement(favourable, unfavourable, n) }),
    ...(level === 'each' ? { mean: meanScore(each.map(({ count }) => count)) } : {}),
    ...(level === 'share' ? {} : { distribution: level === 'each' && !isScale ? each : three }),
    ...(outside ? { outside: outsideShares(answers, outside) } : {}),
  };
}

/** The band in place of the share: n, and the outside shares, which say nothing about who is favourable. */
export function showBand(
  answers: AnswerClasses,
  {
    outside,
    isOfBothEnds = false,
  }: { readonly outside?: OutsideKind | undefined; readonly isOfBothEnds?: boolean },
): BandFigures {
  return {
    label: 'band',
    n: answers.n,
    band: bandOf(answers),
    ...(isOfBothEnds ? { unfavourableBand: unfavourableBandOf(answers) } : {}),
    ...(outside ? { outside: outsideShares(answers, outside) } : {}),
  };
}

/** Response as a percentage to the nearest 5. */
export function responsePercentOf(responded: number, headcount: number): number {
  return Math.round((responded * 20) / headcount) * 5;
}

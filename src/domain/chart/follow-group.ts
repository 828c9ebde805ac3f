/** The chart of a group's confidence from wave to wave. */

import type { QuestionKind } from '../pulse/question';
import { shareOf } from '../trend/question-history';
import type { Trend } from '../trend/trend';
import type { TrendChart } from './chart';

/** Fewer say nothing that the figure itself does not. */
const fewestPoints = 3;

/** Undefined with fewer than three shares to draw. */
export function followGroup(
  { groupName, points, changes }: Trend,
  about: { readonly questionKind: QuestionKind; readonly floor: number },
): TrendChart | undefined {
  const drawn = points.map(({ releasedAt, figures, limits, signals }) => {
    const share = shareOf(figures);
    return {
      releasedAt,
      ...(share === undefined ? {} : { share }),
      ...(limits ? { limits } : {}),
      signals,
    };
  });
  if (drawn.filter((point) => 'share' in point).length < fewestPoints) return undefined;
  return { kind: 'trend', ...about, groupName, points: drawn, changes };
}

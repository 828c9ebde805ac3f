/** The trend of one group in one question, with all that a chart of it shows. */

import type { ReleaseTable } from '../../domain/disclosure/release';
import type { GroupId, ProgrammeId, QuestionId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { leastPoints } from '../../domain/trend/process-limits';
import { type Trend, trendOf } from '../../domain/trend/trend';
import type { AppContext } from '../context';
import { currentProgramme } from '../programme/current-programme';
import { readQuestionHistory } from './read-question-history';

export interface TrendToShow
  extends Trend,
    Pick<ReleaseTable, 'questionId' | 'questionText' | 'questionKind'> {
  /** Of the latest wave, 0 to 1. */
  readonly confidenceFloor: number;
  /** Points with a share before there are limits: say how many are missing rather than draw none. */
  readonly leastPoints: number;
}

export type ReadTrendOutcome =
  | { readonly outcome: 'noSuchProgramme' | 'noSuchTrend' }
  | { readonly outcome: 'read'; readonly trend: TrendToShow };

/** For charts. `trend.points` are oldest first; a point whose `figures.label` is `shown` has `n`, `favourableShare` and
 * `interval` (0 to 1) to draw, any other is a gap to leave open; `limits` are the mean and the two process limits at that
 * point, and step where a declared change (`changes`, to be marked) re-based them; `signals` mark the points that are more
 * than chance. Made of released figures alone, so it may be shown to whoever may see the releases. `noSuchTrend`: no wave
 * that feeds trends asked the question of such a group; an atom has a trend to look at, and raises nothing. `until`: as it
 * was at this time, whatever has been released since. */
export async function readTrend(
  context: Pick<AppContext, 'store' | 'clock'>,
  query: {
    readonly programmeId: ProgrammeId;
    readonly questionId: QuestionId;
    readonly groupId: GroupId;
    readonly until?: Instant;
  },
): Promise<ReadTrendOutcome> {
  const programme = await currentProgramme(context, query.programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  const history = await readQuestionHistory(context.store, query);
  const latest = history.at(-1);
  const trend = trendOf(history, query.groupId, programme.declaredChanges ?? []);
  if (!latest || !trend) return { outcome: 'noSuchTrend' };
  const { questionId, questionText, questionKind } = latest.table;
  const { confidenceFloor } = latest;
  return {
    outcome: 'read',
    trend: { ...trend, questionId, questionText, questionKind, confidenceFloor, leastPoints },
  };
}

/** What has moved with a release, of its first question: groups that are falling, and one that is left behind. */

import type { Release } from '../../domain/disclosure/release';
import type { Programme } from '../../domain/programme/programme';
import { type Divergence, divergenceOf } from '../../domain/trend/divergence';
import { type DeterioratingTrend, findDeteriorations } from '../../domain/trend/find-deteriorations';
import { type Trend, trendOf } from '../../domain/trend/trend';
import type { Store } from '../ports/store';
import { readQuestionHistory } from './read-question-history';

export interface Movement {
  readonly deteriorations: readonly DeterioratingTrend[];
  readonly divergence?: Divergence;
  /** Of everybody, up to this wave. */
  readonly everybody?: Trend;
}

/** As it was when the wave was released, whatever has been released since; nothing for a wave that feeds no trend. */
export async function readMovement(
  store: Store,
  { id: programmeId, declaredChanges = [] }: Programme,
  { waveId, tables: [first], releasedAt }: Release,
): Promise<Movement> {
  if (!first) return { deteriorations: [] };
  const { questionId } = first;
  const history = await readQuestionHistory(store, { programmeId, questionId, until: releasedAt });
  if (history.at(-1)?.waveId !== waveId) return { deteriorations: [] };
  const divergence = divergenceOf(history, declaredChanges);
  const total = first.rows.find(({ kind }) => kind === 'total');
  const everybody = total && trendOf(history, total.groupId, declaredChanges);
  return {
    deteriorations: findDeteriorations(history, declaredChanges),
    ...(divergence ? { divergence } : {}),
    ...(everybody ? { everybody } : {}),
  };
}

/** The stretches of a programme over which a question makes sense. */

import { type StageName, stageNames } from '../programme/stage-name';

/** Both ends included. */
function span(first: StageName, last: StageName): readonly StageName[] {
  return stageNames.slice(stageNames.indexOf(first), stageNames.indexOf(last) + 1);
}

export const everyStage: readonly StageName[] = stageNames;
export const planning = span('discover', 'build');
export const making = span('design', 'test');
export const beforeStart = span('build', 'train');
export const aroundStart = span('train', 'stabilise');
export const fromTest = span('test', 'optimise');
export const fromTraining = span('train', 'optimise');
export const inUse = span('go-live', 'optimise');
export const settled = span('stabilise', 'optimise');

/** Before anything has changed, and again when it is in use: what a comparison needs. */
export const beforeAndAfter: readonly StageName[] = ['discover', 'train', ...inUse];

/** Stages as people list them: those that follow one another together. */

import { type StageName, stageNames } from '../programme/stage-name';

/** `stages` in order, cut wherever one is left out. */
export function stageRuns(stages: readonly StageName[]): readonly (readonly StageName[])[] {
  const runs: StageName[][] = [];
  for (const stage of stages) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last !== undefined && stageNames.indexOf(stage) === stageNames.indexOf(last) + 1;
    if (run && follows) run.push(stage);
    else runs.push([stage]);
  }
  return runs;
}

/** What would make a released group meet its floor, worked out from what is shown of it and nothing else. */

import { wilsonInterval, wilsonOfShare } from '../score/wilson';
import type { ReleasedFigures, WhatWouldChange } from './verdict';

/** A share is shown only where at least two answers are favourable and two unfavourable. */
const fewest = 2;

/** The fewest favourable of `n` that would be shown with a lower end at or above the floor; undefined where no number
 * of them would be. `n` ≥ 1, floor 0 to 1. */
export function favourableNeeded(n: number, floor: number): number | undefined {
  for (let favourable = Math.max(fewest, Math.floor(floor * n)); favourable <= n - fewest; favourable += 1) {
    if (wilsonInterval(favourable, n).lower >= floor) return favourable;
  }
  return undefined;
}

/** The fewest views, from `from` up to `most`, at which this share has its lower end at or above the floor. */
export function viewsNeeded(share: number, floor: number, from: number, most: number): number | undefined {
  if (share <= floor || wilsonOfShare(share, most).lower < floor) return undefined;
  let [low, high] = [from, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (wilsonOfShare(share, middle).lower >= floor) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** For a group whose share or band is shown and whose lower end is under the floor. */
export function changeOfShare(figures: ReleasedFigures, floor: number): WhatWouldChange {
  const { n, headcount, favourable, favourableShare } = figures;
  const needed = favourableNeeded(n, floor);
  const atThisShare =
    favourableShare === undefined ? undefined : viewsNeeded(favourableShare, floor, n, headcount);
  if (needed !== undefined) {
    return {
      kind: 'favourable',
      needed,
      of: n,
      ...(favourable === undefined ? {} : { now: favourable }),
      ...(atThisShare === undefined ? {} : { viewsAtThisShare: atThisShare }),
    };
  }
  for (let views = n + 1; views <= headcount; views += 1) {
    if (favourableNeeded(views, floor) !== undefined) return { kind: 'views', needed: views, now: n };
  }
  return { kind: 'notYetPossible' };
}

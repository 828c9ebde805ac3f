/** Where a released group stands against the floor, by what is shown of it and nothing else. */

import { bandShares } from '../disclosure/band';
import type { Figures, GroupRow, WithheldLabel } from '../disclosure/release';
import { wilsonOfShare } from './wilson';

export type Standing = 'atOrAboveFloor' | 'notSureYet' | 'belowFloor' | WithheldLabel;

/** `atOrAboveFloor`: the 95 % interval's lower end is at or above the floor (0 to 1). `belowFloor`: its upper end is
 * below. Between: `notSureYet`. Of a band, the interval runs from that of its lowest share to that of its highest. */
export function standingOf({ figures }: Pick<GroupRow, 'figures'>, floor: number): Standing {
  if (figures.label !== 'shown' && figures.label !== 'band') return figures.label;
  const { lower, upper } = intervalOf(figures);
  if (lower >= floor) return 'atOrAboveFloor';
  return upper < floor ? 'belowFloor' : 'notSureYet';
}

function intervalOf(figures: Extract<Figures, { readonly n: number }>) {
  if (figures.label === 'shown') return figures.interval;
  const { lowest, highest } = bandShares[figures.band];
  return {
    lower: wilsonOfShare(lowest, figures.n).lower,
    upper: wilsonOfShare(highest, figures.n).upper,
  };
}

/** Which groups a result could speak of, and which stand only together with others. */

import { namesOf } from '../disclosure/name-group';
import type { GroupCount, TooSmallGroup } from './pulse-preview';
import type { Cell, Frame } from './wave';

export interface GroupsToHear {
  readonly heard: readonly GroupCount[];
  readonly tooSmall: readonly TooSmallGroup[];
}

/** @param cells people by cell of those who are asked, whom the frame was made of. @param minimumGroupSize k: a group is
 * heard with N ≥ 2k. */
export function groupsToHear(
  frame: Frame,
  cells: readonly (Cell & { readonly headcount: number })[],
  minimumGroupSize: number,
): GroupsToHear {
  const { atoms, siteGroups = [], staffFamilies = [] } = frame;
  const isEnough = ({ people }: GroupCount) => people >= 2 * minimumGroupSize;
  const groups = atoms.map((atom) => ({ atom, count: { name: atom.name, people: atom.headcount } }));
  return {
    heard: groups.map(({ count }) => count).filter(isEnough),
    tooSmall: groups.flatMap(({ atom, count }): readonly TooSmallGroup[] => {
      if (!isEnough(count)) return [count];
      return cells
        .filter((cell) => atom.cells.some((one) => isSame(one, cell)))
        .map((cell) => ({
          name: [
            ...namesOf([cell.siteGroup], siteGroups),
            ...namesOf([cell.staffFamily], staffFamilies),
          ].join(' · '),
          people: cell.headcount,
          heardWith: atom.name,
        }))
        .filter((group) => !isEnough(group));
    }),
  };
}

function isSame(one: Cell, other: Cell): boolean {
  return one.siteGroup === other.siteGroup && one.staffFamily === other.staffFamily;
}

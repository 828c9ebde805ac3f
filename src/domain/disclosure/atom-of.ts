/** Finds the atom that answers for a cell of the declared hierarchy. */

import type { AtomId } from '../ids';
import type { Cell, Frame } from '../pulse/wave';

/** @throws RangeError when the frame was built without that cell: nobody may be asked outside the frame. */
export function atomOf(frame: Frame, cell: Cell): AtomId {
  const atom = frame.atoms.find(({ cells }) =>
    cells.some(
      ({ siteGroup, staffFamily }) => siteGroup === cell.siteGroup && staffFamily === cell.staffFamily,
    ),
  );
  if (!atom) throw new RangeError(`no atom for ${cell.siteGroup} × ${cell.staffFamily}`);
  return atom.id;
}

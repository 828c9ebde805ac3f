/** What a stage merged stays merged for its waves, which only ever merge further. */

import fc from 'fast-check';
import { buildFrame } from '../../../src/domain/disclosure/build-frame';

const siteGroups = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase() }));
const staffFamilies = ['x', 'y', 'z'].map((id) => ({ id, name: id.toUpperCase() }));
const cellsOf = (sizes: readonly number[]) =>
  siteGroups.flatMap(({ id: siteGroup }, row) =>
    staffFamilies.map(({ id: staffFamily }, column) => ({
      siteGroup,
      staffFamily,
      headcount: sizes[row * 3 + column] ?? 0,
    })),
  );
const sizes = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 9, maxLength: 9 });

it('holds every atom of the stage within one atom of the wave, each of at least 2k people', () => {
  fc.assert(
    fc.property(sizes, sizes, (people, asked) => {
      const declared = { siteGroups, staffFamilies, minimumGroupSize: 5 };
      const frozen = buildFrame({ ...declared, cells: cellsOf(people) });
      const invited = cellsOf(people.map((size, index) => Math.min(size, asked[index] ?? 0)));
      const wave = buildFrame({ ...declared, cells: invited, within: frozen });
      const holders = frozen.atoms.map((atom) =>
        wave.atoms.filter(({ cells }) =>
          cells.some((cell) =>
            atom.cells.some(
              (one) => one.siteGroup === cell.siteGroup && one.staffFamily === cell.staffFamily,
            ),
          ),
        ),
      );
      expect(holders.filter(({ length }) => length !== 1)).toEqual([]);
      const total = invited.reduce((sum, { headcount }) => sum + headcount, 0);
      if (total >= 10) expect(wave.atoms.filter(({ headcount }) => headcount < 10)).toEqual([]);
    }),
  );
});

it('changes nothing for the people it was made of', () => {
  fc.assert(
    fc.property(sizes, (people) => {
      const input = { siteGroups, staffFamilies, minimumGroupSize: 5, cells: cellsOf(people) };
      const frozen = buildFrame(input);
      expect(buildFrame({ ...input, within: frozen })).toEqual(frozen);
    }),
  );
});

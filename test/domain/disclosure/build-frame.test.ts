import fc from 'fast-check';
import { atomOf } from '../../../src/domain/disclosure/atom-of';
import { buildFrame } from '../../../src/domain/disclosure/build-frame';
import { reportingGroups } from '../../../src/domain/disclosure/reporting-groups';

const siteGroups = [
  { id: 'main', name: 'Main hospital' },
  { id: 'north', name: 'Northern community' },
  { id: 'south', name: 'Southern community' },
];
const staffFamilies = [
  { id: 'nursing', name: 'Nursing and midwifery' },
  { id: 'medical', name: 'Medical and dental' },
  { id: 'allied', name: 'Allied health' },
  { id: 'support', name: 'Clinical support' },
];

/** People by site group, in the order of the staff families. */
const frameOf = (people: Readonly<Record<string, readonly number[]>>, minimumGroupSize = 11) =>
  buildFrame({
    cells: Object.entries(people).flatMap(([siteGroup, headcounts]) =>
      headcounts.map((headcount, index) => ({
        siteGroup,
        staffFamily: staffFamilies[index]?.id ?? '',
        headcount,
      })),
    ),
    siteGroups,
    staffFamilies,
    minimumGroupSize,
  });
const named = (frame: ReturnType<typeof frameOf>) =>
  frame.atoms.map(({ name, headcount }) => `${name}: ${headcount}`);

describe('buildFrame', () => {
  it('keeps a cell that is big enough as an atom of its own', () => {
    const frame = frameOf({ main: [40, 30], north: [22, 25] });
    expect(named(frame)).toEqual([
      'Main hospital · Nursing and midwifery: 40',
      'Main hospital · Medical and dental: 30',
      'Northern community · Nursing and midwifery: 22',
      'Northern community · Medical and dental: 25',
    ]);
    expect(frame.atoms.map(({ id }) => id)).toContain('north.nursing');
  });

  it('merges the smallest family of a site group with its next smallest', () => {
    expect(named(frameOf({ main: [40, 30, 60], north: [30, 9, 15, 50] }))).toEqual([
      'Main hospital · Nursing and midwifery: 40',
      'Main hospital · Medical and dental: 30',
      'Main hospital · Allied health: 60',
      'Northern community · Nursing and midwifery: 30',
      'Northern community · Medical and dental and Allied health: 24',
      'Northern community · Clinical support: 50',
    ]);
  });

  it('lets a small site group speak as one before it loses its name', () => {
    expect(named(frameOf({ main: [40, 30], north: [10, 13] }))).toEqual([
      'Main hospital · Nursing and midwifery: 40',
      'Main hospital · Medical and dental: 30',
      'Northern community · all staff: 23',
    ]);
  });

  it('joins a site group that is too small to the smallest other one, family by family', () => {
    expect(named(frameOf({ main: [90, 80], north: [30, 25], south: [6, 5] }))).toEqual([
      'Main hospital · Nursing and midwifery: 90',
      'Main hospital · Medical and dental: 80',
      'Northern community and Southern community · Nursing and midwifery: 36',
      'Northern community and Southern community · Medical and dental: 30',
    ]);
  });

  it('makes one atom, which is never shown, of too few people altogether', () => {
    expect(frameOf({ main: [5, 4], north: [3, 2] }).atoms).toHaveLength(1);
    expect(frameOf({}).atoms).toEqual([]);
  });

  it('names the atom of any cell it was built from, and refuses others', () => {
    const frame = frameOf({ main: [40, 30], north: [10, 13] });
    expect(atomOf(frame, { siteGroup: 'north', staffFamily: 'medical' })).toBe('north.medical~nursing');
    expect(() => atomOf(frame, { siteGroup: 'south', staffFamily: 'medical' })).toThrow(RangeError);
  });

  const cells = fc
    .uniqueArray(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 3 })), { selector: String, maxLength: 12 })
    .chain((places) =>
      fc.tuple(
        ...places.map(([site, family]) =>
          fc.nat({ max: 40 }).map((headcount) => ({
            siteGroup: siteGroups[site]?.id ?? '',
            staffFamily: staffFamilies[family]?.id ?? '',
            headcount,
          })),
        ),
      ),
    );
  const build = (some: readonly { siteGroup: string; staffFamily: string; headcount: number }[]) =>
    buildFrame({ cells: some, siteGroups, staffFamilies, minimumGroupSize: 5 });

  it('puts every cell and every person in exactly one atom, each of 2k people or more', () => {
    fc.assert(
      fc.property(cells, (some) => {
        const { atoms } = build(some);
        const inAtoms = atoms.flatMap((atom) =>
          atom.cells.map((cell) => `${cell.siteGroup} ${cell.staffFamily}`),
        );
        expect([...inAtoms].sort()).toEqual(
          some.map((cell) => `${cell.siteGroup} ${cell.staffFamily}`).sort(),
        );
        const total = some.reduce((sum, { headcount }) => sum + headcount, 0);
        expect(atoms.reduce((sum, { headcount }) => sum + headcount, 0)).toBe(total);
        expect(new Set(atoms.map(({ id }) => id)).size).toBe(atoms.length);
        if (total >= 10) expect(atoms.every(({ headcount }) => headcount >= 10)).toBe(true);
        else expect(atoms.length).toBeLessThan(2);
      }),
      { numRuns: 150 },
    );
  });

  it('merges nothing without need, and does not depend on the order of the people', () => {
    fc.assert(
      fc.property(cells, fc.infiniteStream(fc.nat()), (some, keys) => {
        const { atoms } = build(some);
        const sizeOf = (part: 'siteGroup' | 'staffFamily', id: string, among: typeof some) =>
          among.filter((cell) => cell[part] === id).reduce((sum, { headcount }) => sum + headcount, 0);
        for (const atom of atoms) {
          const places = new Set(atom.cells.map(({ siteGroup }) => siteGroup));
          const families = new Set(atom.cells.map(({ staffFamily }) => staffFamily));
          const here = some.filter(({ siteGroup }) => places.has(siteGroup));
          if (places.size > 1) {
            expect([...places].some((id) => sizeOf('siteGroup', id, some) < 10)).toBe(true);
          }
          if (families.size > 1) {
            expect([...families].some((id) => sizeOf('staffFamily', id, here) < 10)).toBe(true);
          }
        }
        const order = [...keys.take(some.length)];
        const shuffled = some
          .map((cell, index) => ({ cell, key: order[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ cell }) => cell);
        expect(build(shuffled)).toEqual(build(some));
      }),
      { numRuns: 150 },
    );
  });
});

describe('reportingGroups', () => {
  const rows = (frame: ReturnType<typeof frameOf>) =>
    reportingGroups(frame).map(({ groupId, name, headcount }) => `${groupId} ${name} ${headcount}`);

  it('lists the total, the margins of both kinds and the atoms', () => {
    expect(rows(frameOf({ main: [40, 30], north: [22, 25] }))).toEqual([
      'total Everyone 117',
      'siteGroup:main Main hospital 70',
      'siteGroup:north Northern community 47',
      'staffFamily:nursing Nursing and midwifery 62',
      'staffFamily:medical Medical and dental 55',
      'atom:main.nursing Main hospital · Nursing and midwifery 40',
      'atom:main.medical Main hospital · Medical and dental 30',
      'atom:north.nursing Northern community · Nursing and midwifery 22',
      'atom:north.medical Northern community · Medical and dental 25',
    ]);
  });

  it('joins the margins that a merged atom spans, and leaves out one that would hold everybody', () => {
    const merged = frameOf({ main: [40, 30, 60], north: [30, 9, 15] });
    expect(rows(merged).filter((row) => row.startsWith('staffFamily'))).toEqual([
      'staffFamily:nursing Nursing and midwifery 70',
      'staffFamily:medical~allied Medical and dental and Allied health 114',
    ]);
    expect(rows(frameOf({ main: [40, 30], north: [10, 13] }))).toEqual([
      'total Everyone 93',
      'siteGroup:main Main hospital 70',
      'siteGroup:north Northern community 23',
      'atom:main.nursing Main hospital · Nursing and midwifery 40',
      'atom:main.medical Main hospital · Medical and dental 30',
      'atom:north.medical~nursing Northern community · all staff 23',
    ]);
  });

  it('makes every group a union of whole atoms', () => {
    const frame = frameOf({ main: [90, 80, 12, 3], north: [30, 5, 7, 9], south: [6, 5] });
    const headcounts = new Map(frame.atoms.map(({ id, headcount }) => [id, headcount]));
    for (const group of reportingGroups(frame)) {
      const sum = group.atomIds.reduce((all, id) => all + (headcounts.get(id) ?? Number.NaN), 0);
      expect(sum).toBe(group.headcount);
    }
  });
});

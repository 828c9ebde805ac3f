import { compareProgrammes } from '../../../src/domain/programme/compare-programmes';
import { removedPlaces, strandedBy } from '../../../src/domain/programme/find-stranded';
import { aProgramme } from '../../support/samples';

describe('comparing a programme with its new file', () => {
  it('finds nothing when they say the same, whatever the order of keys', () => {
    const reversed = JSON.parse(JSON.stringify(aProgramme()), (_key, value) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(compareProgrammes(aProgramme(), reversed)).toEqual([]);
  });

  it('names each thing that was added, removed or changed', () => {
    const before = aProgramme();
    const [first, second] = before.sites;
    if (!first || !second) throw new Error('two sites expected');
    const after = {
      ...before,
      minimumGroupSize: 11,
      sites: [
        { ...first, name: 'Renamed' },
        { ...second, odsCode: 'RZZ09' },
      ],
      roles: { lead: before.roles.lead ?? [], sro: before.roles.deputySro ?? [] },
      links: { privacy: 'https://example.org' },
      escalationPolicy: {
        ...before.escalationPolicy,
        steps: [{ role: 'sro' as const, decideWithinHours: 8 }],
      },
      workingHours: {
        opensAt: '08:00',
        closesAt: '16:00',
        weekdays: [1, 2, 3, 4, 5],
        bankHolidays: 'england' as const,
      },
    };
    expect(compareProgrammes(before, after)).toEqual([
      { what: 'minimumGroupSize', change: 'changed', before: '5', after: '11' },
      { what: 'sites RZZ01', change: 'changed' },
      { what: 'sites RZZ02', change: 'removed' },
      { what: 'sites RZZ09', change: 'added' },
      { what: 'roles deputySro', change: 'removed' },
      { what: 'roles sro', change: 'changed' },
      { what: 'escalationPolicy steps', change: 'added' },
      { what: 'workingHours bankHolidays', change: 'added' },
      { what: 'workingHours closesAt', change: 'added' },
      { what: 'workingHours opensAt', change: 'added' },
      { what: 'workingHours weekdays', change: 'added' },
      { what: 'links privacy', change: 'added' },
    ]);
  });
});

describe('people who would be stranded', () => {
  const before = aProgramme();

  it('are those at a site or in a staff group that is gone', () => {
    const removed = removedPlaces(before, { ...before, sites: before.sites.slice(1), staffGroups: [] });
    if (!removed) throw new Error('something was removed');
    const person = { site: 'RZZ01', staffGroup: 'nurses' } as Parameters<typeof strandedBy>[0];
    expect(strandedBy(person, removed)).toEqual(['sites RZZ01', 'staffGroups nurses']);
    expect(strandedBy({ ...person, site: 'RZZ02' }, removed)).toEqual(['staffGroups nurses']);
  });

  it('cannot be when nothing was taken away', () => {
    expect(removedPlaces(before, before)).toBeUndefined();
  });
});

import { checkHeadcounts } from '../../../src/domain/programme/check-headcounts';
import { compareProgrammes } from '../../../src/domain/programme/compare-programmes';
import type { DeclaredHeadcount } from '../../../src/domain/programme/programme';
import { aProgramme } from '../../support/samples';

const declared = (group: Partial<DeclaredHeadcount>): DeclaredHeadcount => ({
  count: 100,
  source: 'Staff record',
  asOf: '2026-03-31' as DeclaredHeadcount['asOf'],
  ...group,
});
const problemsOf = (...headcounts: readonly DeclaredHeadcount[]) =>
  checkHeadcounts({ ...aProgramme(), headcounts }).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

describe('declared headcounts', () => {
  it('are of everyone or of one group that the programme declares', () => {
    expect(
      problemsOf(
        declared({}),
        declared({ siteGroup: 'acute' }),
        declared({ staffFamily: 'nursing' }),
        declared({ shift: 'nights' }),
      ),
    ).toEqual([]);
    expect(problemsOf(declared({ siteGroup: 'moon' }))).toEqual([
      'headcounts.0.siteGroup: "moon" is not declared under siteGroups',
    ]);
  });

  it('are refused of two groups at once, and twice of one', () => {
    expect(problemsOf(declared({ siteGroup: 'acute', shift: 'nights' }))[0]).toContain('two groups at once');
    expect(problemsOf(declared({ shift: 'nights' }), declared({ shift: 'nights' }))[0]).toContain(
      'given twice',
    );
    expect(problemsOf(declared({}), declared({}))[0]).toContain('of everyone is given twice');
  });

  it('are named when they change', () => {
    const before = { ...aProgramme(), headcounts: [declared({}), declared({ shift: 'nights' })] };
    const after = { ...aProgramme(), headcounts: [declared({ count: 120 })] };
    expect(compareProgrammes(before, after)).toEqual([
      { what: 'headcounts everyone', change: 'changed' },
      { what: 'headcounts shift nights', change: 'removed' },
    ]);
  });
});

it('a declared change is named by its day and what it is', () => {
  const declaredChanges = [{ on: '2026-06-15', what: 'First wards live', setBy: 'Board' }] as never;
  expect(compareProgrammes(aProgramme(), { ...aProgramme(), declaredChanges })).toEqual([
    { what: 'declaredChanges 2026-06-15 First wards live', change: 'added' },
  ]);
});

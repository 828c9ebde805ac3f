/** The loop time, and that nothing shown of it lets a small group be told. */

import fc from 'fast-check';
import { calendarOf } from '../../../src/domain/calendar/calendar-of';
import type { Day } from '../../../src/domain/instant';
import { type Issue, issueCategories } from '../../../src/domain/issue/issue';
import { type LoopGroup, loopTime } from '../../../src/domain/issue/loop-time';
import { aProgramme } from '../../support/samples';

const calendar = calendarOf({ timeZone: 'Europe/London' });
const sites = ['a', 'b', 'c'].map((siteGroup) => {
  const [site] = aProgramme().sites;
  if (!site) throw new Error('no site');
  return { ...site, odsCode: siteGroup.toUpperCase(), siteGroup };
});
const programme = { minimumGroupSize: 5, sites };
const [training, data, staffing] = issueCategories;
const categories = [training, data, staffing] as const;

const timed = (category: Issue['category'], site: string, more: Partial<Issue> = {}) => ({
  category,
  site,
  status: 'confirmed' as const,
  raisedOn: '2026-12-01' as Day,
  acknowledgedOn: '2026-12-02' as Day,
  decidedOn: '2026-12-07' as Day,
  toldOn: '2026-12-07' as Day,
  confirmedOn: '2026-12-21' as Day,
  ...more,
});
const many = (count: number, category: Issue['category'], site: string, more: Partial<Issue> = {}) =>
  Array.from({ length: count }, () => timed(category, site, more));
const find = (groups: readonly LoopGroup[], category?: string, siteGroup?: string) =>
  groups.find((group) => group.category === category && group.siteGroup === siteGroup);

test('each leg is counted in working days, and the legs add up', () => {
  const [whole] = loopTime(many(5, data, 'A'), programme, calendar);
  expect(whole?.legs).toEqual({ acknowledged: 1, decided: 3, told: 0, confirmed: 10, whole: 14 });
});

test('the middle one of what is known counts; what is open or merged is no figure yet', () => {
  const open = many(3, data, 'A', { confirmedOn: undefined, decidedOn: undefined, toldOn: undefined });
  const slow = many(3, data, 'A', { acknowledgedOn: '2026-12-04' as Day });
  const merged = many(9, data, 'A', { status: 'merged' });
  const [whole] = loopTime([...open, ...slow, ...merged], programme, calendar);
  expect(whole?.legs).toMatchObject({ acknowledged: 2, decided: 'tooFew', whole: 'tooFew' });
});

test('fewer than the minimum are too few, and so is what would tell them', () => {
  expect(loopTime(many(4, data, 'A'), programme, calendar)).toEqual([
    {
      legs: {
        acknowledged: 'tooFew',
        decided: 'tooFew',
        told: 'tooFew',
        confirmed: 'tooFew',
        whole: 'tooFew',
      },
    },
  ]);
  // Six of nine would tell the three.
  const few = loopTime([...many(6, data, 'A'), ...many(3, training, 'A')], programme, calendar);
  expect(find(few, data)).toBeUndefined();
  expect(find(few)).toBeDefined();
  const enough = loopTime(
    [...many(6, data, 'A'), ...many(3, training, 'A'), ...many(2, staffing, 'B')],
    programme,
    calendar,
  );
  expect(find(enough, data)).toBeDefined();
});

test('where no category can be shown, site groups are', () => {
  const issues = categories.flatMap((category) => [...many(3, category, 'A'), ...many(2, category, 'B')]);
  const groups = loopTime(issues.slice(0, 12), { ...programme, minimumGroupSize: 6 }, calendar);
  expect(groups.map(({ category }) => category).every((category) => category === undefined)).toBe(true);
});

test('no sum or difference of what is shown is a small group', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(counts, (table) => {
      const cells = categories.flatMap((category, row) =>
        sites.map(({ odsCode, siteGroup }, column) => ({
          category,
          siteGroup,
          issues: many(table[row * 3 + column] ?? 0, category, odsCode),
        })),
      );
      const k = programme.minimumGroupSize;
      const groups = loopTime(
        cells.flatMap(({ issues }) => issues),
        programme,
        calendar,
      );
      const shown = groups.filter(({ legs }) => legs.whole !== 'tooFew');
      const masks = shown.map((group) =>
        cells.map(({ category, siteGroup }) =>
          (group.category ?? category) === category && (group.siteGroup ?? siteGroup) === siteGroup ? 1 : 0,
        ),
      );
      const basis = independent(masks);
      const sizes = cells.map(({ issues }) => issues.length);
      const unions = Array.from({ length: 511 }, (_, mask) =>
        cells.map((_cell, at) => ((mask + 1) >> at) & 1),
      );
      const isSmall = (union: readonly number[]) => {
        const count = sizes.reduce((sum, size, at) => sum + (union[at] ? size : 0), 0);
        return count > 0 && count < k;
      };
      expect(unions.filter((union) => isSmall(union) && isSpanned(basis, union, sizes))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

/** Rows reduced so that each leads with a column of its own. */
function independent(rows: readonly (readonly number[])[]): number[][] {
  const basis: number[][] = [];
  for (const row of rows) {
    const left = reduce(basis, row);
    if (left.some((value) => Math.abs(value) > 1e-9)) basis.push(left);
  }
  return basis;
}

function reduce(basis: readonly (readonly number[])[], row: readonly number[]): number[] {
  let left = [...row];
  for (const other of basis) {
    const lead = other.findIndex((value) => Math.abs(value) > 1e-9);
    const factor = (left[lead] ?? 0) / (other[lead] ?? 1);
    left = left.map((value, index) => value - factor * (other[index] ?? 0));
  }
  return left;
}

/** Whether its count follows from those shown; cells that are empty are known to be. */
function isSpanned(basis: number[][], union: readonly number[], counts: readonly number[]): boolean {
  const emptyCells = counts.flatMap((count, index) =>
    count === 0 ? [counts.map((_value, column) => (column === index ? 1 : 0))] : [],
  );
  const known = independent([...emptyCells, ...basis]);
  return reduce(known, union).every((value) => Math.abs(value) < 1e-9);
}

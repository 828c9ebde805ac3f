/** Which groups of issues may be shown beside one another, so that nobody's issue can be made out by subtraction. */

import type { IssueCategory } from './issue';

export interface TimedLeg {
  readonly days: number;
  readonly category: IssueCategory;
  /** Its id; empty for a site that is no longer declared. */
  readonly siteGroup: string;
}

export interface ShownGroup {
  readonly group: { readonly category?: IssueCategory; readonly siteGroup?: string };
  readonly items: readonly TimedLeg[];
}

/** Groups that lie in one another or apart, so that the parts of one that are not shown are all that can be told by
 * subtraction; and unions of those. */
export function shownGroups(items: readonly TimedLeg[], k: number): readonly ShownGroup[] {
  if (items.length < k) return [];
  const whole: ShownGroup = { group: {}, items };
  const bySite = partsOf(items, ({ siteGroup }) => siteGroup);
  const categories = shownParts(
    partsOf(items, ({ category }) => category),
    items.length,
    k,
  );
  if (categories.size === 0) {
    const sites = [...shownParts(bySite, items.length, k)];
    return [whole, ...sites.map(([siteGroup, own]) => ({ group: { siteGroup }, items: own }))];
  }
  const cells = [...categories].flatMap(([category, own]) =>
    [
      ...shownParts(
        partsOf(own, ({ siteGroup }) => siteGroup),
        own.length,
        k,
      ),
    ].map(([siteGroup, few]) => ({
      group: { category: category as IssueCategory, siteGroup },
      items: few,
    })),
  );
  const isWhole = (siteGroup: string, own: readonly TimedLeg[]) =>
    own.length ===
    cells
      .filter(({ group }) => group.siteGroup === siteGroup)
      .reduce((count, cell) => count + cell.items.length, 0);
  return [
    whole,
    ...[...categories].map(([category, own]) => ({
      group: { category: category as IssueCategory },
      items: own,
    })),
    ...cells,
    ...[...bySite]
      .filter(([siteGroup, own]) => isWhole(siteGroup, own))
      .map(([siteGroup, own]) => ({ group: { siteGroup }, items: own })),
  ];
}

type Parts = ReadonlyMap<string, readonly TimedLeg[]>;

function partsOf(items: readonly TimedLeg[], nameOf: (item: TimedLeg) => string): Parts {
  const parts = new Map<string, TimedLeg[]>();
  for (const item of items) parts.set(nameOf(item), [...(parts.get(nameOf(item)) ?? []), item]);
  return parts;
}

/** Those of at least k; one more is held back where those that are too small would be told by what is left. */
function shownParts(parts: Parts, whole: number, k: number): Parts {
  const large = [...parts]
    .filter(([, { length }]) => length >= k)
    .sort(([, a], [, b]) => b.length - a.length);
  const hidden = whole - large.reduce((count, [, { length }]) => count + length, 0);
  return new Map(hidden > 0 && hidden < k ? large.slice(0, -1) : large);
}

/** People whose site or staff group a changed programme no longer declares would fall out of every table. */

import type { Person } from './person';
import type { Programme } from './programme';

export interface Removed {
  readonly sites: ReadonlySet<string>;
  readonly staffGroups: ReadonlySet<string>;
}

/** What `after` no longer declares; undefined when people cannot be stranded. */
export function removedPlaces(before: Programme, after: Programme): Removed | undefined {
  const sites = missing(
    before.sites.map((site) => site.odsCode),
    after.sites.map((site) => site.odsCode),
  );
  const staffGroups = missing(
    before.staffGroups.map((group) => group.id),
    after.staffGroups.map((group) => group.id),
  );
  return sites.size + staffGroups.size > 0 ? { sites, staffGroups } : undefined;
}

/** The names under which a person stands that are no longer declared. */
export function strandedBy(person: Person, removed: Removed): string[] {
  return [
    ...(removed.sites.has(person.site) ? [`sites ${person.site}`] : []),
    ...(removed.staffGroups.has(person.staffGroup) ? [`staffGroups ${person.staffGroup}`] : []),
  ];
}

function missing(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const kept = new Set(after);
  return new Set(before.filter((name) => !kept.has(name)));
}

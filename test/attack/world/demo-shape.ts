/** The demo's trust: five site groups × six staff families, about 5,000 people, 40 % of whom answer. */

import { syntheticPeople } from '../../../src/cli/demo/synthetic-people';
import { families, siteGroups, sites } from '../../../src/cli/demo/synthetic-shape';
import type { Instant } from '../../../src/domain/instant';
import type { ProgrammeShape } from './programme-shape';

export function demoShape(seed: string): ProgrammeShape {
  const siteGroupOf = new Map(sites.map((site) => [site.odsCode, site.siteGroup]));
  const familyOf = new Map(
    families.flatMap(({ id, groups }) => groups.map((group) => [group.id, id] as const)),
  );
  const rows = syntheticPeople(seed, '2026-01-12T09:00:00.000Z' as Instant);
  return {
    name: `demo ${seed}`,
    minimumGroupSize: 11,
    confidenceFloor: 0.6,
    people: rows.map(({ aadObjectId, site, staffGroup, shift, area, cohort, employment }) => ({
      id: aadObjectId,
      siteGroup: siteGroupOf.get(site) ?? '',
      staffFamily: familyOf.get(staffGroup) ?? '',
      ...(shift ? { shift } : {}),
      ...(area ? { area } : {}),
      ...(cohort ? { cohort } : {}),
      ...(employment ? { employment } : {}),
    })),
    siteGroups: siteGroups.map(({ id }) => id),
    staffFamilies: families.map(({ id }) => id),
    waves: 1,
    questions: 3,
    movers: 0,
    response: 0.4,
    responseSpread: 0.1,
    quietShare: 0,
    skew: 0.15,
    isAlwaysEveryone: true,
  };
}

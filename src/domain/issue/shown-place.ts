/** At a site where few people work, its name says nearly who it was. */

import type { Programme } from '../programme/programme';

export interface ShownPlace {
  readonly name: string;
  /** True where the site group stands for a site that is too small to be named. */
  readonly isSiteGroup: boolean;
}

/** The site where at least 2k people are imported there, else its site group.
 * @param people imported at that site. */
export function shownPlace(
  programme: Pick<Programme, 'sites' | 'siteGroups' | 'minimumGroupSize'>,
  odsCode: string,
  people: number,
): ShownPlace {
  const site = programme.sites.find((one) => one.odsCode === odsCode);
  if (site && people >= 2 * programme.minimumGroupSize) return { name: site.name, isSiteGroup: false };
  return { name: siteGroupNameOf(programme, odsCode), isSiteGroup: true };
}

/** The name of the site group of a site; of a site that is no longer declared, nothing that says where. */
export function siteGroupNameOf(
  { sites, siteGroups }: Pick<Programme, 'sites' | 'siteGroups'>,
  odsCode: string,
): string {
  const site = sites.find((one) => one.odsCode === odsCode);
  return siteGroups.find(({ id }) => id === site?.siteGroup)?.name ?? 'a former site';
}

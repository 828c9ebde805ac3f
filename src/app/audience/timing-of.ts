/** What of a person decides when they may be written to, as a delivery keeps it. */

import type { DeliveryTiming } from '../../domain/campaign/campaign';
import type { Person } from '../../domain/programme/person';
import type { Programme } from '../../domain/programme/programme';

/** The site group is there only where the programme leaves out days for some site groups alone. */
export function timingOf(
  programme: Programme,
  { shift, site }: Pick<Person, 'shift' | 'site'>,
): DeliveryTiming {
  const needsSiteGroup = programme.sending?.blackouts?.some(({ siteGroups }) => siteGroups !== undefined);
  const siteGroup = needsSiteGroup && siteGroupOf(programme, site);
  return { ...(shift ? { shift } : {}), ...(siteGroup ? { siteGroup } : {}) };
}

/** Undefined for a site that the programme does not declare. */
export function siteGroupOf(programme: Programme, site: string): string | undefined {
  return programme.sites.find(({ odsCode }) => odsCode === site)?.siteGroup;
}

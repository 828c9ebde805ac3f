/** Whether a wave asked the whole of a group: of a part of it nothing follows for a gate or a trend. */

import type { NamedGroup } from '../gate/gate-definition';
import { oneWayOf } from '../gate/named-group';
import type { Programme } from '../programme/programme';
import type { Audience, LeftOut } from './question';
import type { Wave } from './wave';

export type AskedAudience = Pick<Wave, 'audience' | 'leftOut'>;
type Declared = Pick<Programme, 'siteGroups' | 'staffFamilies'>;

/** True where nobody of the group was outside the groups asked, left out, or beside a list. A share that the system drew of
 * every cell stands for the whole; a leave-out that met nobody cuts nothing. Of a shift, an area, a cohort or an
 * employment nobody knows in which site groups it is: any selection by site group or staff family cuts it. */
export function asksWhole(
  { audience, leftOut }: AskedAudience,
  group: NamedGroup,
  declared: Declared,
): boolean {
  if (audience.kind === 'list') return false;
  const { only = {}, leaveOut = [] } = audience;
  const isHeld = (named: readonly string[] | undefined, wanted: readonly string[]) =>
    !named || wanted.every((id) => named.includes(id));
  const siteGroups = group.siteGroups ?? declared.siteGroups.map(({ id }) => id);
  const staffFamilies = group.staffFamilies ?? declared.staffFamilies.map(({ id }) => id);
  return (
    isHeld(only.siteGroups, siteGroups) &&
    isHeld(only.staffFamilies, staffFamilies) &&
    leaveOut.every((entry, index) => leftOut?.[index]?.people === 0 || isApart(entry, group))
  );
}

/** Whether nobody can be in both. */
function isApart(entry: LeftOut, group: NamedGroup): boolean {
  const isDisjoint = (one: readonly string[] | undefined, other: readonly string[] | undefined) =>
    one !== undefined && other !== undefined && !one.some((id) => other.includes(id));
  const oneWay = oneWayOf(group);
  return (
    isDisjoint(entry.siteGroups, group.siteGroups) ||
    isDisjoint(entry.staffFamilies, group.staffFamilies) ||
    isDisjoint(entry.cohorts, oneWay?.kind === 'cohort' ? [oneWay.value] : undefined)
  );
}

/** Whole groups and shares that the system drew feed gates and trends; nobody's own list does. */
export function isChosenByName(audience: Audience): audience is Extract<Audience, { kind: 'list' }> {
  return audience.kind === 'list';
}

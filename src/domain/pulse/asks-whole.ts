/** Whether a wave asked the whole of a group: of a part of it nothing follows for a gate or a trend. */

import type { GroupRow } from '../disclosure/release';
import type { NamedGroup } from '../gate/gate-definition';
import { oneWayOf } from '../gate/named-group';
import type { Audience, LeftOut } from './question';
import type { Frame, Wave } from './wave';

export type AskedAudience = Pick<Wave, 'audience' | 'leftOut'> & {
  /** With the site groups and staff families that the programme declared then. */
  readonly frame: Pick<Frame, 'siteGroups' | 'staffFamilies'>;
};

/** True where nobody of the group was outside the groups asked, left out, or beside a list. A share that the system drew of
 * every cell stands for the whole; a leave-out that met nobody cuts nothing. Of a shift, an area, a cohort or an
 * employment nobody knows in which site groups it is: any selection by site group or staff family cuts it. */
export function asksWhole({ audience, leftOut, frame }: AskedAudience, group: NamedGroup): boolean {
  if (!isWholeOrDrawn(audience)) return false;
  const { only = {}, leaveOut = [] } = audience;
  const isHeld = (named: readonly string[] | undefined, wanted: readonly string[] | undefined) =>
    !named || (wanted?.every((id) => named.includes(id)) ?? false);
  const siteGroups = group.siteGroups ?? frame.siteGroups?.map(({ id }) => id);
  const staffFamilies = group.staffFamilies ?? frame.staffFamilies?.map(({ id }) => id);
  return (
    isHeld(only.siteGroups, siteGroups) &&
    isHeld(only.staffFamilies, staffFamilies) &&
    leaveOut.every((entry, index) => leftOut?.[index]?.people === 0 || isApart(entry, group))
  );
}

type ReleasedGroup = Pick<GroupRow, 'kind' | 'groupId'>;

/** The same of a row of the wave's release. */
export function asksWholeRow(asked: AskedAudience, row: ReleasedGroup): boolean {
  return namedGroups(row).every((group) => asksWhole(asked, group));
}

/** The groups that a row's id names; of an atom each part by itself, for `north~south.medical` is two. */
function namedGroups({ kind, groupId }: ReleasedGroup): readonly NamedGroup[] {
  const ids = groupId.slice(groupId.indexOf(':') + 1);
  switch (kind) {
    case 'total':
      return [{}];
    case 'siteGroup':
      return [{ siteGroups: ids.split('~') }];
    case 'staffFamily':
      return [{ staffFamilies: ids.split('~') }];
    case 'atom': {
      const [siteGroups = '', staffFamilies = ''] = ids.split('.');
      return [{ siteGroups: siteGroups.split('~'), staffFamilies: staffFamilies.split('~') }];
    }
    default:
      return [{ [kind]: ids }];
  }
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

/** Whole groups, and shares of them that the system drew: they alone feed gates and trends. A list that somebody chose by name
 * moves a figure by who is on it. */
export function isWholeOrDrawn(audience: Audience): audience is Exclude<Audience, { kind: 'list' }> {
  return audience.kind === 'everyone' || audience.kind === 'random';
}

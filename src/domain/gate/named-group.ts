/** Finds the people, the cells and the released row that a named group speaks of: exactly them, or nothing. */

import { joinNames, namesOf } from '../disclosure/name-group';
import { type GroupRow, oneWayKinds } from '../disclosure/release';
import type { Person } from '../programme/person';
import type { Programme } from '../programme/programme';
import type { Cell, Frame } from '../pulse/wave';
import type { GateMembers } from './gate';
import type { NamedGroup } from './gate-definition';

/** The one-way kind and value of a group that stands alone. */
export function oneWayOf(group: NamedGroup) {
  const kind = oneWayKinds.find((candidate) => group[candidate] !== undefined);
  return kind && { kind, value: group[kind] ?? '' };
}

export function isEveryone(group: NamedGroup): boolean {
  return !oneWayOf(group) && !group.siteGroups && !group.staffFamilies;
}

export function holdsCell({ siteGroups, staffFamilies }: NamedGroup, cell: Cell): boolean {
  return (
    (!siteGroups || siteGroups.includes(cell.siteGroup)) &&
    (!staffFamilies || staffFamilies.includes(cell.staffFamily))
  );
}

/** By the members that the gate's terms hold, so that a site that moves after the freeze moves nobody. */
export function holdsPerson(group: NamedGroup, members: GateMembers, person: Person): boolean {
  const oneWay = oneWayOf(group);
  if (oneWay) return person[oneWay.kind] === oneWay.value;
  const isIn = (
    names: readonly string[] | undefined,
    of: Readonly<Record<string, readonly string[]>>,
    part: string,
  ) => !names || names.some((name) => of[name]?.includes(part));
  return (
    isIn(group.siteGroups, members.siteGroups, person.site) &&
    isIn(group.staffFamilies, members.staffFamilies, person.staffGroup)
  );
}

/** The row of exactly this group; undefined where the wave's frame has it only together with others. */
export function rowOfGroup(
  rows: readonly GroupRow[],
  group: NamedGroup,
  { atoms }: Pick<Frame, 'atoms'>,
): GroupRow | undefined {
  const oneWay = oneWayOf(group);
  if (oneWay) return rows.find((row) => row.groupId === `${oneWay.kind}:${oneWay.value}`);
  const isWhole = (inside: (atomId: string) => boolean) =>
    atoms.every(({ id, cells }) => cells.every((cell) => holdsCell(group, cell) === inside(id)));
  const unions = rows.filter(({ atomIds }) => atomIds.length > 0);
  return unions.find(({ atomIds }) => {
    const inRow = new Set<string>(atomIds);
    return isWhole((atomId) => inRow.has(atomId));
  });
}

/** As the reporting frame would call it; a one-way group by its own value. */
export function nameOfGroup(
  group: NamedGroup,
  programme: Pick<Programme, 'siteGroups' | 'staffFamilies'>,
): string | undefined {
  const oneWay = oneWayOf(group);
  if (oneWay) return oneWay.value;
  const parts = [
    joinNames(namesOf(group.siteGroups ?? [], programme.siteGroups)),
    joinNames(namesOf(group.staffFamilies ?? [], programme.staffFamilies)),
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' · ') : undefined;
}

/** Who belongs to the groups that any of these name, as the programme declares it now. */
export function membersOf(
  groups: readonly NamedGroup[],
  { sites, staffGroups }: Pick<Programme, 'sites' | 'staffGroups'>,
): GateMembers {
  const named = (of: (group: NamedGroup) => readonly string[] | undefined) =>
    [...new Set(groups.flatMap((group) => of(group) ?? []))].sort();
  const listed = (names: readonly string[], membersIn: (name: string) => readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, [...membersIn(name)].sort()]));
  return {
    siteGroups: listed(
      named(({ siteGroups }) => siteGroups),
      (name) => sites.filter(({ siteGroup }) => siteGroup === name).map(({ odsCode }) => odsCode),
    ),
    staffFamilies: listed(
      named(({ staffFamilies }) => staffFamilies),
      (name) => staffGroups.filter(({ staffFamily }) => staffFamily === name).map(({ id }) => id),
    ),
  };
}

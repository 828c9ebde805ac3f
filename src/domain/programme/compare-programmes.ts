/** What an application of a programme file changes, in words that a reviewer can check. */

import { nameOfHeadcount } from './check-headcounts';
import type { Programme } from './programme';

export interface ProgrammeChange {
  /** The section, and the item where it has an id: `minimumGroupSize`, `sites RZZ01`, `roles lead`. */
  readonly what: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Both given for a number, a truth value or a short text. */
  readonly before?: string;
  readonly after?: string;
}

const plainFields = [
  'name',
  'timeZone',
  'minimumGroupSize',
  'confidenceFloor',
] as const satisfies readonly (keyof Programme)[];

/** Nothing when the two say the same; the order of lists counts only where it is shown (questions). */
export function compareProgrammes(before: Programme, after: Programme): ProgrammeChange[] {
  return [
    ...plainFields.flatMap((field) => comparePlain(field, before[field], after[field])),
    ...compareItems('organisations', before.organisations, after.organisations, (item) => item.odsCode),
    ...compareItems('siteGroups', before.siteGroups, after.siteGroups, (item) => item.id),
    ...compareItems('sites', before.sites, after.sites, (item) => item.odsCode),
    ...compareItems('staffFamilies', before.staffFamilies, after.staffFamilies, (item) => item.id),
    ...compareItems('staffGroups', before.staffGroups, after.staffGroups, (item) => item.id),
    ...compareItems('stages', before.stages, after.stages, (item) => item.name),
    ...compareEntries('roles', before.roles, after.roles),
    ...compareItems('champions', before.champions ?? [], after.champions ?? [], (item) => item.aadObjectId),
    ...compareItems('pulses', before.pulses, after.pulses, (item) => item.id),
    ...compareItems('gates', before.gates ?? [], after.gates ?? [], (item) => item.id),
    ...compareEntries('escalationPolicy', before.escalationPolicy, after.escalationPolicy),
    ...compareEntries('workingHours', before.workingHours ?? {}, after.workingHours ?? {}),
    ...compareEntries('issuePolicy', before.issuePolicy ?? {}, after.issuePolicy ?? {}),
    ...compareEntries('sending', before.sending ?? {}, after.sending ?? {}),
    ...compareItems('workflows', before.workflows ?? [], after.workflows ?? [], (item) => item.id),
    ...compareEntries('reviewPolicy', before.reviewPolicy ?? {}, after.reviewPolicy ?? {}),
    ...compareEntries('directory', before.directory ?? {}, after.directory ?? {}),
    ...compareItems('headcounts', before.headcounts ?? [], after.headcounts ?? [], nameOfHeadcount),
    ...compareItems(
      'declaredChanges',
      before.declaredChanges ?? [],
      after.declaredChanges ?? [],
      nameOfChange,
    ),
    ...compareEntries('safety', before.safety ?? {}, after.safety ?? {}),
    ...compareEntries('speakUp', before.speakUp ?? {}, after.speakUp ?? {}),
    ...comparePlain('hospitalNumber', before.hospitalNumber ?? 'none', after.hospitalNumber ?? 'none'),
    ...compareEntries('links', before.links, after.links),
  ];
}

const nameOfChange = ({ on, what }: { readonly on: string; readonly what: string }) => `${on} ${what}`;

function comparePlain(what: string, before: string | number, after: string | number): ProgrammeChange[] {
  if (before === after) return [];
  return [{ what, change: 'changed', before: String(before), after: String(after) }];
}

function compareItems<T>(
  section: string,
  before: readonly T[],
  after: readonly T[],
  idOf: (item: T) => string,
): ProgrammeChange[] {
  const byId = (items: readonly T[]) => Object.fromEntries(items.map((item) => [idOf(item), item]));
  return compareEntries(section, byId(before), byId(after));
}

function compareEntries(section: string, before: object, after: object): ProgrammeChange[] {
  const old = new Map(Object.entries(before));
  const next = new Map(Object.entries(after));
  const names = [...new Set([...old.keys(), ...next.keys()])].sort();
  return names.flatMap((name): ProgrammeChange[] => {
    const what = `${section} ${name}`;
    if (!old.has(name)) return [{ what, change: 'added' }];
    if (!next.has(name)) return [{ what, change: 'removed' }];
    return canonical(old.get(name)) === canonical(next.get(name)) ? [] : [{ what, change: 'changed' }];
  });
}

/** The same text for the same content, whatever the order of its keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

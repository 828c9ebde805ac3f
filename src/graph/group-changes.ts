/** Reads who joined and left a group out of Graph's changes to it. */

import type { GroupChanges } from '../app/ports/directory';
import { isOfKind, itemsIn } from './member-of';

type Item = Readonly<Record<string, unknown>>;

/** The group itself was deleted. */
export function groupLeft(item: Item): boolean {
  return item['@removed'] !== undefined;
}

/** Of a person named twice, in this order, the last is what holds. */
export function changesIn(groups: readonly Item[]): Pick<GroupChanges, 'joined' | 'left' | 'isNested'> {
  const isMember = new Map<string, boolean>();
  let isNested = false;
  for (const item of groups.flatMap((group) => itemsIn({ value: group['members@delta'] }))) {
    if (isOfKind(item, 'group')) isNested = true;
    if (isOfKind(item, 'user')) isMember.set(String(item.id).toLowerCase(), item['@removed'] === undefined);
  }
  const ids = (wanted: boolean) => [...isMember].filter(([, isIn]) => isIn === wanted).map(([id]) => id);
  return { joined: ids(true), left: ids(false), isNested };
}

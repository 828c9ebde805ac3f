/** Gives atoms and merged margins names that people can read and ids that stay the same from wave to wave. */

import type { AtomId } from '../ids';
import { asId } from '../ids';
import type { Named } from '../programme/programme';
import type { Cell } from '../pulse/wave';
import { orderText } from './order-text';

/** “A”, “A and B”, “A, B and C”, “A, B and 3 others”. */
export function joinNames(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** The ids that occur, once each, in their declared order; undeclared ones follow in text order. */
export function inDeclaredOrder(ids: Iterable<string>, declared: readonly Named[]): readonly string[] {
  const wanted = new Set(ids);
  const known = declared.map(({ id }) => id).filter((id) => wanted.delete(id));
  return [...known, ...[...wanted].sort(orderText)];
}

export function namesOf(ids: readonly string[], declared: readonly Named[]): readonly string[] {
  return ids.map((id) => declared.find((named) => named.id === id)?.name ?? id);
}

/** Follows from the cells alone: `north.nursing`, or `north~south.medical~nursing` when merged. */
export function atomIdOf(cells: readonly Cell[]): AtomId {
  const part = (ids: readonly string[]) => [...new Set(ids)].sort(orderText).join('~');
  return asId(`${part(cells.map((cell) => cell.siteGroup))}.${part(cells.map((cell) => cell.staffFamily))}`);
}

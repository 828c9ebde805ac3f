/** Where in the text of a YAML file a path stands. */

import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  type LineCounter,
  type Node,
} from 'yaml';
import type { Path } from './describe-issue';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The value at the path; where it is missing the nearest thing above it; for an unknown key the key itself. */
export function locatePath(document: Document, lines: LineCounter, path: Path, isAtKey = false): Position {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (!isCollection(node)) break;
    const child = isMap(node)
      ? node.items.find((pair) => isPair(pair) && isNode(pair.key) && keyOf(pair.key) === String(key))
      : node.items[Number(key)];
    if (!child) break;
    node = isPair(child) ? (child.value ?? child.key) : child;
    const keyOffset = isPair(child) ? startOf(child.key) : undefined;
    const wantsKey = isPair(child) && (isAtKey || isCollection(child.value));
    offset = (wantsKey ? keyOffset : startOf(node)) ?? keyOffset ?? offset;
  }
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function keyOf(key: Node): string {
  return String(key.toJSON());
}

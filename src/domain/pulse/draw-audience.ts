/** Draws who is asked: everybody, or a share of each cell that nobody chose by hand and anybody can draw again. */

import type { PersonId } from '../ids';
import type { Audience } from './question';

export interface Candidate {
  readonly personId: PersonId;
  /** The cell a share is taken of, so that every group is drawn alike. */
  readonly cellKey: string;
}

/** The people asked. A random share takes ⌈share × size⌉ of each cell, in an order that only seed and person decide,
 * so the same seed draws the same people whatever order they come in. */
export function drawAudience(candidates: readonly Candidate[], audience: Audience): ReadonlySet<PersonId> {
  if (audience.kind === 'everyone') return new Set(candidates.map(({ personId }) => personId));
  const cells = new Map<string, PersonId[]>();
  for (const { cellKey, personId } of candidates) {
    const cell = cells.get(cellKey);
    if (cell) cell.push(personId);
    else cells.set(cellKey, [personId]);
  }
  const drawn = new Set<PersonId>();
  for (const people of cells.values()) {
    const ordered = people
      .map((personId) => ({ personId, rank: rankOf(audience.seed, personId) }))
      .sort((a, b) => a.rank - b.rank || (a.personId < b.personId ? -1 : 1));
    for (const { personId } of ordered.slice(0, Math.ceil(audience.share * people.length)))
      drawn.add(personId);
  }
  return drawn;
}

/** A 32-bit mixing hash (FNV-1a, then the MurmurHash3 finaliser): even, and the same everywhere. */
function rankOf(seed: string, personId: PersonId): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed}\u0000${personId}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

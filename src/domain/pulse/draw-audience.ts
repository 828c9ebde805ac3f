/** Draws who is asked: everybody, or a share of each cell that nobody chose by hand and anybody can draw again. */

import { hashOf } from '../campaign/spread';
import type { PersonId } from '../ids';
import type { Audience } from './question';

export interface Candidate {
  readonly personId: PersonId;
  /** The cell a share is taken of, so that every group is drawn alike. */
  readonly cellKey: string;
  /** For a list that somebody chose; absent for somebody without Teams, whom no such list can name. */
  readonly aadObjectId?: string;
}

/** The people asked. A random share takes ⌈share × size⌉ of each cell, in an order that only seed and person decide,
 * so the same seed draws the same people whatever order they come in. */
export function drawAudience(
  candidates: readonly Candidate[],
  audience: Exclude<Audience, { kind: 'list' }>,
): ReadonlySet<PersonId> {
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
      .map((personId) => ({ personId, rank: hashOf(`${audience.seed}\u0000${personId}`) }))
      .sort((a, b) => a.rank - b.rank || (a.personId < b.personId ? -1 : 1));
    for (const { personId } of ordered.slice(0, Math.ceil(audience.share * people.length)))
      drawn.add(personId);
  }
  return drawn;
}

/** Draws a share of each cell that nobody chose by hand and anybody can draw again. */

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

type RandomShare = Pick<Extract<Audience, { kind: 'random' }>, 'share' | 'seed'>;

/** Of a cell everybody below this rank is drawn, and so many more of those who have it. */
interface Cut {
  readonly rank: number;
  left: number;
}

/** Takes ⌈share × size⌉ of each cell, in an order that only seed and person decide, so the same seed draws the same people
 * whatever order they come in. It keeps one number for each of them. */
export class ShareDraw {
  readonly #audience: RandomShare;
  readonly #ranks = new Map<string, number[]>();
  #cuts: ReadonlyMap<string, Cut> | undefined;

  constructor(audience: RandomShare) {
    this.#audience = audience;
  }

  /** Everybody whom the share is taken of, each once. */
  add(candidate: Candidate): void {
    const rank = this.#rankOf(candidate);
    const ranks = this.#ranks.get(candidate.cellKey);
    if (ranks) ranks.push(rank);
    else this.#ranks.set(candidate.cellKey, [rank]);
  }

  /** To be asked once all have been added, of each once and in ascending order of person id: that decides between people of
   * the same rank. */
  draws(candidate: Candidate): boolean {
    this.#cuts ??= this.#makeCuts();
    const cut = this.#cuts.get(candidate.cellKey);
    if (!cut) return false;
    const rank = this.#rankOf(candidate);
    if (rank !== cut.rank) return rank < cut.rank;
    cut.left -= 1;
    return cut.left >= 0;
  }

  #makeCuts(): ReadonlyMap<string, Cut> {
    const cuts = new Map<string, Cut>();
    for (const [cellKey, ranks] of this.#ranks) cuts.set(cellKey, cutOf(ranks, this.#audience.share));
    this.#ranks.clear();
    return cuts;
  }

  #rankOf({ personId }: Candidate): number {
    return hashOf(`${this.#audience.seed}\u0000${personId}`);
  }
}

function cutOf(ranks: readonly number[], share: number): Cut {
  const inOrder = Uint32Array.from(ranks).sort();
  const drawn = Math.ceil(share * inOrder.length);
  const rank = inOrder[drawn - 1] ?? -1;
  return { rank, left: drawn - Math.max(0, inOrder.indexOf(rank)) };
}
